import { expect, test } from 'vitest';
import { continuesBlock, isOpen } from './brackets.ts';

test.each([
  ['.if (1) {', true],
  ['.if (1) { k }', false],
  ['.for (r $t0=0; @$t0<2; r $t0=@$t0+1) {\n .echo "}"', true],
  ['.printf "{"', false],
  ['* a comment {', false],
  ['$$ so is this {', false],
  ['.block {\n* }\n', true],
  ['} {', false],
  ['.while (@$t0 < (2 + 1))', true],
  ['r $t0=0; .for (r $t1=0; @$t1<2; r $t1=@$t1+1)', true],
  ['.foreach /pS 1 (x {lm 1m})', true],
  ['.if (1) { k } .else', true],
  ['.printf "%d\\n", (1)', false],
  ['? (1)', false],
])('%j is open: %s', (text, open) => {
  expect(isOpen(text)).toBe(open);
});

test('a brace or .else on a line of its own belongs to the block before', () => {
  expect(continuesBlock('.if (0) { k }', '.else { lm }')).toBe(true);
  expect(continuesBlock('.if (0)', ' {')).toBe(true);
  expect(continuesBlock('k', '{ lm }')).toBe(false);
  expect(continuesBlock('.if (0) { k }', 'lm')).toBe(false);
});
