import { expect, test } from 'vitest';
import { writePe } from '../../../test/synth/pe-writer.ts';
import { Problems } from '../../bytes/problem.ts';
import { BytesSource } from '../../bytes/source.ts';
import { openPe } from './image.ts';
import { relocated } from './relocations.ts';

const BLOCK = 0x1080;

/** Code at 0x1000 with values to relocate, and at BLOCK the directory that names them. */
function image(is64: boolean, size = 16) {
  const code = new Uint8Array(0x100);
  const view = new DataView(code.buffer);
  view.setUint32(0x10, 0x401234, true);
  view.setBigUint64(0x20, 0x140001234n, true);
  view.setUint32(0x80, 0x1000, true);
  view.setUint32(0x84, size, true);
  view.setUint16(0x88, (3 << 12) | 0x10, true);
  view.setUint16(0x8a, (10 << 12) | 0x20, true);
  const written = writePe({
    machine: is64 ? 0x8664 : 0x14c,
    imageBase: is64 ? 0x140000000n : 0x400000n,
    code,
    directories: { 5: [BLOCK, 16] },
  });
  return openPe(new BytesSource(written.file), 'file', new Problems());
}

test('values move with the base, and parts of values too', () => {
  const moved = relocated(image(false), 0x7ab30000n);
  // 0x401234 - 0x400000 + 0x7ab30000
  expect([...moved.read(0x1010, 4)]).toEqual([0x34, 0x12, 0xb3, 0x7a]);
  expect([...moved.read(0x1012, 1)]).toEqual([0xb3]);
  expect([...moved.read(0x1014, 4)]).toEqual([0, 0, 0, 0]);
  const wide = relocated(image(true), 0x7ff812340000n);
  expect([...wide.read(0x1020, 8)]).toEqual([0x34, 0x12, 0x34, 0x12, 0xf8, 0x7f, 0, 0]);
});

test('an image at its preferred base is left as it is', () => {
  const own = image(false);
  expect(relocated(own, 0x400000n)).toBe(own);
});

test.each([0, 4, 0xffffffff])('a block that claims %i bytes ends the directory', (size) => {
  const moved = relocated(image(false, size), 0x10000n);
  expect(moved.read(0x1000, 0x100)).toHaveLength(0x100);
});
