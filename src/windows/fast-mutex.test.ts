import { expect, test } from 'vitest';
import { Page } from '../../test/synth/heap-scene.ts';
import { synthKernelView } from '../../test/synth/kernel-view.ts';
import type { SynthTypes } from '../../test/synth/type-table.ts';
import { readFastMutex } from './fast-mutex.ts';

const BASE = 0x1000_0000;
const MUTEX = 0x100;
const THREAD = 0x800;
// Windows 10 x64 by its public symbols.
const TYPES: SynthTypes = {
  _LIST_ENTRY: [16, { Flink: [0, 8], Blink: [8, 8] }],
  _DISPATCHER_HEADER: [24, { Type: [0, 1], WaitListHead: [8, '_LIST_ENTRY'] }],
  _FAST_MUTEX: [56, { Count: [0, 4], Owner: [8, 8], Contention: [16, 4], Event: [24, '_DISPATCHER_HEADER'] }],
  _KWAIT_BLOCK: [48, { WaitListEntry: [0, '_LIST_ENTRY'], Thread: [24, 8], Object: [32, 8] }],
};

function read(count: number, owner: bigint) {
  const event = MUTEX + 24;
  const page = new Page(0x1000)
    .u32(MUTEX, count)
    .u64(MUTEX + 8, owner)
    .u32(MUTEX + 16, 5)
    .u8(THREAD, 6);
  page.list(event + 8, BigInt(BASE + event + 8));
  return readFastMutex(synthKernelView({ base: BASE, memory: page, variables: {}, types: TYPES }), BASE + MUTEX);
}

test('counts of fast mutexes, of old and of later Windows', () => {
  const owner = BigInt(BASE + THREAD);
  expect(read(1, 0n)).toMatchObject({ free: true, owner: 0n, waiterCount: 0, contention: 5 });
  expect(read(0, owner)).toMatchObject({ free: false, owner, waiterCount: 0 });
  expect(read(8, owner)).toMatchObject({ free: false, waiterCount: 2 });
  expect(read(-2, owner)).toMatchObject({ free: false, waiterCount: 2 });
  expect(read(0, BigInt(BASE))).toMatchObject({ owner: null });
});
