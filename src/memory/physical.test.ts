import { expect, test } from 'vitest';
import { BytesSource } from '../bytes/source.ts';
import { type PageLocator, PhysicalSpace } from './physical.ts';
import { isHole } from './space.ts';

/** One run of pages from 0x10 on that lie one after another in the file. */
const run = (count: number): PageLocator => ({
  offsetOf: (page) => (page >= 0x10 && page < 0x10 + count ? (page - 0x10) * 0x1000 : -1),
  runLength: (page) => 0x10 + count - page,
});

test('what a run claims behind the end of the file is one hole', () => {
  const billions = 2 ** 33;
  const space = new PhysicalSpace(new BytesSource(new Uint8Array(0x1800)), run(billions));
  expect(space.read(0x10000, 0x2000)).toHaveLength(0x1800);
  const hole = space.read(0x12010, 8);
  expect(isHole(hole) && hole).toMatchObject({ level: 'truncated file', length: (billions - 2) * 0x1000 - 0x10 });
  // The page that the end cuts has its first half.
  expect(space.read(0x11000, 0x1000)).toHaveLength(0x800);
  expect(space.read(0x11800, 8)).toMatchObject({ level: 'truncated file', length: 0x800 });
});
