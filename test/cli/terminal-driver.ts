import { execFileSync, spawnSync } from 'node:child_process';

export const hasTmux = spawnSync('tmux', ['-V']).status === 0;
export const NEEDS_TMUX = hasTmux ? '' : ' (needs tmux: apt-get install tmux)';

/** Loaded machines are slow; nothing here waits longer than it must. */
const PATIENCE_MS = 30_000;

/** A terminal that is driven as a person would: keys in, the screen out. */
export class Terminal {
  readonly #socket = `memoretics-${process.pid}-${Math.random().toString(36).slice(2, 8)}`;
  open(command: string, { columns = 100, rows = 30 } = {}): void {
    this.close();
    const size = ['-x', String(columns), '-y', String(rows)];
    this.#tmux('new-session', '-d', '-s', 'm', ...size, command);
    // What the program leaves on the screen can still be looked at when it has ended.
    this.#tmux('set-option', '-g', 'remain-on-exit', 'on');
  }
  close(): void {
    spawnSync('tmux', ['-L', this.#socket, 'kill-server']);
  }
  /** Keys by tmux's names: `Enter`, `C-c`, `Tab`; other words are typed. */
  keys(...keys: string[]): void {
    this.#tmux('send-keys', '-t', 'm', ...keys);
  }
  type(text: string): void {
    this.#tmux('send-keys', '-t', 'm', '-l', text);
  }
  line(text: string): void {
    this.type(text);
    this.keys('Enter');
  }
  /** As a terminal pastes where the program asked for bracketed pastes. */
  paste(text: string): void {
    this.#tmux('set-buffer', text);
    this.#tmux('paste-buffer', '-p', '-t', 'm');
  }
  resize(columns: number, rows: number): void {
    this.#tmux('resize-window', '-t', 'm', '-x', String(columns), '-y', String(rows));
  }
  screen(...options: string[]): string {
    return this.#tmux('capture-pane', '-p', ...options, '-t', 'm');
  }
  /** Waits for the screen to show something; a terminal has no other way to say that it is done. */
  async shows(wanted: RegExp, ...options: string[]): Promise<string> {
    const end = Date.now() + PATIENCE_MS;
    for (;;) {
      const seen = this.screen(...options);
      if (wanted.test(seen)) return seen;
      if (Date.now() > end) throw new Error(`the screen never showed ${wanted}:\n${seen}`);
      await new Promise((resume) => setTimeout(resume, 40));
    }
  }
  #tmux(...words: string[]): string {
    return execFileSync('tmux', ['-L', this.#socket, '-f', '/dev/null', ...words], { encoding: 'utf8' });
  }
}
