import { expect, test } from 'vitest';
import { Page } from '../../test/synth/heap-scene.ts';
import { synthKernelView } from '../../test/synth/kernel-view.ts';
import type { SynthTypes } from '../../test/synth/type-table.ts';
import { readQueuedLocks } from './queued-lock.ts';

const BASE = 0x1000_0000;
const LOCK = 0x40;
const prcb = (number: number) => 0x100 + number * 0x100;
const TYPES: SynthTypes = {
  _KSPIN_LOCK_QUEUE: [16, { Next: [0, 8], Lock: [8, 8] }],
  _KLOCK_QUEUE_HANDLE: [24, { OldIrql: [16, 1] }],
  _KPRCB: [256, { LockQueue: [0, '[16] _KSPIN_LOCK_QUEUE'] }],
};
const WAIT = 1n;
const OWNER = 2n;

test('queued spin locks: owner, order of waiters, and a waiter that nobody knows', () => {
  const page = new Page(0x1000);
  const place = (number: number, index: number) => prcb(number) + index * 16;
  const entry = (number: number, index: number, flags: bigint, next: number | null) => {
    const address = next === null ? 0n : BigInt(BASE + place(next, index));
    page.u64(place(number, index), address).u64(place(number, index) + 8, BigInt(BASE + LOCK) + flags);
  };
  entry(1, 2, OWNER, 3);
  entry(3, 2, WAIT, 0);
  entry(0, 2, WAIT, null);
  entry(2, 2, WAIT, null);
  const kernel = synthKernelView({ base: BASE, memory: page, variables: {}, types: TYPES });
  const prcbs = new Map([0, 1, 2, 3].map((number) => [number, BASE + prcb(number)]));
  const locks = readQueuedLocks(kernel, prcbs);
  expect(locks).toHaveLength(16);
  expect(locks[2]).toEqual({ index: 2, name: 'MM   - PFN', owner: 1, waiting: [3, 0], corrupt: [2] });
  expect(locks[0]).toMatchObject({ owner: null, waiting: [], corrupt: [] });
});

test('a queue that leads back into itself ends', () => {
  const page = new Page(0x1000);
  const at = (number: number) => BigInt(BASE + prcb(number));
  page.u64(prcb(0), at(1)).u64(prcb(0) + 8, BigInt(BASE + LOCK) + OWNER);
  page.u64(prcb(1), at(1)).u64(prcb(1) + 8, BigInt(BASE + LOCK) + WAIT);
  const kernel = synthKernelView({ base: BASE, memory: page, variables: {}, types: TYPES });
  const [lock] = readQueuedLocks(
    kernel,
    new Map([
      [0, BASE + prcb(0)],
      [1, BASE + prcb(1)],
    ]),
  );
  expect(lock).toMatchObject({ owner: 0, waiting: [1], corrupt: [] });
});
