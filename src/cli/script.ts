import { existsSync, realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { SourceError } from '../bytes/errors.ts';
import { decodeUtf8 } from '../bytes/text.ts';
import { setScriptContext } from '../library/script-context.ts';
import { openStandardInput } from '../platform/node/standard-input.ts';
import { printableLines } from './printable-lines.ts';
import { startDeadline } from './script-deadline.ts';
import { reportFailure, reportLateFailures } from './script-failure.ts';
import { installModuleHooks, type VirtualScript } from './script-modules.ts';
import type { SymbolOptions } from './symbol-finder.ts';

/** What a promise that nobody fulfils leaves behind: Node's own status for it. */
const UNFINISHED = 13;
/** Timers of Node count milliseconds in 31 bits. */
const MOST_SECONDS = 2 ** 31 / 1000;
const LARGEST_SCRIPT = 16 << 20;
const KINDS = '.ts, .mts, .cts, .js, .mjs or .cjs';

export interface ScriptOptions extends SymbolOptions {
  /** Seconds as typed. */
  readonly timeout?: string;
}

/** Runs a script in TypeScript or JavaScript, over a dump where one is given; the script imports `memoretics`. Yields the exit status. */
export async function runScript(
  file: string,
  dump: string | null,
  args: readonly string[],
  options: ScriptOptions,
): Promise<number> {
  const script = file === '-' ? standardInput(dump) : scriptFile(file);
  if (typeof script === 'string') return refuse(script);
  const seconds = options.timeout === undefined ? null : Number(options.timeout);
  if (seconds !== null && !(seconds > 0 && seconds < MOST_SECONDS))
    return refuse(`--timeout takes seconds, not ${printableLines(options.timeout ?? '')}`);
  const folder = resolve(realpathSync(process.argv[1]!), '..');
  installModuleHooks(folder, script.virtual);
  setScriptContext({
    dump,
    args,
    symbols: options.symbols ?? null,
    images: options.images ?? null,
    forceSymbols: options.forceSymbols ?? false,
  });
  process.argv = [process.execPath, script.path, ...(dump === null ? [] : [dump]), ...args];
  const name = printableLines(file === '-' ? 'the script' : file);
  if (seconds !== null) startDeadline(seconds, `memoretics: ${name} was stopped after ${seconds} s\n`);
  let finished = false;
  process.once('beforeExit', () => {
    if (finished) return;
    process.stderr.write(`memoretics: ${name} ended while it awaited something that never came\n`);
    process.exitCode = UNFINISHED;
  });
  const stopReporting = reportLateFailures(folder);
  try {
    await import(/* @vite-ignore */ pathToFileURL(script.path).href);
    return Number(process.exitCode ?? 0);
  } catch (error) {
    reportFailure(error, folder, stopReporting);
    return 1;
  } finally {
    finished = true;
  }
}

function refuse(why: string): number {
  process.stderr.write(`memoretics: ${why}\n`);
  return 1;
}

interface Script {
  readonly path: string;
  /** The script where it is no file. */
  readonly virtual: VirtualScript | null;
}

function scriptFile(file: string): Script | string {
  const path = resolve(file);
  if (!existsSync(path)) return `${printableLines(file)}: there is no such file`;
  return /\.[mc]?[jt]s$/i.test(path)
    ? { path, virtual: null }
    : `${printableLines(file)}: a script is a ${KINDS} file; WinDbg scripts are run by memoretics run --script`;
}

/** What standard input holds, as if it were a file of the current folder: its imports are found from there. */
function standardInput(dump: string | null): Script | string {
  if (dump === '-') return 'script and dump cannot both be standard input';
  const path = resolve('[standard-input].mts');
  try {
    const input = openStandardInput({ maxBytes: LARGEST_SCRIPT, maxInMemory: LARGEST_SCRIPT });
    const source = decodeUtf8(input.read(0, input.size), true);
    input.close();
    return { path, virtual: { url: pathToFileURL(path).href, source } };
  } catch (error) {
    if (error instanceof SourceError) return error.message;
    throw error;
  }
}
