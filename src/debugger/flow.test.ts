import { expect, test } from 'vitest';
import { nodeDisassembler } from '../platform/node/disassembler.ts';
import { functionFlow } from './flow.ts';

const bytesOf = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

// cmp eax,1; jne +2; inc eax; jmp back to the start; ret
const CODE = bytesOf('83f801 7502 ffc0 ebf7 c3'.replaceAll(' ', ''));
const disassembler = nodeDisassembler('x64')!;
const decode = (at: number, most: number) => disassembler.decode(CODE.subarray(at), at, most);

test('blocks, their successors and the loop', () => {
  const { blocks, cut } = functionFlow(0, decode, () => true);
  expect(blocks.map(({ start, next }) => [start, next])).toEqual([
    [0, [5, 7]],
    [5, [7]],
    [7, [0]],
  ]);
  expect(cut).toEqual([]);
});

test('a jump out of the function ends it; code that is missing is told', () => {
  const { blocks } = functionFlow(0, decode, (at) => at !== 0);
  expect(blocks.at(-1)!.next).toEqual([]);
  const { cut } = functionFlow(
    0,
    (at, most) => (at >= 5 ? [] : decode(at, Math.min(most, 2))),
    () => true,
  );
  expect(cut).toContain(5);
});
