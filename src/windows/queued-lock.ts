import { type Address, toUnsigned } from '../memory/space.ts';
import type { Kernel } from './kernel.ts';

/** Who holds a queued spin lock and who waits for it, by processor number. */
export interface QueuedLock {
  readonly index: number;
  /** `MM   - PFN`. */
  readonly name: string;
  readonly owner: number | null;
  /** In the order in which they will get it. */
  readonly waiting: readonly number[];
  /** Processors whose entry says that they wait or own, which does not fit what the others say. */
  readonly corrupt: readonly number[];
}

/** An entry in the queue of a spin lock, in a KPRCB or on a stack (KLOCK_QUEUE_HANDLE). */
export interface LockQueueEntry {
  readonly address: bigint;
  readonly lock: bigint;
  /** The entry of who gets the lock next; 0 for none. */
  readonly next: bigint;
  /** Its processor waits for the lock, or owns it; neither in an entry that is not in use. */
  readonly waits: boolean;
  readonly owns: boolean;
  /** The lock itself: the last entry of its queue, 0 when it is free. Null when it is not in the dump. */
  readonly tail: bigint | null;
  /** Of an entry on a stack. */
  readonly oldIrql: number | null;
}

/** LOCK_QUEUE_WAIT and LOCK_QUEUE_OWNER, the low bits of KSPIN_LOCK_QUEUE.Lock. */
const WAIT = 1;
const OWNER = 2;
const FLAGS = 4;

/** KSPIN_LOCK_QUEUE_NUMBER of wdm.h up to Windows Server 2003, in the debugger's words. */
const CLASSIC = [
  'KE   - Dispatcher',
  'KE   - Context Swap',
  'MM   - PFN',
  'MM   - System Space',
  'CC   - Vacb',
  'CC   - Master',
  'EX   - NonPagedPool',
  'IO   - Cancel',
  'EX   - WorkQueue',
  'IO   - Vpb',
  'IO   - Database',
  'IO   - Completion',
  'NTFS - Struct',
  'AFD  - WorkQueue',
  'CC   - Bcb',
  'MM   - NonPagedPool',
];
/** Later numbers whose locks are gone: LockQueueUnusedSpare0 and its like. */
const UNUSED = [0, 1, 2, 3, 8, 15, 16];
/** Since Windows 7: LockQueueMaximumLock without the locks of timer tables. */
const MODERN_COUNT = 17;
/** LOCK_QUEUE_TIMER_TABLE_LOCKS of Windows Server 2003 SP1. */
const TIMER_LOCKS = 16;

/** The entry at an address; null when it is not in the dump. */
export function readLockQueueEntry(kernel: Kernel, address: Address): LockQueueEntry | null {
  const entry = kernel.object('_KSPIN_LOCK_QUEUE', address);
  const stored = entry.pointer('Lock');
  const next = entry.pointer('Next');
  if (stored === null || next === null) return null;
  const flags = ((stored % FLAGS) + FLAGS) % FLAGS;
  const lock = stored - flags;
  const tail = lock === 0 ? null : kernel.pointerAt(lock);
  const irql = kernel.object('_KLOCK_QUEUE_HANDLE', address).u8('OldIrql');
  return {
    address: toUnsigned(address),
    lock: toUnsigned(lock),
    next: toUnsigned(next),
    waits: (flags & WAIT) !== 0,
    owns: (flags & OWNER) !== 0,
    tail: tail === null ? null : toUnsigned(tail),
    oldIrql: irql,
  };
}

/** The numbered queued spin locks of all processors, whose KPRCBs are given by number. */
export function readQueuedLocks(kernel: Kernel, prcbs: ReadonlyMap<number, Address>): QueuedLock[] {
  const member = kernel.member('_KPRCB', 'LockQueue');
  const size = kernel.sizeOf('_KSPIN_LOCK_QUEUE');
  if (member?.type.kind !== 'array' || size === null) return [];
  const { count } = member.type;
  return Array.from({ length: count }, (_, index) => {
    const entries = new Map<bigint, { number: number; entry: LockQueueEntry }>();
    for (const [number, prcb] of prcbs) {
      const entry = readLockQueueEntry(kernel, prcb + member.offset + index * size);
      if (entry) entries.set(entry.address, { number, entry });
    }
    return { index, name: nameOf(index, count), ...order(entries) };
  });
}

function nameOf(index: number, count: number): string {
  const timers = index >= CLASSIC.length && index < CLASSIC.length + TIMER_LOCKS && count !== MODERN_COUNT;
  if (timers) return `KE   - Timer Table ${index - CLASSIC.length}`;
  if (count !== MODERN_COUNT) return CLASSIC[index] ?? `Lock ${index}`;
  return UNUSED.includes(index) ? `Unused ${index}` : (CLASSIC[index] ?? `Lock ${index}`);
}

/** Follows the queue from its owner: who is not met on the way, but says that it waits, is corrupt. */
function order(entries: ReadonlyMap<bigint, { number: number; entry: LockQueueEntry }>) {
  const all = [...entries.values()];
  const [owner = null, ...others] = all.filter(({ entry }) => entry.owns);
  const waiting: number[] = [];
  const met = new Set<bigint>(owner ? [owner.entry.address] : []);
  let next = owner?.entry.next ?? 0n;
  while (next !== 0n && !met.has(next)) {
    const found = entries.get(next);
    if (!found?.entry.waits) break;
    met.add(next);
    waiting.push(found.number);
    next = found.entry.next;
  }
  const lost = all.filter(({ entry }) => entry.waits && !entry.owns && !met.has(entry.address));
  return { owner: owner?.number ?? null, waiting, corrupt: [...others, ...lost].map(({ number }) => number) };
}
