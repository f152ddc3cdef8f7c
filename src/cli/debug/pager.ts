import type { Keyboard } from './keyboard.ts';
import type { Line } from './painter.ts';

/** Lines between two looks at whether they are still wanted, where no pager stops them. */
const BATCH = 200;
const PROMPT = '-- more: space page, Enter line, /text search, a all, q stop --';
/** The same where the terminal is narrow. */
const SHORT_PROMPT = '-- more: space Enter / a q --';
const CONTROL_C = '\x03';

/** What a pager needs of its terminal. */
export interface PagerHost {
  readonly write: (text: string) => void;
  /** Called for each line that was shown, in the order of the screen. */
  readonly shown: (line: Line) => void;
  /** The reader wants no more: what prints may stop. */
  readonly left: () => void;
  readonly rows: () => number;
  readonly columns: () => number;
  /** Null where nobody presses keys: nothing is stopped then. */
  readonly keyboard: Keyboard | null;
}

/** Shows output a screen at a time when a person reads it; without a keyboard it writes at once. */
export class Pager {
  readonly #host: PagerHost;
  readonly #on: boolean;
  #used = 0;
  #dropped = false;
  #all = false;
  #sought: string | null = null;
  #waits = false;
  #queue: Promise<void> = Promise.resolve();
  constructor(host: PagerHost, on: boolean) {
    this.#host = host;
    this.#on = on && host.keyboard !== null;
  }
  /** A new command begins with a whole screen. */
  start(): void {
    this.#used = 0;
    this.#dropped = false;
    this.#all = false;
    this.#sought = null;
  }
  /** The rest of the output is not wanted. */
  stop(): void {
    this.#dropped = true;
    if (this.#waits) this.#host.keyboard?.press('q');
  }
  /** Waits until all is shown; says so where a search ran to the end. */
  async settled(): Promise<void> {
    await this.#queue;
    if (this.#sought !== null) this.#host.write(`(nothing more with '${this.#sought}')\n`);
    this.#sought = null;
  }
  /** `important` lines are shown even when the rest was not wanted: that a command was interrupted. */
  write(lines: Iterable<Line>, important = false): Promise<void> {
    this.#queue = this.#queue.then(() => this.#page(lines, important));
    return this.#queue;
  }
  async #page(lines: Iterable<Line>, important: boolean): Promise<void> {
    let batch = 0;
    for (const line of lines) {
      if (this.#dropped && !important) return;
      if (!important && this.#skips(line)) continue;
      const rows = Math.max(1, Math.ceil(line.width / this.#host.columns()));
      if (!important && this.#isFull(rows)) await this.#more();
      if (this.#dropped && !important) return;
      if (!important && this.#skips(line)) continue;
      this.#host.write(line.ends ? `${line.shown}\n` : line.shown);
      this.#host.shown(line);
      this.#used += rows;
      // A terminal takes its text at once, however long: the keyboard must be heard in between.
      if (++batch % BATCH === 0 && this.#host.keyboard) await new Promise((resume) => setImmediate(resume));
    }
  }
  /** True until the line that was searched for has come. */
  #skips({ plain }: Line): boolean {
    if (this.#sought === null) return false;
    if (!plain.toLowerCase().includes(this.#sought)) return true;
    this.#sought = null;
    return false;
  }
  #isFull(rows: number): boolean {
    return this.#on && !this.#all && this.#used > 0 && this.#used + rows > this.#room;
  }
  get #room(): number {
    return Math.max(5, this.#host.rows() - 1);
  }
  async #more(): Promise<void> {
    await this.#choose();
    this.#host.keyboard?.release();
  }
  async #choose(): Promise<void> {
    const { write, keyboard } = this.#host;
    const columns = this.#host.columns();
    const prompt = PROMPT.length < columns ? PROMPT : SHORT_PROMPT.slice(0, columns - 1);
    for (;;) {
      write(prompt);
      const key = await this.#key(keyboard!);
      write(`\r${' '.repeat(prompt.length)}\r`);
      if (key === ' ' || key === 'f' || key === '\x1b[6~') this.#used = 0;
      else if (key === '\r' || key === '\n' || key === '\x1b[B' || key === 'j') this.#used = this.#room - 1;
      else if (key === 'a' || key === 'G') this.#all = true;
      else if (key === 'q' || key === 'Q' || key === CONTROL_C || key === '\x1b') {
        this.#dropped = true;
        this.#host.left();
      } else if (key === '/') {
        this.#sought = await this.#ask();
        if (this.#sought === null) continue;
        this.#used = 0;
      } else continue;
      return;
    }
  }
  async #key(keyboard: Keyboard): Promise<string> {
    keyboard.grab();
    this.#waits = true;
    const key = await keyboard.key();
    this.#waits = false;
    return key;
  }
  /** The text to search for; null when there is none. */
  async #ask(): Promise<string | null> {
    const { write, keyboard, columns } = this.#host;
    let text = '';
    for (;;) {
      const shown = `/${text}`.slice(-(columns() - 1));
      write(shown);
      const key = await this.#key(keyboard!);
      write(`\r${' '.repeat(columns() - 1)}\r`);
      if (key === '\r' || key === '\n') return text === '' ? null : text.toLowerCase();
      if (key === CONTROL_C || key === '\x1b') return null;
      if (key === '\x7f' || key === '\b') text = text.slice(0, -1);
      else if (!/\p{Cc}/u.test(key)) text += key;
    }
  }
}
