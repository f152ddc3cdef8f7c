import { printable } from '../../bytes/text.ts';
import { displayWidth } from '../wrap.ts';
import { Editor } from './editor.ts';
import type { Entry, Front, FrontHost, OutcomeReply } from './front.ts';
import { addToHistory, historyPath, readHistory } from './history.ts';
import { Keyboard, type MousePress, REDRAW } from './keyboard.ts';
import { Pager } from './pager.ts';
import type { Painter } from './painter.ts';
import { STOPPED_BY_USER } from './pipe-front.ts';
import { Screen } from './screen.ts';
import { WorkingLine } from './working-line.ts';

const CONTINUATION = '... ';
const PASTES_ON = '\x1b[?2004h';
const PASTES_OFF = '\x1b[?2004l';
/** Presses of buttons, with places written as numbers. While it is on, Shift selects text. */
const MOUSE_ON = '\x1b[?1000h\x1b[?1006h';
const MOUSE_OFF = '\x1b[?1006l\x1b[?1000l';
const WHERE_IS_THE_CURSOR = '\x1b[6n';
/** What cannot be stopped is left after so many times of Ctrl+C, the first so long ago. */
const PATIENCE_MS = 1500;
const SUSPENDED_BY_NOW_MS = 200;

export interface PersonOptions {
  readonly pager: boolean;
  readonly mouse: boolean;
}

/** A person at a terminal: line editor, pager, colours, links, progress. */
export class PersonFront implements Front {
  readonly isJson = false;
  readonly isPerson = true;
  readonly #painter: Painter;
  readonly #options: PersonOptions;
  readonly #screen = new Screen();
  readonly #keyboard: Keyboard;
  readonly #pager: Pager;
  readonly #progress: WorkingLine;
  readonly #history = historyPath();
  #host: FrontHost | null = null;
  #editor: Editor | null = null;
  #editing = false;
  #mouse = false;
  #suspended = false;
  #clicked: MousePress | null = null;
  #stops: number[] = [];
  constructor(painter: Painter, options: PersonOptions) {
    this.#painter = painter;
    this.#options = options;
    const write = (text: string) => void process.stdout.write(text);
    const columns = () => process.stdout.columns || 80;
    this.#keyboard = new Keyboard(process.stdin, {
      interrupt: () => this.#interrupted(),
      suspend: () => this.#suspend(),
      search: () => void this.#editor?.search(),
      click: (press) => this.#click(press),
      cursorIs: (row) => this.#follow(row),
      end: () => this.#ended(),
      text: (text) => this.#editor?.insert(text),
    });
    this.#progress = new WorkingLine(write, columns);
    this.#pager = new Pager(
      {
        write: (text) => {
          this.#progress.stop();
          write(text);
        },
        shown: (line) => this.#screen.wrote(line, columns()),
        left: () => void this.#host?.interrupt(),
        rows: () => process.stdout.rows || 24,
        columns,
        keyboard: this.#keyboard,
      },
      options.pager,
    );
    this.#progress.start('opening');
  }
  start(host: FrontHost): void {
    this.#host = host;
    this.#keyboard.open();
    this.#editor = new Editor(this.#keyboard, readHistory(this.#history), {
      line: (text) => {
        this.#editing = false;
        this.#stops = [];
        host.take({ text, id: null });
      },
      remember: (command) => addToHistory(this.#history, command),
      closed: () => host.end(),
      complete: (line) => host.complete(line),
      entered: (width) => this.#screen.wrotePlain(width, process.stdout.columns || 80),
    });
    process.stdout.write(PASTES_ON);
    process.stdout.on('resize', () => this.#screen.forget());
    // Of another program; the key arrives as a key.
    process.on('SIGINT', () => this.#interrupted());
    // A defect of ours must not leave the terminal to its user as it is now.
    process.on('exit', () => this.close());
    if (process.platform !== 'win32') process.on('SIGCONT', () => this.#resume());
    if (this.#options.mouse) this.prefersDml(true);
  }
  async banner(text: string): Promise<void> {
    this.#progress.stop();
    await this.#pager.write(this.#painter.lines({ text, links: [] }));
  }
  ask(prompt: string, continued: boolean): void {
    const text = continued ? CONTINUATION : printable(prompt);
    this.#progress.stop();
    this.#editing = true;
    this.#editor?.ask(this.#painter.prompt(text), displayWidth(text), continued);
  }
  begin(): void {
    this.#pager.start();
    this.#progress.start();
  }
  async show(_: Entry, outcome: OutcomeReply): Promise<void> {
    const failed = outcome.error !== null;
    // What went wrong is shown even to somebody who wanted to see no more.
    await this.#pager.write(failed ? this.#painter.failure(outcome.text) : this.#painter.lines(outcome), failed);
  }
  activity(what: string | null): void {
    this.#progress.about(what);
  }
  async done(): Promise<void> {
    await this.#pager.settled();
    this.#progress.stop();
  }
  async choose(question: string, keys: string): Promise<string> {
    this.#progress.stop();
    this.#keyboard.grab();
    for (;;) {
      process.stdout.write(`\r${printable(question)}`);
      const key = (await this.#keyboard.key()).toLowerCase();
      // Ctrl+C and Escape mean the last of the keys, which changes nothing.
      const answer = keys.includes(key) ? key : /^[\x03\x1b]/.test(key) ? keys.at(-1)! : null;
      if (answer === null) continue;
      process.stdout.write(`${answer}\n`);
      this.#keyboard.release();
      return answer;
    }
  }
  prefersDml(on: boolean): void {
    if (on === this.#mouse) return;
    this.#mouse = on;
    process.stdout.write(on ? MOUSE_ON : MOUSE_OFF);
  }
  clear(): void {
    this.#screen.forget();
    process.stdout.write('\x1b[2J\x1b[3J\x1b[H');
  }
  enter(text: string): boolean {
    if (this.#editor) setImmediate(() => this.#editor?.enter(text));
    return this.#editor !== null;
  }
  close(): void {
    if (!this.#editor) {
      this.#progress.stop();
      return;
    }
    this.#progress.stop();
    this.#editor.close();
    this.#editor = null;
    this.#keyboard.close();
    // A shell's prompt begins a line of its own, whatever ended the conversation.
    process.stdout.write(`${this.#mouse ? MOUSE_OFF : ''}${PASTES_OFF}${this.#editing ? '\n' : ''}`);
  }
  #interrupted(): void {
    this.#keyboard.forget();
    if (this.#editing) {
      this.#editor?.cancel();
      this.#screen.wrotePlain(0, 80);
      if (!this.#host?.cancelBlock()) this.#host?.interrupt();
      return;
    }
    this.#pager.stop();
    this.#host?.interrupt();
    this.#stops.push(Date.now());
    const [first = 0] = this.#stops;
    if (this.#stops.length === 2) this.#progress.about('it does not stop yet, a third Ctrl+C ends memoretics');
    if (this.#stops.length >= 3 && Date.now() - first > PATIENCE_MS) this.#host?.leave(STOPPED_BY_USER);
  }
  /** Ctrl+D leaves an open block, or the conversation. */
  #ended(): boolean {
    if (!this.#editor?.isEmpty) return false;
    process.stdout.write('\n');
    this.#editing = false;
    this.#keyboard.hold();
    if (!this.#host?.cancelBlock()) this.#host?.end();
    return true;
  }
  #suspend(): void {
    if (process.platform === 'win32') return;
    this.#progress.stop();
    process.stdout.write(`${this.#mouse ? MOUSE_OFF : ''}${PASTES_OFF}`);
    this.#keyboard.close();
    this.#suspended = true;
    process.kill(process.pid, 'SIGTSTP');
    // The system suspends nobody who has no shell to come back from, such as the first process of a container.
    setTimeout(() => {
      if (this.#suspended) this.#resume();
    }, SUSPENDED_BY_NOW_MS);
  }
  /** After a stop, by whomever: the shell had the terminal and left it as it likes it. */
  #resume(): void {
    this.#suspended = false;
    if (!this.#editor) return;
    this.#keyboard.close();
    this.#keyboard.open();
    process.stdout.write(`${PASTES_ON}${this.#mouse ? MOUSE_ON : ''}`);
    if (!this.#keyboard.press(REDRAW) && this.#editing) this.#editor.redraw();
  }
  #click(press: MousePress): void {
    if (!this.#mouse || !this.#editing) return;
    this.#clicked = press;
    process.stdout.write(WHERE_IS_THE_CURSOR);
  }
  /** The cursor's row tells where the prompt stands, and so which line was clicked. */
  #follow(cursorRow: number): void {
    const press = this.#clicked;
    this.#clicked = null;
    if (!press || !this.#editor || !this.#editing) return;
    const promptRow = cursorRow - this.#editor.rowsBelowPrompt;
    const command = this.#screen.commandAt(promptRow - press.row, press.column - 1);
    if (command !== null) this.#editor.enter(command);
  }
}
