import { decodeUtf16 } from '../bytes/text.ts';
import { type Address, readAvailable, toUnsigned, tryPointer, tryU8, tryU16, tryU32, tryU64 } from '../memory/space.ts';
import type { Type } from '../symbols/type.ts';
import type { Kernel } from './kernel.ts';

/** A UNICODE_STRING may claim 64 KB; names of kernel objects are paths. */
const LONGEST_NAME = 0x8000;

/** One structure of the kernel at an address. Every question is answered with null where member or memory is missing. */
export class KernelObject {
  readonly kernel: Kernel;
  readonly structure: string;
  readonly address: Address;
  constructor(kernel: Kernel, structure: string, address: Address) {
    this.kernel = kernel;
    this.structure = structure;
    this.address = address;
  }
  /** The unsigned address, as plain data shows it. */
  get at(): bigint {
    return toUnsigned(this.address);
  }
  has(path: string): boolean {
    return this.kernel.member(this.structure, path) !== null;
  }
  /** Address of the first of several members that this kernel's structure has. */
  place(...paths: readonly string[]): Address | null {
    const offset = this.kernel.offset(this.structure, ...paths);
    return offset === null ? null : this.address + offset;
  }
  u8(...paths: readonly string[]): number | null {
    const at = this.place(...paths);
    return at === null ? null : tryU8(this.kernel.memory, at);
  }
  u16(...paths: readonly string[]): number | null {
    const at = this.place(...paths);
    return at === null ? null : tryU16(this.kernel.memory, at);
  }
  u32(...paths: readonly string[]): number | null {
    const at = this.place(...paths);
    return at === null ? null : tryU32(this.kernel.memory, at);
  }
  u64(...paths: readonly string[]): bigint | null {
    const at = this.place(...paths);
    return at === null ? null : tryU64(this.kernel.memory, at);
  }
  /** An integer of whatever size the symbols give the member, unsigned unless its type is signed; bit fields are cut out. */
  value(...paths: readonly string[]): bigint | null {
    for (const path of paths) {
      const member = this.kernel.member(this.structure, path);
      if (member) return this.#read(this.address + member.offset, member.type);
    }
    return null;
  }
  /** `value` as a Number; null when it is beyond 2^53. */
  number(...paths: readonly string[]): number | null {
    const value = this.value(...paths);
    return value === null || value > 0x1fffffffffffffn || value < -0x1fffffffffffffn ? null : Number(value);
  }
  /** The name of an enumeration member's value; null when symbols or memory do not tell. */
  name(...paths: readonly string[]): string | null {
    for (const path of paths) {
      const member = this.kernel.member(this.structure, path);
      if (!member) continue;
      const type = member.type.kind === 'bitfield' ? member.type.base() : member.type;
      const value = this.#read(this.address + member.offset, member.type);
      if (type.kind !== 'enum' || value === null) return null;
      return type.values().find((item) => item.value === value)?.name ?? null;
    }
    return null;
  }
  pointer(...paths: readonly string[]): Address | null {
    const at = this.place(...paths);
    return at === null ? null : tryPointer(this.kernel.memory, at, this.kernel.pointerSize);
  }
  /** A pointer member as plain data shows it: unsigned, null when unknown. */
  pointerValue(...paths: readonly string[]): bigint | null {
    const pointer = this.pointer(...paths);
    return pointer === null ? null : toUnsigned(pointer);
  }
  /** An EX_FAST_REF member without its reference count bits (3 on 32-bit, 4 on 64-bit). */
  fastReference(...paths: readonly string[]): Address | null {
    const pointer = this.pointer(...paths);
    if (pointer === null) return null;
    const mask = this.kernel.pointerSize === 8 ? 16 : 8;
    return pointer - (((pointer % mask) + mask) % mask);
  }
  /** A UNICODE_STRING member; null when its text is not in the dump, '' when it is empty. */
  unicodeString(...paths: readonly string[]): string | null {
    const at = this.place(...paths);
    return at === null ? null : unicodeStringAt(this.kernel, at);
  }
  /** The structure that lies inside this one. */
  inner(path: string, structure: string): KernelObject | null {
    const at = this.place(path);
    return at === null ? null : this.kernel.object(structure, at);
  }
  /** The structure that a pointer member leads to; null for null pointers too. */
  target(structure: string, ...paths: readonly string[]): KernelObject | null {
    const pointer = this.pointer(...paths);
    return pointer === null || pointer === 0 ? null : this.kernel.object(structure, pointer);
  }
  #read(at: Address, type: Type): bigint | null {
    const { memory } = this.kernel;
    if (type.kind === 'bitfield') {
      const whole = this.#read(at, type.base());
      return whole === null
        ? null
        : (BigInt.asUintN(64, whole) >> BigInt(type.position)) & ((1n << BigInt(type.length)) - 1n);
    }
    const size = type.size;
    const raw =
      size === 8
        ? tryU64(memory, at)
        : size === 4
          ? tryU32(memory, at)
          : size === 2
            ? tryU16(memory, at)
            : size === 1
              ? tryU8(memory, at)
              : null;
    if (raw === null) return null;
    const signed = type.kind === 'base' && (type.encoding === 'signed' || type.encoding === 'char');
    return signed ? BigInt.asIntN(size * 8, BigInt(raw)) : BigInt(raw);
  }
}

/** The text of a UNICODE_STRING at an address; null when it is not in the dump. */
export function unicodeStringAt(kernel: Kernel, at: Address): string | null {
  const { memory, pointerSize } = kernel;
  const length = tryU16(memory, at);
  const buffer = tryPointer(memory, at + pointerSize, pointerSize);
  if (length === null || buffer === null) return null;
  if (length === 0) return '';
  const wanted = Math.min(length, LONGEST_NAME);
  const bytes = readAvailable(memory, buffer, wanted);
  return bytes.length < wanted ? null : decodeUtf16(bytes);
}
