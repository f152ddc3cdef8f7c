import { expect, test } from 'vitest';
import { readUnwindInfo } from './unwind-codes.ts';

const info = (...bytes: number[]) =>
  readUnwindInfo({
    imageBase: 0x1000_0000,
    begin: 0x1000,
    end: 0x1100,
    unwind: 0,
    read: (rva, length) => Uint8Array.from(bytes).subarray(rva, rva + length),
    entryAt: () => null,
  });

test('codes as Learn documents them: push, small and large allocation, frame register, saved registers', () => {
  const found = info(
    ...[0x01, 0x1a, 9, 0x25],
    ...[0x1a, 0x64, 0x05, 0x00], // save rsi at 5 * 8
    ...[0x16, 0x01, 0x00, 0x01], // large, 0x100 * 8
    ...[0x12, 0x11, 0x00, 0x00, 0x08, 0x00], // large, 0x80000
    ...[0x0a, 0x03], // frame rbp + 0x20
    ...[0x05, 0x50], // push rbp
  )!;
  expect(found).toMatchObject({ version: 1, flags: 0, prologSize: 0x1a, codeCount: 9, size: 22 });
  expect([found.frameRegister, found.frameOffset]).toEqual([5, 0x20]);
  expect(found.codes.map(({ slot, offset, name, info: own, operand }) => [slot, offset, name, own, operand])).toEqual([
    [0, 0x1a, 'UWOP_SAVE_NONVOL', 6, 5],
    [2, 0x16, 'UWOP_ALLOC_LARGE', 0, 0x100],
    [4, 0x12, 'UWOP_ALLOC_LARGE', 1, 0x80000],
    [7, 0x0a, 'UWOP_SET_FPREG', 0, null],
    [8, 0x05, 'UWOP_PUSH_NONVOL', 5, null],
  ]);
});

test('a handler and its data, and a chained entry, stand behind an even number of slots', () => {
  const handler = info(0x09, 4, 1, 0, 0x04, 0x42, 0, 0, 0x10, 0x20, 0, 0, 0xaa, 0xbb, 0, 0)!;
  expect([handler.handler, handler.handlerData, handler.chained]).toEqual([0x2010, 12, null]);
  const chained = info(0x21, 4, 0, 0, 0x00, 0x10, 0, 0, 0x10, 0x10, 0, 0, 0x40, 0x30, 0, 0)!;
  expect([chained.handler, chained.chained]).toEqual([null, { begin: 0x1000, end: 0x1010, unwind: 0x3040 }]);
});

test('a count beyond the bytes is no information, a cut operand no number', () => {
  expect(info(0x01, 4, 200, 0, 0, 0)).toBeNull();
  expect(info(0x01)).toBeNull();
  expect(info(0x01, 4, 1, 0, 0x04, 0x01)!.codes[0]!.operand).toBeNull();
});
