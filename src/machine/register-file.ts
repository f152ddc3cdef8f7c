import type { Address } from '../memory/space.ts';
import type { Architecture, Context } from './context.ts';
import { contextOf } from './register-layout.ts';

/** Register numbers are the processor's own, so that unwind codes index directly. */
const X64 = [
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
  'rip',
];
const X86 = ['eax', 'ecx', 'edx', 'ebx', 'esp', 'ebp', 'esi', 'edi', 'eip'];
const ARM64 = [...Array.from({ length: 29 }, (_, index) => `x${index}`), 'fp', 'lr', 'sp', 'pc'];

export interface RegisterSet {
  readonly architecture: Architecture;
  readonly names: readonly string[];
  readonly ip: number;
  readonly sp: number;
  readonly fp: number;
  /** Bits of the registers that a call preserves by the platform's rules; others are unknown in a caller's frame. */
  readonly preserved: number;
  readonly pointerSize: 4 | 8;
  readonly vectorPrefix: string;
}

const bits = (...numbers: number[]): number => numbers.reduce((mask, number) => mask | (1 << number), 0) >>> 0;

/** The sets of the processors that are unwound. The pc of ARM64 is register 32 and its bit is kept apart from the mask. */
export const REGISTER_SETS: Partial<Record<Architecture, RegisterSet>> = {
  x64: {
    architecture: 'x64',
    names: X64,
    ip: 16,
    sp: 4,
    fp: 5,
    preserved: bits(3, 4, 5, 6, 7, 12, 13, 14, 15, 16),
    pointerSize: 8,
    vectorPrefix: 'xmm',
  },
  x86: {
    architecture: 'x86',
    names: X86,
    ip: 8,
    sp: 4,
    fp: 5,
    preserved: bits(3, 4, 5, 6, 7, 8),
    pointerSize: 4,
    vectorPrefix: 'xmm',
  },
  arm64: {
    architecture: 'arm64',
    names: ARM64,
    ip: 32,
    sp: 31,
    fp: 29,
    preserved: bits(19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31),
    pointerSize: 8,
    vectorPrefix: 'd',
  },
};

const HIGH = 0x100000000;
const HIGH_HALVES = 33;
/** Vector registers that a call preserves: x64 xmm6..15, ARM64 d8..15; x86 none. */
const PRESERVED_VECTORS: Readonly<Record<string, readonly [first: number, last: number]>> = {
  xmm: [6, 15],
  d: [8, 15],
};
const NO_VECTORS: ReadonlyMap<number, bigint> = new Map();

/**
 * The registers of one frame while it is unwound: 64-bit values as two 32-bit halves, because a bigint for each would
 * cost more than the rest of the walk. A register whose bit is clear is not known.
 */
export class RegisterFile {
  readonly set: RegisterSet;
  /**
   * The low halves, then from HIGH_HALVES on the high ones, all signed: one array, because each frame has its own, and a
   * plain one, because V8 copies it ten times faster than an Int32Array of this size.
   */
  readonly #halves: number[];
  /** Known registers 0..31. */
  #known: number;
  #ipKnown: boolean;
  /** Saved vector registers (xmm6..15, d8..15) by number; shared between frames until one of them writes. */
  #vectors: ReadonlyMap<number, bigint>;
  /** The context that the walk began with: vector registers that nothing has restored since are still its own. */
  #source: ReadonlyMap<string, bigint> | null = null;
  /** The context itself as long as this is its copy: it has segments and flags besides. */
  #whole: Context | null = null;
  /** Set once a call lies between the context and this frame: registers that a call may change are then not known. */
  #isCaller = false;

  private constructor(
    set: RegisterSet,
    halves: number[],
    known: number,
    ipKnown: boolean,
    vectors: ReadonlyMap<number, bigint>,
  ) {
    this.set = set;
    this.#halves = halves;
    this.#known = known;
    this.#ipKnown = ipKnown;
    this.#vectors = vectors;
  }

  static from(context: Context): RegisterFile | null {
    const set = REGISTER_SETS[context.architecture];
    if (!set) return null;
    const file = new RegisterFile(set, new Array<number>(2 * HIGH_HALVES).fill(0), 0, false, NO_VECTORS);
    set.names.forEach((name, index) => {
      const value = context.registers.get(name);
      if (value !== undefined) file.setBig(index, value);
    });
    file.#source = context.registers;
    file.#whole = context;
    return file;
  }

  clone(): RegisterFile {
    const copy = new RegisterFile(this.set, this.#halves.slice(), this.#known, this.#ipKnown, this.#vectors);
    copy.#source = this.#source;
    copy.#isCaller = this.#isCaller;
    return copy;
  }

  /** A copy in which only the registers that a call preserves are known: what a caller's frame starts from. */
  caller(): RegisterFile {
    const copy = this.clone();
    copy.#known &= this.set.preserved;
    copy.#isCaller = true;
    return copy;
  }

  has(register: number): boolean {
    return register === 32 ? this.#ipKnown : (this.#known & (1 << register)) !== 0;
  }

  /** The register as an Address; null when it is not known or not canonical within ±2^53. */
  address(register: number): Address | null {
    if (!this.has(register)) return null;
    const high = this.#halves[HIGH_HALVES + register]!;
    if (this.set.pointerSize === 4) return this.#halves[register]! >>> 0;
    if (high < -0x200000 || high > 0x1fffff) return null;
    return high * HIGH + (this.#halves[register]! >>> 0);
  }

  /** The register's 64 or 32 bits whatever they are; null when it is not known. */
  unsigned(register: number): bigint | null {
    if (!this.has(register)) return null;
    const low = BigInt(this.#halves[register]! >>> 0);
    return this.set.pointerSize === 4 ? low : (BigInt(this.#halves[HIGH_HALVES + register]! >>> 0) << 32n) | low;
  }

  setHalves(register: number, low: number, high: number): void {
    this.#whole = null;
    this.#halves[register] = low | 0;
    this.#halves[HIGH_HALVES + register] = high | 0;
    if (register === 32) this.#ipKnown = true;
    else this.#known |= 1 << register;
  }

  setAddress(register: number, value: Address): void {
    const high = Math.floor(value / HIGH);
    this.setHalves(register, value - high * HIGH, high);
  }

  setBig(register: number, value: bigint): void {
    this.setHalves(register, Number(BigInt.asIntN(32, value)), Number(BigInt.asIntN(32, value >> 32n)));
  }

  copy(from: number, to: number): void {
    if (this.has(from)) this.setHalves(to, this.#halves[from]!, this.#halves[HIGH_HALVES + from]!);
    else this.forget(to);
  }

  forget(register: number): void {
    this.#whole = null;
    if (register === 32) this.#ipKnown = false;
    else this.#known &= ~(1 << register);
  }

  setHigh(register: number, high: number): void {
    this.#whole = null;
    this.#halves[HIGH_HALVES + register] = high | 0;
  }

  high(register: number): number {
    return this.#halves[HIGH_HALVES + register]!;
  }

  setVector(number: number, value: bigint): void {
    this.#whole = null;
    this.#vectors = new Map(this.#vectors).set(number, value);
  }

  get ip(): Address | null {
    return this.address(this.set.ip);
  }
  get sp(): Address | null {
    return this.address(this.set.sp);
  }
  get fp(): Address | null {
    return this.address(this.set.fp);
  }

  /** The known registers by WinDbg's names. Vector registers: those that are still what they were, or were restored. */
  context(): Context {
    if (this.#whole) return this.#whole;
    const registers = new Map<string, bigint>();
    this.set.names.forEach((name, index) => {
      const value = this.unsigned(index);
      if (value !== null) registers.set(name, value);
    });
    const [first, last] = (this.set.architecture !== 'x86' && PRESERVED_VECTORS[this.set.vectorPrefix]) || [0, -1];
    for (let index = 0; index < 32; index++) {
      if (this.#isCaller && (index < first || index > last)) continue;
      const name = `${this.set.vectorPrefix}${index}`;
      const value = this.#vectors.get(index) ?? this.#source?.get(name) ?? this.#source?.get(`v${index}`);
      if (value !== undefined) registers.set(name, this.set.vectorPrefix === 'd' ? BigInt.asUintN(64, value) : value);
    }
    return contextOf(this.set.architecture, registers);
  }
}
