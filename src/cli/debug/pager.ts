import { displayWidth } from '../wrap.ts';

/** Shows output a screen at a time when a person reads it: blank goes on, Enter one line, q drops the rest. */
export class Pager {
  readonly #on: boolean;
  #shown = 0;
  #dropped = false;
  #queue: Promise<void> = Promise.resolve();
  #answer: ((key: string) => void) | null = null;
  constructor(on: boolean) {
    this.#on = on;
  }
  /** A new command begins with a whole screen. */
  start(): void {
    this.#shown = 0;
    this.#dropped = false;
  }
  /** The rest of the output is not wanted. */
  stop(): void {
    this.#dropped = true;
    this.#answer?.('q');
  }
  settled(): Promise<void> {
    return this.#queue;
  }
  /** `important` text is shown even when the rest was not wanted: that a command was interrupted. */
  write(text: string, important = false): Promise<void> {
    if (!this.#on) {
      process.stdout.write(text);
      return Promise.resolve();
    }
    this.#queue = this.#queue.then(() => this.#page(text, important));
    return this.#queue;
  }
  async #page(text: string, important: boolean): Promise<void> {
    if (important && this.#dropped) {
      process.stdout.write(text);
      return;
    }
    const room = Math.max(5, (process.stdout.rows ?? 24) - 1);
    for (const line of text.split(/(?<=\n)/)) {
      if (this.#dropped) return;
      if (this.#shown >= room) await this.#more(room);
      if (this.#dropped) return;
      process.stdout.write(line);
      // A line that is wider than the terminal takes several of its rows.
      const columns = process.stdout.columns ?? 80;
      if (line.endsWith('\n')) this.#shown += Math.max(1, Math.ceil(displayWidth(line.slice(0, -1)) / columns));
    }
  }
  async #more(room: number): Promise<void> {
    process.stdout.write('-- more: blank page, Enter line, q stop --');
    const key = await new Promise<string>((resolve) => {
      const listen = (_: string, pressed: { readonly name?: string; readonly ctrl?: boolean }) => {
        resolve(pressed.ctrl && pressed.name === 'c' ? 'q' : (pressed.name ?? ''));
      };
      this.#answer = resolve;
      // The line editor must not take the key for the next command.
      const input = process.stdin;
      const others = input.listeners('keypress') as ((...args: unknown[]) => void)[];
      input.removeAllListeners('keypress');
      input.once('keypress', listen);
      const restore = () => {
        input.removeListener('keypress', listen);
        for (const other of others) input.on('keypress', other);
      };
      this.#restore = restore;
    });
    this.#restore();
    this.#answer = null;
    process.stdout.write(`\r${' '.repeat(42)}\r`);
    if (key === 'q') this.#dropped = true;
    else this.#shown = key === 'return' || key === 'enter' ? room - 1 : 0;
  }
  #restore: () => void = () => {};
}
