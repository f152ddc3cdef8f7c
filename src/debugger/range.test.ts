import { expect, test } from 'vitest';
import { parseRange, parseWholeRange } from './range.ts';

const HEX = { radix: 16, language: 'masm' } as const;
const number = (value: bigint) => ({ kind: 'number', value });

test.each([
  ['1000', { start: number(0x1000n), end: null, count: null }],
  ['1000 L4', { start: number(0x1000n), count: number(4n) }],
  ['1000 l1', { start: number(0x1000n), count: number(1n) }],
  ['1000 l 0n10', { start: number(0x1000n), count: number(10n) }],
  ['1000 L-8', { backwards: true, count: number(8n) }],
  ['0 L?80000000', { unlimited: true, count: number(0x80000000n) }],
  ['1000 1020', { start: number(0x1000n), end: number(0x1020n), count: null }],
  ['L4', { start: null, count: number(4n) }],
  ['', { start: null, end: null, count: null }],
])('%s', (text, shape) => {
  expect(parseWholeRange(text, HEX, 'db')).toMatchObject(shape);
});

test('an expression may stand for address and length', () => {
  const { range } = parseRange('eax+4 l0x240/4', HEX);
  expect(range.start).toMatchObject({ kind: 'binary', operator: '+' });
  expect(range.count).toMatchObject({ kind: 'binary', operator: '/' });
});

test('what follows the range is left to the command, or refused', () => {
  const { end } = parseRange('1000 L10 4d 5a', HEX);
  expect('1000 L10 4d 5a'.slice(end).trim()).toBe('4d 5a');
  expect(() => parseWholeRange('1000 L10 4d', HEX, 'db')).toThrow(/Extra character error in 'db 1000 L10 4d'/);
});
