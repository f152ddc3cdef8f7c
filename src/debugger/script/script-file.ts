import { SourceError } from '../../bytes/errors.ts';
import type { Session } from '../session.ts';
import type { ScriptForm } from './statement.ts';

/** The words behind the name of a `$$>a<` script: separated by blanks, those in quotes as one, without them. */
export function argumentsOf(text: string): readonly string[] {
  return (text.match(/"[^"]*"|[^\s"]\S*/g) ?? []).map((word) => word.replace(/^"(.*)"$/s, '$1'));
}

const ARGUMENT = /\$\{(?:\/([dfnv]):)?\$arg(\d+)\}|\$arg(\d+)/g;

/**
 * A script with its arguments in place of `$arg1`, `${$arg1}` and the options of `${ }`: `/d` 1 or 0, `/f` empty where the
 * argument is missing, `/n` the name, `/v` as it stands.
 */
export function withArguments(text: string, args: readonly string[]): string {
  return text.replace(ARGUMENT, (whole, option?: string, braced?: string, bare?: string) => {
    const value = args[Number(braced ?? bare) - 1];
    if (option === 'd') return value === undefined ? '0' : '1';
    if (option === 'v') return whole;
    if (option === 'f') return value ?? '';
    if (value === undefined) return whole;
    return option === 'n' ? `$arg${braced}` : value;
  });
}

/** Whether the lines of a file are commands each for itself; the other forms make one block of them. */
export function isLineByLine(form: ScriptForm): boolean {
  return form === '$<' || form === '$$<';
}

/** A script's text with plain line ends; throws SourceError in the debugger's words. */
export function scriptText(session: Session, path: string): string {
  try {
    return fileText(session, path).replace(/\r\n?/g, '\n');
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    throw new SourceError(path, `Command file execution failed, ${error.message}`);
  }
}

/** Text of a file on the user's machine; throws SourceError. */
export function fileText(session: Session, path: string): string {
  if (!session.readText) throw new SourceError(path, 'files cannot be read here');
  return session.readText(path);
}
