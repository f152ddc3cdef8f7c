import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FormatError } from '../../bytes/errors.ts';
import { decompressXz, isXz } from './xz.ts';

/** Made by `printf 'hello, xz' | xz -6`: 9 bytes in one LZMA2 chunk, CRC64. */
const HELLO = Uint8Array.from(
  Buffer.from('/Td6WFoAAATm1rRGAgAhARYAAAB0L+WjAQAIaGVsbG8sIHh6AAAAALQlytJjiBZHAAEhCWwYxdUftvN9AQAAAAAEWVo=', 'base64'),
);
const ISF = resolve('../shared/corpus/isf/JPCERTCC__Windows-Symbol-Tables__5278AFF86C341677D7D7835C85B7B844-1.json.xz');
const xz = existsSync('/usr/bin/xz') ? '/usr/bin/xz' : null;
const compress = (bytes: Uint8Array) => new Uint8Array(execFileSync(xz!, ['-c'], { input: bytes }));

describe('xz', () => {
  test('says what is not xz', async () => {
    expect(isXz(Uint8Array.of(1, 2, 3))).toBe(false);
    await expect(decompressXz(Uint8Array.of(1, 2, 3), 10)).rejects.toThrow(FormatError);
  });

  test('a damaged or truncated file is a FormatError and the next call still works', async () => {
    expect(isXz(HELLO)).toBe(true);
    expect(new TextDecoder().decode(await decompressXz(HELLO, 100))).toBe('hello, xz');
    await expect(decompressXz(HELLO.subarray(0, 20), 100)).rejects.toThrow(/truncated|damaged/);
  });

  test.skipIf(!xz)('round trip, cap, damage at every place (needs /usr/bin/xz)', async () => {
    const plain = new Uint8Array(300_000).map((_, index) => (index * index) >> 7);
    const packed = compress(plain);
    expect(Buffer.compare(await decompressXz(packed, plain.length), plain)).toBe(0);
    await expect(decompressXz(packed, plain.length - 1)).rejects.toThrow(/limit/);
    for (let at = 6; at < packed.length; at += Math.ceil(packed.length / 50)) {
      const bad = packed.slice();
      bad[at]! ^= 0x10;
      await decompressXz(bad, plain.length).then(
        (out) => expect(Buffer.compare(out, plain)).toBe(0),
        (error) => expect(error).toBeInstanceOf(FormatError),
      );
    }
    expect(Buffer.compare(await decompressXz(packed, plain.length), plain)).toBe(0);
  });

  test.skipIf(!existsSync(ISF))('a real ISF (needs ../shared/corpus/isf)', async () => {
    const out = await decompressXz(readFileSync(ISF), 100e6);
    expect(out.length).toBe(6218581);
    expect(JSON.parse(new TextDecoder().decode(out))).toHaveProperty('metadata');
  });
});
