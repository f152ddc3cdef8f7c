import { UsageError } from '../bytes/errors.ts';
import type { Architecture } from '../machine/context.ts';
import { floatBitsText } from './float-text.ts';

const numbered = (letter: string, count: number) => Array.from({ length: count }, (_, index) => `${letter}${index}`);

const X86_INTEGER = ['eax', 'ebx', 'ecx', 'edx', 'esi', 'edi', 'eip', 'esp', 'ebp', 'efl'];
const X64_INTEGER = [
  'rax',
  'rbx',
  'rcx',
  'rdx',
  'rsi',
  'rdi',
  'rip',
  'rsp',
  'rbp',
  ...numbered('r', 16).slice(8),
  'efl',
];
const ARM64_INTEGER = [...numbered('x', 29), 'fp', 'lr', 'sp', 'pc', 'cpsr'];
const SEGMENTS = ['cs', 'ss', 'ds', 'es', 'fs', 'gs'];
const DEBUG = ['dr0', 'dr1', 'dr2', 'dr3', 'dr6', 'dr7'];
const CONTROL = ['cr0', 'cr2', 'cr3', 'cr4', 'cr8'];
const TABLES = ['gdtr', 'gdtl', 'idtr', 'idtl', 'tr', 'ldtr'];

/** What `rF`, `rX`, `rY` and `rD` show: floating point, vectors, wide vectors, debug registers. */
export function registerSet(letter: string, architecture: Architecture): readonly string[] {
  const arm = architecture === 'arm64';
  const count = architecture === 'x86' ? 8 : 16;
  switch (letter.toUpperCase()) {
    case 'F':
      return arm ? ['fpcr', 'fpsr', ...numbered('d', 32)] : ['fpcw', 'fpsw', 'fptw', ...numbered('st', 8)];
    case 'X':
      return arm ? numbered('v', 32) : [...numbered('xmm', count), 'mxcsr'];
    case 'Y':
      return arm ? [] : numbered('ymm', count);
    case 'D':
      return arm ? [] : DEBUG;
    default:
      return [];
  }
}

/**
 * The registers that a mask of `rM` means (Microsoft Learn, "rm (Register Mask)"): 1 and 2 integer, 4 floating point, 8
 * segments, 0x10 MMX, 0x20 debug, 0x40 XMM, 0x80 control, 0x100 descriptor tables, 0x200 and 0x400 YMM, 0x800 XMM as
 * integers.
 */
export function maskedRegisters(mask: number, architecture: Architecture): readonly string[] {
  const integer = { x86: X86_INTEGER, x64: X64_INTEGER, arm64: ARM64_INTEGER }[architecture as 'x86'] ?? [];
  const arm = architecture === 'arm64';
  const set = (letter: string) => registerSet(letter, architecture);
  return [
    ...(mask & 3 ? integer : []),
    ...(mask & 4 ? set('F') : []),
    ...(mask & 8 && !arm ? SEGMENTS : []),
    ...(mask & 0x10 && !arm ? numbered('mm', 8) : []),
    ...(mask & 0x20 ? set('D') : []),
    ...(mask & 0x840 ? set('X') : []),
    ...(mask & 0x80 && !arm ? CONTROL : []),
    ...(mask & 0x100 && !arm ? TABLES : []),
    ...(mask & 0x600 ? set('Y') : []),
  ];
}

/** The bits of the mask as Microsoft Learn, "rm (Register Mask)", lists them. */
export const MASK_BITS: readonly (readonly [bit: number, what: string])[] = [
  [1, 'Integer state (32-bit)'],
  [2, 'Integer state (64-bit), takes precedence over bit 1'],
  [4, 'Floating-point state'],
  [8, 'Segment registers'],
  [0x10, 'MMX registers'],
  [0x20, 'Debug registers'],
  [0x40, 'SSE XMM registers'],
  [0x80, 'Control registers: of dumps of the system'],
  [0x100, 'TSS and descriptor tables: of dumps of the system'],
  [0x200, 'AVX YMM registers in floating point'],
  [0x400, 'AVX YMM registers in decimal integers'],
  [0x800, 'AVX XMM registers in decimal integers'],
];

/** How `r name:type` divides a register: signed or unsigned bytes, words, doublewords, quadwords, or floating point. */
export interface RegisterElements {
  readonly bytes: 1 | 2 | 4 | 8;
  readonly as: 'signed' | 'unsigned' | 'float';
  /** Only so many elements, from the lowest on; null for all. */
  readonly count: number | null;
}

const ELEMENTS: Readonly<Record<string, Omit<RegisterElements, 'count'>>> = {
  ib: { bytes: 1, as: 'signed' },
  ub: { bytes: 1, as: 'unsigned' },
  iw: { bytes: 2, as: 'signed' },
  uw: { bytes: 2, as: 'unsigned' },
  id: { bytes: 4, as: 'signed' },
  ud: { bytes: 4, as: 'unsigned' },
  iq: { bytes: 8, as: 'signed' },
  uq: { bytes: 8, as: 'unsigned' },
  f: { bytes: 4, as: 'float' },
  d: { bytes: 8, as: 'float' },
};

/** The part of `r xmm0:4uw` behind the colon; a UsageError for a type that the documentation does not have. */
export function parseElements(text: string, position: number): RegisterElements {
  const found = /^(\d*)(\w+)$/.exec(text.trim());
  const kind = ELEMENTS[found?.[2]?.toLowerCase() ?? ''];
  if (!found || !kind) throw new UsageError('r', `Bad register error at ':${text}'`, position);
  return { ...kind, count: found[1] === '' ? null : Number(found[1]) };
}

/** A register's elements, the highest first, as debuggers print vectors. */
export function elementsText(value: bigint, digits: number, { bytes, as, count }: RegisterElements): string {
  const all = Math.max(1, Math.floor(digits / 2 / bytes));
  const shown: string[] = [];
  for (let index = Math.min(all, count ?? all) - 1; index >= 0; index--)
    shown.push(elementText(BigInt.asUintN(bytes * 8, value >> BigInt(index * bytes * 8)), bytes, as));
  return shown.join(' ');
}

function elementText(raw: bigint, bytes: number, as: RegisterElements['as']): string {
  if (as === 'signed') return BigInt.asIntN(bytes * 8, raw).toString();
  if (as === 'unsigned') return raw.toString(16).padStart(bytes * 2, '0');
  return floatBitsText(raw, bytes === 4 ? 4 : 8, bytes === 4 ? 6 : 15);
}

/**
 * An 80-bit register of the x87 as `rF` prints it: ` 1.500000000000000000000e+0000`, 21 decimals, rounded from the exact
 * value.
 */
export function extendedText(raw: bigint): string {
  const exponent = Number((raw >> 64n) & 0x7fffn);
  const mantissa = raw & 0xffff_ffff_ffff_ffffn;
  const sign = (raw >> 79n) & 1n ? '-' : ' ';
  if (exponent === 0x7fff) {
    const text = mantissa === 0x8000_0000_0000_0000n ? '1.#INF' : (mantissa >> 62n) & 1n ? '1.#QNAN' : '1.#SNAN';
    return `${sign}${text}`;
  }
  if (mantissa === 0n) return `${sign}0.${'0'.repeat(21)}e+0000`;
  // mantissa * 2^power, exactly, as a fraction of two integers.
  const power = Math.max(1, exponent) - 16383 - 63;
  const numerator = power > 0 ? mantissa << BigInt(power) : mantissa;
  const denominator = power < 0 ? 1n << BigInt(-power) : 1n;
  let ten = Math.floor(Math.log10(Number(mantissa)) + power * Math.log10(2));
  const scaled = (by: number) => {
    const shift = 21 - by;
    const top = shift >= 0 ? numerator * 10n ** BigInt(shift) : numerator;
    const bottom = shift >= 0 ? denominator : denominator * 10n ** BigInt(-shift);
    return (top * 2n + bottom) / (bottom * 2n);
  };
  // The logarithm can miss by one.
  let digits = scaled(ten);
  while (digits >= 10n ** 22n) digits = scaled(++ten);
  while (digits < 10n ** 21n) digits = scaled(--ten);
  const text = digits.toString();
  return `${sign}${text[0]}.${text.slice(1)}e${ten < 0 ? '-' : '+'}${String(Math.abs(ten)).padStart(4, '0')}`;
}
