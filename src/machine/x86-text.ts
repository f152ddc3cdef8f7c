import { hexPadded, hexTicked } from '../bytes/hex.ts';
import { type Address, toAddress } from '../memory/space.ts';
import { type Iced, OPERAND } from './iced.ts';
import type { Disassembler, Instruction, MemoryOperand, Naming } from './instruction.ts';

/** Accessed bytes by the size keyword of MASM text. */
const SIZES: Readonly<Record<string, number>> = {
  'byte ptr': 1,
  'word ptr': 2,
  'dword ptr': 4,
  'fword ptr': 6,
  'qword ptr': 8,
  'tbyte ptr': 10,
  'oword ptr': 16,
  'xmmword ptr': 16,
  'ymmword ptr': 32,
  'zmmword ptr': 64,
};
const MEMORY = /^((?:[a-z]+word|byte|tbyte) ptr )?(?:([a-z]s):)?\[(.*)\]$/;
const LONGEST_CODE = 64 << 10;

/** An x86 or x64 disassembler that prints as WinDbg does. */
export function x86Disassembler(iced: Iced, bitness: 32 | 64): Disassembler {
  const known: Known = { mnemonics: new Map() };
  return {
    decode(bytes, address, most, name) {
      const out: Instruction[] = [];
      const code = bytes.length > LONGEST_CODE ? bytes.subarray(0, LONGEST_CODE) : bytes;
      if (code.length === 0) return out;
      iced.open(code, address, bitness);
      let at = 0;
      while (out.length < most && iced.next()) {
        const length = Math.max(1, iced.length);
        const here = address + at;
        const raw = code.subarray(at, at + length);
        at += length;
        if (iced.invalid) {
          out.push({
            address: here,
            bytes: raw,
            mnemonic: '???',
            operands: '',
            flow: 'stop',
            target: null,
            memory: null,
            valid: false,
          });
          continue;
        }
        out.push(describe(iced, known, here, raw, bitness, name));
      }
      return out;
    },
  };
}

/** Texts met before; asking the formatter is what costs. */
interface Known {
  readonly mnemonics: Map<number, string>;
}

/** Encodings whose mnemonic may depend on more than iced's code: prefixes, comparisons with pseudo-operations. */
function isPlain(bytes: Uint8Array, bitness: 32 | 64): boolean {
  let at = 0;
  if (bitness === 64 && (bytes[0]! & 0xf0) === 0x40) at = 1;
  const first = bytes[at]!;
  if (first === 0x0f) return bytes[at + 1] !== 0xc2 && bytes[at + 1] !== 0x38 && bytes[at + 1] !== 0x3a;
  return !SPECIAL.has(first);
}
const SPECIAL = new Set([0x26, 0x2e, 0x36, 0x3e, 0x62, 0x64, 0x65, 0x66, 0x67, 0x8f, 0xc4, 0xc5, 0xf0, 0xf2, 0xf3]);

function mnemonicOf(iced: Iced, known: Known, plain: boolean): string {
  if (!plain) return iced.mnemonic();
  const { code } = iced;
  let text = known.mnemonics.get(code);
  if (text === undefined) {
    text = iced.mnemonic();
    known.mnemonics.set(code, text);
  }
  return text;
}

function describe(
  iced: Iced,
  known: Known,
  address: Address,
  bytes: Uint8Array,
  bitness: 32 | 64,
  name?: Naming,
): Instruction {
  const plain = isPlain(bytes, bitness);
  const operands: string[] = [];
  let memory: MemoryOperand | null = null;
  let target: Address | null = null;
  const kinds = Array.from({ length: iced.operandCount }, (_, index) => iced.operandKind(index));
  if (kinds.some((kind) => kind >= OPERAND.nearBranchFirst && kind <= OPERAND.nearBranchLast))
    target = toAddress(iced.branchTarget);
  if (kinds.includes(OPERAND.memory)) memory = memoryOf(iced, bitness);
  for (let index = 0; index < iced.formattedOperands; index++) {
    const kind = kinds[index];
    const text = iced.operand(index);
    if (target !== null && kind !== undefined && kind >= OPERAND.nearBranchFirst && kind <= OPERAND.nearBranchLast)
      operands.push(place(target, bitness, name));
    else if (memory && kind === OPERAND.memory) {
      const [shown, size] = memoryText(text, memory, bitness, iced.hasSegmentPrefix, isOffsetForm(bytes), name);
      memory = { ...memory, size };
      operands.push(shown);
    } else if (bitness === 32 && kind === OPERAND.immediate32)
      operands.push(immediateText(text, iced.immediate(index), name));
    else operands.push(text);
  }
  const mnemonic = mnemonicOf(iced, known, plain);
  if (operands.length === 0 && kinds.some((kind) => kind >= OPERAND.stringFirst && kind <= OPERAND.stringLast)) {
    const text = stringText(mnemonic, bitness);
    if (text)
      return { address, bytes, mnemonic: text[0], operands: text[1], flow: iced.flow, target, memory, valid: true };
  }
  if (memory && (mnemonic === 'lea' || mnemonic === 'nop' || mnemonic.startsWith('prefetch')))
    memory = { ...memory, size: 0 };
  return { address, bytes, mnemonic, operands: operands.join(','), flow: iced.flow, target, memory, valid: true };
}

function memoryOf(iced: Iced, bitness: 32 | 64): MemoryOperand {
  const relative = iced.isIpRelative;
  const base = relative ? null : iced.base;
  const index = iced.index;
  const displacement = bitness === 32 ? BigInt.asIntN(32, iced.displacement) : BigInt.asIntN(64, iced.displacement);
  const absolute = relative
    ? toAddress(iced.ipRelativeAddress)
    : base === null && index === null
      ? toAddress(bitness === 32 ? BigInt.asUintN(32, iced.displacement) : iced.displacement)
      : null;
  return {
    base,
    index,
    scale: iced.scale,
    displacement: relative ? 0n : displacement,
    absolute,
    segment: iced.segment,
    size: 0,
  };
}

/** The operand's text and the bytes it accesses. */
function memoryText(
  text: string,
  memory: MemoryOperand,
  bitness: 32 | 64,
  prefixed: boolean,
  offsetForm: boolean,
  name?: Naming,
): [string, number] {
  const found = MEMORY.exec(text);
  if (!found) return [text, 0];
  const [, size = '', , inner = ''] = found;
  const bytes = SIZES[size.trim()] ?? 0;
  const segment =
    memory.segment === 'fs' || memory.segment === 'gs' || (prefixed && bitness === 32) ? memory.segment : null;
  if (memory.absolute !== null) {
    if (segment) return [`${size}${segment}:[${offsetText(memory.absolute, bitness, offsetForm)}]`, bytes];
    const symbol = name?.(memory.absolute) ?? null;
    const plain = bitness === 32 ? hexPadded(memory.absolute, 8) : hexTicked(memory.absolute);
    if (symbol) return [`${size}[${symbol} (${plain})]`, bytes];
    return bitness === 32
      ? [`${size}ds:[${offsetText(memory.absolute, bitness, offsetForm)}]`, bytes]
      : [`${size}[${plain}]`, bytes];
  }
  const table = bitness === 32 ? Number(BigInt.asUintN(32, memory.displacement)) : 0;
  const symbol = table >= 0x10000 && !segment ? (name?.(table) ?? null) : null;
  // A table in a module: `byte ptr hal!HalpVectorToIRQL (806ef218)[eax]`.
  if (symbol) return [`${size}${symbol} (${hexPadded(table, 8)})[${inner.replace(/[+-][0-9A-F]+h?$/, '')}]`, bytes];
  return [`${size}${segment ? `${segment}:` : ''}[${inner}]`, bytes];
}

/** Opcodes A0 to A3 behind prefixes: the accumulator and an address without ModRM. */
function isOffsetForm(bytes: Uint8Array): boolean {
  for (const byte of bytes) {
    if (byte >= 0xa0 && byte <= 0xa3) return true;
    if (![0x26, 0x2e, 0x36, 0x3e, 0x64, 0x65, 0x66, 0x67, 0xf0, 0xf2, 0xf3].includes(byte)) return false;
  }
  return false;
}

/** Both forms occur in one function of a public transcript: `ds:[FFFE0080h]` without ModRM, `ds:[0FFFE0080h]` with it. */
function offsetText(address: Address, bitness: 32 | 64, offsetForm: boolean): string {
  if (bitness === 32 && offsetForm) return `${hexPadded(address, 8).toUpperCase()}h`;
  const digits = hexPadded(address, 1).toUpperCase();
  if (digits.length === 1 && digits < 'A') return digits;
  return `${digits[0]! > '9' ? '0' : ''}${digits}h`;
}

/** String instructions with the operands that their encoding implies: `rep movs dword ptr es:[edi],dword ptr [esi]`. */
function stringText(mnemonic: string, bitness: 32 | 64): readonly [string, string] | null {
  const found = /^((?:rep|repe|repne|repz|repnz) )?(movs|stos|lods|scas|cmps)([bwdq])$/.exec(mnemonic);
  if (!found) return null;
  const [, prefix = '', name = '', unit = ''] = found;
  const size = `${{ b: 'byte', w: 'word', d: 'dword', q: 'qword' }[unit]} ptr`;
  const source = `${size} [${bitness === 32 ? 'esi' : 'rsi'}]`;
  const destination = `${size} ${bitness === 32 ? 'es:[edi]' : '[rdi]'}`;
  const operands = { movs: `${destination},${source}`, stos: destination, lods: source, scas: destination }[name];
  return [`${prefix}${name}`, operands ?? `${source},${destination}`];
}

function place(address: Address, bitness: 32 | 64, name?: Naming): string {
  const plain = bitness === 32 ? hexPadded(address, 8) : hexTicked(address);
  const symbol = name?.(address) ?? null;
  return symbol ? `${symbol} (${plain})` : plain;
}

/** A 32-bit immediate that is an address in a module reads `offset mod!name (77e510b0)`. */
function immediateText(text: string, value: bigint, name?: Naming): string {
  const address = Number(BigInt.asUintN(32, value));
  const symbol = address >= 0x10000 ? (name?.(address) ?? null) : null;
  return symbol ? `offset ${symbol} (${hexPadded(address, 8)})` : text;
}
