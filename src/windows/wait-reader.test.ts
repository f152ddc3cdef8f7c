import { expect, test } from 'vitest';
import { Page } from '../../test/synth/heap-scene.ts';
import { synthKernelView } from '../../test/synth/kernel-view.ts';
import type { SynthFields, SynthTypes } from '../../test/synth/type-table.ts';
import type { Kernel } from './kernel.ts';
import { readMessages, readWait } from './wait-reader.ts';

const BASE = 0x1000_0000;
const at = (offset: number) => BigInt(BASE + offset);
const THREAD = 0x100;
const OTHER = 0x800;
const BLOCKS = 0x1000;
const OBJECTS = 0x2000;
const BLOCK = 0x30;

const HEADER: SynthTypes = {
  _DISPATCHER_HEADER: [24, { Type: [0, 1], SignalState: [4, 4] }],
  _KMUTANT: [56, { OwnerThread: [40, 8] }],
  _KSEMAPHORE: [32, { Limit: [24, 4] }],
  _ETHREAD: [0x600, { AlpcMessageId: [0x520, 8], AlpcMessage: [0x530, 8], AlpcWaitSemaphore: [0x488, 8] }],
  _KALPC_MESSAGE: [0x100, { PortQueue: [0x10, 8], WaitingThread: [0x20, 8], ServerThread: [0xc8, 8] }],
  _ALPC_PORT: [0x100, { OwnerProcess: [0x18, 8] }],
};
const THREAD_FIELDS: SynthFields = { WaitBlockList: [0x20, 8], GateObject: [0x20, 8], Timer: [0x40, 8] };
const RING: SynthTypes = {
  ...HEADER,
  _KTHREAD: [0x400, THREAD_FIELDS],
  _KWAIT_BLOCK: [BLOCK, { WaitType: [0x2a, 1], Thread: [0x10, 8], Object: [0x18, 8], NextWaitBlock: [0x20, 8] }],
};
const ARRAY: SynthTypes = {
  ...HEADER,
  _KTHREAD: [0x400, { ...THREAD_FIELDS, WaitBlockCount: [0x30, 1] }],
  _KWAIT_BLOCK: [BLOCK, { WaitType: [0x10, 1], Thread: [0x18, 8], Object: [0x20, 8] }],
};

class Scene extends Page {
  readonly #types: SynthTypes;
  constructor(types: SynthTypes) {
    super(0x3000);
    this.#types = types;
  }
  /** A wait block of the ring form. */
  ring(index: number, object: number, next: number, thread = THREAD, type = 1): void {
    const block = BLOCKS + index * BLOCK;
    this.u64(block + 0x10, at(thread))
      .u64(block + 0x18, at(object))
      .u64(block + 0x20, at(BLOCKS + next * BLOCK));
    this.u8(block + 0x2a, type);
  }
  array(index: number, object: number, thread = THREAD, type = 1): void {
    const block = BLOCKS + index * BLOCK;
    this.u64(block + 0x18, at(thread)).u64(block + 0x20, at(object));
    this.u8(block + 0x10, type);
  }
  kernel(): Kernel {
    return synthKernelView({ base: BASE, memory: this, variables: {}, types: this.#types });
  }
  wait(gate = false) {
    const kernel = this.kernel();
    return readWait(kernel, kernel.object('_KTHREAD', BASE + THREAD), gate);
  }
}

test('a ring of wait blocks: each object once, its type, owner and place', () => {
  const scene = new Scene(RING);
  scene.u64(THREAD + 0x20, at(BLOCKS));
  scene.ring(0, OBJECTS, 1, THREAD, 0);
  scene.ring(1, OBJECTS + 0x40, 2, THREAD, 0);
  scene.ring(2, THREAD + 0x40, 0, THREAD, 0);
  // A mutant whose owner's pointer has a flag set, locked at the moment; a semaphore; the thread's own timer.
  scene.u8(OBJECTS, 0x82).u64(OBJECTS + 40, at(OTHER) + 1n);
  scene.u8(OBJECTS + 0x40, 5).u32(OBJECTS + 0x40 + 24, 0x7fffffff);
  scene.u8(THREAD + 0x40, 8);
  const { objects, all } = scene.wait();
  expect(all).toBe(true);
  expect(objects).toEqual([
    { address: at(OBJECTS), type: 'Mutant', limit: null, owner: at(OTHER), name: null, own: null },
    { address: at(OBJECTS + 0x40), type: 'Semaphore', limit: 0x7fffffff, owner: null, name: null, own: null },
    { address: at(THREAD + 0x40), type: 'NotificationTimer', limit: null, owner: null, name: null, own: 'timer' },
  ]);
});

test('a ring that runs into itself or into the block of another thread ends there', () => {
  const scene = new Scene(RING);
  scene.u64(THREAD + 0x20, at(BLOCKS));
  scene.ring(0, OBJECTS, 1);
  scene.ring(1, OBJECTS + 0x40, 1);
  expect(scene.wait().objects.map(({ address }) => address)).toEqual([at(OBJECTS), at(OBJECTS + 0x40)]);
  scene.ring(1, OBJECTS + 0x40, 0, OTHER);
  const kernel = scene.kernel();
  const { objects } = readWait(kernel, kernel.object('_KTHREAD', BASE + THREAD), false);
  expect(objects.map(({ address }) => address)).toEqual([at(OBJECTS)]);
  expect(kernel.problems.map(({ structure }) => structure)).toEqual(['_KWAIT_BLOCK']);
});

test('an array of wait blocks is as long as the thread counts, and no longer than any wait', () => {
  const scene = new Scene(ARRAY);
  scene.u64(THREAD + 0x20, at(BLOCKS)).u8(THREAD + 0x30, 2);
  scene.array(0, OBJECTS);
  scene.array(1, OBJECTS + 0x40);
  scene.array(2, OBJECTS + 0x80);
  const { objects, all } = scene.wait();
  expect(objects.map(({ address }) => address)).toEqual([at(OBJECTS), at(OBJECTS + 0x40)]);
  expect(all).toBe(false);
  scene.u8(THREAD + 0x30, 255);
  expect(scene.wait().objects).toHaveLength(3);
});

test('an object that is not in the dump has no type, and a wait that is not there no objects', () => {
  const scene = new Scene(ARRAY);
  scene.u64(THREAD + 0x20, at(BLOCKS)).u8(THREAD + 0x30, 1);
  scene.array(0, 0x9000);
  expect(scene.wait().objects).toEqual([
    { address: at(0x9000), type: null, limit: null, owner: null, name: null, own: null },
  ]);
  scene.u64(THREAD + 0x20, 0n);
  expect(scene.wait()).toEqual({ objects: [], all: null });
});

test('a gate is waited for without wait blocks', () => {
  const scene = new Scene(RING);
  scene.u64(THREAD + 0x20, at(OBJECTS)).u8(OBJECTS, 7);
  expect(scene.wait(true).objects.map(({ address, type }) => [address, type])).toEqual([[at(OBJECTS), 'Gate']]);
});

test('an ALPC message is waited for by the thread that it names so, and served by the other', () => {
  const scene = new Scene(ARRAY);
  scene.u64(THREAD + 0x530, at(OBJECTS)).u64(OTHER + 0x530, at(OBJECTS));
  scene
    .u64(OBJECTS + 0x10, at(OBJECTS + 0x200))
    .u64(OBJECTS + 0x20, at(THREAD))
    .u64(OBJECTS + 0xc8, at(OTHER));
  scene.u64(OBJECTS + 0x200 + 0x18, at(0x40));
  const kernel = scene.kernel();
  const messages = (thread: number) => readMessages(kernel, kernel.object('_ETHREAD', BASE + thread));
  expect(messages(THREAD)).toEqual({
    waits: { kind: 'alpc', message: at(OBJECTS), port: at(OBJECTS + 0x200), portOwner: at(0x40) },
    serves: null,
  });
  expect(messages(OTHER)).toEqual({ waits: null, serves: at(OBJECTS) });
  // The same place holds attributes where the thread waits for any message.
  scene.u64(THREAD + 0x530, 0x20000000n);
  const plain = scene.kernel();
  expect(readMessages(plain, plain.object('_ETHREAD', BASE + THREAD))).toEqual({ waits: null, serves: null });
});
