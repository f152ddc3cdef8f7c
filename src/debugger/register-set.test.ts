import { expect, test } from 'vitest';
import { floatBitsText } from './float-text.ts';
import { registerPart } from './register-part.ts';
import { elementsText, extendedText, maskedRegisters, parseElements, registerSet } from './register-set.ts';
import { registerWidth } from './registers-named.ts';

// The x87's constants as Intel lists them (FLDPI, FLD1, FLDL2E ...), with their exact decimal values rounded.
test.each([
  [0x4000_c90f_daa2_2168_c235n, ' 3.141592653589793238513e+0000'],
  [0x3fff_8000_0000_0000_0000n, ' 1.000000000000000000000e+0000'],
  [0x3fff_b8aa_3b29_5c17_f0bcn, ' 1.442695040888963407388e+0000'],
  [0xbffe_8000_0000_0000_0000n, '-5.000000000000000000000e-0001'],
  [0x4008_fa00_0000_0000_0000n, ' 1.000000000000000000000e+0003'],
  [0x0000_0000_0000_0000_0001n, ' 3.645199531882474602528e-4951'],
  [0x7ffe_ffff_ffff_ffff_ffffn, ' 1.189731495357231765021e+4932'],
  [0n, ` 0.${'0'.repeat(21)}e+0000`],
  [0x7fff_8000_0000_0000_0000n, ' 1.#INF'],
  [0xffff_c000_0000_0000_0000n, '-1.#QNAN'],
])('80 bits %#x', (raw, text) => {
  expect(extendedText(raw)).toBe(text);
});

test('elements, the highest first', () => {
  const value = 0x3f800000_40000000_fffffffe_00000001n;
  expect(elementsText(value, 32, parseElements('f', 0))).toBe('1 2 -1.#QNAN 1.4013e-045');
  expect(elementsText(value, 32, parseElements('id', 0))).toBe('1065353216 1073741824 -2 1');
  expect(elementsText(value, 32, parseElements('2ud', 0))).toBe('fffffffe 00000001');
  expect(elementsText(value, 32, parseElements('uq', 0))).toBe('3f80000040000000 fffffffe00000001');
  expect(elementsText(0x1234n, 4, parseElements('ub', 0))).toBe('12 34');
  for (const wrong of ['', 'x', 'u', '4', 'ff']) expect(() => parseElements(wrong, 0)).toThrow(/Bad register/);
});

test('what is no number, as the Microsoft runtime prints it', () => {
  expect(floatBitsText(0xffffffffn, 4)).toBe('-1.#QNAN');
  expect(floatBitsText(0x7fc00000n, 4)).toBe('1.#QNAN');
  expect(floatBitsText(0xffc00000n, 4)).toBe('-1.#IND');
  expect(floatBitsText(0x7f800001n, 4)).toBe('1.#SNAN');
  expect(floatBitsText(0xfff8000000000000n, 8)).toBe('-1.#IND');
  expect(floatBitsText(0xff800000n, 4)).toBe('-1.#INF');
  expect(floatBitsText(0x3ff0000000000000n, 8)).toBe('1');
});

test('masks and sets by processor', () => {
  expect(maskedRegisters(1, 'x86')).toEqual(['eax', 'ebx', 'ecx', 'edx', 'esi', 'edi', 'eip', 'esp', 'ebp', 'efl']);
  expect(maskedRegisters(0xa, 'x64').slice(-7)).toEqual(['efl', 'cs', 'ss', 'ds', 'es', 'fs', 'gs']);
  expect(maskedRegisters(0x40, 'x86')).toHaveLength(9);
  expect(maskedRegisters(0x10, 'x64')[7]).toBe('mm7');
  expect(maskedRegisters(3, 'arm64').slice(-5)).toEqual(['fp', 'lr', 'sp', 'pc', 'cpsr']);
  expect(registerSet('x', 'arm64')).toHaveLength(32);
});

test('parts, flags and widths', () => {
  const registers = new Map([
    ['rsi', 0x1122_3344_5566_7788n],
    ['r9', 0xaabb_ccdd_eeff_0011n],
    ['efl', 0x3246n],
    ['st2', 0x3fff_8000_0000_0000_0007n],
    ['fp', 0x1_0000_0002n],
  ]);
  const part = (name: string) => registerPart(registers, name);
  expect(part('esi')).toBe(0x5566_7788n);
  expect(part('sil')).toBe(0x88n);
  expect(part('r9w')).toBe(0x11n);
  expect(part('zf')).toBe(1n);
  expect(part('cf')).toBe(0n);
  expect(part('iopl')).toBe(3n);
  expect(part('mm2')).toBe(0x8000_0000_0000_0007n);
  expect(part('w29')).toBe(2n);
  expect(part('ebx')).toBeNull();
  expect([registerWidth('zf', 64), registerWidth('mm1', 64), registerWidth('esi', 64)]).toEqual([1, 16, 8]);
});
