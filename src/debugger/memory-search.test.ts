import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { MemorySpace } from '../memory/space.ts';
import { searchBytes, searchStrings } from './memory-search.ts';

/** Memory in pieces of a given size, with an endless hole behind it. */
function pieces(bytes: Uint8Array, size: number): MemorySpace {
  return {
    read(address, length) {
      if (address < 0 || address >= bytes.length) return { reason: 'not-in-dump', length: Number.MAX_SAFE_INTEGER };
      const end = Math.min(address + length, bytes.length, (Math.floor(address / size) + 1) * size);
      return bytes.subarray(address, end);
    },
  };
}

test('finds what a plain search finds, wherever the pieces are cut', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 60 }),
      fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 5 }),
      fc.integer({ min: 1, max: 9 }),
      (bytes, pattern, size) => {
        const expected = bytes.flatMap((_, at) =>
          pattern.every((byte, index) => bytes[at + index] === byte) ? [at] : [],
        );
        const space = pieces(Uint8Array.from(bytes), size);
        expect(searchBytes(space, 0, 1e12, Uint8Array.from(pattern), { step: 1, most: 1000 })).toEqual(expected);
      },
    ),
  );
});

test('places off the step do not count, and the number found is bounded', () => {
  const space = pieces(Uint8Array.from([1, 0, 1, 0, 0, 1, 0, 0]), 3);
  expect(searchBytes(space, 0, 8, Uint8Array.of(1), { step: 2, most: 9 })).toEqual([0, 2]);
  expect(searchBytes(space, 0, 8, Uint8Array.of(0), { step: 1, most: 2 })).toEqual([1, 3]);
});

test('strings of both kinds', () => {
  const text = new TextEncoder().encode('\0\0abc\0longer\x01');
  expect(searchStrings(pieces(text, 4), 0, 100, false, 3, 10)).toEqual([
    { at: 2, text: 'abc' },
    { at: 6, text: 'longer' },
  ]);
  const wide = Uint8Array.from([0, 0, ...[...'wide'].flatMap((char) => [char.charCodeAt(0), 0]), 0, 0]);
  expect(searchStrings(pieces(wide, 4), 0, 100, true, 3, 10)).toEqual([{ at: 2, text: 'wide' }]);
});

test('strings are those that a plain search finds, wherever the pieces are cut', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(0, 0x1f, 0x20, 0x41, 0x7e, 0x7f, 0xe4), { maxLength: 80 }),
      fc.boolean(),
      fc.integer({ min: 1, max: 6 }),
      fc.integer({ min: 1, max: 9 }),
      (codes, wide, least, size) => {
        const unit = wide ? 2 : 1;
        const bytes = Uint8Array.from(codes.flatMap((code) => (wide ? [code, 0] : [code])));
        const shown = new RegExp(`[ -~]{${least},}`, 'g');
        const expected = [...String.fromCharCode(...codes).matchAll(shown)].map(({ 0: text, index }) => ({
          at: index * unit,
          text,
        }));
        expect(searchStrings(pieces(bytes, size * unit), 0, 1e12, wide, least, 1000)).toEqual(expected);
      },
    ),
  );
});

test('a string without end is given in parts, none of its characters lost', () => {
  const space = pieces(new Uint8Array(10_000).fill(0x41), 3000);
  const found = searchStrings(space, 0, 10_000, false, 5, 10);
  expect(found.map(({ at, text }) => [at, text.length])).toEqual([
    [0, 4096],
    [4096, 4096],
    [8192, 1808],
  ]);
});

test('memory that is not aligned, and a pattern of its commonest byte', () => {
  const bytes = new Uint8Array(new ArrayBuffer(203), 3).fill(7);
  bytes[150] = 1;
  const space = pieces(bytes, 64);
  expect(searchBytes(space, 0, 200, Uint8Array.of(7, 1, 7), { step: 1, most: 9 })).toEqual([149]);
  expect(searchBytes(space, 0, 200, Uint8Array.of(7), { step: 1, most: 500 })).toHaveLength(199);
});
