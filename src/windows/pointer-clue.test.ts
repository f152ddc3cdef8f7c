import { expect, test } from 'vitest';
import { clueOf } from './pointer-clue.ts';

test.each([
  [0xfeeefeeen, 'x86', 'a fill pattern'],
  [0xfeeeff02n, 'x86', 'a fill pattern'],
  [0xfeeefeeefeeefeeen, 'x64', 'a fill pattern'],
  [0xbaadf00dbaadf025n, 'x64', 'a fill pattern'],
  [0xccccccccccccccccn, 'x64', 'a fill pattern'],
  [0x64636261n, 'x86', 'text in a pointer'],
  [0x4141414141414141n, 'x64', 'text in a pointer'],
  [0x0064006300620061n, 'x64', 'text in a pointer'],
  [0x1234567800000000n, 'x64', 'not canonical'],
  [0xfefefefefefefefen, 'x64', 'not canonical'],
  [0x12345678n, 'x64', 'a small value'],
] as const)('0x%s on %s', (value, architecture, label) => {
  expect(clueOf(value, architecture, null)?.label).toBe(label);
});

// Public lists of magic values: page heap, C runtime, heap, AddressSanitizer, jemalloc, PartitionAlloc.
test.each([
  0xfeeefeee, 0xbaadf00d, 0xabababab, 0xcdcdcdcd, 0xdddddddd, 0xfdfdfdfd, 0xcccccccc, 0xdeadbeef, 0xf0f0f0f0,
  0xc0c0c0c0, 0xe0e0e0e0, 0xa0a0a0a0, 0xd0d0d0d0, 0xbebebebe, 0xe5e5e5e5, 0xefefefef,
])('the fill pattern %i in a pointer of either width, and in a field behind it', (word) => {
  const narrow = BigInt(word);
  const wide = (narrow << 32n) | narrow;
  for (const offset of [0n, 0x18n]) {
    expect(clueOf(narrow + offset, 'x86', 'user')?.label).toBe('a fill pattern');
    expect(clueOf(wide + offset, 'x64', 'user')?.label).toBe('a fill pattern');
    expect(clueOf(wide + offset, 'x64', 'kernel')?.label).toBe('a fill pattern');
    expect(clueOf(wide + offset, 'arm64', 'user')?.label).toBe('a fill pattern');
  }
});

test('the debug runtime’s words at half width in a 64-bit pointer, and ordinary addresses, are no fill patterns', () => {
  expect(clueOf(0xfeeefeeen, 'x64', null)?.label).not.toBe('a fill pattern');
  expect(clueOf(0x7ff6_1234_5678n, 'x64', 'user')).toBeNull();
  expect(clueOf(0xffff_f800_1234_5678n, 'x64', 'kernel')).toBeNull();
  expect(clueOf(0x0040_1000n, 'x86', 'user')).toBeNull();
});

test('a kernel address is one only to a process', () => {
  expect(clueOf(0xffff_f800_1234_5678n, 'x64', 'user')?.label).toBe('a kernel address');
});
