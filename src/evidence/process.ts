import { toUnsigned } from '../memory/space.ts';
import type { ProcessSummary } from '../windows/summary.ts';
import { fact, known, missing } from './case.ts';
import { logFact, logPlace } from './log.ts';

/** The process the failure happened in. */
export const processFact = fact<ProcessSummary>('process', (theCase) => {
  const { target } = theCase;
  if (target) {
    if (!target.process) return missing('the current process');
    const { name, id, address } = target.process;
    return known({ name, id, address: address === null ? null : toUnsigned(address) }, 'dump');
  }
  const log = logFact(theCase);
  if (!log.known) return log;
  return log.value.process
    ? known(log.value.process, logPlace(theCase, 'process'))
    : missing('the process', '!process -1 0');
});
