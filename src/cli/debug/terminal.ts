import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { createSupportsHyperlinks } from 'supports-hyperlinks';
import { printable } from '../../bytes/text.ts';
import { terminal } from '../terminal.ts';
import { Conversation } from './conversation.ts';
import type { Front } from './front.ts';
import { JsonFront } from './json-front.ts';
import type { DebugStart } from './messages.ts';
import { Notebook } from './notebook.ts';
import { Painter } from './painter.ts';
import { PersonFront } from './person-front.ts';
import { PipeFront } from './pipe-front.ts';
import { SharedWords } from './shared-words.ts';

export interface DebugOptions {
  readonly symbols?: string[];
  readonly images?: string[];
  readonly forceSymbols?: boolean;
  readonly json?: boolean;
  readonly pager?: boolean;
  readonly mouse?: boolean;
  readonly notebook?: string;
}

/** A conversation over dumps: with a person at a terminal, or over pipes, a command a line. Yields the exit status. */
export async function runDebug(paths: readonly string[], options: DebugOptions): Promise<number> {
  const notebook = new Notebook();
  if (options.notebook !== undefined && !keep(notebook, options.notebook)) return 1;
  const front = frontFor(options);
  const words = new SharedWords();
  const start: DebugStart = {
    debugger: true,
    paths,
    symbols: options.symbols ?? null,
    images: options.images ?? null,
    forceSymbols: options.forceSymbols ?? false,
    json: options.json ?? false,
    mouse: options.mouse ?? false,
    person: front.isPerson,
    shared: words.buffer,
  };
  // The command line is one entry; in a worker it becomes the debugger's side.
  const worker = new Worker(process.argv[1]!, {
    workerData: start,
    stdout: false,
    stderr: false,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
  });
  const conversation = new Conversation(worker, words, front, notebook);
  const leave = (status: number) => () => conversation.leave(status);
  process.on('SIGTERM', leave(SIGNALLED + 15));
  process.on('SIGHUP', leave(SIGNALLED + 1));
  if (process.platform !== 'win32') process.on('SIGQUIT', leave(SIGNALLED + 3));
  // Whoever read the output has gone: there is nobody to talk to.
  process.stdout.on('error', leave(0));
  return conversation.run();
}

/** Room for what a command makes and drops: with a worker's usual few, collecting it took a fifth of the time. */
const YOUNG_MEGABYTES = 96;

/** What shells add to the number of the signal that ended a program. */
const SIGNALLED = 128;

function frontFor(options: DebugOptions): Front {
  if (options.json) return new JsonFront();
  const atTerminal = (process.stdin.isTTY ?? false) && (process.stdout.isTTY ?? false);
  const painter = new Painter(terminal().color, createSupportsHyperlinks(process.stdout));
  if (!atTerminal || process.env['TERM'] === 'dumb') return new PipeFront(painter, atTerminal);
  return new PersonFront(painter, { pager: options.pager ?? true, mouse: options.mouse ?? false });
}

function keep(notebook: Notebook, path: string): boolean {
  try {
    notebook.save(path, existsSync(path) ? 'append' : 'new');
    return true;
  } catch (error) {
    process.stderr.write(`memoretics: ${printable(path)} cannot be written: ${(error as Error).message}\n`);
    return false;
  }
}
