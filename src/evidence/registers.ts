import { fact, known, missing } from './case.ts';
import { logFact } from './log.ts';

/** Registers at the failure by WinDbg's names, unsigned. */
export const registersFact = fact<ReadonlyMap<string, bigint>>('registers', (theCase) => {
  const { target } = theCase;
  if (target) {
    const context = target.exception?.context ?? target.currentThread?.context ?? null;
    return context
      ? known(context.registers, 'context record of the dump')
      : missing('the registers of the failing thread');
  }
  const log = logFact(theCase);
  if (!log.known) return log;
  return log.value.registers ? known(log.value.registers, 'log') : missing('the registers of the failing thread', 'r');
});
