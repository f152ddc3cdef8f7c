import { type BigPool, readBigPool } from '../windows/big-pool-reader.ts';
import type { PoolUse } from '../windows/pool.ts';
import { readPoolUse } from '../windows/pool-tag-reader.ts';
import { type Case, fact, known, missing } from './case.ts';
import { kernelFact } from './kernel.ts';

/** Pool use by tag since boot. */
export const poolUseFact = fact<PoolUse>('pool-use', (theCase) => {
  const kernel = wholeKernel(theCase, 'pool use by tag', '!poolused');
  if (!kernel.known) return kernel;
  const use = readPoolUse(kernel.value);
  if (!use) return missing('pool use by tag: the symbols of nt do not define _POOL_TRACKER_TABLE', null);
  if (use.tags.length === 0) return missing(`pool use by tag: ${use.lost ?? 'its tables are empty'}`, null);
  return known(use, 'PoolTrackTable');
});

/** Allocations of pool of a page and more, by address. */
export const bigPoolFact = fact<BigPool>('big-pool', (theCase) => {
  const kernel = wholeKernel(theCase, 'the table of large pool allocations', null);
  if (!kernel.known) return kernel;
  const pool = readBigPool(kernel.value);
  return pool ? known(pool, 'PoolBigPageTable') : missing('the table of large pool allocations: not in the dump', null);
});

function wholeKernel(theCase: Case, what: string, remedy: string | null) {
  if (!theCase.target) return missing(what, remedy);
  if (theCase.target.kind === 'kernel-triage-dump') return missing(`${what}: not in a triage dump`, null);
  return kernelFact(theCase);
}
