import { createInterface, type Interface } from 'node:readline';
import type { Entry, Front, FrontHost, OutcomeReply } from './front.ts';
import { STOPPED_BY_USER } from './pipe-front.ts';

/**
 * JSON Lines for programs. A line of input is a command, or `{"id":…,"command":"…"}`, or `{"interrupt":true}`. Each
 * command that runs gives one object; the last of a request has `done`, and the prompt.
 */
export class JsonFront implements Front {
  readonly isJson = true;
  readonly isPerson = false;
  #lines: Interface | null = null;
  #count = 0;
  /** The outcome that may be the last one of its request. */
  #held: OutcomeReply | null = null;
  start(host: FrontHost): void {
    const lines = createInterface({ input: process.stdin });
    this.#lines = lines;
    lines.on('line', (line) => {
      const request = requestOf(line);
      if (request?.interrupt === true) host.interrupt();
      else if (request) host.take({ text: request.command ?? '', id: request.id ?? null, isWhole: true });
      else host.take({ text: line, id: ++this.#count });
    });
    lines.on('close', () => host.end());
    process.on('SIGINT', () => {
      if (!host.interrupt()) host.leave(STOPPED_BY_USER);
    });
  }
  banner(): Promise<void> {
    return Promise.resolve();
  }
  ask(): void {}
  begin(): void {}
  show(entry: Entry, outcome: OutcomeReply): Promise<void> {
    if (this.#held) write(entry, this.#held, { done: false, interrupted: false, prompt: null });
    this.#held = outcome;
    return Promise.resolve();
  }
  done(entry: Entry, { prompt, interrupted }: { prompt: string | null; interrupted: boolean }): Promise<void> {
    const last = this.#held ?? { command: entry.text, text: '', links: [], data: null, error: null };
    this.#held = null;
    write(entry, last, { done: true, interrupted, prompt });
    return Promise.resolve();
  }
  close(): void {
    this.#lines?.close();
    process.stdin.destroy();
  }
}

interface JsonRequest {
  readonly id?: unknown;
  readonly command?: string;
  readonly interrupt?: boolean;
}

/** A request in JSON; null for a line that is a command itself. A block of commands begins with a brace, too. */
function requestOf(line: string): JsonRequest | null {
  if (!/^\s*\{\s*"/.test(line)) return null;
  try {
    const { id, command, interrupt } = JSON.parse(line) as Record<string, unknown>;
    if (interrupt === true) return { interrupt };
    return typeof command === 'string' ? { id, command } : null;
  } catch {
    return null;
  }
}

function write(
  { id }: Entry,
  { command, text, links, data, error }: Omit<OutcomeReply, 'kind'>,
  end: { readonly done: boolean; readonly interrupted: boolean; readonly prompt: string | null },
): void {
  const head = JSON.stringify({ id, command, text, error, ...(links.length > 0 ? { links } : {}), ...end });
  process.stdout.write(`${head.slice(0, -1)},"data":${data ?? 'null'}}\n`);
}
