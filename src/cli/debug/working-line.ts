import { cutToWidth } from '../wrap.ts';

/** Work that is done sooner is not worth a line. */
const FIRST_MS = 300;
const EACH_MS = 250;

/** Tells a person what a command works at that has not printed for a while; gone when something is printed. */
export class WorkingLine {
  readonly #write: ((text: string) => void) | null;
  readonly #columns: () => number;
  #timer: NodeJS.Timeout | null = null;
  #shown = false;
  #began = 0;
  #what: string | null = null;
  /** Without `write` nothing is told. */
  constructor(write: ((text: string) => void) | null, columns: () => number) {
    this.#write = write;
    this.#columns = columns;
  }
  start(what: string | null = null): void {
    if (!this.#write) return;
    this.stop();
    this.#what = what;
    this.#began = Date.now();
    this.#again(FIRST_MS);
  }
  /** What is being done now, where that is known: `symbols of nt`. */
  about(what: string | null): void {
    this.#what = what;
  }
  stop(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    if (this.#shown) this.#write?.('\r\x1b[2K');
    this.#shown = false;
  }
  #again(milliseconds: number): void {
    this.#timer = setTimeout(() => {
      const seconds = ((Date.now() - this.#began) / 1000).toFixed(1);
      const text = `working for ${seconds} s${this.#what === null ? '' : `: ${this.#what}`}; Ctrl+C stops`;
      this.#shown = true;
      this.#write?.(`\r\x1b[2K${cutToWidth(text, this.#columns() - 1)}`);
      this.#again(EACH_MS);
    }, milliseconds);
    // The line must not keep a finished conversation alive.
    this.#timer.unref();
  }
}
