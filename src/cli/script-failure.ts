import { existsSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { inspect } from 'node:util';
import { printableLines } from './printable-lines.ts';

const MOST_CAUSES = 8;
/** What a module may be named like that is imported without its extension, or with that of the compiled file. */
const EXTENSIONS = ['.ts', '.mts', '.js', '.mjs', '.cts', '.cjs', '.json'];

/** Tells on standard error what a script threw. `stopReporting` ends what `reportLateFailures` began. */
export function reportFailure(error: unknown, folder: string, stopReporting: () => void): void {
  // Of a file that cannot be parsed, nobody but Node knows the line, and tells it only of what is not caught.
  if (error instanceof SyntaxError && isUnplaced(error.stack ?? '')) {
    error.stack = `SyntaxError: ${error.message}`;
    stopReporting();
    process.nextTick(() => {
      throw error;
    });
    return;
  }
  process.stderr.write(`${printableLines(failureText(error, folder))}\n`);
}

/** Tells the same of what is thrown after the script was read: in timers, in promises that nobody awaits. */
export function reportLateFailures(folder: string): () => void {
  const report = (error: unknown): void => {
    // A script with a handler of its own knows what it does.
    if (process.listenerCount('uncaughtException') > 1) return;
    process.stderr.write(`${printableLines(failureText(error, folder))}\n`);
    process.exit(1);
  };
  process.on('uncaughtException', report);
  return () => process.off('uncaughtException', report);
}

/** The message and the author's own lines; those of Node and of memoretics below them are nothing to the author. */
export function failureText(error: unknown, folder: string): string {
  const parts: string[] = [];
  let each = error;
  while (each instanceof Error && parts.length < MOST_CAUSES) {
    parts.push(`${parts.length > 0 ? 'caused by ' : ''}${ownStack(each, folder)}${hint(each)}`);
    each = each.cause;
  }
  if (each !== undefined || parts.length === 0)
    parts.push(`${parts.length > 0 ? 'caused by ' : ''}${typeof each === 'string' ? each : inspect(each)}`);
  return parts.join('\n');
}

/** Whether a stack neither begins with a place nor has a frame outside of Node. */
function isUnplaced(stack: string): boolean {
  const lines = stack.split('\n');
  return lines.every((line) => (isFrame(line) ? line.includes('node:') : !/:\d+/.test(line)));
}

const isFrame = (line: string) => /^ {4}at /.test(line);

function ownStack(error: Error, folder: string): string {
  const stack = typeof error.stack === 'string' ? error.stack : `${error.name}: ${error.message}`;
  const lines = stack.split('\n');
  const isForeign = (line: string) =>
    isFrame(line) && (line.includes('node:') || line.includes(folder) || line.includes(pathToFileURL(folder).href));
  const own = lines.filter((line) => !isForeign(line));
  // What memoretics threw without meaning to is shown whole: it is a defect to report.
  const isOurs = !('code' in error) && !(error instanceof SyntaxError) && lines.find(isFrame)?.includes(folder);
  return (isOurs && !own.some(isFrame) ? lines : own).join('\n');
}

/** The file that was probably meant by an import that found none; empty where there is none. */
function hint(error: Error): string {
  const { code, url } = error as Error & { readonly code?: unknown; readonly url?: unknown };
  if (code !== 'ERR_MODULE_NOT_FOUND') return '';
  const named = /^Cannot find module '([^']+)'/.exec(error.message)?.[1];
  const path = typeof url === 'string' && url.startsWith('file:') ? fileURLToPath(url) : named;
  if (path === undefined) return '';
  const bare = EXTENSIONS.includes(extname(path)) ? path.slice(0, -extname(path).length) : path;
  const candidates = [
    ...EXTENSIONS.map((extension) => bare + extension),
    join(path, 'index.ts'),
    join(path, 'index.js'),
  ];
  const meant = candidates.find((candidate) => existsSync(candidate));
  if (meant === undefined) return '';
  const relative = dirname(meant) === dirname(path) ? basename(meant) : `${basename(path)}/${basename(meant)}`;
  return `\nImports name the file with its extension: did you mean ${relative}?`;
}
