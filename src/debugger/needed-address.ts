import { UsageError } from '../bytes/errors.ts';
import type { Address } from '../memory/space.ts';
import { addressArgument } from './address-argument.ts';
import { type Expression, parseWhole } from './expression-syntax.ts';
import type { Session } from './session.ts';

/** A command's only argument, an address that cannot be left out; `what` is missing without it. */
export function neededAddress(args: string, session: Session, command: string, what: string): Expression {
  void session.target;
  if (args.trim() === '') throw new UsageError(command, `Missing ${what}, as in ${command} @$csp`, args.length);
  return parseWhole(args, session.reading);
}

/** What lies at a command's address argument; a UsageError that names `what` where it is not in the dump. */
export async function needAt<T>(
  session: Session,
  expression: Expression,
  command: string,
  what: string,
  read: (at: Address) => T | null,
): Promise<T> {
  const at = await addressArgument(session, expression, command);
  const found = read(at);
  if (found !== null) return found;
  throw new UsageError(command, `no ${what} is at this address, or it is not in the dump`, 0);
}
