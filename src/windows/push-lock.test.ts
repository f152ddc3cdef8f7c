import { expect, test } from 'vitest';
import { Page } from '../../test/synth/heap-scene.ts';
import { synthKernelView } from '../../test/synth/kernel-view.ts';
import type { SynthTypes } from '../../test/synth/type-table.ts';
import { readPushLock } from './push-lock.ts';

const BASE = 0x1000_0000;
const at = (offset: number) => BigInt(BASE + offset);
const LOCK = 0x100;
const TYPES: SynthTypes = {
  _LIST_ENTRY: [16, { Flink: [0, 8], Blink: [8, 8] }],
  _EX_PUSH_LOCK: [8, { Locked: [0, '0:1'], Value: [0, 8] }],
  _DISPATCHER_HEADER: [24, { Type: [0, 1], WaitListHead: [8, '_LIST_ENTRY'] }],
  _KWAIT_BLOCK: [48, { WaitListEntry: [0, '_LIST_ENTRY'], Thread: [24, 8], Object: [32, 8] }],
};
const WIN7: SynthTypes = { ...TYPES, _EX_PUSH_LOCK_WAIT_BLOCK: [64, { Next: [24, 8] }] };
const XP: SynthTypes = { ...TYPES, _EX_PUSH_LOCK: [8, { Waiting: [0, '0:1'], Exclusive: [0, '1:1'] }] };

const read = (page: Page, types: SynthTypes = TYPES) =>
  readPushLock(synthKernelView({ base: BASE, memory: page, variables: {}, types }), BASE + LOCK);
const valued = (value: bigint) => new Page(0x1000).u64(LOCK, value);

/** A wait block: its event, whose list holds the wait block of a thread. */
function waiter(page: Page, place: number, thread: bigint): Page {
  page.list(place + 8, at(place + 0x80)).list(place + 0x80, at(place + 8));
  return page.u64(place + 0x80 + 24, thread).u64(place + 0x80 + 32, at(place));
}

test('push locks that nobody waits for', () => {
  expect(read(valued(0n))).toMatchObject({ state: 'free', shareCount: 0n });
  expect(read(valued(1n))).toMatchObject({ state: 'exclusive' });
  expect(read(valued(0x31n))).toMatchObject({ state: 'shared', shareCount: 3n });
  expect(read(valued(2n), XP)).toMatchObject({ state: 'exclusive' });
  expect(read(valued(12n), XP)).toMatchObject({ state: 'shared', shareCount: 3n });
});

test('waiters of Windows 7 by the chain of their wait blocks', () => {
  const page = waiter(waiter(valued(at(0x200) + 3n), 0x200, 0x77n), 0x400, 0x88n).u64(0x200 + 24, at(0x400));
  expect(read(page, WIN7)).toMatchObject({
    state: 'contended',
    waiters: [
      { block: at(0x200), thread: 0x77n },
      { block: at(0x400), thread: 0x88n },
    ],
    lost: null,
  });
  expect(read(page.u64(0x400 + 24, at(0x200)), WIN7)!.waiters).toHaveLength(2);
});

test('later versions: the last waiter alone, and that there may be more', () => {
  const lock = read(waiter(valued(at(0x200) + 11n), 0x200, 0x77n));
  expect(lock).toMatchObject({ multipleShared: true, waiters: [{ thread: 0x77n }] });
  expect(lock!.lost).toContain('do not describe');
});
