import { hexPadded, hexTicked } from '../bytes/hex.ts';
import { type Address, toAddress } from '../memory/space.ts';
import { FormCache } from './form-cache.ts';
import { type Iced, OPERAND } from './iced.ts';
import type { Disassembler, Flow, Instruction, MemoryOperand, Naming } from './instruction.ts';

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
  const forms = new FormCache<Form>();
  return {
    decode(bytes, address, most, name) {
      const out: Instruction[] = [];
      const code = bytes.length > LONGEST_CODE ? bytes.subarray(0, LONGEST_CODE) : bytes;
      if (code.length === 0) return out;
      iced.open(code, address, bitness);
      for (let at = 0; out.length < most && at < code.length; ) {
        iced.next();
        const { place } = iced;
        const raw = code.subarray(at, at + Math.max(1, iced.length));
        let form = forms.find(iced);
        if (!form) {
          form = iced.invalid ? INVALID : formOf(iced, place, raw, bitness);
          if (form.lasting) forms.keep(form);
        }
        out.push(instructionOf(form, address + at, raw, place, name));
        at += raw.length;
      }
      return out;
    },
  };
}

/** What an encoding says wherever it stands: all of an instruction but its address and the place it leads to. */
interface Form {
  readonly mnemonic: string;
  readonly flow: Flow;
  readonly memory: MemoryOperand | null;
  readonly operands: readonly Operand[];
  /** The operands joined, when no address stands in them that could have a name. */
  readonly fixed: string | null;
  /** What `Iced.place` is for. */
  readonly leads: 'nowhere' | 'branch' | 'memory';
  /** False when the formatter's text holds the place itself, which makes it good for one address only. */
  readonly lasting: boolean;
}

const INVALID: Form = {
  mnemonic: '???',
  flow: 'stop',
  memory: null,
  operands: [],
  fixed: '',
  leads: 'nowhere',
  lasting: true,
};

/** An operand's text, or how to print it with a name that may stand for its address. */
type Operand = string | ((place: Address | null, name?: Naming) => string);

function instructionOf(
  form: Form,
  address: Address,
  bytes: Uint8Array,
  place: Address | null,
  name?: Naming,
): Instruction {
  const { leads, fixed, memory } = form;
  return {
    address,
    bytes,
    mnemonic: form.mnemonic,
    operands: fixed ?? joined(form.operands, place, name),
    flow: form.flow,
    target: leads === 'branch' ? place : null,
    memory: memory !== null && leads === 'memory' ? { ...memory, absolute: place } : memory,
    valid: form !== INVALID,
  };
}

function joined(operands: readonly Operand[], place: Address | null, name?: Naming): string {
  let text = '';
  for (let index = 0; index < operands.length; index++) {
    const operand = operands[index]!;
    if (index > 0) text += ',';
    text += typeof operand === 'string' ? operand : operand(place, name);
  }
  return text;
}

/** Describes the instruction that `iced` has decoded; asking the formatter is what costs. */
function formOf(iced: Iced, place: Address | null, bytes: Uint8Array, bitness: 32 | 64): Form {
  const kinds = Array.from({ length: iced.operandCount }, (_, index) => iced.operandKind(index));
  const leads = place === null ? 'nowhere' : iced.isNearBranch ? 'branch' : 'memory';
  let memory = kinds.includes(OPERAND.memory) ? memoryOf(iced, leads, place, bitness) : null;
  const operands: Operand[] = [];
  let lasting = true;
  const formatted = iced.format();
  for (const [index, text] of formatted.operands.entries()) {
    const kind = kinds[index];
    if (leads === 'branch' && isNearBranch(kind)) operands.push((to, name) => branchText(to!, bitness, name));
    else if (memory && text.includes('[')) {
      // Not by its kind: the formatter prints the operands of xchg and test in another order than they are encoded.
      const [shown, size] = memoryText(text, memory, bitness, iced.hasSegmentPrefix, isOffsetForm(bytes));
      memory = { ...memory, size };
      operands.push(shown);
      if (leads === 'memory' && shown === text) lasting = false;
    } else if (bitness === 32 && kind === OPERAND.immediate32)
      operands.push(immediateText(text, iced.immediate(index)));
    else operands.push(text);
  }
  let { mnemonic } = formatted;
  const { flow } = iced;
  if (operands.length === 0 && kinds.some((kind) => kind >= OPERAND.stringFirst && kind <= OPERAND.stringLast)) {
    const text = stringText(mnemonic, bitness);
    if (text) {
      operands.push(text[1]);
      mnemonic = text[0];
    }
  } else if (memory && (mnemonic === 'lea' || mnemonic === 'nop' || mnemonic.startsWith('prefetch')))
    memory = { ...memory, size: 0 };
  const fixed = operands.every((operand) => typeof operand === 'string') ? operands.join(',') : null;
  return { mnemonic, flow, memory, operands, fixed, leads, lasting };
}

const isNearBranch = (kind: number | undefined) =>
  kind !== undefined && kind >= OPERAND.nearBranchFirst && kind <= OPERAND.nearBranchLast;

function memoryOf(iced: Iced, leads: Form['leads'], place: Address | null, bitness: 32 | 64): MemoryOperand {
  const relative = iced.isIpRelative;
  const base = relative ? null : iced.base;
  const { index } = iced;
  const displacement = relative ? 0n : iced.displacement;
  const alone = !relative && base === null && index === null;
  return {
    base,
    index,
    scale: iced.scale,
    displacement: bitness === 32 ? BigInt.asIntN(32, displacement) : BigInt.asIntN(64, displacement),
    absolute:
      leads === 'memory'
        ? place
        : alone
          ? toAddress(bitness === 32 ? BigInt.asUintN(32, displacement) : displacement)
          : null,
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
): [Operand, number] {
  const found = MEMORY.exec(text);
  if (!found) return [text, 0];
  const [, size = '', , inner = ''] = found;
  const bytes = SIZES[size.trim()] ?? 0;
  const segment =
    memory.segment === 'fs' || memory.segment === 'gs' || (prefixed && bitness === 32) ? memory.segment : null;
  const { absolute } = memory;
  if (absolute !== null)
    return [(place, name) => absoluteText(place ?? absolute, size, segment, bitness, offsetForm, name), bytes];
  const plain = `${size}${segment ? `${segment}:` : ''}[${inner}]`;
  const table = bitness === 32 ? Number(BigInt.asUintN(32, memory.displacement)) : 0;
  if (table < 0x10000 || segment) return [plain, bytes];
  const registers = inner.replace(/[+-][0-9A-F]+h?$/, '');
  // A table in a module: `byte ptr hal!HalpVectorToIRQL (806ef218)[eax]`.
  return [
    (_, name) => {
      const symbol = name?.(table) ?? null;
      return symbol ? `${size}${symbol} (${hexPadded(table, 8)})[${registers}]` : plain;
    },
    bytes,
  ];
}

function absoluteText(
  address: Address,
  size: string,
  segment: string | null,
  bitness: 32 | 64,
  offsetForm: boolean,
  name?: Naming,
): string {
  if (segment) return `${size}${segment}:[${offsetText(address, bitness, offsetForm)}]`;
  const symbol = name?.(address) ?? null;
  const plain = bitness === 32 ? hexPadded(address, 8) : hexTicked(address);
  if (symbol) return `${size}[${symbol} (${plain})]`;
  return bitness === 32 ? `${size}ds:[${offsetText(address, bitness, offsetForm)}]` : `${size}[${plain}]`;
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

function branchText(address: Address, bitness: 32 | 64, name?: Naming): string {
  const plain = bitness === 32 ? hexPadded(address, 8) : hexTicked(address);
  const symbol = name?.(address) ?? null;
  return symbol ? `${symbol} (${plain})` : plain;
}

/** A 32-bit immediate that is an address in a module reads `offset mod!name (77e510b0)`. */
function immediateText(text: string, value: bigint): Operand {
  const address = Number(BigInt.asUintN(32, value));
  if (address < 0x10000) return text;
  return (_, name) => {
    const symbol = name?.(address) ?? null;
    return symbol ? `offset ${symbol} (${hexPadded(address, 8)})` : text;
  };
}
