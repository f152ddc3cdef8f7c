import { UsageError } from '../bytes/errors.ts';
import type { Address } from '../memory/space.ts';
import type { Expression } from './expression-syntax.ts';
import { expressionIn } from './scope.ts';
import type { Session } from './session.ts';

/** The value of a command's address argument as an engine address; a UsageError when it can be none. */
export async function addressArgument(session: Session, expression: Expression, command: string): Promise<Address> {
  const value = await expressionIn(session, expression);
  const at = session.address(value);
  if (at === null) throw new UsageError(command, `0x${value.toString(16)} is not a canonical address`, 0);
  return at;
}
