import { expect, test } from 'vitest';
import { parseSmbios, smbiosString } from './smbios.ts';

const text = (value: string) => [...value].map((char) => char.charCodeAt(0));

test('structures and their strings; a structure without strings ends with two NULs', () => {
  const table = Uint8Array.from([
    ...[1, 8, 0x34, 0x12, 1, 2, 0, 9],
    ...text('Acme\0Anvil 3\0\0'),
    ...[32, 5, 1, 0, 7, 0, 0],
    ...[127, 4, 2, 0, 0, 0],
    ...[1, 4, 9, 9, 0, 0],
  ]);
  const found = parseSmbios(table);
  expect(found.map(({ type, handle, strings }) => [type, handle, strings])).toEqual([
    [1, 0x1234, ['Acme', 'Anvil 3']],
    [32, 1, []],
    [127, 2, []],
  ]);
  expect(smbiosString(found[0]!, 4)).toBe('Acme');
  expect(smbiosString(found[0]!, 5)).toBe('Anvil 3');
  // Number 0 is no string, and 9 does not exist.
  expect(smbiosString(found[0]!, 6)).toBeNull();
  expect(smbiosString(found[0]!, 7)).toBeNull();
});

test('a table cut anywhere ends', () => {
  const table = Uint8Array.from([1, 8, 0, 0, 1, 2, 0, 0, ...text('Acme\0B\0\0'), 127, 4, 2, 0, 0, 0]);
  for (let length = 0; length < table.length; length++)
    expect(parseSmbios(table.subarray(0, length)).length).toBeLessThanOrEqual(2);
  expect(parseSmbios(Uint8Array.from([1, 0, 0, 0]))).toEqual([]);
});
