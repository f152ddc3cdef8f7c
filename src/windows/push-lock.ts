import { type Address, toAddress, toUnsigned } from '../memory/space.ts';
import type { Kernel } from './kernel.ts';
import { objectWaiters } from './resource-waiters.ts';

/** An EX_PUSH_LOCK. A push lock does not tell who owns it. */
export interface PushLock {
  readonly address: bigint;
  readonly value: bigint;
  readonly state: 'free' | 'exclusive' | 'shared' | 'contended';
  /** Threads that hold it shared; null where that is not known, as while others wait. */
  readonly shareCount: bigint | null;
  /** Held by several at once while others wait. */
  readonly multipleShared: boolean;
  readonly waking: boolean;
  /** By the wait blocks on their stacks, the last to come first. */
  readonly waiters: readonly PushLockWaiter[];
  /** Why waiters may be missing, for people. */
  readonly lost: string | null;
}

export interface PushLockWaiter {
  /** The wait block, which begins with the event that its thread waits for. */
  readonly block: bigint;
  /** Null when nobody waits for the event any more. */
  readonly thread: bigint | null;
}

/**
 * The low bits since Windows Server 2003 by public symbols; XP has Waiting and Exclusive there, see below. With Waiting
 * set the rest is a pointer to the wait block of who came last.
 */
const LOCKED = 1n;
const WAITING = 2n;
const WAKING = 4n;
const MULTIPLE_SHARED = 8n;
const FLAGS = 15n;
const SHARE_SHIFT = 4n;
/** XP: Waiting, Exclusive, and the count above. */
const XP_WAITING = 1n;
const XP_EXCLUSIVE = 2n;
const XP_FLAGS = 3n;
const XP_SHARE_SHIFT = 2n;
const MOST_WAITERS = 4096;

/** The push lock at an address; null when it is not in the dump. */
export function readPushLock(kernel: Kernel, address: Address): PushLock | null {
  const value = kernel.wordAt(address);
  if (value === null) return null;
  const hasLockBit = kernel.member('_EX_PUSH_LOCK', 'Locked') !== null;
  const waiting = (value & (hasLockBit ? WAITING : XP_WAITING)) !== 0n;
  const flags = hasLockBit ? FLAGS : XP_FLAGS;
  const share = value >> (hasLockBit ? SHARE_SHIFT : XP_SHARE_SHIFT);
  const base = {
    address: toUnsigned(address),
    value,
    multipleShared: hasLockBit && (value & MULTIPLE_SHARED) !== 0n,
    waking: hasLockBit && (value & WAKING) !== 0n,
  };
  if (waiting) return { ...base, state: 'contended', shareCount: null, ...waitersOf(kernel, value & ~flags) };
  const exclusive = hasLockBit ? (value & LOCKED) !== 0n && share === 0n : (value & XP_EXCLUSIVE) !== 0n;
  const state = exclusive ? 'exclusive' : share > 0n ? 'shared' : 'free';
  return { ...base, state, shareCount: state === 'shared' ? share : 0n, waiters: [], lost: null };
}

/** Wait blocks hang together by Next; later versions have no public type for them, so there only the first is met. */
function waitersOf(kernel: Kernel, first: bigint): Pick<PushLock, 'waiters' | 'lost'> {
  const next = kernel.offset('_EX_PUSH_LOCK_WAIT_BLOCK', 'Next');
  const waiters: PushLockWaiter[] = [];
  const seen = new Set<Address>();
  let at = toAddress(first);
  while (at !== null && at !== 0 && !seen.has(at) && waiters.length < MOST_WAITERS) {
    seen.add(at);
    const [thread] = objectWaiters(kernel, at).threads;
    waiters.push({ block: toUnsigned(at), thread: thread === undefined ? null : toUnsigned(thread) });
    if (next === null)
      return { waiters, lost: 'the symbols of nt do not describe the wait blocks: others may wait behind the last' };
    at = kernel.pointerAt(at + next);
  }
  return { waiters, lost: at === null ? 'a wait block is not in the dump' : null };
}
