import { type Address, toUnsigned } from '../memory/space.ts';
import type { Flow } from './instruction.ts';

/**
 * The WebAssembly of the iced-x86 package (pinned: these are its raw exports) without its JavaScript, so that the same
 * file serves Node and a browser. One Instruction is reused, nothing leaks. Its fields are read where they lie, because
 * a call for each costs more than decoding; `iced.test.ts` compares them with what the package's own calls answer.
 */

/** `FlowControl` of iced-x86, by number. */
const FLOWS: readonly Flow[] = [
  'next',
  'branch',
  'indirect-branch',
  'conditional',
  'return',
  'call',
  'indirect-call',
  'interrupt',
  'stop',
  'stop',
];
const MASM = 2;
/** The column of the first operand in the formatter's text: more than any mnemonic with its prefixes has characters. */
const OPERANDS_AT = 28;
const ALWAYS = 1;
const SPACE = 0x20;

/**
 * Fields of iced's Instruction that are read, by their distance in bytes from its handle; between them lie its flags,
 * its immediate and its registers.
 */
const FIELD = {
  displacement: 16,
  operandKinds: 24,
  /** 16 bits of the encoding's number, the scale's logarithm, the base register. */
  code: 40,
  base: 43,
  /** Index register, size of the displacement, length, padding. */
  index: 44,
  length: 46,
} as const;

/** Words that a Form is told apart by: those of the fields above. */
export const KEY_WORDS = 8;

const EIP = 69;
const RIP = 70;

/** Names by iced's `Register` number for the registers that addresses use. */
const WIDE = [
  'rax',
  'rcx',
  'rdx',
  'rbx',
  'rsp',
  'rbp',
  'rsi',
  'rdi',
  'r8',
  'r9',
  'r10',
  'r11',
  'r12',
  'r13',
  'r14',
  'r15',
];
function registerName(number: number): string | null {
  if (number >= 53 && number <= 68) return WIDE[number - 53]!;
  if (number >= 37 && number <= 44) return `e${WIDE[number - 37]!.slice(1)}`;
  if (number >= 45 && number <= 52) return `r${number - 37}d`;
  if (number >= 71 && number <= 76) return ['es', 'cs', 'ss', 'ds', 'fs', 'gs'][number - 71]!;
  return null;
}

/** Operand kinds of iced that matter for text. */
export const OPERAND = {
  nearBranchFirst: 1,
  nearBranchLast: 3,
  immediate32: 9,
  immediate64: 10,
  stringFirst: 15,
  stringLast: 23,
  memory: 24,
} as const;

export class Iced {
  // biome-ignore lint/suspicious/noExplicitAny: raw WebAssembly exports.
  readonly #x: Record<string, any>;
  readonly #instruction: number;
  readonly #formatter: number;
  readonly #text = new TextDecoder();
  #decoder = 0;
  #bytes: Uint8Array = new Uint8Array(0);
  #words: Int32Array = new Int32Array(0);

  constructor(module: WebAssembly.Module) {
    const imports: Record<string, unknown> = {};
    for (const { name } of WebAssembly.Module.imports(module)) {
      imports[name] =
        name === '__wbindgen_throw'
          ? (at: number, length: number) => {
              throw new Error(this.#string(at, length));
            }
          : () => 0;
    }
    this.#x = new WebAssembly.Instance(module, { __wbindgen_placeholder__: imports }).exports;
    this.#instruction = this.#x['instruction_new']();
    this.#formatter = this.#result((at) => this.#x['formatter_new'](at, MASM));
    const options: Record<string, number> = {
      memorySizeOptions: ALWAYS,
      showBranchSize: 0,
      masmAddDsPrefix32: 1,
      spaceAfterOperandSeparator: 0,
      uppercaseHex: 1,
      usePseudoOps: 1,
      firstOperandCharIndex: OPERANDS_AT,
    };
    for (const [name, value] of Object.entries(options)) this.#x[`formatter_set_${name}`](this.#formatter, value);
  }

  #refresh(): void {
    const buffer: ArrayBuffer = this.#x['memory'].buffer;
    if (this.#bytes.buffer !== buffer) {
      this.#bytes = new Uint8Array(buffer);
      this.#words = new Int32Array(buffer);
    }
  }
  #string(at: number, length: number): string {
    this.#refresh();
    // For what is short, a TextDecoder costs several times more.
    if (length < 20) {
      let text = '';
      for (let index = at; index < at + length; index++) text += String.fromCharCode(this.#bytes[index]!);
      return text;
    }
    return this.#text.decode(this.#bytes.subarray(at, at + length));
  }
  #result(call: (at: number) => void): number {
    const at: number = this.#x['__wbindgen_add_to_stack_pointer'](-16);
    try {
      call(at);
      this.#refresh();
      if (this.#words[at / 4 + 2]) throw new Error('iced-x86 refused the call');
      return this.#words[at / 4]! >>> 0;
    } finally {
      this.#x['__wbindgen_add_to_stack_pointer'](16);
    }
  }
  #returned(call: (at: number) => void): string {
    const at: number = this.#x['__wbindgen_add_to_stack_pointer'](-16);
    try {
      call(at);
      this.#refresh();
      const start = this.#words[at / 4]! >>> 0;
      const length = this.#words[at / 4 + 1]! >>> 0;
      const text = this.#string(start, length);
      this.#x['__wbindgen_free'](start, length, 1);
      return text;
    } finally {
      this.#x['__wbindgen_add_to_stack_pointer'](16);
    }
  }

  /** Starts decoding; `bitness` is 32 or 64. */
  open(code: Uint8Array, address: Address, bitness: 32 | 64): void {
    if (this.#decoder) this.#x['__wbg_decoder_free'](this.#decoder);
    const at = this.#x['__wbindgen_malloc'](code.length, 1) >>> 0;
    this.#refresh();
    this.#bytes.set(code, at); // The decoder owns these bytes from here.
    this.#decoder = this.#result((result) => this.#x['decoder_new'](result, bitness, at, code.length, 0));
    this.#x['decoder_set_ip'](this.#decoder, toUnsigned(address));
  }
  /** Decodes the next instruction; the caller knows by the lengths when the bytes are used up. */
  next(): void {
    this.#x['decoder_decodeOut'](this.#decoder, this.#instruction);
    // Formatting the one before may have grown the memory.
    if (this.#words.length === 0) this.#refresh();
  }

  #byte(field: number): number {
    return this.#bytes[this.#instruction + field]!;
  }
  #word(field: number): number {
    return this.#words[(this.#instruction + field) >> 2]!;
  }

  get invalid(): boolean {
    return this.code === 0;
  }
  get length(): number {
    return this.#byte(FIELD.length);
  }
  /** iced's number of the encoding, 0 for bytes that are no instruction. */
  get code(): number {
    return this.#word(FIELD.code) & 0xffff;
  }
  get isNearBranch(): boolean {
    const kinds = this.#word(FIELD.operandKinds);
    return isNear(kinds & 0xff) || isNear((kinds >> 8) & 0xff);
  }
  get isIpRelative(): boolean {
    const base = this.#byte(FIELD.base);
    return base === RIP || base === EIP;
  }
  /**
   * What a near branch or an operand relative to the instruction pointer leads to; null for all other instructions, and
   * when it is not canonical.
   */
  get place(): Address | null {
    if (!this.isIpRelative && !this.isNearBranch) return null;
    const high = this.#word(FIELD.displacement + 4);
    const low = this.#word(FIELD.displacement) >>> 0;
    return high >= -0x200000 && high < 0x200000 ? high * 0x100000000 + low : null;
  }
  /**
   * Writes the KEY_WORDS words that decide all about the instruction but its length and its `place`, and returns a
   * number that spreads them.
   */
  key(into: Int32Array): number {
    const words = this.#words;
    const at = (this.#instruction + FIELD.displacement) >> 2;
    const movable = this.place !== null;
    into[0] = movable ? 0 : words[at]!;
    into[1] = movable ? 0 : words[at + 1]!;
    into[2] = words[at + 2]!;
    into[3] = words[at + 3]!;
    into[4] = words[at + 4]!;
    into[5] = words[at + 5]!;
    into[6] = words[at + 6]!;
    into[7] = words[at + 7]! & 0xffff;
    let mixed = into[0];
    for (let index = 1; index < KEY_WORDS; index++)
      mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d) + into[index]!;
    mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39);
    return (mixed ^ (mixed >>> 15)) >>> 0;
  }

  get flow(): Flow {
    return FLOWS[this.#x['instruction_flowControl'](this.#instruction)] ?? 'stop';
  }
  get operandCount(): number {
    return this.#x['instruction_opCount'](this.#instruction);
  }
  operandKind(index: number): number {
    if (index < 4) return this.#byte(FIELD.operandKinds + index);
    return this.#x['instruction_op4Kind'](this.#instruction);
  }
  get base(): string | null {
    return registerName(this.#byte(FIELD.base));
  }
  get index(): string | null {
    return registerName(this.#byte(FIELD.index));
  }
  get scale(): number {
    return this.#x['instruction_memoryIndexScale'](this.#instruction);
  }
  get segment(): string | null {
    return registerName(this.#x['instruction_memorySegment'](this.#instruction));
  }
  get hasSegmentPrefix(): boolean {
    return this.#x['instruction_hasSegmentPrefix'](this.#instruction) !== 0;
  }
  get displacement(): bigint {
    return BigInt.asUintN(64, this.#x['instruction_memoryDisplacement'](this.#instruction));
  }
  immediate(index: number): bigint {
    const at: number = this.#x['__wbindgen_add_to_stack_pointer'](-16);
    try {
      this.#x['instruction_immediate'](at, this.#instruction, index);
      this.#refresh();
      return (BigInt(this.#words[at / 4 + 1]! >>> 0) << 32n) | BigInt(this.#words[at / 4]! >>> 0);
    } finally {
      this.#x['__wbindgen_add_to_stack_pointer'](16);
    }
  }
  /** The mnemonic with its prefixes, and the operands as the formatter separates them. */
  format(): { readonly mnemonic: string; readonly operands: readonly string[] } {
    const text = this.#returned((at) => this.#x['formatter_format'](at, this.#formatter, this.#instruction));
    const count = this.#formattedOperands;
    if (count === 0) return { mnemonic: text, operands: [] };
    const operands = text.slice(OPERANDS_AT).split(',');
    if (text.charCodeAt(OPERANDS_AT - 1) === SPACE && operands.length === count)
      return { mnemonic: text.slice(0, OPERANDS_AT).trimEnd(), operands };
    return {
      mnemonic: this.#returned((at) => this.#x['formatter_formatMnemonic'](at, this.#formatter, this.#instruction)),
      operands: Array.from({ length: count }, (_, index) => this.#operand(index)),
    };
  }
  #operand(index: number): string {
    return this.#returned((at) => this.#x['formatter_formatOperand'](at, this.#formatter, this.#instruction, index));
  }
  /** Operands as the formatter counts them, which may be fewer than the encoding's. */
  get #formattedOperands(): number {
    return this.#x['formatter_operandCount'](this.#formatter, this.#instruction);
  }
}

const isNear = (kind: number) => kind >= OPERAND.nearBranchFirst && kind <= OPERAND.nearBranchLast;
