import { createInterface, type Interface } from 'node:readline';
import { displayWidth } from '../wrap.ts';
import { isOpen } from './brackets.ts';
import { asHistory, isKept } from './history.ts';
import type { Keyboard } from './keyboard.ts';
import { searchHistory } from './reverse-search.ts';

/** What the editor tells and asks. */
export interface EditorHost {
  line(text: string): void;
  /** A command worth keeping for later conversations. */
  remember(command: string): void;
  /** The line editor can read no more. */
  closed(): void;
  complete(line: string): Promise<{ readonly start: number; readonly words: readonly string[] }>;
  /** Rows that the prompt and its line take are on the screen now. */
  entered(width: number): void;
}

const CONTROL_U = { ctrl: true, name: 'u' };
const CONTROL_E = { ctrl: true, name: 'e' };

/** Node's line editor for a person at a terminal, with the search of the history that it lacks. */
export class Editor {
  readonly #lines: Interface;
  readonly #keyboard: Keyboard;
  /** The line editor's own list, the latest first; it is made to be changed. */
  #history: string[];
  /** Lines since the last whole command. */
  #typed: string[] = [];
  #promptWidth = 0;
  #open = true;
  #searching = false;
  constructor(keyboard: Keyboard, history: readonly string[], host: EditorHost) {
    this.#keyboard = keyboard;
    this.#history = [...history];
    this.#lines = createInterface({
      input: keyboard.editorInput,
      output: process.stdout,
      terminal: true,
      history: [...history],
      historySize: 1000,
      removeHistoryDuplicates: true,
      completer: (line: string, done: (error: null, found: [string[], string]) => void) => {
        void host.complete(line).then(({ start, words }) => {
          // Who typed on in the meantime does not want it any more.
          const wanted = this.#lines.line.slice(0, this.#lines.cursor) === line;
          // A word that is whole needs no list of itself.
          const whole = words.length === 1 && words[0] === line.slice(start);
          done(null, [wanted && !whole ? [...words] : [], line.slice(start)]);
        });
      },
    });
    this.#lines.on('history', (all: string[]) => {
      this.#history = all;
    });
    this.#lines.on('line', (text) => {
      keyboard.hold();
      const command = this.#recall(text);
      if (command !== null) host.remember(command);
      host.entered(this.#promptWidth + displayWidth(text));
      host.line(text);
    });
    this.#lines.on('close', () => {
      if (this.#open) host.closed();
    });
  }
  /** `continued` while the lines before belong to the same command. */
  ask(prompt: string, width: number, continued: boolean): void {
    if (!continued) this.#typed = [];
    this.#promptWidth = width;
    this.#lines.setPrompt(prompt);
    this.#lines.prompt();
    this.#keyboard.edit();
  }
  close(): void {
    this.#open = false;
    this.#lines.close();
  }
  /** Shows the line again, after something else was shown or the terminal was given back. */
  redraw(): void {
    this.#lines.prompt(true);
  }
  /** As if the line had been typed instead of what stands there. */
  enter(text: string): void {
    this.#replace(text);
    this.#lines.write('\n');
  }
  /** At the cursor. */
  insert(text: string): void {
    this.#lines.write(text);
  }
  get isEmpty(): boolean {
    return this.#lines.line === '';
  }
  /** Drops what is typed; the next `ask` begins on a new row. */
  cancel(): void {
    this.#replace('');
    process.stdout.write('^C\n');
  }
  /** How many rows the cursor stands below the first row of the prompt. */
  get rowsBelowPrompt(): number {
    return this.#lines.getCursorPos().rows;
  }
  /** Ctrl+R: finds an earlier command by a part of it. */
  async search(): Promise<void> {
    if (this.#searching) return;
    this.#searching = true;
    const before = this.#lines.line;
    // The line may take several rows; the search takes the last of them.
    const { rows } = this.#lines.getCursorPos();
    process.stdout.write(`${rows > 0 ? `\x1b[${rows}A` : ''}\r\x1b[J`);
    const found = await searchHistory(this.#keyboard, this.#history, (text) => {
      process.stdout.write(`\r\x1b[J${text}`);
    });
    this.#searching = false;
    process.stdout.write('\r\x1b[J');
    this.#replace(found.line ?? before);
    this.redraw();
    if (found.enter) this.#lines.write('\n');
    this.#keyboard.release();
  }
  /** Keeps what was typed, the lines of a block as one; the command, where it is whole and worth it. */
  #recall(text: string): string | null {
    this.#typed.push(text);
    const open = isOpen(this.#typed.join('\n'));
    const command = open ? null : asHistory(this.#typed.splice(0));
    if (this.#history[0] === text && command !== text) this.#history.shift();
    if (command === null || !isKept(command)) return null;
    if (this.#history[0] !== command) this.#history.unshift(command);
    return command;
  }
  #replace(text: string): void {
    this.#lines.write(null, CONTROL_E);
    this.#lines.write(null, CONTROL_U);
    this.#lines.write(text);
  }
}
