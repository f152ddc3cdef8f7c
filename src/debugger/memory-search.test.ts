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
