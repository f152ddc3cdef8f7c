import { FormatError } from '../../bytes/errors.ts';

/** What every contradiction in LZX data becomes. */
export function damaged(reason: string): FormatError {
  return new FormatError('LZX', null, `the LZX data is damaged (${reason})`);
}

/** Codes up to this length are found in one look-up, longer ones by canonical order, so that a table is cheap to make. */
export const FAST = 10;

/** A canonical Huffman code of at most 16 bits, decoded from its most significant bit on. */
export class HuffmanCode {
  readonly lengths: Uint8Array;
  /** By the next FAST bits: symbol << 5 | length, 0 where no short code leads. */
  readonly fast = new Uint16Array(1 << FAST);
  /** By length: the first code, and where its symbols start in `sorted`. */
  readonly #first = new Int32Array(17);
  readonly #start = new Int32Array(18);
  readonly #sorted: Uint16Array;
  constructor(symbols: number) {
    this.lengths = new Uint8Array(symbols);
    this.#sorted = new Uint16Array(symbols);
  }
  /** Makes the tables after `lengths` was filled. A code without any symbol is allowed until it is used. */
  build(): void {
    const counts = new Int32Array(17);
    for (const length of this.lengths) counts[length]!++;
    counts[0] = 0;
    let code = 0;
    let start = 0;
    for (let length = 1; length <= 16; length++) {
      code = (code + counts[length - 1]!) << 1;
      this.#first[length] = code;
      this.#start[length] = start;
      start += counts[length]!;
      if (code + counts[length]! > 1 << length) throw damaged('an over-subscribed code');
    }
    this.#start[17] = start;
    this.fast.fill(0);
    const next = this.#start.slice();
    for (let symbol = 0; symbol < this.lengths.length; symbol++) {
      const length = this.lengths[symbol]!;
      if (length === 0) continue;
      const rank = next[length]!++;
      this.#sorted[rank] = symbol;
      if (length > FAST) continue;
      const from = (this.#first[length]! + rank - this.#start[length]!) << (FAST - length);
      this.fast.fill((symbol << 5) | length, from, from + (1 << (FAST - length)));
    }
  }
  /** symbol << 5 | length of a code longer than FAST at the start of 16 bits. */
  slow(bits: number): number {
    for (let length = FAST + 1; length <= 16; length++) {
      const rank = (bits >>> (16 - length)) - this.#first[length]!;
      const start = this.#start[length]!;
      if (rank >= 0 && rank < this.#start[length + 1]! - start) return (this.#sorted[start + rank]! << 5) | length;
    }
    throw damaged('an invalid code');
  }
}
