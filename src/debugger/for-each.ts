import { UsageError } from '../bytes/errors.ts';
import type { Outcome } from './outcome.ts';
import type { Session } from './session.ts';
import type { Text } from './text.ts';

/** What a command that runs another one for each item takes: the other one, with or without quotes. */
export interface ForEach {
  readonly line: string;
  /** What stands behind the closing quote, to run once at the end; such commands are given the rest of their line. */
  readonly after: string;
}

export interface ForEachData {
  /** In the order of the items. */
  readonly outcomes: readonly Outcome[];
  /** Why items may be missing, for people; null when the list is whole. */
  readonly broken: string | null;
}

/** The command line to run; without one, `usual`. */
export function parseForEach(args: string, usual: string): ForEach {
  const text = args.trim();
  // Within the quotes others are written \" and a backslash before them \\; quotes that are not end the text at its last.
  const escaped = /^"((?:\\.|[^"\\])*)"\s*(?:;(.*))?$/s.exec(text);
  if (escaped) return { line: escaped[1]!.replace(/\\(["\\])/g, '$1'), after: escaped[2]?.trim() ?? '' };
  const quoted = /^"(.*?)"\s*(?:;(.*))?$/s.exec(text);
  if (quoted) return { line: quoted[1]!, after: quoted[2]?.trim() ?? '' };
  return { line: text === '' ? usual : text, after: '' };
}

/** Runs a line once for each set of values, with `@#Name` and `${@#Name}` replaced by them. */
export async function runForEach(
  session: Session,
  command: string,
  { line, after }: ForEach,
  items: Iterable<Readonly<Record<string, string>>>,
  broken: string | null = null,
): Promise<ForEachData> {
  const { runLine } = session;
  if (!runLine) throw new UsageError(command, 'commands cannot be run from here');
  const outcomes: Outcome[] = [];
  for (const values of items) outcomes.push(await runLine(replaced(line, values)));
  if (after !== '') outcomes.push(await runLine(after));
  return { outcomes, broken };
}

export function writeForEach(text: Text, { outcomes, broken }: ForEachData): void {
  for (const outcome of outcomes) text.append(outcome);
  if (broken !== null) text.line(`Not all may be here: ${broken}`);
}

function replaced(line: string, values: Readonly<Record<string, string>>): string {
  const byName = new Map(Object.entries(values).map(([name, value]) => [name.toLowerCase(), value]));
  return line.replace(/\$\{@#(\w+)\}|@#(\w+)/g, (whole, braced?: string, bare?: string) => {
    return byName.get((braced ?? bare ?? '').toLowerCase()) ?? whole;
  });
}
