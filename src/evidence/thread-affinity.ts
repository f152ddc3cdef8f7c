import { toAddress } from '../memory/space.ts';
import type { ThreadObject } from '../windows/thread.ts';
import { fact, known } from './case.ts';
import { kernelFact } from './kernel.ts';

/** The processors of its group that a thread may run on, one bit each; null when the dump does not tell. */
export const threadAffinityFact = fact<(thread: ThreadObject) => bigint | null>('threadAffinity', (theCase) => {
  const kernel = kernelFact(theCase);
  if (!kernel.known) return kernel;
  return known(({ address }) => {
    const at = toAddress(address);
    // A GROUP_AFFINITY since Windows 7, before that the mask itself.
    return at === null ? null : kernel.value.object('_KTHREAD', at).value('Affinity.Mask', 'Affinity');
  }, '_KTHREAD.Affinity');
});
