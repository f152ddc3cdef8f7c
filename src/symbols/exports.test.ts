import { expect, test } from 'vitest';
import { dumpExports, ExportSymbolTable } from './exports.ts';

const table = new ExportSymbolTable(
  [
    { name: 'ZwClose', ordinal: 3, rva: 0x2000, forwarder: null },
    { name: 'NtClose', ordinal: 2, rva: 0x2000, forwarder: null },
    { name: 'HeapAlloc', ordinal: 4, rva: 0x9000, forwarder: 'NTDLL.RtlAllocateHeap' },
    { name: null, ordinal: 7, rva: 0x3000, forwarder: null },
    { name: '?f@A@@QEAAXXZ', ordinal: 1, rva: 0x1000, forwarder: null },
  ],
  'dump',
);

test('the nearest export before, without a size', () => {
  expect(table.at(0x0fff)).toBeNull();
  expect(table.at(0x1fff)).toEqual({ name: 'A::f', decorated: '?f@A@@QEAAXXZ', rva: 0x1000, size: 0, kind: 'export' });
  expect(table.at(0x2004)?.name).toBe('NtClose');
  expect(table.aliases(0x2004).map((symbol) => symbol.name)).toEqual(['NtClose', 'ZwClose']);
  expect(table.at(0x9999)?.name).toBe('Ordinal7');
});

test('forwarders have no address', () => {
  expect(table.find('HeapAlloc')).toBeNull();
  expect(table.find('ntclose')?.rva).toBe(0x2000);
  expect(table.find('?f@A@@QEAAXXZ')?.rva).toBe(0x1000);
  expect([...dumpExports(table)]).toContainEqual({
    kind: 'export',
    name: 'HeapAlloc',
    decorated: null,
    ordinal: 4,
    rva: null,
    size: 0,
    forwarder: 'NTDLL.RtlAllocateHeap',
  });
});
