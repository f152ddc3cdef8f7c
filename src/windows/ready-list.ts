import { type Address, toUnsigned } from '../memory/space.ts';
import type { Kernel } from './kernel.ts';
import type { KernelObject } from './kernel-object.ts';
import type { ReadyList } from './processor.ts';

/** Priorities of Windows: 0 to 31, a list for each. */
const PRIORITIES = 32;

/**
 * The threads that are ready on a processor, highest priority first: its own lists, and since Windows 10 the queue that
 * it shares with its neighbours. Up to XP the lists are the system's, and belong to no processor.
 */
export function readyLists(kernel: Kernel, prcb: KernelObject): ReadyList[] {
  const own = prcb.place('DispatcherReadyListHead') ?? kernel.address('KiDispatcherReadyListHead');
  const lists = own === null ? [] : listsAt(kernel, own, false);
  const shared = prcb.target('_KSHARED_READY_QUEUE', 'SharedReadyQueue');
  const heads = shared?.place('ReadyListHead') ?? null;
  return heads === null ? lists : [...lists, ...listsAt(kernel, heads, true)];
}

function listsAt(kernel: Kernel, heads: Address, shared: boolean): ReadyList[] {
  const lists: ReadyList[] = [];
  for (let priority = PRIORITIES - 1; priority >= 0; priority--) {
    const head = heads + priority * 2 * kernel.pointerSize;
    const first = kernel.pointerAt(head);
    // A head of zeros was never set up, as in dumps that hold only a part of it.
    if (first === null || first === 0 || first === head) continue;
    const { items, broken } = kernel.list(head, '_KTHREAD', 'WaitListEntry');
    lists.push({ priority, threads: items.map(toUnsigned), shared, broken });
  }
  return lists;
}
