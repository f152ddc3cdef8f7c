import { expect, test } from 'vitest';
import { Page } from '../../test/synth/heap-scene.ts';
import { synthKernelView } from '../../test/synth/kernel-view.ts';
import type { SynthTypes } from '../../test/synth/type-table.ts';
import { readTimers } from './timer-reader.ts';

const BASE = 0x1000_0000;
const at = (offset: number) => BigInt(BASE + offset);
const NEVER = 0x1a2b3c4d_5e6f7081n;
const ALWAYS = 0x9081_7263_5445_3627n;
const PRCB = 0x400;
const TIMER = 0x3000;
const SECOND = 0x3100;
const DPC = 0x3200;

// Windows 7 x64 by its public symbols, with four lists instead of 256.
const TYPES: SynthTypes = {
  _LIST_ENTRY: [16, { Flink: [0, 8], Blink: [8, 8] }],
  _KTIMER_TABLE_ENTRY: [32, { Lock: [0, 8], Entry: [8, '_LIST_ENTRY'], Time: [24, 8] }],
  _KTIMER_TABLE: [128, { TimerEntries: [0, '[4] _KTIMER_TABLE_ENTRY'] }],
  _KPRCB: [256, { TimerTable: [0, '_KTIMER_TABLE'] }],
  _DISPATCHER_HEADER: [24, { Type: [0, 1], WaitListHead: [8, '_LIST_ENTRY'] }],
  _KTIMER: [
    64,
    {
      Header: [0, '_DISPATCHER_HEADER'],
      DueTime: [24, 8],
      TimerListEntry: [32, '_LIST_ENTRY'],
      Dpc: [48, 8],
      Period: [60, 4],
    },
  ],
  _KDPC: [64, { Type: [0, 1], DeferredRoutine: [24, 8], DeferredContext: [32, 8] }],
  _KWAIT_BLOCK: [48, { WaitListEntry: [0, '_LIST_ENTRY'], Thread: [24, 8], Object: [32, 8] }],
};

/** What KeSetTimer of 64-bit Windows 7 stores: the steps of the reader undone one by one, by bytes. */
function scramble(dpc: bigint, timer: bigint): bigint {
  const bytes = new DataView(new ArrayBuffer(8));
  bytes.setBigUint64(0, dpc ^ ALWAYS, false);
  const mixed = bytes.getBigUint64(0, true) ^ timer;
  const by = NEVER & 63n;
  return BigInt.asUintN(64, (mixed >> by) | (mixed << (64n - by))) ^ NEVER;
}

function scene(): Page {
  const page = new Page(0x4000).u64(0, NEVER).u64(8, ALWAYS);
  for (let list = 0; list < 4; list++) {
    const head = PRCB + list * 32 + 8;
    page.list(head, at(head));
  }
  const head = PRCB + 2 * 32 + 8;
  page.list(head, at(TIMER + 32), at(SECOND + 32));
  page.list(TIMER + 32, at(SECOND + 32), at(head)).list(SECOND + 32, at(head), at(TIMER + 32));
  for (const timer of [TIMER, SECOND]) page.u8(timer, 8).list(timer + 8, at(timer + 8));
  page
    .u64(TIMER + 24, 1234n)
    .u32(TIMER + 60, 500)
    .u64(TIMER + 48, scramble(at(DPC), at(TIMER)));
  page
    .u8(DPC, 19)
    .u64(DPC + 24, 0x77n)
    .u64(DPC + 32, 0x88n);
  return page;
}

const variables = { KiWaitNever: 0, KiWaitAlways: 8 };
const read = (page: Page) =>
  readTimers(synthKernelView({ base: BASE, memory: page, variables, types: TYPES }), new Map([[0, BASE + PRCB]]));

test('timers of a processor, with the DPC behind its scrambled pointer', () => {
  expect(read(scene())).toMatchObject({
    broken: 0,
    timers: [
      {
        address: at(TIMER),
        list: 2,
        processor: 0,
        due: 1234n,
        period: 500,
        dpc: at(DPC),
        routine: 0x77n,
        context: 0x88n,
      },
      { address: at(SECOND), list: 2, dpc: 0n, threads: [] },
    ],
  });
});

test('a DPC pointer that leads to no DPC is unknown, and an entry that is no timer is left out', () => {
  const page = scene().u8(DPC, 3).u8(SECOND, 6);
  expect(read(page)).toMatchObject({ timers: [{ address: at(TIMER), dpc: null, routine: null }] });
});

test('lists that are broken are counted', () => {
  const page = scene().u64(SECOND + 32, 0xffff_0000n);
  expect(read(page)).toMatchObject({ broken: 1 });
});
