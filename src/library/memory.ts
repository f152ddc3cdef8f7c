import { MemoryFault, UsageError } from '../bytes/errors.ts';
import { decodeAscii, decodeUtf16 } from '../bytes/text.ts';
import { searchBytes } from '../debugger/memory-search.ts';
import type { Session } from '../debugger/session.ts';
import { type Address, isHole, readAvailable, toUnsigned } from '../memory/space.ts';

/** Places that one search finds at most, where the caller does not say. */
const USUAL_PLACES = 1000;

export interface TextOptions {
  /** UTF-16 (`WCHAR`); else one byte is one character. */
  readonly wide?: boolean;
  /** Characters read at most; 1024 where it is left out. */
  readonly most?: number;
}

export interface SearchRange {
  /** First address; all of the address space where it is left out. */
  readonly start?: bigint;
  /** Bytes from `start` on. */
  readonly length?: number;
  /** Only places whose distance from `start` is a multiple, such as 8 for pointers. */
  readonly step?: number;
  /** A text is looked for as UTF-16. */
  readonly wide?: boolean;
  /** Places found at most; 1000 where it is left out. */
  readonly most?: number;
}

/** What a read at an address meets: its fault with the reason, ready to be thrown. */
export function faultAt(session: Session, address: bigint): MemoryFault {
  const at = session.address(address);
  const hole = at === null ? null : session.memory.read(at, 1);
  return new MemoryFault(address, hole && isHole(hole) ? hole.reason : 'not-mapped');
}

/** Bytes of virtual memory; null where one of them is not in the dump. */
export function tryBytes(session: Session, address: bigint, length: number): Uint8Array | null {
  const at = session.address(address);
  if (at === null || !Number.isSafeInteger(length) || length < 0) return null;
  const bytes = readAvailable(session.memory, at, length);
  return bytes.length < length ? null : bytes.slice();
}

/** Bytes of virtual memory; throws MemoryFault with the first address that is not in the dump. */
export function bytesAt(session: Session, address: bigint, length: number): Uint8Array {
  if (!Number.isSafeInteger(length) || length < 0) throw new UsageError('read', `${length} is no number of bytes`);
  const bytes = tryBytes(session, address, length);
  if (bytes) return bytes;
  const at = session.address(address);
  const found = at === null ? 0 : readAvailable(session.memory, at, length).length;
  throw faultAt(session, address + BigInt(found));
}

/** A text up to its 0. Throws MemoryFault where its first character is not in the dump. */
export function textAt(session: Session, address: bigint, { wide = false, most = 1024 }: TextOptions = {}): string {
  if (!Number.isSafeInteger(most) || most < 0) throw new UsageError('readText', `${most} is no number of characters`);
  if (most === 0) return '';
  const unit = wide ? 2 : 1;
  const at = session.address(address);
  const bytes = at === null ? null : readAvailable(session.memory, at, most * unit);
  if (!bytes || bytes.length < unit) throw faultAt(session, address);
  const text = wide ? decodeUtf16(bytes) : decodeAscii(bytes);
  // A text that runs into memory that is missing is not the whole text.
  const isEnded = text.length < Math.floor(bytes.length / unit) || bytes.length >= most * unit;
  if (!isEnded) throw faultAt(session, address + BigInt(bytes.length));
  return text;
}

/** Unsigned addresses at which bytes or a text stand in memory, ascending. Costs what is in the dump, not what is asked for. */
export function placesOf(session: Session, sought: Uint8Array | string, range: SearchRange): readonly bigint[] {
  const pattern = typeof sought === 'string' ? bytesOfText(sought, range.wide ?? false) : sought;
  if (pattern.length === 0) throw new UsageError('search', 'there is nothing to look for');
  const most = range.most ?? USUAL_PLACES;
  const options = { step: range.step ?? 1, most };
  const found: bigint[] = [];
  for (const { start, length } of rangesOf(session, range)) {
    if (found.length >= most) break;
    const left = { ...options, most: most - found.length };
    found.push(...searchBytes(session.memory, start, length, pattern, left).map(toUnsigned));
  }
  return found;
}

interface Span {
  readonly start: Address;
  readonly length: number;
}

/** Both canonical halves of a 64-bit address space; what is not in the dump costs nothing. */
const HALF = 2 ** 47;

function rangesOf(session: Session, { start, length }: SearchRange): readonly Span[] {
  if (start === undefined) {
    if (session.pointerSize === 4) return [{ start: 0, length: 2 ** 32 }];
    return [
      { start: 0, length: HALF },
      { start: -HALF, length: HALF },
    ];
  }
  const at = session.address(start);
  if (at === null) throw faultAt(session, start);
  if (length === undefined || !Number.isSafeInteger(length) || length < 0)
    throw new UsageError('search', 'a search from an address needs a length in bytes');
  return [{ start: at, length }];
}

function bytesOfText(text: string, wide: boolean): Uint8Array {
  if (!wide) return new TextEncoder().encode(text);
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < text.length; index++) view.setUint16(index * 2, text.charCodeAt(index), true);
  return bytes;
}
