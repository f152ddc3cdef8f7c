import { PassThrough } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';

/** What the terminal sends besides keys. */
export interface MousePress {
  /** Counted from 1, as terminals do. */
  readonly column: number;
  readonly row: number;
}

/** Who hears of what is typed. */
export interface KeyboardListener {
  interrupt(): void;
  suspend(): void;
  search(): void;
  click(press: MousePress): void;
  cursorIs(row: number): void;
  /** Ctrl+D; false when it is a key for the line editor. */
  end(): boolean;
  /** Several characters for the line, without any key among them. */
  text(text: string): void;
}

const PASTE_START = '\x1b[200~';
const PASTE_END = '\x1b[201~';
/** A mouse report, a cursor report, the start of a paste: complete, or cut off at the end of what has arrived. */
const REPORT = /\x1b\[(?:<(\d+);(\d+);(\d+)([Mm])|(\d+);(\d+)R|200~)/;
const CUT_OFF = /\x1b(?:\[(?:<[\d;]*|[\d;]*))?$/;
/** Keys that the line editor is not given. */
const OWN_KEYS = /[\x03\x04\x12\x1a\r]/;
/** Who waits for a key shows again what he waits with. */
export const REDRAW = '\x0c';
const ESCAPE = '\x1b';
const CONTROL_C = '\x03';
const CONTROL_D = '\x04';
const CONTROL_R = '\x12';
const CONTROL_Z = '\x1a';
/** A lone Escape is a key, not the start of a sequence, when nothing follows for so long. */
const ESCAPE_MS = 40;
/** What is typed ahead of a working command; nobody types more. */
const MOST_AHEAD = 1 << 20;

/**
 * The one reader of a person's keys. They go to the line editor, to whoever asked for single keys (the pager, the
 * search), or, while a command works, are kept for later; Ctrl+C is heard at all times. Pastes and mouse reports are
 * taken out of the stream.
 */
export class Keyboard {
  /** What the line editor listens to; it gets keys as `data` events, at once. */
  readonly editorInput = new PassThrough();
  readonly #input: NodeJS.ReadStream;
  readonly #listener: KeyboardListener;
  readonly #decoder = new StringDecoder('utf8');
  readonly #hear = (bytes: Buffer) => this.#arrived(this.#decoder.write(bytes));
  #editing = false;
  #ahead = '';
  #held = '';
  #pasted: string | null = null;
  #escape: NodeJS.Timeout | null = null;
  #grabbed = false;
  #keys: string[] = [];
  #wanted: ((key: string) => void) | null = null;
  constructor(input: NodeJS.ReadStream, listener: KeyboardListener) {
    this.#input = input;
    this.#listener = listener;
  }
  open(): void {
    this.#input.setRawMode(true);
    this.#input.on('data', this.#hear);
    this.#input.resume();
  }
  close(): void {
    this.#input.off('data', this.#hear);
    this.#input.setRawMode(false);
    this.#input.pause();
  }
  /** Keys go to the line editor from now on, those typed ahead first. */
  edit(): void {
    this.#editing = true;
    const ahead = this.#ahead;
    this.#ahead = '';
    this.#typed(ahead);
  }
  /** Keys are kept until the next prompt. */
  hold(): void {
    this.#editing = false;
  }
  /** What was typed ahead is not wanted any more. */
  forget(): void {
    this.#ahead = '';
  }
  /** Keys are for `key` from now on, until they are released. */
  grab(): void {
    this.#grabbed = true;
  }
  /** What was pressed and not asked for is typed after all. */
  release(): void {
    this.#grabbed = false;
    this.#typed(this.#keys.splice(0).join(''));
  }
  /** The next key, or sequence of a key, for whoever grabbed them. */
  key(): Promise<string> {
    const next = this.#keys.shift();
    if (next !== undefined) return Promise.resolve(next);
    return new Promise((resolve) => {
      this.#wanted = resolve;
    });
  }
  /** Answers a waiting `key` as if that key had been pressed; false where nobody waits for one. */
  press(key: string): boolean {
    const wanted = this.#wanted;
    this.#wanted = null;
    wanted?.(key);
    return wanted !== null;
  }
  #arrived(text: string): void {
    if (this.#escape) clearTimeout(this.#escape);
    let rest = this.#held + text;
    this.#held = '';
    while (rest !== '') {
      if (this.#pasted !== null) {
        const end = rest.indexOf(PASTE_END);
        if (end < 0) {
          // The end itself may have come in half.
          const kept = rest.length - partOfEnd(rest);
          this.#pasted += rest.slice(0, kept);
          this.#held = rest.slice(kept);
          return;
        }
        const pasted = pastedLines(this.#pasted + rest.slice(0, end)).join('\r');
        this.#pasted = null;
        // What waits for one key is no place for a text.
        if (!this.#grabbed) this.#typed(pasted);
        rest = rest.slice(end + PASTE_END.length);
        continue;
      }
      const report = REPORT.exec(rest);
      const cut = CUT_OFF.exec(rest);
      const until = report?.index ?? cut?.index ?? rest.length;
      this.#typed(rest.slice(0, until));
      if (!report) {
        this.#hold(rest.slice(until));
        return;
      }
      rest = rest.slice(until + report[0].length);
      if (report[0] === PASTE_START) this.#pasted = '';
      else if (report[5] !== undefined) this.#listener.cursorIs(Number(report[5]));
      // The left button going down, without a modifier.
      else if (report[1] === '0' && report[4] === 'M')
        this.#listener.click({ column: Number(report[2]), row: Number(report[3]) });
    }
  }
  /** Half an escape sequence waits for its rest. */
  #hold(text: string): void {
    if (text === '') return;
    this.#held = text;
    this.#escape = setTimeout(() => {
      const held = this.#held;
      this.#held = '';
      this.#typed(held);
    }, ESCAPE_MS);
  }
  #typed(text: string): void {
    let rest = text;
    while (rest !== '') {
      if (this.#grabbed) {
        const key = firstKey(rest);
        rest = rest.slice(key.length);
        if (key === CONTROL_Z) this.#listener.suspend();
        else if (this.#wanted) this.press(key);
        else this.#keys.push(key);
        // Whoever stops reading the output of a command stops the command.
        if (key === CONTROL_C && !this.#editing) this.#listener.interrupt();
        continue;
      }
      const own = OWN_KEYS.exec(rest);
      const before = own ? rest.slice(0, own.index) : rest;
      if (before !== '') this.#pass(before);
      if (!own) return;
      rest = rest.slice(own.index + 1);
      if (own[0] === CONTROL_C) this.#listener.interrupt();
      else if (own[0] === CONTROL_Z) this.#listener.suspend();
      else if (own[0] === CONTROL_R && this.#editing) this.#listener.search();
      else if (own[0] !== CONTROL_D || !this.#editing || !this.#listener.end()) this.#pass(own[0]);
    }
  }
  #pass(text: string): void {
    if (this.#editing) this.#edit(text);
    else if (this.#ahead.length + text.length <= MOST_AHEAD) this.#ahead += text;
  }
  /**
   * Node's line editor takes what comes together for a paste: it then completes nothing at a Tab and, before Node 22,
   * puts characters at the end of the line wherever the cursor is. So it gets keys one by one, and texts another way.
   */
  #edit(text: string): void {
    // Ctrl+\ and Ctrl+] mean nothing to it, and it would put them into the line.
    const wanted = text.replace(/[\x1c\x1d]/g, '');
    const pieces = wanted.includes(ESCAPE) ? keysOf(wanted) : (wanted.match(/\p{Cc}|[^\p{Cc}]+/gu) ?? []);
    for (const piece of pieces) {
      if (piece.length > 1 && piece[0] !== ESCAPE) this.#listener.text(piece);
      else this.editorInput.emit('data', Buffer.from(piece));
    }
  }
}

/** The lines of a pasted text, in which nothing is left that a terminal or a line editor would act on. */
export function pastedLines(text: string): string[] {
  return text
    .replace(/\t/g, ' ')
    .split(/\r\n?|\n/)
    .map((line) => line.replace(/\p{Cc}/gu, ''));
}

/** A character, or an escape sequence that one key sends; on the console of Linux F1 sends `\x1b[[A`. */
function firstKey(text: string): string {
  const sequence = /^\x1b(?:\[(?:\[[A-E]|[\d;]*[~^$@A-Za-z])|O[A-Za-z]|[^[O])?/.exec(text)?.[0];
  return sequence ?? String.fromCodePoint(text.codePointAt(0)!);
}

function* keysOf(text: string): Generator<string> {
  for (let at = 0; at < text.length; ) {
    const key = firstKey(text.slice(at, at + LONGEST_KEY));
    yield key;
    at += key.length;
  }
}
const LONGEST_KEY = 16;

/** How many of the last characters may be the start of the mark that ends a paste. */
function partOfEnd(text: string): number {
  for (let length = Math.min(PASTE_END.length - 1, text.length); length > 0; length--) {
    if (text.endsWith(PASTE_END.slice(0, length))) return length;
  }
  return 0;
}
