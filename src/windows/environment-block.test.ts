import { expect, test } from 'vitest';
import { readEnvironmentBlock } from './environment-block.ts';

/** Memory that holds a text in UTF-16 at 0x1000, and nothing else. */
function holding(text: string) {
  const bytes = new Uint8Array(Uint16Array.from(text, (char) => char.charCodeAt(0)).buffer);
  return {
    read(address: number, length: number) {
      const at = address - 0x1000;
      if (at < 0 || at >= bytes.length) return { length, reason: 'not-in-dump' as const };
      return bytes.subarray(at, at + length);
    },
  };
}

test('a block ends with an empty text', () => {
  expect(readEnvironmentBlock(holding('A=1\0=C:=C:\\x\0\0B=2\0\0'), 0x1000)).toEqual({
    lines: ['A=1', '=C:=C:\\x'],
    whole: true,
  });
  expect(readEnvironmentBlock(holding('\0\0'), 0x1000)).toEqual({ lines: [], whole: true });
});

test('one that memory cuts says so', () => {
  expect(readEnvironmentBlock(holding('A=1\0B=two'), 0x1000)).toEqual({ lines: ['A=1', 'B=two'], whole: false });
  expect(readEnvironmentBlock(holding('A=1'), 0x2000)).toBeNull();
});
