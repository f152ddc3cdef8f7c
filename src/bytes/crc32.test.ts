import { expect, test } from 'vitest';
import { crc32 } from './crc32.ts';

test('crc32: the check value of the CRC catalogue, and the same in any pieces', () => {
  const bytes = new TextEncoder().encode('123456789');
  expect(crc32(bytes)).toBe(0xcbf43926);
  for (let at = 0; at <= bytes.length; at++)
    expect(crc32(bytes.subarray(at), crc32(bytes.subarray(0, at)))).toBe(0xcbf43926);
  expect(crc32(new Uint8Array(0))).toBe(0);
});
