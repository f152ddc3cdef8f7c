import { expect, test } from 'vitest';
import type { Type } from '../symbols/type.ts';
import { typeText, verboseTypeText } from './type-text.ts';
import { numberText } from './type-value.ts';

const ulong: Type = { kind: 'base', name: 'Uint4B', size: 4, encoding: 'unsigned' };
const entry: Type = {
  kind: 'struct',
  flavour: 'struct',
  name: '_LIST_ENTRY',
  size: 16,
  fields: () => [{ name: 'Flink', offset: 0, type: () => pointer }],
  field: () => null,
};
const pointer: Type = { kind: 'pointer', size: 8, target: () => entry };

// As public transcripts print them.
test.each([
  [ulong, 'Uint4B', 'Uint4B'],
  [pointer, 'Ptr64 _LIST_ENTRY', 'Ptr64 to struct _LIST_ENTRY, 1 element, 0x10 bytes'],
  [{ kind: 'array', size: 104, count: 26, element: () => ulong } as Type, '[26] Uint4B', '[26] Uint4B'],
  [
    { kind: 'bitfield', size: 4, position: 3, length: 1, base: () => ulong } as Type,
    'Pos 3, 1 Bit',
    'Bitfield Pos 3, 1 Bit',
  ],
  [
    { kind: 'bitfield', size: 4, position: 0, length: 5, base: () => ulong } as Type,
    'Pos 0, 5 Bits',
    'Bitfield Pos 0, 5 Bits',
  ],
  [
    { kind: 'pointer', size: 4, target: () => ({ kind: 'function', size: 0, name: 'long (void*)' }) } as Type,
    'Ptr32     long ',
    'Ptr32 to long (void*)',
  ],
])('%o', (type, text, verbose) => {
  expect(typeText(type)).toBe(text);
  expect(verboseTypeText(type)).toBe(verbose);
});

test('types that go in circles end', () => {
  const loop: Type = { kind: 'pointer', size: 8, target: () => loop };
  expect(typeText(loop)).toMatch(/^(Ptr64 )+\.\.\.$/);
});

test.each([
  [5n, '5'],
  [10n, '0xa'],
  [0x41414141n, '0x41414141'],
  [0x4141414141414141n, '0x41414141`41414141'],
])('%s shows as %s', (value, text) => {
  expect(numberText(value)).toBe(text);
});
