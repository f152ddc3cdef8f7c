import { type Address, toUnsigned } from '../memory/space.ts';
import { looksLikeThread } from '../target/kernel-objects.ts';
import { dispatcherType } from './dispatcher-object.ts';
import type { Kernel } from './kernel.ts';
import type { KernelObject } from './kernel-object.ts';

/** Threads that wait for an ERESOURCE, in the order of its list. */
export interface ResourceWaiters {
  readonly threads: readonly bigint[];
  /** Why some may be missing, for people. */
  readonly lost: string | null;
}

/** More than any machine has threads that wait for one lock. */
const MOST_WAITERS = 65_536;
/** KOBJECTS: EventNotificationObject and EventSynchronizationObject. */
const EVENTS = [0, 1];

/** The waiters of one kind; `claimed` is the resource's own count of them. */
export function resourceWaiters(
  kernel: Kernel,
  resource: KernelObject,
  member: 'SharedWaiters' | 'ExclusiveWaiters',
  claimed: number,
): ResourceWaiters {
  const kind = member === 'SharedWaiters' ? 'shared' : 'exclusive';
  const first = resource.pointer(member);
  if (claimed === 0) return { threads: [], lost: null };
  if (first === null || first === 0)
    return { threads: [], lost: `${claimed} ${kind} waiters are counted, but ${member} is null` };
  const found = hasDispatcherObject(kernel, member) ? objectWaiters(kernel, first) : ringWaiters(kernel, first);
  const threads = found.threads.map(toUnsigned);
  if (found.broken !== null) return { threads, lost: `the list of ${kind} waiters: ${found.broken}` };
  if (threads.length === claimed) return { threads, lost: null };
  return { threads, lost: `${claimed} ${kind} waiters are counted, ${threads.length} found` };
}

interface Found {
  readonly threads: readonly Address[];
  readonly broken: string | null;
}

/** Up to Windows 7 SharedWaiters is a KSEMAPHORE and ExclusiveWaiters a KEVENT; later both are `void *`. */
export function hasDispatcherObject(kernel: Kernel, member: 'SharedWaiters' | 'ExclusiveWaiters'): boolean {
  const type = kernel.member('_ERESOURCE', member)?.type;
  return type?.kind === 'pointer' && type.target().kind === 'struct';
}

/** The threads that wait for a dispatcher object, by its list of wait blocks. */
export function objectWaiters(kernel: Kernel, object: Address): Found {
  const head = kernel.object('_DISPATCHER_HEADER', object).place('WaitListHead');
  if (head === null) return { threads: [], broken: 'the symbols of nt have no _DISPATCHER_HEADER' };
  const { items, broken } = kernel.list(head, '_KWAIT_BLOCK', 'WaitListEntry');
  const threads: Address[] = [];
  let foreign = 0;
  for (const at of items) {
    const block = kernel.object('_KWAIT_BLOCK', at);
    const thread = block.pointer('Thread');
    if (thread === null || thread === 0 || block.pointer('Object') !== object) foreign++;
    else threads.push(thread);
  }
  return { threads, broken: broken ?? (foreign > 0 ? `${foreign} entries are no wait blocks of this object` : null) };
}

/**
 * Since Windows 8 each waiter has a record on its own stack: a LIST_ENTRY that links the records in a ring, one more
 * pointer, and the event that it waits for. The public symbols do not describe it. That the event follows three pointers
 * was seen in a public log (an event of an ExpWaitForResource frame, and what an extension made of the record); so
 * the thread is taken from the wait block of that event, and the middle pointer, which seems to be the thread as well,
 * serves only where the event has no wait block, which is so when the waiter was just woken.
 */
function ringWaiters(kernel: Kernel, first: Address): Found {
  const threads: Address[] = [];
  const seen = new Set<Address>();
  let strange = 0;
  let at = first;
  while (!seen.has(at)) {
    if (seen.size >= MOST_WAITERS) return { threads, broken: `more than ${MOST_WAITERS} entries` };
    seen.add(at);
    const thread = ringThread(kernel, at);
    if (thread === null) strange++;
    else threads.push(thread);
    const next = kernel.pointerAt(at);
    if (next === null || next === 0)
      return { threads, broken: `the link at 0x${toUnsigned(at).toString(16)} is not in the dump` };
    at = next;
  }
  if (at !== first) return { threads, broken: `the ring does not lead back to its first entry` };
  return { threads, broken: strange > 0 ? `${strange} entries are of no known layout` : null };
}

function ringThread(kernel: Kernel, record: Address): Address | null {
  const event = record + 3 * kernel.pointerSize;
  const type = dispatcherType(kernel, event);
  if (type !== null && EVENTS.includes(type)) {
    const [waiter, ...others] = objectWaiters(kernel, event).threads;
    if (waiter !== undefined && others.length === 0) return waiter;
  }
  const middle = kernel.pointerAt(record + 2 * kernel.pointerSize);
  return middle !== null && looksLikeThread(kernel.memory, middle) ? middle : null;
}
