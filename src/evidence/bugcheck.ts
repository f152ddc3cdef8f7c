import type { BugCheckSummary } from '../windows/summary.ts';
import { fact, known, missing } from './case.ts';
import { logFact, logPlace } from './log.ts';

/** The system's bug check; the value null means that the source says there was none. */
export const bugcheckFact = fact<BugCheckSummary | null>('bugcheck', (theCase) => {
  const { target } = theCase;
  if (target) {
    if (target.kind === 'user-minidump' || target.kind === 'user-full-dump')
      return known(null, 'a process dump has no bug check');
    return target.bugcheck ? known(target.bugcheck, 'header of the dump') : missing('the bug check code in the header');
  }
  const log = logFact(theCase);
  if (!log.known) return log;
  if (log.value.bugcheck) return known(log.value.bugcheck, logPlace(theCase, 'bugcheck'));
  return log.value.mode === 'user' ? known(null, 'log of a process') : missing('a bug check in the log', '.bugcheck');
});
