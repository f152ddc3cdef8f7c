import { UsageError } from '../bytes/errors.ts';
import { type Expression, parseWhole } from './expression-syntax.ts';
import type { Session } from './session.ts';

/** A command's only argument as an expression; null when there is none. */
export function optionalExpression(args: string, session: Session): Expression | null {
  void session.target;
  return args.trim() === '' ? null : parseWhole(args, session.reading);
}

/** A command without arguments: anything else is a usage error. */
export function noArguments(args: string, command: string): void {
  const extra = args.search(/\S/);
  if (extra >= 0) throw new UsageError(command, `Syntax error: ${command} takes no arguments`, extra);
}
