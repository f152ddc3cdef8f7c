import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FormatError } from '../../bytes/errors.ts';
import { Problems } from '../../bytes/problem.ts';
import { BytesSource } from '../../bytes/source.ts';
import { expandSzdd, isSzdd, szddMissingCharacter } from './szdd.ts';

const MAGIC = [0x53, 0x5a, 0x44, 0x44, 0x88, 0xf0, 0x27, 0x33];
/** `size` as the header says, then raw LZSS bytes. */
const file = (size: number, body: readonly number[], mode = 0x41) =>
  Uint8Array.of(...MAGIC, mode, 0x62, size & 0xff, (size >> 8) & 0xff, 0, 0, ...body);
function expand(bytes: Uint8Array): { text: Buffer; problems: string[] } {
  const problems = new Problems();
  const parts: Uint8Array[] = [];
  expandSzdd(new BytesSource(bytes), (part) => parts.push(part.slice()) > 0, problems);
  return { text: Buffer.concat(parts), problems: problems.list.map((problem) => problem.code) };
}

describe('szdd', () => {
  test('literals, a match in what was written, a match in the initial spaces', () => {
    // Flags 0b0111: three literals, then matches: 3 from window position 4080 (the first byte), 4 from position 0.
    const bytes = file(10, [0x07, 0x61, 0x62, 0x63, 0xf0, 0xf0, 0x00, 0x01]);
    expect(isSzdd(bytes)).toBe(true);
    expect(szddMissingCharacter(new BytesSource(bytes))).toBe('b');
    expect(expand(bytes)).toEqual({ text: Buffer.from('abcabc    '), problems: [] });
  });
  test('truncation and other modes', () => {
    expect(expand(file(10, [0x07, 0x61, 0x62]))).toEqual({ text: Buffer.from('ab'), problems: ['truncated'] });
    expect(() => expand(file(1, [1, 0x61], 0x42))).toThrow(FormatError);
    expect(() => expand(Uint8Array.of(1, 2))).toThrow(FormatError);
  });
  test.skipIf(!existsSync('/usr/bin/mscompress'))('what mscompress makes (needs mscompress)', () => {
    const folder = mkdtempSync(join(tmpdir(), 'memoretics-test-'));
    try {
      const bytes = Buffer.from(Array.from({ length: 200_000 }, (_, index) => (index * index * 7) >> 9));
      writeFileSync(join(folder, 'a.dll'), bytes);
      execFileSync('/usr/bin/mscompress', [join(folder, 'a.dll')], { stdio: 'ignore' });
      const { text, problems } = expand(readFileSync(join(folder, 'a.dll_')));
      expect(problems).toEqual([]);
      expect(Buffer.compare(text, bytes)).toBe(0);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
