import { type Address, toUnsigned, tryPointer, tryU8, tryU16, tryU32 } from '../memory/space.ts';
import type { Target } from '../target/target.ts';

/** A structure of wdm.h at an address, read by documented offsets; null where memory is missing. */
export class WdmObject<M extends string> {
  readonly target: Target;
  readonly address: Address;
  readonly #offsets: Readonly<Record<M, number>>;
  constructor(target: Target, address: Address, offsets: Readonly<Record<M, number>>) {
    this.target = target;
    this.address = address;
    this.#offsets = offsets;
  }
  place(member: M): Address {
    return this.address + this.#offsets[member];
  }
  u8(member: M): number | null {
    return tryU8(this.target.memory, this.place(member));
  }
  u16(member: M): number | null {
    return tryU16(this.target.memory, this.place(member));
  }
  u32(member: M): number | null {
    return tryU32(this.target.memory, this.place(member));
  }
  pointer(member: M): Address | null {
    return tryPointer(this.target.memory, this.place(member), this.target.pointerSize);
  }
  /** As plain data shows it: unsigned; null when unknown. */
  unsigned(member: M): bigint | null {
    const pointer = this.pointer(member);
    return pointer === null ? null : toUnsigned(pointer);
  }
}
