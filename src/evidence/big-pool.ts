import { type BigPool, readBigPool } from '../windows/big-pool-reader.ts';
import { fact, known, missing } from './case.ts';
import { kernelFact } from './kernel.ts';

const WHAT = 'the table of large pool allocations';

/** Allocations of pool of a page and more, by address. */
export const bigPoolFact = fact<BigPool>('bigPool', (theCase) => {
  if (!theCase.target) return missing(WHAT);
  if (theCase.target.kind === 'kernel-triage-dump') return missing(`${WHAT}: not in a triage dump`, null);
  const kernel = kernelFact(theCase);
  if (!kernel.known) return kernel;
  const pool = readBigPool(kernel.value);
  return pool ? known(pool, 'PoolBigPageTable') : missing(`${WHAT}: not in the dump`, null);
});
