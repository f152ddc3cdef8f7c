import type { PoolUse } from '../windows/pool.ts';
import { readPoolUse } from '../windows/pool-tag-reader.ts';
import { type Answer, type Case, fact, known, missing } from './case.ts';
import { kernelFact } from './kernel.ts';
import { logFact } from './log.ts';

/** What each pool tag has allocated. */
export const poolUseFact = fact<PoolUse>('poolUse', (theCase) => {
  if (!theCase.target) return fromLog(theCase);
  const kernel = kernelFact(theCase);
  if (!kernel.known) return kernel;
  if (theCase.target.kind === 'kernel-triage-dump')
    return missing('the use of pool by tags: not in a triage dump', null);
  const use = readPoolUse(kernel.value);
  return use && use.tags.length > 0
    ? known(use, 'PoolTrackTable')
    : missing('the use of pool by tags: PoolTrackTable is not in the dump or not in the symbols');
});

function fromLog(theCase: Case): Answer<PoolUse> {
  const log = logFact(theCase);
  if (!log.known) return log;
  // The longest list tells most; totals of several are of different sorting only.
  const { poolUses } = log.value.objects;
  const [first, ...more] = poolUses;
  if (!first) return missing('the use of pool by tags', '!poolused 2');
  return known(
    more.reduce((best, use) => (use.tags.length > best.tags.length ? use : best), first),
    'log',
  );
}
