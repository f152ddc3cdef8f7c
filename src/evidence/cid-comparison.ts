import { type CidComparison, compareCids } from '../windows/cid-comparison.ts';
import { fact, known, missing } from './case.ts';
import { kernelFact } from './kernel.ts';

/** The lists of processes and threads against PspCidTable, which no driver needs to touch to hide something. */
export const cidComparisonFact = fact<CidComparison>('cidComparison', (theCase) => {
  const kernel = kernelFact(theCase);
  if (!kernel.known) return kernel;
  if (kernel.value.target.kind === 'kernel-triage-dump')
    return missing('the table of process and thread ids: not in a triage dump', null);
  const comparison = compareCids(kernel.value);
  return comparison
    ? known(comparison, 'PsActiveProcessHead, PspCidTable')
    : missing('the table of process and thread ids (PspCidTable): not in the dump');
});
