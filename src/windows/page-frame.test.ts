import { expect, test } from 'vitest';
import { Page } from '../../test/synth/heap-scene.ts';
import { synthKernelView } from '../../test/synth/kernel-view.ts';
import type { SynthTypes } from '../../test/synth/type-table.ts';
import { readPageFrame } from './page-frame.ts';

const BASE = 0x1000_0000;
const [VARIABLE, DATABASE, SIZE] = [0x10, 0x100, 48];

// Members of public symbols; where they lie is of no matter here.
const TYPES: SynthTypes = {
  _MMPTE_U: [8, { Long: [0, 8] }],
  _MMPTE: [8, { u: [0, '_MMPTE_U'] }],
  _U1: [8, { Flink: [0, 8] }],
  _U2: [8, { ShareCount: [0, 8] }],
  _MMPFNENTRY1: [1, { PageLocation: [0, '0:3'], Modified: [0, '4:1'], CacheAttribute: [0, '6:2'] }],
  _U3: [4, { ReferenceCount: [0, 2], e1: [2, '_MMPFNENTRY1'] }],
  _U4: [8, { PteFrame: [0, '0:36'] }],
  _MMPFN: [
    SIZE,
    {
      u1: [0, '_U1'],
      PteAddress: [8, 8],
      OriginalPte: [16, '_MMPTE'],
      u2: [24, '_U2'],
      u3: [32, '_U3'],
      u4: [40, '_U4'],
    },
  ],
};
const kernel = (page: Page) =>
  synthKernelView({ base: BASE, memory: page, variables: { MmPfnDatabase: VARIABLE }, types: TYPES });

test('an active, modified page', () => {
  const at = DATABASE + 2 * SIZE;
  const page = new Page(0x1000).u64(VARIABLE, BigInt(BASE + DATABASE));
  page
    .u64(at + 8, 0xffffc58010b802d8n)
    .u64(at + 16, 0x80n)
    .u64(at + 24, 1n)
    .u16(at + 32, 1)
    .u8(at + 34, 0b01_0_1_0_110)
    .u64(at + 40, 0x8bfn);
  expect(readPageFrame(kernel(page), 2)).toMatchObject({
    number: 2,
    address: BigInt(BASE + at),
    shareCount: 1n,
    pteAddress: 0xffffc58010b802d8n,
    referenceCount: 1,
    originalPte: 0x80n,
    containingPage: 0x8bfn,
    state: 'Active/Valid',
    modified: true,
    caching: 'Cached',
    priority: null,
  });
});

test('an entry that is not in the dump, and no database', () => {
  const page = new Page(0x1000).u64(VARIABLE, BigInt(BASE + DATABASE));
  expect(readPageFrame(kernel(page), 0x10_0000)).toBeNull();
  expect(readPageFrame(kernel(new Page(0x1000)), 0)).toBeNull();
});
