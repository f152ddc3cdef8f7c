import { readFile } from 'node:fs/promises';
import type { InitializeHook, LoadHook, ResolveHook } from 'node:module';
import { fileURLToPath } from 'node:url';
import { transformSync } from 'amaro';
import type { HookData } from './script-modules.ts';

// Node's own words for what `module.register` calls, in a thread of its own: where Node cannot strip types, this does.

let library = '';
let virtual: HookData['virtual'] = null;

/** Told where `memoretics` is, so that scripts anywhere can import it. */
export const initialize: InitializeHook<HookData> = (data) => {
  ({ library, virtual } = data);
};

export const resolve: ResolveHook = (specifier, context, next) => {
  const url = specifier === 'memoretics' ? library : specifier;
  return url === library || url === virtual?.url ? { url, shortCircuit: true } : next(specifier, context);
};

/** Types become blanks, so that lines and columns of errors are those of the file. */
export const load: LoadHook = async (url, context, next) => {
  if (url === virtual?.url) return { format: 'module', source: stripped(virtual.source, url), shortCircuit: true };
  const kind = /^file:[^?#]*\.([mc]?)ts(?:[?#].*)?$/i.exec(url);
  if (kind) {
    const source = stripped(await readFile(fileURLToPath(url), 'utf8'), url);
    return { format: kind[1] === 'c' ? 'commonjs' : 'module', source, shortCircuit: true };
  }
  return next(url, context);
};

function stripped(source: string, url: string): string {
  try {
    return transformSync(source, { mode: 'strip-only' }).code;
  } catch (error) {
    throw new SyntaxError(`${fileURLToPath(url)}${placeOf(error)}`);
  }
}

/** What the stripper throws is no Error: a message and where it stands. */
function placeOf(error: unknown): string {
  const { message, startLine, startColumn } = (error ?? {}) as Readonly<Record<string, unknown>>;
  const line = typeof startLine === 'number' ? `:${startLine}:${Number(startColumn) + 1}` : '';
  return `${line}: ${typeof message === 'string' ? message : String(error)}`;
}
