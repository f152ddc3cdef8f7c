import { describe, expect, test } from 'vitest';
import { Page } from '../../test/synth/heap-scene.ts';
import { synthKernelView } from '../../test/synth/kernel-view.ts';
import type { SynthTypes } from '../../test/synth/type-table.ts';
import { type ResourceObjects, readResourceLocks } from './resource-reader.ts';

const BASE = 0x1000_0000;
const at = (offset: number) => BigInt(BASE + offset);
const LIST = 0x40;
const RESOURCES = 0x100;
const OWNERS = 0x400;
const THREADS = 0x800;
const STACKS = 0x1000;

// Offsets as public symbols of Windows 10 x64 have them; waiters are void pointers there.
const TYPES: SynthTypes = {
  _LIST_ENTRY: [16, { Flink: [0, 8], Blink: [8, 8] }],
  _OWNER_ENTRY: [16, { OwnerThread: [0, 8], OwnerCount: [8, 4], TableSize: [8, 4] }],
  _ERESOURCE: [
    104,
    {
      SystemResourcesList: [0, '_LIST_ENTRY'],
      OwnerTable: [16, 8],
      ActiveCount: [24, 2],
      Flag: [26, 2],
      SharedWaiters: [32, 8],
      ExclusiveWaiters: [40, 8],
      OwnerEntry: [48, '_OWNER_ENTRY'],
      ContentionCount: [68, 4],
      NumberOfSharedWaiters: [72, 4],
      NumberOfExclusiveWaiters: [76, 4],
    },
  ],
  _DISPATCHER_HEADER: [24, { Type: [0, 1], WaitListHead: [8, '_LIST_ENTRY'] }],
  _KWAIT_BLOCK: [48, { WaitListEntry: [0, '_LIST_ENTRY'], Thread: [24, 8], Object: [32, 8] }],
};

class Scene extends Page {
  /** A resource in the list of `count`, at its index. */
  resource(index: number, count: number): number {
    const place = (which: number) => RESOURCES + which * 0x80;
    const here = place(index);
    this.list(here, index + 1 < count ? at(place(index + 1)) : at(LIST), index > 0 ? at(place(index - 1)) : at(LIST));
    if (index === 0) this.u64(LIST, at(here));
    if (index === count - 1) this.u64(LIST + 8, at(here));
    return here;
  }
  thread(index: number): bigint {
    this.u8(THREADS + index * 0x40, 6);
    return at(THREADS + index * 0x40);
  }
  /** A waiter's record on a stack: links, thread, event. Without a wait block its event has nobody waiting. */
  waiter(index: number, next: number, thread: bigint, waits: boolean): number {
    const place = (which: number) => STACKS + which * 0x100;
    const [record, event, block] = [place(index), place(index) + 24, place(index) + 0x80];
    this.u64(record, at(place(next))).u64(record + 16, thread);
    this.u8(event, 1);
    if (!waits) this.list(event + 8, at(event + 8));
    else {
      this.list(event + 8, at(block));
      this.list(block, at(event + 8))
        .u64(block + 24, thread)
        .u64(block + 32, at(event));
    }
    return record;
  }
  read(all = false): ResourceObjects {
    const variables = { ExpSystemResourcesList: LIST };
    const locks = readResourceLocks(
      synthKernelView({ base: BASE, memory: this, variables, types: TYPES }),
      () => null,
      all,
    );
    if (typeof locks === 'string') throw new Error(locks);
    return locks;
  }
}

describe('executive resources in synthetic memory', () => {
  test('owners, a ring of waiters, and one that was just woken', () => {
    const scene = new Scene(0x4000);
    const [owner, first, woken] = [scene.thread(0), scene.thread(1), scene.thread(2)];
    const lock = scene.resource(0, 2);
    scene.resource(1, 2);
    scene
      .u16(lock + 24, 1)
      .u16(lock + 26, 0x80)
      .u64(lock + 48, owner)
      .u32(lock + 56, 2)
      .u32(lock + 68, 7);
    scene.u32(lock + 76, 2).u64(lock + 40, at(scene.waiter(0, 1, first, true)));
    scene.waiter(1, 0, woken, false);
    const locks = scene.read();
    expect(locks).toMatchObject({ total: 2, held: 1, lost: null });
    expect(locks.resources).toMatchObject([
      {
        ownership: 'exclusive',
        owners: [{ thread: owner, count: 2, actualThread: null }],
        exclusiveWaiters: [first, woken],
        contentionCount: 7,
        lost: null,
      },
    ]);
    expect(scene.read(true).resources.map(({ ownership }) => ownership)).toEqual(['exclusive', 'none']);
  });

  test('a ring that is cut keeps what came before the cut, and says so', () => {
    const scene = new Scene(0x4000);
    const [owner, first] = [scene.thread(0), scene.thread(1)];
    const lock = scene.resource(0, 1);
    scene
      .u16(lock + 24, 1)
      .u16(lock + 26, 0x80)
      .u64(lock + 48, owner)
      .u32(lock + 56, 1);
    const record = scene.waiter(0, 1, first, true);
    scene
      .u32(lock + 76, 3)
      .u64(lock + 40, at(record))
      .u64(record, 0n);
    expect(scene.read().resources[0]).toMatchObject({ exclusiveWaiters: [first], exclusiveWaiterCount: 3 });
    expect(scene.read().resources[0]!.lost).toContain('the link at');
  });

  test('a ring that misses its first entry ends', () => {
    const scene = new Scene(0x4000);
    const lock = scene.resource(0, 1);
    scene
      .u16(lock + 24, 1)
      .u32(lock + 76, 9)
      .u64(lock + 40, at(scene.waiter(0, 1, scene.thread(1), true)));
    scene.waiter(1, 2, scene.thread(2), true);
    scene.waiter(2, 1, scene.thread(3), true);
    const [resource] = scene.read().resources;
    expect(resource!.exclusiveWaiters).toHaveLength(3);
    expect(resource!.lost).toContain('does not lead back');
  });

  test('a list that is broken is no short list: the total is unknown', () => {
    const scene = new Scene(0x4000);
    scene.resource(0, 3);
    const lost = scene.resource(1, 3);
    scene.resource(2, 3);
    scene.u64(lost, 0xdead_0000n);
    expect(scene.read(true)).toMatchObject({ total: null, held: null });
    // What lies behind the break is met from the other end.
    expect(scene.read(true).resources).toHaveLength(3);
    expect(scene.read().lost).toContain('the list ends early');
  });

  test('an owner table that claims more than there is, and owners that are no threads', () => {
    const scene = new Scene(0x4000);
    const lock = scene.resource(0, 1);
    const owner = scene.thread(0);
    scene
      .u16(lock + 24, 1)
      .u64(lock + 16, at(OWNERS))
      .u32(OWNERS + 8, 0xffff_ffff);
    scene.u64(OWNERS + 16, owner + 3n).u32(OWNERS + 24, 1);
    scene.u64(OWNERS + 32, 0x1_0000_0003n).u32(OWNERS + 40, 1);
    const [resource] = scene.read().resources;
    expect(resource).toMatchObject({
      ownership: 'shared',
      owners: [
        { thread: owner + 3n, actualThread: owner },
        { thread: 0x1_0000_0003n, actualThread: null },
      ],
    });
    expect(resource!.lost).toContain('claims 4294967295 slots');
  });
});
