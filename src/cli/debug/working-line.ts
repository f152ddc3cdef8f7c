/** Tells a person that a command has not printed for a while, and how to stop it; gone when something is printed. */
export class WorkingLine {
  readonly #on: boolean;
  #timer: NodeJS.Timeout | null = null;
  #shown = false;
  constructor(on: boolean) {
    this.#on = on;
  }
  start(): void {
    if (!this.#on) return;
    this.stop();
    const began = Date.now();
    this.#timer = setInterval(() => {
      this.#shown = true;
      process.stdout.write(`\r\x1b[2Kworking for ${Math.round((Date.now() - began) / 1000)} s, Ctrl+C stops`);
    }, 1000);
    // The line must not keep a finished conversation alive.
    this.#timer.unref();
  }
  stop(): void {
    if (this.#timer) clearInterval(this.#timer);
    this.#timer = null;
    if (this.#shown) process.stdout.write('\r\x1b[2K');
    this.#shown = false;
  }
}
