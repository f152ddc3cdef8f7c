import { expect, test } from 'vitest';
import { Page } from '../../test/synth/heap-scene.ts';
import { synthKernelView } from '../../test/synth/kernel-view.ts';
import { readPoolUse, readSessionPoolUse } from './pool-tag-reader.ts';

const BASE = 0x1000_0000;
const SYSTEM = 0x400;
const SESSION = 0x800;
const ENTRY = 56;
const tag = (text: string) => [...text].reduceRight((key, char) => key * 256 + char.charCodeAt(0), 0);

// Windows 7 x64 by its public symbols.
const TYPES = {
  _POOL_TRACKER_TABLE: [
    ENTRY,
    {
      Key: [0, 4],
      NonPagedAllocs: [4, 4],
      NonPagedFrees: [8, 4],
      NonPagedBytes: [16, 8],
      PagedAllocs: [24, 4],
      PagedFrees: [28, 4],
      PagedBytes: [32, 8],
    },
  ],
} as const;

function kernel(memory: Page) {
  const variables = {
    PoolTrackTable: 0,
    PoolTrackTableSize: 8,
    ExpSessionPoolTrackTable: 16,
    ExpSessionPoolTrackTableSize: 24,
  };
  return synthKernelView({ base: BASE, memory, variables, types: TYPES });
}

function scene(): Page {
  const page = new Page(0x1000).u64(0, BigInt(BASE + SYSTEM)).u64(8, 2n);
  page.u64(16, BigInt(BASE + SESSION)).u64(24, 2n);
  page
    .u32(SYSTEM, tag('Leak'))
    .u32(SYSTEM + 4, 7)
    .u64(SYSTEM + 16, 700n);
  page
    .u32(SESSION + ENTRY, tag('Gh05'))
    .u32(SESSION + ENTRY + 24, 9)
    .u32(SESSION + ENTRY + 28, 4);
  page.u64(SESSION + ENTRY + 32, 5000n);
  return page;
}

test('session pool has a table of its own, beside that of the system', () => {
  expect(readPoolUse(kernel(scene()))).toMatchObject({
    tags: [{ tag: 'Leak', nonPagedAllocations: 7n, nonPagedBytes: 700n }],
    lost: null,
  });
  expect(readSessionPoolUse(kernel(scene()))).toMatchObject({
    tags: [{ tag: 'Gh05', pagedAllocations: 9n, pagedFrees: 4n, pagedBytes: 5000n }],
    total: { pagedBytes: 5000n, nonPagedBytes: 0n },
    lost: null,
  });
});

test('a session without a table is told from one whose table is not in the dump', () => {
  expect(readSessionPoolUse(kernel(scene().u64(16, 0n)))).toMatchObject({
    tags: [],
    lost: expect.stringContaining('null'),
  });
  const elsewhere = readSessionPoolUse(kernel(scene().u64(16, 0x7000_0000n)));
  expect(elsewhere).toMatchObject({ tags: [], lost: '2 of 2 entries of a table are not in the dump' });
});
