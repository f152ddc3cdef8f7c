import { fact, known, missing } from './case.ts';
import { logFact } from './log.ts';

/** Whether the snapshot is of a process (`user`) or of the system (`kernel`). */
export const modeFact = fact<'user' | 'kernel'>('mode', (theCase) => {
  const { kind } = theCase.source;
  if (kind === 'user-minidump' || kind === 'user-full-dump') return known('user', 'file format');
  if (kind !== 'debugger-log') return known('kernel', 'file format');
  const log = logFact(theCase);
  if (!log.known) return log;
  const { mode } = log.value;
  return mode
    ? known(mode, 'prompts and banner of the log')
    : missing('whether the log is of a process or of the system');
});
