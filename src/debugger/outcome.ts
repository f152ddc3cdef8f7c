import { type MemoreticsError, UsageError } from '../bytes/errors.ts';
import { CommandError } from './expression-syntax.ts';
import { Text, type TextLink } from './text.ts';

/** What one command line gave, as `memoretics run --json` prints it. */
export interface Outcome {
  readonly command: string;
  readonly data: unknown;
  readonly text: string;
  readonly error: { readonly code: string; readonly message: string; readonly position: number | null } | null;
  /** Places in the text that can be followed. */
  readonly links?: readonly TextLink[];
}

/** What a command gave that failed: its words under a caret, where the error has a column behind `argsAt`. */
export function failedOutcome(command: string, error: MemoreticsError, argsAt: number): Outcome {
  const position = error instanceof UsageError && error.position !== null ? Math.max(0, error.position + argsAt) : null;
  const caret = position === null ? '' : `${' '.repeat(position)}^ `;
  const message = error instanceof CommandError ? `${error.words} in '${command}'` : error.message;
  return { command, data: null, text: `${caret}${message}\n`, error: { code: error.code, message, position } };
}

/** The outcomes of several commands as that of the line they stand on. */
export function joinedOutcome(line: string, parts: readonly Outcome[]): Outcome {
  const text = new Text();
  for (const part of parts) text.append(part);
  return {
    command: line,
    data: parts.map(({ data }) => data),
    text: text.toString(),
    error: parts.find(({ error }) => error !== null)?.error ?? null,
    ...(text.links.length > 0 ? { links: text.links } : {}),
  };
}
