import { expect, test } from 'vitest';
import type { MemorySpace } from '../memory/space.ts';
import { readSegmentDescriptor, segmentTypeName } from './segment-descriptor.ts';

/** A table of descriptors as 64-bit words, as processor manuals and boot code write them. */
function table(...words: bigint[]): MemorySpace {
  const bytes = new Uint8Array(words.length * 8);
  const view = new DataView(bytes.buffer);
  for (const [index, word] of words.entries()) view.setBigUint64(index * 8, word, true);
  return {
    read: (at, length) =>
      at >= 0 && at < bytes.length ? bytes.subarray(at, at + length) : { reason: 'not-in-dump', length: 1 },
  };
}

test.each([
  // The flat segments that every boot loader sets up.
  [0x00cf9b000000ffffn, 'Code RE Ac', 0n, 0xffffffffn, 0, 0xc9b],
  [0x00cf93000000ffffn, 'Data RW Ac', 0n, 0xffffffffn, 0, 0xc93],
  [0x00cff3000000ffffn, 'Data RW Ac', 0n, 0xffffffffn, 3, 0xcf3],
  // 64-bit code: L set, D clear, base and limit unused.
  [0x00209b0000000000n, 'Code RE Ac', 0n, 0n, 0, 0x29b],
  [0x80008b26b00020abn, 'TSS32 Busy', 0x8026b000n, 0x20abn, 0, 0x08b],
  [0x0040f2000000ffffn, 'Data RW', 0n, 0xffffn, 3, 0x4f2],
  [0n, '<Reserved>', 0n, 0n, 0, 0],
])('%s is %s', (word, type, base, limit, privilege, flags) => {
  const found = readSegmentDescriptor(table(0n, word), 0, 8 | 3, 4)!;
  expect(segmentTypeName(found)).toBe(type);
  expect(found).toMatchObject({ base, limit, privilege, flags });
});

test('a task state segment of 64-bit mode has the upper half of its base in the next eight bytes', () => {
  const memory = table(0x80008b26b0000067n, 0xfffff803n);
  expect(readSegmentDescriptor(memory, 0, 0, 8)?.base).toBe(0xfffff8038026b000n);
  expect(readSegmentDescriptor(memory, 0, 0, 4)?.base).toBe(0x8026b000n);
});

test('what is not in the dump is unknown', () => {
  expect(readSegmentDescriptor(table(0n), 0, 0x10, 8)).toBeNull();
  expect(readSegmentDescriptor(table(0x80008b26b0000067n), 0, 0, 8)).toBeNull();
});
