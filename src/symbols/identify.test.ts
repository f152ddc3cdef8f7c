import { expect, test } from 'vitest';
import { ExportSymbolTable } from './exports.ts';
import { confirmKernelSymbols, KERNEL_POINTERS } from './identify.ts';

const BASE = 0xfffff80000000000n;
const rvas = new Map(Object.values(KERNEL_POINTERS).map(([name = ''], index) => [name, 0x1000 + index * 8]));
const table = new ExportSymbolTable(
  [...rvas].map(([name, rva], ordinal) => ({ name, ordinal, rva, forwarder: null })),
  'nt',
);
const pointers = (count: number, wrong = 0): [string, bigint][] =>
  Object.entries(KERNEL_POINTERS)
    .slice(0, count)
    .map(([field, [name = '']], index) => [field, BASE + BigInt(rvas.get(name) ?? 0) + (index < wrong ? 0x20n : 0n)]);

test('one disagreement in forty is granted, many are not, and too few prove nothing', () => {
  expect(confirmKernelSymbols(table, BASE, pointers(40))).toMatchObject({
    matched: 40,
    compared: 40,
    verdict: 'exact',
  });
  expect(confirmKernelSymbols(table, BASE, pointers(40, 1))).toMatchObject({ matched: 39, verdict: 'exact' });
  expect(confirmKernelSymbols(table, BASE, pointers(40, 20))).toMatchObject({ matched: 20, verdict: 'refused' });
  expect(confirmKernelSymbols(table, BASE, pointers(4))).toMatchObject({ matched: 4, verdict: 'refused' });
  expect(confirmKernelSymbols(table, BASE, pointers(10, 1)).differing).toEqual(['BreakpointWithStatus']);
});

test('zeros and fields that are no pointers are not compared', () => {
  const rest: [string, bigint][] = [
    ['PspCidTable', 0n],
    ['MmPageSize', 0x1000n],
    ['KernBase', BASE],
    ['constructor', 1n],
  ];
  expect(confirmKernelSymbols(table, BASE, rest)).toMatchObject({ compared: 0, verdict: 'refused' });
});

test('32-bit pointers are sign-extended in the block', () => {
  const base = 0x80400000n;
  const extended = pointers(40).map(([field, value]) => [field, value - BASE + 0xffffffff80400000n] as const);
  expect(confirmKernelSymbols(table, base, extended).verdict).toBe('exact');
  expect(confirmKernelSymbols(table, 0xffffffff80400000n, extended).verdict).toBe('exact');
});
