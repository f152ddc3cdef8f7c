import { readFile } from 'node:fs/promises';
import type { InitializeHook, LoadHook, ResolveHook } from 'node:module';
import { fileURLToPath } from 'node:url';
import { transformSync } from 'amaro';

// Node's own words for what `module.register` calls, in a thread of its own: where Node cannot strip types, this does.

let library = '';

/** Told where `memoretics` is, so that scripts anywhere can import it. */
export const initialize: InitializeHook<{ readonly library: string }> = (data) => {
  library = data.library;
};

export const resolve: ResolveHook = (specifier, context, next) =>
  specifier === 'memoretics' ? { url: library, shortCircuit: true } : next(specifier, context);

/** Types become blanks, so that lines and columns of errors are those of the file. */
export const load: LoadHook = async (url, context, next) => {
  if (!/^file:.*\.m?ts$/.test(url)) return next(url, context);
  const source = await readFile(fileURLToPath(url), 'utf8');
  try {
    return { format: 'module', source: transformSync(source, { mode: 'strip-only' }).code, shortCircuit: true };
  } catch (error) {
    throw new SyntaxError(`${fileURLToPath(url)}${placeOf(error)}`);
  }
};

/** What the stripper throws is no Error: a message and where it stands. */
function placeOf(error: unknown): string {
  const { message, startLine, startColumn } = (error ?? {}) as Readonly<Record<string, unknown>>;
  const line = typeof startLine === 'number' ? `:${startLine}:${Number(startColumn) + 1}` : '';
  return `${line}: ${typeof message === 'string' ? message : String(error)}`;
}
