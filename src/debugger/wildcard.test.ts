import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matchesWildcard } from './wildcard.ts';

test('wildcards', () => {
  expect(matchesWildcard('CreateFileW', 'create*w')).toBe(true);
  expect(matchesWildcard('CreateFileW', 'create?ile[AW]')).toBe(true);
  expect(matchesWildcard('CreateFileW', 'file')).toBe(false);
  // Repeated signs and ranges that end before they begin are no patterns: their signs stand for themselves.
  expect(matchesWildcard('a+', 'a++')).toBe(true);
  expect(matchesWildcard('[z-a]', '[z-a]')).toBe(true);
  expect(matchesWildcard('b', '[a-c]')).toBe(true);
});

test.each([
  ['aab', 'a#b', true],
  ['b', 'a#b', true],
  ['b', 'a+b', false],
  ['aab', 'a+b', true],
  ['ac', '[a-c][^x]', false],
  ['', '*', true],
  ['', '?', false],
  ['x', 'x#y#', true],
])('%s fits %s: %s', (text, pattern, expected) => {
  expect(matchesWildcard(text, pattern)).toBe(expected);
});

test('patterns agree with the regular expressions that say the same', () => {
  const letters = fc.stringMatching(/^[ab]{0,12}$/);
  const parts = fc.array(fc.constantFrom('a', 'b', '?', '*', 'a#', 'b+', '[ab]'), { maxLength: 8 });
  const same: Readonly<Record<string, string>> = { '?': '.', '*': '.*', 'a#': 'a*', 'b+': 'b+' };
  fc.assert(
    fc.property(letters, parts, (text, pattern) => {
      const expected = new RegExp(`^${pattern.map((part) => same[part] ?? part).join('')}$`).test(text);
      expect(matchesWildcard(text, pattern.join(''))).toBe(expected);
    }),
  );
});

test('no pattern takes long', () => {
  const before = performance.now();
  expect(matchesWildcard('a'.repeat(2000), `${'*a'.repeat(500)}b`)).toBe(false);
  expect(matchesWildcard('a'.repeat(10_000), 'a#'.repeat(500))).toBe(true);
  expect(performance.now() - before).toBeLessThan(5000);
});
