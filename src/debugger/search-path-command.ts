import { UsageError } from '../bytes/errors.ts';
import { parseSearchPath } from '../symbols/search-path.ts';
import type { Session } from './session.ts';
import type { Text } from './text.ts';

/** What a path command was given: `.sympath`, `.sympath X`, `.sympath+ X`. */
export interface PathOptions {
  /** Null only shows the path. */
  readonly path: string | null;
  readonly append: boolean;
}

export interface PathData {
  /** Null when the host does not tell. */
  readonly path: string | null;
  readonly elements: readonly {
    readonly text: string;
    /** `Deferred` for what is asked when symbols are needed, `?` where the host cannot look. */
    readonly state: 'OK' | 'Error' | 'Deferred' | '?';
  }[];
}

export function parsePathOptions(args: string): PathOptions {
  const append = args.startsWith('+');
  const path = args.slice(append ? 1 : 0).trim();
  return { path: path === '' ? null : path, append };
}

/** Looks elsewhere for symbols or images; modules that have found none, or only exports, are looked for again. */
export function changePath(
  session: Session,
  kind: 'symbols' | 'images',
  { path, append }: PathOptions,
  command: string,
): void {
  if (path === null) return;
  if (!session.changePath)
    throw new UsageError(command, 'the path is given when memoretics starts: --symbols, --images', 0);
  session.changePath(kind, path, append);
  const found = [...session.theCase.symbols].filter(([, { table }]) => table && table.finder !== 'exports');
  session.replaceCase({ ...session.theCase, symbols: new Map(found) });
}

/** A path with what can be said of each of its elements. */
export function viewPath(session: Session, path: string | null): PathData {
  const texts = path === null || path === '' ? [] : path.split(';');
  return {
    path,
    elements: texts.map((text) => {
      const element = parseSearchPath(text).elements[0];
      if (element?.kind !== 'directory') return { text, state: 'Deferred' };
      if (!session.hasFolder) return { text, state: '?' };
      return { text, state: session.hasFolder(element.path) ? 'OK' : 'Error' };
    }),
  };
}

/** `label` begins a sentence: `Symbol search path`. */
export function writePath(text: Text, label: string, { path, elements }: PathData): void {
  text.line(`${label} is: ${path === null ? '<not known here>' : path === '' ? '<empty>' : path}`);
  text.line(`Expanded ${label} is: ${path?.toLowerCase() ?? ''}`);
  if (elements.length === 0) return;
  text.line();
  text.line('************* Path validation summary **************');
  text.line('Response                         Time (ms)     Location');
  for (const { state, text: place } of elements) text.line(`${state.padEnd(46)} ${place}`);
}
