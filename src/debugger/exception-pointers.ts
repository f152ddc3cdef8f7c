import { UsageError } from '../bytes/errors.ts';
import { readContext } from '../machine/context-reader.ts';
import { readAvailable } from '../memory/space.ts';
import { type ExceptionView, readExceptionRecord, viewException, writeException } from './exception-view.ts';
import { addressText } from './names.ts';
import { writeRegisters } from './register-text.ts';
import { type RegisterView, viewRegisters } from './register-view.ts';
import type { Session } from './session.ts';
import type { Text } from './text.ts';

/** An exception record and a context record, where their addresses were in a structure. */
export interface ExceptionPointers {
  readonly pointerSize: 4 | 8;
  readonly record: bigint;
  /** Null where it is not in the dump. */
  readonly exception: ExceptionView | null;
  readonly context: bigint;
  readonly registers: RegisterView | null;
}

/** The largest CONTEXT record that is read: x64 with its extended state behind it. */
const CONTEXT_SIZE = 0x4d0 + 0x1000;

/** Reads both records and sets the context, as the debugger does; a UsageError where neither is in the dump. */
export async function enterExceptionPointers(
  session: Session,
  record: bigint,
  context: bigint,
  command: string,
): Promise<ExceptionPointers> {
  const raw = readExceptionRecord(session, record);
  const at = session.address(context);
  const found = at === null ? null : readContext(session.architecture, readAvailable(session.memory, at, CONTEXT_SIZE));
  if (!raw && !found)
    throw new UsageError(command, 'neither the exception record nor the context record is in the dump', 0);
  if (found) session.setContext(found);
  return {
    pointerSize: session.pointerSize,
    record,
    exception: raw && (await viewException(session, raw)),
    context,
    registers: found && (await viewRegisters(session, found)),
  };
}

export function writeExceptionPointers(text: Text, data: ExceptionPointers): void {
  text.line(`----- Exception record at ${addressText(data.record, data.pointerSize)}:`);
  if (data.exception) writeException(text, data.exception);
  else text.line('<not in the dump>');
  text.line();
  text.line(`----- Context record at ${addressText(data.context, data.pointerSize)}:`);
  if (data.registers) writeRegisters(text, data.registers);
  else text.line('<not in the dump>');
}
