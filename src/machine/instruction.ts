import type { Address } from '../memory/space.ts';

/** Where control goes after an instruction. */
export type Flow =
  | 'next'
  | 'branch'
  | 'conditional'
  | 'call'
  | 'return'
  | 'indirect-branch'
  | 'indirect-call'
  | 'interrupt'
  | 'stop';

/** A memory operand as the instruction encodes it; registers by WinDbg's names. */
export interface MemoryOperand {
  readonly base: string | null;
  readonly index: string | null;
  readonly scale: number;
  /** Signed; for an address relative to the instruction pointer the absolute target is in `absolute`. */
  readonly displacement: bigint;
  readonly absolute: Address | null;
  /** `ds`, `ss`, `fs`, `gs`, `es`, `cs`; null where the processor has no segments. */
  readonly segment: string | null;
  /** Bytes accessed, 0 when the instruction only computes the address (lea) or the size is not fixed. */
  readonly size: number;
}

/** One decoded instruction with WinDbg's text. */
export interface Instruction {
  readonly address: Address;
  readonly bytes: Uint8Array;
  readonly mnemonic: string;
  /** Operands as WinDbg prints them, symbols inserted where the caller's `name` knew one. */
  readonly operands: string;
  readonly flow: Flow;
  /** Target of a direct branch or call. */
  readonly target: Address | null;
  readonly memory: MemoryOperand | null;
  /** False when the bytes are no instruction (`???`). */
  readonly valid: boolean;
}

/** `mod!name+0x10` for an address, or null; used for targets and memory operands. */
export type Naming = (address: Address) => string | null;

/** A disassembler for one processor mode. Synchronous, and safe with any bytes. */
export interface Disassembler {
  /** At most `most` instructions from `bytes` at `address`; decoding ends where the bytes do. */
  decode(bytes: Uint8Array, address: Address, most: number, name?: Naming): Instruction[];
}
