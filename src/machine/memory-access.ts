import type { Instruction } from './instruction.ts';
import { operandAddress, registerValue } from './operand-value.ts';

/** One access to memory that an instruction makes with the registers it is about to run with. */
export interface MemoryAccess {
  /** Unsigned. */
  readonly address: bigint;
  /** Bytes; 0 where the encoding does not tell. */
  readonly size: number;
  /** `read-write` of an instruction that changes memory in place; null when the mnemonic is not in the tables. */
  readonly access: 'read' | 'write' | 'read-write' | null;
}

/** Instructions whose accesses no operand tells, or only a part of them. */
const BEYOND =
  /^(v?p?(gather|scatter)|v?maskmov|xsave|xrstor|fxsave|fxrstor|f?n?save|frstor|iret|sys|enter|pusha|popa)/;
/** A memory operand that no access is made to. */
const NO_ACCESS = /^(lea|nop|prefetch|invlpg|bnd)/;
/** Mnemonics that only read a memory operand in the first place (Intel SDM vol. 2). */
const READS =
  /^(cmp|test|bt|push|call|jmp|mul|imul|div|idiv|fld|fild|fbld|f(i)?(add|sub|subr|mul|div|divr|com|comp)|ldmxcsr|vldmxcsr|lgdt|lidt|lldt|ltr|lmsw|verr|verw|clflush|clflushopt|clwb|bound)(cw|env)?$/;
/** Mnemonics that only write it. */
const WRITES =
  /^(v?mov\w*|set\w+|pop|v?stmxcsr|fi?stt?p?|fbstp|fn?st(cw|sw|env)|sgdt|sidt|sldt|str|smsw|v?pextr\w|v?extract\w+|vcvtps2ph)$/;
/** Mnemonics that read it, change it and write it back. */
const CHANGES =
  /^(add|or|adc|sbb|and|sub|xor|inc|dec|neg|not|sh[lr]d?|sa[lr]|ro[lr]|rc[lr]|xadd|xchg|cmpxchg(8b|16b)?|bt[src])$/;
const ARM64_CHANGES = /^(ld(add|clr|eor|set|smax|smin|umax|umin)|swp|cas)/;

/**
 * What the instruction reads and writes, stack and string operands included. Null when a register is not known, or when
 * the instruction accesses memory in a way that is not modelled, so that an access not listed proves nothing.
 */
export function memoryAccesses(
  instruction: Instruction,
  registers: ReadonlyMap<string, bigint>,
  bits: 32 | 64,
): readonly MemoryAccess[] | null {
  const mnemonic = instruction.mnemonic.replace(/^((lock|rep\w*|xacquire|xrelease|bnd|notrack)\s+)+/, '');
  if (BEYOND.test(mnemonic)) return null;
  const implied = impliedAccesses(mnemonic, instruction, registers, bits);
  if (implied === null) return null;
  if (isString(mnemonic, instruction.operands)) return implied;
  const { memory } = instruction;
  if (!memory || NO_ACCESS.test(mnemonic)) return implied;
  const address = operandAddress(memory, registers, bits);
  if (address === null) return null;
  return [{ address, size: memory.size, access: operandAccess(mnemonic, instruction.operands) }, ...implied];
}

/** How an instruction uses its explicit memory operand. */
function operandAccess(mnemonic: string, operands: string): MemoryAccess['access'] {
  if (ARM64_CHANGES.test(mnemonic)) return 'read-write';
  if (/^(ld|prfm)/.test(mnemonic) && !/^ldmxcsr/.test(mnemonic)) return 'read';
  if (/^st(r|p|l|x|u|n|t|\d)/.test(mnemonic) && mnemonic !== 'str') return 'write';
  // ARM64 names the register first, x86 the memory it stores to.
  if (mnemonic === 'str') return 'write';
  const isFirst = /^[^,]*\[/.test(operands);
  if (!isFirst) return /^(xchg|xadd)$/.test(mnemonic) ? 'read-write' : 'read';
  const known: readonly (readonly [RegExp, MemoryAccess['access']])[] = [
    [READS, 'read'],
    [WRITES, 'write'],
    [CHANGES, 'read-write'],
  ];
  return known.find(([names]) => names.test(mnemonic))?.[1] ?? null;
}

function isString(mnemonic: string, operands: string): boolean {
  return /^(movs|stos|lods|scas|cmps|ins|outs)[bwdq]?$/.test(mnemonic) && !/[xyz]mm/.test(operands);
}

/** Accesses through the stack pointer and the string registers; null when one of these is not known. */
function impliedAccesses(
  mnemonic: string,
  { operands, memory, bytes }: Instruction,
  registers: ReadonlyMap<string, bigint>,
  bits: 32 | 64,
): MemoryAccess[] | null {
  const prefix = bits === 64 ? 'r' : 'e';
  const word = bits / 8;
  const at = (name: string, offset = 0): bigint | null => {
    const value = registerValue(registers, `${prefix}${name}`);
    return value === null ? null : BigInt.asUintN(bits, value + BigInt(offset));
  };
  const one = (address: bigint | null, size: number, access: MemoryAccess['access']): MemoryAccess[] | null =>
    address === null ? null : [{ address, size, access }];
  const narrow = bytes.includes(0x66) && /^(push|pop)/.test(mnemonic) ? 2 : word;
  if (/^(push[fqd]*|call)$/.test(mnemonic)) return one(at('sp', -narrow), narrow, 'write');
  if (/^(pop[fqd]*|ret\w*)$/.test(mnemonic)) return one(at('sp'), narrow, 'read');
  if (mnemonic === 'leave') return one(at('bp'), word, 'read');
  if (!isString(mnemonic, operands)) return [];
  const size = memory?.size ?? 0;
  const source = /^(movs|lods|cmps|outs)/.test(mnemonic) ? one(at('si'), size, 'read') : [];
  const target = /^(movs|stos|scas|cmps|ins)/.test(mnemonic)
    ? one(at('di'), size, /^(scas|cmps)/.test(mnemonic) ? 'read' : 'write')
    : [];
  return source === null || target === null ? null : [...source, ...target];
}
