import type { Kernel } from './kernel.ts';
import type { PageTableEntry } from './translation.ts';

/** What an entry says, without where it lies. */
export type EntryMeaning = Pick<PageTableEntry, 'state' | 'frame' | 'pageFile' | 'protection' | 'prototype'>;

const NOTHING: EntryMeaning = { state: 'zero', frame: null, pageFile: null, protection: null, prototype: null };
const VALID = 1n;
const PROTOTYPE = 0x400n;
const TRANSITION = 0x800n;
const SWIZZLE = 0x10n;

/**
 * Reads the entries of one kernel: valid, transition, prototype, demand-zero and paged out, by the layouts that
 * MMPTE_HARDWARE, MMPTE_SOFTWARE, MMPTE_TRANSITION and MMPTE_PROTOTYPE of public symbols have.
 */
export class EntryReader {
  readonly #entrySize: 4 | 8;
  /** Where the page file's number lies: bits 1 to 4 until Windows Vista's time, 12 to 15 in 64-bit entries since. */
  readonly #pageFileNumber: bigint;
  readonly #hasSwizzle: boolean;
  /** Bits set in invalid entries against L1TF where their swizzle bit is clear (MiState.Hardware.InvalidPteMask). */
  readonly #invalidMask: bigint;
  constructor(kernel: Kernel | null, entrySize: 4 | 8) {
    this.#entrySize = entrySize;
    const own = kernel?.sizeOf('_MMPTE_SOFTWARE') === entrySize ? kernel : null;
    const low = own?.member('_MMPTE_SOFTWARE', 'PageFileLow')?.type;
    this.#pageFileNumber = BigInt(low?.kind === 'bitfield' ? low.position : 1);
    this.#hasSwizzle = (own?.member('_MMPTE_SOFTWARE', 'SwizzleBit') ?? null) !== null;
    const state = own?.address('MiState') ?? null;
    const mask = state === null ? null : own?.object('_MI_SYSTEM_INFORMATION', state).value('Hardware.InvalidPteMask');
    this.#invalidMask = mask ?? 0n;
  }

  meaning(value: bigint, level: 'table' | 'PTE' | 'prototype'): EntryMeaning {
    if ((value & VALID) !== 0n) return { ...NOTHING, state: 'valid', frame: this.frame(value) };
    if (value === 0n) return NOTHING;
    const plain = this.#hasSwizzle && (value & SWIZZLE) === 0n ? value & ~this.#invalidMask : value;
    const protection = Number((value >> 5n) & 0x1fn);
    if ((value & PROTOTYPE) !== 0n) {
      // In a prototype PTE the same bit says that the page lies in the mapped file (MMPTE_SUBSECTION).
      if (level === 'prototype') return { ...NOTHING, state: 'mapped-file', protection };
      return { ...NOTHING, state: 'prototype', prototype: this.#prototypeOf(plain), protection };
    }
    if ((value & TRANSITION) !== 0n)
      return { ...NOTHING, state: 'transition', frame: this.frame(plain & 0xffffffffffffn), protection };
    const offset = this.#entrySize === 8 ? plain >> 32n : plain >> 12n;
    if (offset === 0n) return { ...NOTHING, state: 'demand-zero', protection };
    const number = Number((plain >> this.#pageFileNumber) & 0xfn);
    return { ...NOTHING, state: 'paged-out', pageFile: { number, offset }, protection };
  }

  /** Page frame number of a valid entry. */
  frame(value: bigint): bigint {
    return this.#entrySize === 4 ? value >> 12n : (value >> 12n) & 0xffffffffffn;
  }

  /** Null where the VAD tells, and on 32-bit without PAE, whose form counts from a base that only symbols tell. */
  #prototypeOf(value: bigint): bigint | null {
    if (this.#entrySize === 4) return null;
    const high = value >> 32n;
    if (high === 0xffffffffn) return null;
    // PAE kernels keep a 32-bit address in the upper half; 64-bit ones the address in bits 16 to 63, sign-extended.
    return this.#isWide ? BigInt.asUintN(64, BigInt.asIntN(48, value >> 16n)) : high;
  }
  #isWide = true;
  /** For PAE, whose prototype addresses are 32 bits wide. */
  narrow(): this {
    this.#isWide = false;
    return this;
  }
}
