import { type Absence, MemoryFault } from '../bytes/errors.ts';
import { viewOf } from '../bytes/source.ts';

/**
 * An address inside the engine: a Number in canonical signed form. 32-bit addresses are 0..2^32-1; 64-bit user
 * addresses are positive and kernel addresses negative (`getInt32(hi) * 2^32 + getUint32(lo)`), exact within ±2^53.
 * Physical addresses are plain non-negative Numbers.
 */
export type Address = number;

/** Why nothing can be read at an address, and for how many bytes that answer holds (at least 1). */
export interface Hole {
  readonly reason: Absence;
  readonly length: number;
  /** The page-table level or layer that stopped the read, where there is one: `PML4E`, `PTE`, `run list` ... */
  readonly level?: string;
}

/**
 * Memory as one synchronous question: the longest run that one layer can answer at `address`, at most `length` bytes
 * and at least 1, or the hole that is there. The bytes may alias a cache and are read-only by contract.
 */
export interface MemorySpace {
  read(address: Address, length: number): Uint8Array | Hole;
}

export function isHole(answer: Uint8Array | Hole): answer is Hole {
  return !(answer instanceof Uint8Array);
}

/** A 64-bit value as an Address, or null when it is not canonical within ±2^53 (garbage, tagged pointers). */
export function toAddress(value: bigint): Address | null {
  const signed = BigInt.asIntN(64, value);
  return signed >= -0x20000000000000n && signed <= 0x1fffffffffffffn ? Number(signed) : null;
}

/** An Address as the unsigned 64-bit value that people know. */
export function toUnsigned(address: Address): bigint {
  return BigInt.asUintN(64, BigInt(address));
}

/** The bytes from `address` on until the first hole, at most `length`; empty when the first byte is a hole. */
export function readAvailable(space: MemorySpace, address: Address, length: number): Uint8Array {
  const first = space.read(address, length);
  if (isHole(first)) return new Uint8Array(0);
  if (first.length >= length) return first;
  const parts = [first];
  let done = first.length;
  while (done < length) {
    const next = space.read(address + done, length - done);
    if (isHole(next)) break;
    parts.push(next);
    done += next.length;
  }
  if (parts.length === 1) return first;
  const out = new Uint8Array(done);
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

/** All `length` bytes at `address`, or a MemoryFault that names the first byte missing and why. */
export function readExactly(space: MemorySpace, address: Address, length: number): Uint8Array {
  const bytes = readAvailable(space, address, length);
  if (bytes.length >= length) return bytes;
  const at = address + bytes.length;
  const hole = space.read(at, 1);
  throw new MemoryFault(
    toUnsigned(at),
    isHole(hole) ? hole.reason : 'not-in-dump',
    isHole(hole) ? (hole.level ?? null) : null,
  );
}

/** `length` bytes at `address` as a DataView, or null when any of them is missing. */
export function tryView(space: MemorySpace, address: Address, length: number): DataView | null {
  const bytes = readAvailable(space, address, length);
  return bytes.length < length ? null : viewOf(bytes);
}

/**
 * The first `length` bytes at `address` when one layer has them all, which small values nearly always find: no view and
 * no copy is made for them, as walks over lists and tables read millions. Null when they are in pieces or missing.
 */
function tryBytes(space: MemorySpace, address: Address, length: number): Uint8Array | null {
  const bytes = space.read(address, length);
  if (isHole(bytes)) return null;
  if (bytes.length >= length) return bytes;
  const whole = readAvailable(space, address, length);
  return whole.length < length ? null : whole;
}

function u32At(bytes: Uint8Array, offset: number): number {
  return (bytes[offset]! | (bytes[offset + 1]! << 8) | (bytes[offset + 2]! << 16) | (bytes[offset + 3]! << 24)) >>> 0;
}

export function tryU8(space: MemorySpace, address: Address): number | null {
  return tryBytes(space, address, 1)?.[0] ?? null;
}
export function tryU16(space: MemorySpace, address: Address): number | null {
  const bytes = tryBytes(space, address, 2);
  return bytes && bytes[0]! | (bytes[1]! << 8);
}
export function tryU32(space: MemorySpace, address: Address): number | null {
  const bytes = tryBytes(space, address, 4);
  return bytes && u32At(bytes, 0);
}
export function tryU64(space: MemorySpace, address: Address): bigint | null {
  const bytes = tryBytes(space, address, 8);
  if (!bytes) return null;
  const high = u32At(bytes, 4);
  const low = u32At(bytes, 0);
  // Below 2^53 one conversion is enough, and most values are.
  return high < 0x200000 ? BigInt(high * 0x100000000 + low) : (BigInt(high) << 32n) | BigInt(low);
}

/** A pointer of `size` bytes as an Address; null when unreadable or not canonical. */
export function tryPointer(space: MemorySpace, address: Address, size: 4 | 8): Address | null {
  const bytes = tryBytes(space, address, size);
  if (!bytes) return null;
  const low = u32At(bytes, 0);
  if (size === 4) return low;
  const high = u32At(bytes, 4) | 0;
  return high < -0x200000 || high > 0x1fffff ? null : high * 0x100000000 + low;
}

/** Memory in which nothing is known. */
export const EMPTY_SPACE: MemorySpace = { read: () => ({ reason: 'not-in-dump', length: Number.MAX_SAFE_INTEGER }) };
