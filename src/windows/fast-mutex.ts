import { type Address, toUnsigned } from '../memory/space.ts';
import { looksLikeThread } from '../target/kernel-objects.ts';
import type { Kernel } from './kernel.ts';
import { objectWaiters } from './resource-waiters.ts';

/** A FAST_MUTEX or, of Windows Server 2003 SP1 to 7, a KGUARDED_MUTEX, whose first members are the same. */
export interface FastMutex {
  readonly address: bigint;
  /** As stored: 1 when it is free. */
  readonly count: number;
  readonly free: boolean;
  /** 0 for none; null when what it names is no thread. */
  readonly owner: bigint | null;
  readonly contention: number | null;
  /** Threads that wait, by its count. */
  readonly waiterCount: number;
  /** Threads that wait, by its event or gate. */
  readonly waiters: readonly bigint[];
}

/** FM_LOCK_BIT and FM_LOCK_WAITER_INC of wdm.h; the bit is set while the mutex is free. */
const FREE = 1;
const WAITER_SHIFT = 2;

/** Decodes a fast mutex, whose address nothing can prove; null when it is not in the dump. */
export function readFastMutex(kernel: Kernel, address: Address): FastMutex | null {
  const mutex = kernel.object('_FAST_MUTEX', address);
  const count = mutex.u32('Count');
  const owner = mutex.pointer('Owner');
  if (count === null || owner === null) return null;
  const signed = count | 0;
  const event = mutex.place('Event', 'Gate');
  return {
    address: toUnsigned(address),
    count: signed,
    free: signed > 0 && (signed & FREE) !== 0,
    owner: owner === 0 || looksLikeThread(kernel.memory, owner) ? toUnsigned(owner) : null,
    contention: mutex.u32('Contention'),
    // XP and Server 2003 count down below 0, one for each waiter.
    waiterCount: signed < 0 ? -signed : signed >> WAITER_SHIFT,
    waiters: event === null ? [] : objectWaiters(kernel, event).threads.map(toUnsigned),
  };
}
