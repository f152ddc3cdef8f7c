import { type Address, isHole, type MemorySpace } from '../memory/space.ts';
import type { Session } from './session.ts';
import type { Text } from './text.ts';

/** Bytes of a range with what is missing: `present[i]` tells whether byte i was read. */
export interface MemoryBytes {
  readonly bytes: Uint8Array;
  readonly present: Uint8Array;
}

/** Most bytes that one display command shows; people cannot read more, and the text would not fit in memory. */
const MOST_SHOWN = 1 << 20;

/** How many units of those that were asked for a display command shows, and how many it leaves out. */
export function unitsShown(asked: number, unit: number): { readonly units: number; readonly left: number } {
  const units = Math.min(asked, Math.floor(MOST_SHOWN / unit));
  return { units, left: asked - units };
}

/** Says that a range was longer than what is shown of it. */
export function writeLeft(text: Text, left: number): void {
  if (left > 0) text.line(`0x${left.toString(16)} more are not shown: a command shows 1 MB, the next one goes on`);
}

/** Reads `length` bytes with holes left out; costs what is there, not what was asked for. */
export function readRange(space: MemorySpace, at: Address | null, length: number): MemoryBytes {
  const bytes = new Uint8Array(length);
  const present = new Uint8Array(length);
  for (let done = 0; at !== null && done < length; ) {
    const answer = space.read(at + done, length - done);
    if (isHole(answer)) {
      done += Math.max(1, Math.min(answer.length, length - done));
      continue;
    }
    bytes.set(answer, done);
    present.fill(1, done, done + answer.length);
    done += answer.length;
  }
  return { bytes, present };
}

/** Little-endian units of `size` bytes; null where any byte is missing. */
export function unitsOf({ bytes, present }: MemoryBytes, size: 1 | 2 | 4 | 8): (bigint | null)[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const out: (bigint | null)[] = [];
  for (let at = 0; at + size <= bytes.length; at += size) {
    let whole = true;
    for (let index = 0; index < size; index++) if (!present[at + index]) whole = false;
    if (!whole) out.push(null);
    else if (size === 8) out.push(view.getBigUint64(at, true));
    else out.push(BigInt(size === 1 ? bytes[at]! : size === 2 ? view.getUint16(at, true) : view.getUint32(at, true)));
  }
  return out;
}

/** Sets where the next command of the family goes on. */
export function goOn(session: Session, key: string, address: bigint): void {
  session.nextAddress.set(key, session.pointerSize === 4 ? address & 0xffffffffn : BigInt.asUintN(64, address));
}

/** A byte as the ASCII column shows it. */
export function asciiOf(byte: number): string {
  return byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '.';
}
