import { expect, test } from 'vitest';
import { isOpen } from './brackets.ts';

test.each([
  ['.if (1) {', true],
  ['.if (1) { k }', false],
  ['.for (r $t0=0; @$t0<2; r $t0=@$t0+1) {\n .echo "}"', true],
  ['.printf "{"', false],
  ['* a comment {', false],
  ['$$ so is this {', false],
  ['.block {\n* }\n', true],
  ['} {', false],
])('%j is open: %s', (text, open) => {
  expect(isOpen(text)).toBe(open);
});
