import { UsageError } from '../bytes/errors.ts';
import type { Architecture } from '../machine/context.ts';
import type { Session } from './session.ts';

/**
 * Makes the registers and the stack of a processor mode those in force; a UsageError of `command` when the current
 * thread has none of them. A WOW64 thread begins in 32-bit mode: its 64-bit registers are set as a context.
 */
export function switchMachine(session: Session, wanted: Architecture, command: string): void {
  if (wanted === session.architecture) return;
  const { thread } = session;
  const contexts = [thread?.wow64Context ?? null, thread?.context ?? null];
  const context = contexts.find((each) => each?.architecture === wanted) ?? null;
  if (!context) throw new UsageError(command, `the current thread has no registers of ${wanted} in this dump`, 1);
  session.setContext(null);
  if (session.architecture !== wanted) session.setContext(context);
}
