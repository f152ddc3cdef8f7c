import { existsSync, realpathSync } from 'node:fs';
import * as module from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setScriptContext } from '../library/script-context.ts';
import { printableLines } from './printable-lines.ts';
import type { SymbolOptions } from './symbol-finder.ts';

/** What a promise that nobody fulfils leaves behind: Node's own status for it. */
const UNFINISHED = 13;

/** Runs a script in TypeScript or JavaScript over a dump; the script imports `memoretics`. Yields the exit status. */
export async function runScript(
  file: string,
  dump: string,
  args: readonly string[],
  options: SymbolOptions,
): Promise<number> {
  const path = resolve(file);
  if (!/\.m?[jt]s$/.test(path) || !existsSync(path)) {
    const why = existsSync(path) ? 'a script is a .ts, .mts, .js or .mjs file' : 'there is no such file';
    process.stderr.write(`memoretics: ${printableLines(file)}: ${why}\n`);
    return 1;
  }
  const entry = realpathSync(process.argv[1]!);
  installHooks(entry);
  setScriptContext({
    dump,
    args,
    symbols: options.symbols ?? null,
    images: options.images ?? null,
    forceSymbols: options.forceSymbols ?? false,
  });
  process.argv = [process.execPath, path, dump, ...args];
  let finished = false;
  process.once('beforeExit', () => {
    if (finished) return;
    process.stderr.write(`memoretics: ${printableLines(file)} ended while it awaited something that never came\n`);
    process.exitCode = UNFINISHED;
  });
  try {
    await import(/* @vite-ignore */ pathToFileURL(path).href);
    return Number(process.exitCode ?? 0);
  } catch (error) {
    // Node names the line of the file; the frames of memoretics below it are nothing to the author.
    process.stderr.write(`${printableLines(stackOf(error))}\n`);
    return 1;
  } finally {
    finished = true;
  }
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** Makes `memoretics` mean this installation, and TypeScript be understood where Node does not do so itself. */
function installHooks(entry: string): void {
  const library = new URL('index.mjs', pathToFileURL(entry)).href;
  const { registerHooks } = module as { registerHooks?: (hooks: Record<string, unknown>) => unknown };
  const stripsTypes = Boolean((process.features as { typescript?: unknown }).typescript);
  if (registerHooks && stripsTypes) {
    registerHooks({
      resolve: (specifier: string, context: unknown, next: (specifier: string, context: unknown) => unknown) =>
        specifier === 'memoretics' ? { url: library, shortCircuit: true } : next(specifier, context),
    });
    return;
  }
  module.register(new URL('script-hooks.mjs', pathToFileURL(entry)).href, { data: { library } });
}
