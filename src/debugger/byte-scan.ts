/** Bytes looked at to see which byte of a pattern is rare in the memory at hand. */
const SAMPLES = 4096;

/** Index of the byte of `pattern` that is met least in `bytes`: the one to look for first. */
export function rarestByte(pattern: Uint8Array, bytes: Uint8Array): number {
  const counts = new Uint32Array(256);
  // An odd distance, so that not always the same byte of a field is seen.
  const step = Math.floor(bytes.length / SAMPLES) | 1;
  for (let index = 0; index < bytes.length; index += step) counts[bytes[index]!]!++;
  let best = 0;
  for (let index = 1; index < pattern.length; index++)
    if (counts[pattern[index]!]! < counts[pattern[best]!]!) best = index;
  return best;
}

/**
 * Places in `bytes` at which `pattern` stands whole, ascending, until `visit` answers false. Looks at sixteen bytes at
 * once for the one at `anchor`.
 */
export function scanBytes(
  bytes: Uint8Array,
  pattern: Uint8Array,
  anchor: number,
  visit: (place: number) => boolean,
): void {
  const first = pattern[anchor]!;
  const look = (from: number, until: number): boolean => {
    for (let index = from; index < until; index++) {
      if (bytes[index] !== first || !matches(bytes, index - anchor, pattern)) continue;
      if (!visit(index - anchor)) return false;
    }
    return true;
  };
  const head = Math.min(bytes.length, -bytes.byteOffset & 3);
  if (!look(0, head) || head === bytes.length) return;
  const words = new Int32Array(bytes.buffer, bytes.byteOffset + head, (bytes.length - head) >> 2);
  const sought = Math.imul(first, 0x01010101);
  let at = 0;
  for (const last = words.length - 3; at < last; at += 4) {
    const a = words[at]! ^ sought;
    const b = words[at + 1]! ^ sought;
    const c = words[at + 2]! ^ sought;
    const d = words[at + 3]! ^ sought;
    // A byte that is zero borrows from its top bit, which it did not have.
    const zero = ((a - 0x01010101) & ~a) | ((b - 0x01010101) & ~b) | ((c - 0x01010101) & ~c) | ((d - 0x01010101) & ~d);
    if ((zero & 0x80808080) !== 0 && !look(head + at * 4, head + at * 4 + 16)) return;
  }
  look(head + at * 4, bytes.length);
}

function matches(bytes: Uint8Array, at: number, pattern: Uint8Array): boolean {
  if (at < 0 || at + pattern.length > bytes.length) return false;
  for (let index = 0; index < pattern.length; index++) if (bytes[at + index] !== pattern[index]) return false;
  return true;
}
