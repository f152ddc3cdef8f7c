import { describe, expect, test } from 'vitest';
import type { UnwindData } from '../unwind.ts';
import { readUnwindRule } from './unwind-info.ts';

const FUNCTION = { imageBase: 0x140000000, begin: 0x1000, end: 0x1100, unwind: 0 };

/** Unwind data whose image is only what is given, at RVA 0. */
function dataOf(image: readonly number[], unwind = 0): UnwindData {
  const bytes = Uint8Array.from(image);
  return {
    ...FUNCTION,
    unwind,
    read: (rva, length) => bytes.subarray(rva, Math.min(bytes.length, rva + length)),
    entryAt: () => null,
  };
}

const word = (value: number): number[] => [value & 255, (value >> 8) & 255, (value >> 16) & 255, value >>> 24];

describe('UNWIND_INFO', () => {
  test('each code of version 1, with its near and far forms', () => {
    const codes = [
      ...[0x30, (0x6 << 4) | 8, 0x02, 0x00], // save xmm6 at 0x20
      ...[0x2c, 0x79, 0x00, 0x00, 0x01, 0x00], // save xmm7 at 0x10000
      ...[0x28, 0x34, 0x05, 0x00], // save rbx at 0x28
      ...[0x24, 0x65, 0x00, 0x00, 0x02, 0x00], // save rsi at 0x20000
      ...[0x20, 0x03], // set frame register
      ...[0x1c, 0x11, 0x00, 0x00, 0x04, 0x00], // alloc 0x40000
      ...[0x15, 0x01, 0x00, 0x02], // alloc 0x1000
      ...[0x0e, 0x42], // alloc 0x28
      ...[0x0a, 0x50], // push rbp
      ...[0x00, 0x1a], // machine frame with an error code
    ];
    const rule = readUnwindRule(dataOf([1, 0x30, codes.length / 2, 0x25, ...codes]))!;
    expect(rule.parts[0]).toMatchObject({ prologSize: 0x30, frameRegister: 5, frameOffset: 0x20, epilogs: null });
    expect(rule.parts[0]!.ops).toEqual([
      { kind: 'save-xmm', at: 0x30, register: 6, offset: 0x20 },
      { kind: 'save-xmm', at: 0x2c, register: 7, offset: 0x10000 },
      { kind: 'save', at: 0x28, register: 3, offset: 0x28 },
      { kind: 'save', at: 0x24, register: 6, offset: 0x20000 },
      { kind: 'frame', at: 0x20 },
      { kind: 'alloc', at: 0x1c, size: 0x40000 },
      { kind: 'alloc', at: 0x15, size: 0x1000 },
      { kind: 'alloc', at: 0x0e, size: 0x28 },
      { kind: 'push', at: 0x0a, register: 5 },
      { kind: 'machine', at: 0, errorCode: true },
    ]);
  });

  test('version 2 tells its epilogues: one at the end, others by their distance from it', () => {
    const codes = [0x06, 0x16, 0x40, 0x06, 0x10, 0x16, 0x00, 0x06, 0x04, 0x30, 0x00, 0x00];
    const rule = readUnwindRule(dataOf([2, 4, 5, 0, ...codes]))!;
    expect(rule.parts[0]!.epilogs).toEqual({ starts: [0x100 - 6, 0x100 - 0x40, 0x100 - 0x110], size: 6 });
    expect(rule.parts[0]!.ops).toEqual([{ kind: 'push', at: 4, register: 3 }]);
  });

  test('a chained part is followed to its function', () => {
    const image = [...[0x21, 0, 0, 0], ...word(0x2000), ...word(0x2050), ...word(16), ...[1, 4, 1, 0, 4, 0x30, 0, 0]];
    const rule = readUnwindRule(dataOf(image))!;
    expect(rule.parts.map(({ begin, end }) => [begin, end])).toEqual([
      [0x1000, 0x1100],
      [0x2000, 0x2050],
    ]);
    expect(rule.root).toBe(0x2000);
  });

  test('chains that lead to themselves, or on for ever, are damage', () => {
    expect(readUnwindRule(dataOf([0x21, 0, 0, 0, ...word(0), ...word(1), ...word(0)]))).toBeNull();
    expect(readUnwindRule(dataOf([...word(0), ...word(1), ...word(1)], 1))).toBeNull();
    const long = Array.from({ length: 200 }, (_, at) => [
      0x21,
      0,
      0,
      0,
      ...word(0),
      ...word(1),
      ...word((at + 1) * 16),
    ]);
    expect(readUnwindRule(dataOf(long.flat()))).toBeNull();
    const odd = Array.from({ length: 200 }, (_, at) => [...word(0), ...word(1), ...word((at + 1) * 12 + 1)]);
    expect(readUnwindRule(dataOf(odd.flat(), 1))).toBeNull();
  });

  test('what is cut, of an unknown version or with an unknown code gives no rule', () => {
    expect(readUnwindRule(dataOf([]))).toBeNull();
    expect(readUnwindRule(dataOf([1, 0, 0]))).toBeNull();
    expect(readUnwindRule(dataOf([3, 0, 0, 0]))).toBeNull();
    expect(readUnwindRule(dataOf([1, 4, 2, 0, 4, 0x30]))).toBeNull();
    expect(readUnwindRule(dataOf([1, 4, 1, 0, 4, 0x01]))).toBeNull();
    expect(readUnwindRule(dataOf([1, 4, 1, 0, 4, 0x0f]))).toBeNull();
    expect(readUnwindRule(dataOf([0x21, 0, 0, 0, 1, 2, 3]))).toBeNull();
  });
});
