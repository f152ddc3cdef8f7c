import { type Address, toUnsigned } from '../memory/space.ts';
import type { Flow } from './instruction.ts';

/**
 * The WebAssembly of the iced-x86 package (pinned: these are its raw exports) without its JavaScript, so that the same
 * file serves Node and a browser. One Instruction is reused, nothing leaks.
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
const ALWAYS = 1;

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

const KINDS = [0, 1, 2, 3, 4].map((index) => `instruction_op${index}Kind`);

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
    // Names are ASCII and short, for which a TextDecoder costs several times more.
    if (length < 48) {
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
  /** Decodes the next instruction; false at the end of the bytes. */
  next(): boolean {
    if (!this.#x['decoder_canDecode'](this.#decoder)) return false;
    this.#x['decoder_decodeOut'](this.#decoder, this.#instruction);
    return true;
  }
  get invalid(): boolean {
    return this.#x['instruction_isInvalid'](this.#instruction) !== 0;
  }
  get length(): number {
    return this.#x['instruction_length'](this.#instruction);
  }
  get flow(): Flow {
    return FLOWS[this.#x['instruction_flowControl'](this.#instruction)] ?? 'stop';
  }
  get operandCount(): number {
    return this.#x['instruction_opCount'](this.#instruction);
  }
  operandKind(index: number): number {
    return this.#x[KINDS[index]!](this.#instruction);
  }
  /** iced's number of the encoding, which decides the mnemonic but for prefixes and pseudo-operations. */
  get code(): number {
    return this.#x['instruction_code'](this.#instruction);
  }
  /** Unsigned target of a near branch. */
  get branchTarget(): bigint {
    return BigInt.asUintN(64, this.#x['instruction_nearBranchTarget'](this.#instruction));
  }
  get base(): string | null {
    return registerName(this.#x['instruction_memoryBase'](this.#instruction));
  }
  get index(): string | null {
    return registerName(this.#x['instruction_memoryIndex'](this.#instruction));
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
  get isIpRelative(): boolean {
    return this.#x['instruction_isIpRelMemoryOperand'](this.#instruction) !== 0;
  }
  get ipRelativeAddress(): bigint {
    return BigInt.asUintN(64, this.#x['instruction_ipRelMemoryAddress'](this.#instruction));
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
  mnemonic(): string {
    return this.#returned((at) => this.#x['formatter_formatMnemonic'](at, this.#formatter, this.#instruction));
  }
  operand(index: number): string {
    return this.#returned((at) => this.#x['formatter_formatOperand'](at, this.#formatter, this.#instruction, index));
  }
  /** Operands as the formatter counts them, which may be fewer than the encoding's. */
  get formattedOperands(): number {
    return this.#x['formatter_operandCount'](this.#formatter, this.#instruction);
  }
}
