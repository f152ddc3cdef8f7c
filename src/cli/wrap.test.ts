import fc from 'fast-check';
import { expect, test } from 'vitest';
import { displayWidth, wrapRuns } from './wrap.ts';

const plain = (text: string, first: number, rest = first) =>
  wrapRuns([{ style: 'plain', text }], first, rest).map((line) => line.map(({ text }) => text).join(''));

test('lines break at spaces, the first may be of another width, blanks at a break are dropped', () => {
  expect(plain('one two three', 7)).toEqual(['one two', 'three']);
  expect(plain('one two three', 13, 5)).toEqual(['one two three']);
  expect(plain('1  one   two', 8, 6)).toEqual(['1  one', 'two']);
  expect(plain('', 10)).toEqual(['']);
});

test('words longer than a line are broken; wide characters take two columns, marks none, pairs stay whole', () => {
  expect(plain('abcdefghij', 4)).toEqual(['abcd', 'efgh', 'ij']);
  expect(plain('字字字', 4)).toEqual(['字字', '字']);
  expect(plain('e\u0301e\u0301e\u0301', 2)).toEqual(['e\u0301e\u0301', 'e\u0301']);
  expect(plain('😀😀', 3)).toEqual(['😀', '😀']);
  expect(plain('字', 1)).toEqual(['字']);
});

test('a word of several styles stays one word', () => {
  const runs = [
    { style: 'bold', text: 'see nt!Ke' },
    { style: 'dim', text: 'BugCheck now' },
  ];
  expect(wrapRuns(runs, 10, 20)).toEqual([
    [{ style: 'bold', text: 'see' }],
    [
      { style: 'bold', text: 'nt!Ke' },
      { style: 'dim', text: 'BugCheck now' },
    ],
  ]);
});

test('no line is wider than its room and no character but blanks is lost', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: fc.constantFrom('a', ' ', '字', 'é', '😀', '-', 'bcd') }), { maxLength: 8 }),
      fc.integer({ min: 2, max: 12 }),
      fc.integer({ min: 2, max: 12 }),
      (texts, first, rest) => {
        const lines = wrapRuns(
          texts.map((text, style) => ({ style, text })),
          first,
          rest,
        );
        lines.forEach((line, index) => {
          const width = displayWidth(line.map(({ text }) => text).join(''));
          expect(width).toBeLessThanOrEqual(index === 0 ? first : rest);
        });
        const without = (text: string) => text.replaceAll(' ', '');
        expect(
          without(
            lines
              .flat()
              .map(({ text }) => text)
              .join(''),
          ),
        ).toBe(without(texts.join('')));
      },
    ),
  );
});
