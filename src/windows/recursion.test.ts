import { expect, test } from 'vitest';
import { recursionOf } from './recursion.ts';
import type { Frame } from './stack.ts';

const frame = (address: number): Frame => ({
  address: BigInt(address),
  stackPointer: null,
  framePointer: null,
  module: 'app',
  function: null,
  offset: BigInt(address),
  source: null,
  inline: false,
  trust: 'context',
  trapFrame: null,
  unloadedModule: null,
});
const stack = (...addresses: number[]) => addresses.map(frame);
const times = (count: number, ...addresses: number[]) => Array.from({ length: count }, () => addresses).flat();

test('one function, below the frames that noticed it', () => {
  const found = recursionOf(stack(1, 2, ...times(10, 7), 9))!;
  expect([found.frames.map((item) => item.address), found.repeats]).toEqual([[7n], 10]);
});

test('three functions in turn, in the order met', () => {
  const found = recursionOf(stack(1, ...times(6, 5, 6, 7), 9))!;
  expect([found.frames.map((item) => item.address), found.repeats]).toEqual([[5n, 6n, 7n], 6]);
});

test('fewer than four rounds, or a cycle far from the inner end, is none', () => {
  expect(recursionOf(stack(...times(3, 5), 9))).toBeNull();
  expect(recursionOf(stack(...Array.from({ length: 100 }, (_, index) => index), ...times(10, 999)))).toBeNull();
  expect(recursionOf([])).toBeNull();
});

test('frames of a log without addresses are told apart by name', () => {
  const named = (name: string): Frame => ({ ...frame(0), address: null, function: name });
  expect(recursionOf(times(5, 0).map(() => named('f')))?.repeats).toBe(5);
  expect(recursionOf(['a', 'b', 'c', 'd', 'e'].map(named))).toBeNull();
});
