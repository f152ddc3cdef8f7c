import type { Problems } from '../../bytes/problem.ts';
import type { Sink } from '../../bytes/sink.ts';
import type { Source } from '../../bytes/source.ts';

/**
 * Deflate64, which Windows Explorer uses for members over 2 GB: deflate (RFC 1951) with a 64 KB window, distance codes
 * 30 and 31 (14 extra bits) and length code 285 with base 3 and 16 extra bits. Documented by its differences in
 * APPNOTE.TXT 4.4.5 (method 9) and in the comments of zlib's contrib/infback9.
 */
const LENGTH_BASE: readonly number[] = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 3,
];
const LENGTH_EXTRA: readonly number[] = [
  0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 16,
];
const CODE_ORDER: readonly number[] = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
const WINDOW = 1 << 16;

class Damaged extends Error {}

/** A canonical Huffman code as a table of 2^15 entries at most: symbol << 4 | length, 0 where no code leads. */
function codeTable(lengths: Uint8Array): { readonly table: Uint16Array; readonly bits: number } {
  const counts = new Uint16Array(16);
  let bits = 1;
  for (const length of lengths) {
    counts[length]!++;
    bits = Math.max(bits, length);
  }
  counts[0] = 0;
  const nextCode = new Uint32Array(17);
  let code = 0;
  let space = 0;
  for (let length = 1; length <= 15; length++) {
    code = (code + counts[length - 1]!) << 1;
    nextCode[length] = code;
    space += counts[length]! << (15 - length);
  }
  if (space > 1 << 15) throw new Damaged('over-subscribed code');
  const table = new Uint16Array(1 << bits);
  for (let symbol = 0; symbol < lengths.length; symbol++) {
    const length = lengths[symbol]!;
    if (length === 0) continue;
    let forward = nextCode[length]!++;
    let reversed = 0;
    for (let bit = 0; bit < length; bit++) {
      reversed = (reversed << 1) | (forward & 1);
      forward >>= 1;
    }
    for (let at = reversed; at < table.length; at += 1 << length) table[at] = (symbol << 4) | length;
  }
  return { table, bits };
}

/** Inflates deflate64 data into `sink`, in runs of at most 64 KB; damage and truncation become problems. */
export function inflate64(source: Source, sink: Sink, problems: Problems): void {
  const window = new Uint8Array(WINDOW);
  let to = 0;
  let total = 0;
  let chunk = source.read(0, WINDOW);
  let chunkAt = 0;
  let next = 0;
  let hold = 0;
  let held = 0;
  const fill = (count: number) => {
    while (held < count) {
      if (next === chunk.length) {
        chunkAt += chunk.length;
        chunk = source.read(chunkAt, WINDOW);
        next = 0;
        if (chunk.length === 0) throw new Damaged('it ends too early');
      }
      hold |= chunk[next++]! << held;
      held += 8;
    }
  };
  /** Up to 16 bits. */
  const bits = (count: number): number => {
    fill(count);
    const value = hold & ((1 << count) - 1);
    hold >>>= count;
    held -= count;
    return value;
  };
  const symbol = (code: { readonly table: Uint16Array; readonly bits: number }): number => {
    for (let have = held; ; ) {
      const entry = code.table[hold & ((1 << code.bits) - 1)]!;
      const length = entry & 15;
      if (length > 0 && length <= held) {
        hold >>>= length;
        held -= length;
        return entry >> 4;
      }
      if (have >= code.bits) throw new Damaged('invalid code');
      fill(held + 1);
      have = held;
    }
  };
  let wanted = true;
  const put = (value: number) => {
    window[to++] = value;
    total++;
    if (to === WINDOW) {
      to = 0;
      wanted = wanted && sink(window);
    }
  };
  try {
    for (let last = 0; !last && wanted; ) {
      last = bits(1);
      const type = bits(2);
      if (type === 0) {
        bits(held & 7);
        const length = bits(16);
        if (bits(16) !== (length ^ 0xffff)) throw new Damaged('invalid stored length');
        for (let left = length; left > 0 && wanted; left--) put(bits(8));
        continue;
      }
      if (type === 3) throw new Damaged('invalid block type');
      const [literals, distances] = type === 1 ? fixedCodes() : dynamicCodes(bits, symbol);
      while (wanted) {
        const value = symbol(literals);
        if (value < 256) {
          put(value);
          continue;
        }
        if (value === 256) break;
        const base = LENGTH_BASE[value - 257];
        if (base === undefined) throw new Damaged('invalid length');
        let length = base + bits(LENGTH_EXTRA[value - 257]!);
        const slot = symbol(distances);
        const extra = slot < 4 ? 0 : (slot >> 1) - 1;
        const distance = slot < 4 ? slot + 1 : ((2 + (slot & 1)) << extra) + bits(extra) + 1;
        if (distance > total) throw new Damaged('invalid distance');
        for (let from = to - distance + WINDOW; length > 0 && wanted; length--, from++) put(window[from % WINDOW]!);
      }
    }
  } catch (error) {
    if (!(error instanceof Damaged)) throw error;
    problems.add('damaged', 'deflate64', null, `the compressed data is damaged (${error.message})`);
  }
  if (wanted && to > 0) sink(window.subarray(0, to));
}

type Code = ReturnType<typeof codeTable>;

function fixedCodes(): [Code, Code] {
  const lengths = new Uint8Array(288).fill(8);
  lengths.fill(9, 144, 256);
  lengths.fill(7, 256, 280);
  return [codeTable(lengths), codeTable(new Uint8Array(32).fill(5))];
}

function dynamicCodes(bits: (count: number) => number, symbol: (code: Code) => number): [Code, Code] {
  const literals = bits(5) + 257;
  const distances = bits(5) + 1;
  const codes = new Uint8Array(19);
  for (let count = bits(4) + 4, index = 0; index < count; index++) codes[CODE_ORDER[index]!] = bits(3);
  const lengthCode = codeTable(codes);
  const lengths = new Uint8Array(literals + distances);
  for (let at = 0; at < lengths.length; ) {
    const value = symbol(lengthCode);
    if (value < 16) {
      lengths[at++] = value;
      continue;
    }
    if (value === 16 && at === 0) throw new Damaged('invalid repeat');
    const repeated = value === 16 ? lengths[at - 1]! : 0;
    const count = value === 16 ? 3 + bits(2) : value === 17 ? 3 + bits(3) : 11 + bits(7);
    if (at + count > lengths.length) throw new Damaged('invalid repeat');
    lengths.fill(repeated, at, at + count);
    at += count;
  }
  return [codeTable(lengths.subarray(0, literals)), codeTable(lengths.subarray(literals))];
}
