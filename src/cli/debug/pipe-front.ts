import { createInterface, type Interface } from 'node:readline';
import { printable } from '../../bytes/text.ts';
import type { Entry, Front, FrontHost, OutcomeReply } from './front.ts';
import { Pager } from './pager.ts';
import type { Painter } from './painter.ts';

/** What shells say of a program that Ctrl+C ended. */
export const STOPPED_BY_USER = 130;

/**
 * Text over pipes, a command a line, each shown behind its prompt as if it had been typed; and the same at a terminal
 * that can do no more than print (TERM=dumb).
 */
export class PipeFront implements Front {
  readonly isJson = false;
  readonly isPerson = false;
  readonly #painter: Painter;
  readonly #pager: Pager;
  /** At a terminal the prompt stands before the line is typed. */
  readonly #atTerminal: boolean;
  #lines: Interface | null = null;
  constructor(painter: Painter, atTerminal: boolean) {
    this.#painter = painter;
    this.#atTerminal = atTerminal;
    const write = (text: string) => void process.stdout.write(text);
    this.#pager = new Pager(
      { write, shown: () => {}, left: () => {}, rows: () => 24, columns: () => 80, keyboard: null },
      false,
    );
  }
  start(host: FrontHost): void {
    const lines = createInterface({ input: process.stdin, terminal: false });
    this.#lines = lines;
    lines.on('line', (text) => host.take({ text, id: null }));
    lines.on('close', () => host.end());
    process.on('SIGINT', () => {
      if (!this.#atTerminal) host.leave(STOPPED_BY_USER);
      else {
        process.stdout.write('\n');
        if (!host.cancelBlock()) host.interrupt();
      }
    });
  }
  banner(text: string): Promise<void> {
    return this.#pager.write(this.#painter.lines({ text, links: [] }));
  }
  ask(prompt: string, continued: boolean): void {
    if (this.#atTerminal) process.stdout.write(continued ? '... ' : printable(prompt));
  }
  begin({ text }: Entry, prompt: string): void {
    if (!this.#atTerminal) process.stdout.write(`${printable(prompt)}${text}\n`);
  }
  show(_: Entry, outcome: OutcomeReply): Promise<void> {
    return this.#pager.write(outcome.error ? this.#painter.failure(outcome.text) : this.#painter.lines(outcome));
  }
  done(): Promise<void> {
    return this.#pager.settled();
  }
  close(): void {
    this.#lines?.close();
    process.stdin.destroy();
  }
}
