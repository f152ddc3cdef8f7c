const INTERRUPT = 0;
const UNSHOWN = 1;
/** What the debugger may be ahead of what is shown; it then waits, so that an endless output fills no memory. */
const MOST_UNSHOWN = 64 << 10;
/** What a message costs besides its text: many short ones keep the terminal from hearing the keyboard. */
const MESSAGE = 200;
/** A waiting debugger looks so often whether it is still wanted. */
const LOOK_MS = 20;

/** Two words of memory that the terminal and the debugger in its worker share: messages would wait for each other's work. */
export class SharedWords {
  readonly buffer: SharedArrayBuffer;
  readonly #words: Int32Array;
  constructor(buffer = new SharedArrayBuffer(8)) {
    this.buffer = buffer;
    this.#words = new Int32Array(buffer);
  }
  /** The user wants the command to stop. */
  interrupt(): void {
    Atomics.store(this.#words, INTERRUPT, 1);
  }
  clear(): void {
    Atomics.store(this.#words, INTERRUPT, 0);
  }
  get isInterrupted(): boolean {
    return Atomics.load(this.#words, INTERRUPT) === 1;
  }
  /** Counts the characters of a message that the debugger sends, and waits while too many are not shown; in the worker only. */
  sent(characters: number): void {
    Atomics.add(this.#words, UNSHOWN, characters + MESSAGE);
    while (!this.isInterrupted) {
      const unshown = Atomics.load(this.#words, UNSHOWN);
      if (unshown < MOST_UNSHOWN) return;
      Atomics.wait(this.#words, UNSHOWN, unshown, LOOK_MS);
    }
  }
  shown(characters: number): void {
    Atomics.sub(this.#words, UNSHOWN, characters + MESSAGE);
    Atomics.notify(this.#words, UNSHOWN);
  }
}
