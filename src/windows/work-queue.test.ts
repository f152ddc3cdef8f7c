import { expect, test } from 'vitest';
import { Page } from '../../test/synth/heap-scene.ts';
import { synthKernelView } from '../../test/synth/kernel-view.ts';
import type { SynthTypes } from '../../test/synth/type-table.ts';
import { readWorkQueues } from './work-queue.ts';

const BASE = 0x1000_0000;
const at = (offset: number) => BigInt(BASE + offset);
const ITEM = 0x2000;
const THREAD = 0x2100;
const COMMON: SynthTypes = {
  _LIST_ENTRY: [16, { Flink: [0, 8], Blink: [8, 8] }],
  _WORK_QUEUE_ITEM: [32, { List: [0, '_LIST_ENTRY'], WorkerRoutine: [16, 8], Parameter: [24, 8] }],
  _KTHREAD: [64, { QueueListEntry: [0, '_LIST_ENTRY'] }],
};
const read = (memory: Page, types: SynthTypes, variables: Record<string, number>) =>
  readWorkQueues(synthKernelView({ base: BASE, memory, variables, types: { ...COMMON, ...types } }));

test('the three queues up to Windows 7', () => {
  // KQUEUE and EX_WORK_QUEUE of Windows 7 x64.
  const types: SynthTypes = {
    _KQUEUE: [
      64,
      {
        EntryListHead: [24, '_LIST_ENTRY'],
        CurrentCount: [40, 4],
        MaximumCount: [44, 4],
        ThreadListHead: [48, '_LIST_ENTRY'],
      },
    ],
    _EX_WORK_QUEUE: [88, { WorkerQueue: [0, '_KQUEUE'], WorkItemsProcessed: [68, 4] }],
  };
  const page = new Page(0x4000);
  for (const queue of [0x100, 0x158, 0x1b0]) page.list(queue + 24, at(queue + 24)).list(queue + 48, at(queue + 48));
  page
    .list(0x158 + 24, at(ITEM))
    .list(ITEM, at(0x158 + 24))
    .u64(ITEM + 16, 0x77n)
    .u64(ITEM + 24, 0x88n);
  page
    .list(0x158 + 48, at(THREAD))
    .list(THREAD, at(0x158 + 48))
    .u32(0x158 + 40, 1)
    .u32(0x158 + 44, 2);
  expect(read(page, types, { ExWorkerQueue: 0x100 })).toMatchObject([
    { name: 'Critical', items: [], threads: [], lost: null },
    {
      name: 'Delayed',
      current: 1,
      maximum: 2,
      items: [{ address: at(ITEM), routine: 0x77n, parameter: 0x88n, priority: null }],
      threads: [at(THREAD)],
    },
    { name: 'HyperCritical' },
  ]);
});

test('the queues of a partition since Windows 10, with priorities', () => {
  const types: SynthTypes = {
    _KPRIQUEUE: [
      96,
      { EntryListHead: [0, '[4] _LIST_ENTRY'], MaximumCount: [64, 4], ThreadListHead: [72, '_LIST_ENTRY'] },
    ],
    _EX_WORK_QUEUE: [128, { WorkPriQueue: [0, '_KPRIQUEUE'], WorkItemsProcessed: [96, 4] }],
    _EX_PARTITION: [32, { WorkQueues: [8, 8] }],
    _EPARTITION: [64, { ExPartition: [16, 8] }],
  };
  const [partition, ex, nodes, queues, queue] = [0x100, 0x200, 0x300, 0x400, 0x500];
  const page = new Page(0x4000).u64(0x40, at(partition!)).u16(0x48, 1);
  page
    .u64(partition! + 16, at(ex!))
    .u64(ex! + 8, at(nodes!))
    .u64(nodes!, at(queues!))
    .u64(queues! + 8, at(queue!));
  for (let list = 0; list < 4; list++) page.list(queue! + list * 16, at(queue! + list * 16));
  page.list(queue! + 72, at(queue! + 72));
  page.list(queue! + 3 * 16, at(ITEM)).list(ITEM, at(queue! + 3 * 16));
  expect(read(page, types, { PspSystemPartition: 0x40, KeNumberNodes: 0x48 })).toMatchObject([
    { name: 'IoPoolUntrusted', node: 0, items: [{ address: at(ITEM), priority: 3 }], lost: null },
  ]);
});
