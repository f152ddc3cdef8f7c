import { MemoreticsError, UsageError } from '../bytes/errors.ts';
import type { Module } from '../target/target.ts';
import { evaluateIn } from './scope.ts';
import type { Session } from './session.ts';

/** The module that an argument names, by name or by an address inside it; a UsageError when there is none. */
export async function moduleOf(session: Session, text: string, command: string): Promise<Module> {
  const named = session.moduleNamed(text);
  if (named) return named;
  try {
    const found = session.moduleAt(await evaluateIn(session, text));
    if (found) return found;
  } catch (error) {
    if (!(error instanceof MemoreticsError)) throw error;
  }
  throw new UsageError(command, `there is no module ${text}`, null);
}
