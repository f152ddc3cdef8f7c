import { FormatError } from '../../bytes/errors.ts';
import { damaged, FAST, HuffmanCode } from './huffman.ts';

/**
 * LZX as cabinets use it. Documented in Microsoft's "LZX Data Compression Format" (Cabinet SDK) and, with the same
 * block and tree formats, in [MS-PATCH] section 2 (LZX DELTA). Frames of 32 KB, each padded to a 16-bit boundary.
 */
const FRAME = 0x8000;
const VERBATIM = 1;
const ALIGNED = 2;
const UNCOMPRESSED = 3;
const MIN_MATCH = 2;
const LENGTHS = 249;
/** Position slots by window bits 15 to 21. */
const SLOTS: readonly number[] = [30, 32, 34, 36, 38, 42, 50];
const EXTRA_BITS = Uint8Array.from({ length: 51 }, (_, slot) => (slot < 4 ? 0 : slot < 36 ? (slot >> 1) - 1 : 17));
const POSITION_BASE = new Uint32Array(51);
for (let slot = 1; slot < 51; slot++) POSITION_BASE[slot] = POSITION_BASE[slot - 1]! + (1 << EXTRA_BITS[slot - 1]!);

/** Decodes the frames of one folder in order. */
export class LzxDecoder {
  readonly #window: Uint8Array;
  readonly #mask: number;
  readonly #main: HuffmanCode;
  readonly #length = new HuffmanCode(LENGTHS);
  readonly #aligned = new HuffmanCode(8);
  readonly #pre = new HuffmanCode(20);
  #to = 0;
  #total = 0;
  #frame = 0;
  #r0 = 1;
  #r1 = 1;
  #r2 = 1;
  #headerRead = false;
  #translationSize = 0;
  #blockType = 0;
  #blockIsOdd = false;
  #blockLeft = 0;
  // The bit reader over the current frame: 16-bit little-endian words, most significant bit first.
  #data: Uint8Array = new Uint8Array(0);
  #at = 0;
  #hold = 0;
  #held = 0;

  /** `windowBits` is 15 to 21. */
  constructor(windowBits: number) {
    const slots = SLOTS[windowBits - 15];
    if (slots === undefined) throw new FormatError('LZX', null, `an LZX window of ${windowBits} bits does not exist`);
    this.#window = new Uint8Array(1 << windowBits);
    this.#mask = this.#window.length - 1;
    this.#main = new HuffmanCode(256 + slots * 8);
  }

  /** The next `size` bytes (at most 32768) from one frame's compressed bytes. Throws FormatError when it is damaged. */
  decode(data: Uint8Array, size: number): Uint8Array {
    if (size > FRAME) throw damaged(`a frame of ${size} bytes`);
    this.#data = data;
    this.#at = 0;
    this.#hold = 0;
    this.#held = 0;
    if (!this.#headerRead) {
      this.#headerRead = true;
      if (this.#bits(1)) this.#translationSize = this.#bits(16) * 0x10000 + this.#bits(16);
    }
    const start = this.#to;
    for (let left = size; left > 0; ) {
      if (this.#blockLeft === 0) this.#startBlock();
      const run = Math.min(left, this.#blockLeft);
      const made = this.#blockType === UNCOMPRESSED ? this.#copy(run) : this.#expand(run);
      if (made > left) throw damaged('a match crosses the end of a frame');
      left -= made;
      this.#blockLeft -= made;
      if (this.#blockLeft < 0) throw damaged('a match crosses the end of a block');
    }
    const out = new Uint8Array(size);
    const first = Math.min(size, this.#window.length - start);
    out.set(this.#window.subarray(start, start + first));
    if (first < size) out.set(this.#window.subarray(0, size - first), first);
    this.#translate(out);
    this.#frame++;
    return out;
  }

  #fill(count: number): void {
    while (this.#held < count) {
      // Decoders may look past the end by a word; zeros there harm nobody, more is damage.
      if (this.#at > this.#data.length + 4) throw damaged('it ends too early');
      const word = (this.#data[this.#at] ?? 0) | ((this.#data[this.#at + 1] ?? 0) << 8);
      this.#at += 2;
      this.#hold = ((this.#hold << 16) | word) >>> 0;
      this.#held += 16;
    }
  }
  /** Up to 16 bits. */
  #bits(count: number): number {
    if (count === 0) return 0;
    if (this.#held < count) this.#fill(count);
    this.#held -= count;
    return (this.#hold >>> this.#held) & ((1 << count) - 1);
  }
  #symbol(code: HuffmanCode): number {
    if (this.#held < 16) this.#fill(16);
    const bits = (this.#hold >>> (this.#held - 16)) & 0xffff;
    const entry = code.fast[bits >>> (16 - FAST)]! || code.slow(bits);
    this.#held -= entry & 31;
    return entry >>> 5;
  }

  #startBlock(): void {
    this.#blockType = this.#bits(3);
    this.#blockLeft = this.#bits(16) * 0x100 + this.#bits(8);
    this.#blockIsOdd = this.#blockLeft % 2 === 1;
    if (this.#blockLeft === 0) throw damaged('an empty block');
    switch (this.#blockType) {
      case ALIGNED:
        for (let index = 0; index < 8; index++) this.#aligned.lengths[index] = this.#bits(3);
        this.#aligned.build();
        this.#readTrees();
        return;
      case VERBATIM:
        this.#readTrees();
        return;
      case UNCOMPRESSED: {
        // 1 to 16 bits of padding: a whole word when already aligned. The words read ahead are given back.
        if (this.#held === 0) this.#fill(16);
        if (this.#held > 16) this.#at -= 2;
        this.#held = 0;
        this.#hold = 0;
        this.#r0 = this.#raw32();
        this.#r1 = this.#raw32();
        this.#r2 = this.#raw32();
        return;
      }
      default:
        throw damaged(`block type ${this.#blockType}`);
    }
  }
  #raw32(): number {
    if (this.#at + 4 > this.#data.length) throw damaged('it ends too early');
    let value = 0;
    for (let index = 3; index >= 0; index--) value = value * 0x100 + this.#data[this.#at + index]!;
    this.#at += 4;
    return value;
  }
  #readTrees(): void {
    this.#readLengths(this.#main.lengths, 0, 256);
    this.#readLengths(this.#main.lengths, 256, this.#main.lengths.length);
    this.#main.build();
    this.#readLengths(this.#length.lengths, 0, LENGTHS);
    this.#length.build();
  }
  /** Code lengths as differences from those of the block before, themselves coded by a pre-tree. */
  #readLengths(lengths: Uint8Array, from: number, to: number): void {
    for (let index = 0; index < 20; index++) this.#pre.lengths[index] = this.#bits(4);
    this.#pre.build();
    for (let at = from; at < to; ) {
      const symbol = this.#symbol(this.#pre);
      if (symbol <= 16) {
        lengths[at] = (lengths[at]! - symbol + 17) % 17;
        at++;
        continue;
      }
      let count: number;
      let value = 0;
      if (symbol === 17) count = 4 + this.#bits(4);
      else if (symbol === 18) count = 20 + this.#bits(5);
      else {
        count = 4 + this.#bits(1);
        const delta = this.#symbol(this.#pre);
        if (delta > 16) throw damaged('a run of runs');
        value = (lengths[at]! - delta + 17) % 17;
      }
      // Real encoders let a run pass the end of its part; what passes it means nothing.
      const end = Math.min(to, at + count);
      lengths.fill(value, at, end);
      at = end;
    }
  }

  #copy(size: number): number {
    if (this.#at + size > this.#data.length) throw damaged('it ends too early');
    const end = Math.min(this.#window.length, this.#to + size);
    const first = end - this.#to;
    this.#window.set(this.#data.subarray(this.#at, this.#at + first), this.#to);
    this.#window.set(this.#data.subarray(this.#at + first, this.#at + size), 0);
    this.#at += size;
    // An odd block is followed by a byte that keeps words aligned.
    if (size === this.#blockLeft && this.#blockIsOdd) this.#at++;
    this.#to = (this.#to + size) & this.#mask;
    this.#total += size;
    return size;
  }

  /** Decodes literals and matches until at least `size` bytes are made; answers how many were. */
  #expand(size: number): number {
    const window = this.#window;
    const mask = this.#mask;
    const aligned = this.#blockType === ALIGNED;
    let to = this.#to;
    let made = 0;
    while (made < size) {
      const element = this.#symbol(this.#main);
      if (element < 256) {
        window[to] = element;
        to = (to + 1) & mask;
        made++;
        continue;
      }
      const header = element & 7;
      const length = (header === 7 ? 7 + this.#symbol(this.#length) : header) + MIN_MATCH;
      const slot = (element - 256) >> 3;
      let offset: number;
      if (slot === 0) offset = this.#r0;
      else if (slot === 1) {
        offset = this.#r1;
        this.#r1 = this.#r0;
        this.#r0 = offset;
      } else if (slot === 2) {
        offset = this.#r2;
        this.#r2 = this.#r0;
        this.#r0 = offset;
      } else {
        const extra = EXTRA_BITS[slot]!;
        offset = POSITION_BASE[slot]! - 2;
        if (aligned && extra >= 3) {
          offset += this.#long(extra - 3) * 8 + this.#symbol(this.#aligned);
        } else offset += this.#long(extra);
        this.#r2 = this.#r1;
        this.#r1 = this.#r0;
        this.#r0 = offset;
      }
      if (offset === 0 || offset > this.#total + made || offset > window.length) throw damaged('an invalid distance');
      let from = (to - offset) & mask;
      for (let left = length; left > 0; left--) {
        window[to] = window[from]!;
        to = (to + 1) & mask;
        from = (from + 1) & mask;
      }
      made += length;
    }
    this.#to = to;
    this.#total += made;
    return made;
  }
  /** Up to 17 bits. */
  #long(count: number): number {
    return count <= 16 ? this.#bits(count) : this.#bits(count - 16) * 0x10000 + this.#bits(16);
  }

  /** x86 CALL targets were made absolute before compression; this makes them relative again, in the copy only. */
  #translate(out: Uint8Array): void {
    if (this.#translationSize === 0 || this.#frame >= 32768 || out.length <= 10) return;
    const base = this.#frame * FRAME;
    const view = new DataView(out.buffer);
    for (let at = 0; at < out.length - 10; ) {
      if (out[at] !== 0xe8) {
        at++;
        continue;
      }
      const here = base + at;
      const absolute = view.getInt32(at + 1, true);
      if (absolute >= -here && absolute < this.#translationSize) {
        view.setInt32(at + 1, absolute >= 0 ? absolute - here : absolute + this.#translationSize, true);
      }
      at += 5;
    }
  }
}
