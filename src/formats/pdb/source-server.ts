import { decodeUtf8 } from '../../bytes/text.ts';
import type { Pdb } from './pdb.ts';

/** Where sources can be fetched, as the build recorded it; plain data, nothing is executed or downloaded. */
export interface SourceServer {
  /** The `srcsrv` stream's variables, by lower-case name. */
  readonly variables: ReadonlyMap<string, string>;
  /** Its source files: the path at build time, and all `*`-separated fields of the line. */
  readonly files: readonly { readonly path: string; readonly fields: readonly string[] }[];
  /** The Source Link JSON, when there is one, as text. */
  readonly sourceLink: string | null;
}

const MOST_TEXT = 64 << 20;

function text(pdb: Pdb, name: string): string | null {
  const stream = pdb.namedStream(name);
  return stream === null ? null : decodeUtf8(stream.read(0, Math.min(stream.size, MOST_TEXT)));
}

/** The source-server stream and Source Link document of a PDB, or null when it has neither. */
export function sourceServer(pdb: Pdb): SourceServer | null {
  const stream = text(pdb, 'srcsrv');
  const sourceLink = text(pdb, 'sourcelink') ?? text(pdb, 'sourcelink$1');
  if (stream === null && sourceLink === null) return null;
  const variables = new Map<string, string>();
  const files: { path: string; fields: string[] }[] = [];
  let part = '';
  for (const line of (stream ?? '').split(/\r?\n/)) {
    const heading = /^SRCSRV:\s*(ini|variables|source files|end)\b/i.exec(line);
    if (heading) part = heading[1]!.toLowerCase();
    else if (line === '') continue;
    else if (part === 'source files') {
      const fields = line.split('*');
      files.push({ path: fields[0] ?? '', fields });
    } else if (part === 'ini' || part === 'variables') {
      const equals = line.indexOf('=');
      if (equals > 0) variables.set(line.slice(0, equals).trim().toLowerCase(), line.slice(equals + 1));
    }
  }
  return { variables, files, sourceLink };
}

/**
 * A source-server expression with its `%variables%` and `%fnfile%(...)`, `%fnbksl%(...)`, `%fnvar%(...)` functions
 * replaced, for one file of the list; null when it refers to itself without end.
 */
export function sourceServerTarget(
  server: SourceServer,
  fields: readonly string[],
  expression = '%srcsrvtrg%',
): string | null {
  const variables = new Map(server.variables);
  for (const [index, field] of fields.entries()) variables.set(`var${index + 1}`, field);
  let steps = 0;
  let value = expression;
  while (steps++ < 256 && value.length < 1 << 16) {
    const call = /%(fnfile|fnbksl|fnvar)%\(([^()%]*)\)/i.exec(value);
    if (call) {
      const argument = call[2] ?? '';
      const name = call[1]!.toLowerCase();
      const result =
        name === 'fnfile'
          ? argument.slice(Math.max(argument.lastIndexOf('\\'), argument.lastIndexOf('/')) + 1)
          : name === 'fnbksl'
            ? argument.replaceAll('/', '\\')
            : (variables.get(argument.toLowerCase()) ?? '');
      value = value.slice(0, call.index) + result + value.slice(call.index + call[0].length);
      continue;
    }
    let found = false;
    for (const match of value.matchAll(/%([^%()]+)%/g)) {
      const replacement = variables.get(match[1]!.toLowerCase());
      if (replacement === undefined) continue;
      value = value.slice(0, match.index) + replacement + value.slice(match.index + match[0].length);
      found = true;
      break;
    }
    if (!found) return value;
  }
  return null;
}
