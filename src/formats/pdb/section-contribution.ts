import type { Problems } from '../../bytes/problem.ts';
import { type Source, viewOf } from '../../bytes/source.ts';

/** A piece of a section that one module contributed. */
export interface SectionContribution {
  readonly section: number;
  readonly offset: number;
  readonly size: number;
  readonly characteristics: number;
  /** 0-based module index. */
  readonly module: number;
}

/** DBISCImpv60 and DBISCImpv2 of microsoft-pdb dbi.h: the version in front says how long an SC or SC2 record is. */
const V60 = 0xeffe_0000 + 19_970_605;
const V2 = 0xeffe_0000 + 20_140_516;

/** Keys kept for bisection: a few megabytes at most. */
const MOST_KEYS = 1 << 16;

/** Section contributions, which linkers write in address order; found by bisection without reading them all. */
export class ContributionTable {
  readonly count: number;
  readonly #source: Source;
  readonly #recordSize: number;
  /** Places of records that bisections passed, by index: all start from the same few. */
  readonly #keys = new Map<number, number>();
  constructor(source: Source, problems: Problems) {
    this.#source = source;
    const head = source.read(0, 4);
    const version = head.length === 4 ? viewOf(head).getUint32(0, true) : 0;
    this.#recordSize = version === V2 ? 32 : 28;
    if (source.size > 0 && version !== V60 && version !== V2) {
      problems.add(
        'unsupported',
        'SC',
        0,
        `section contributions have the unknown version 0x${version.toString(16)} and are not used`,
      );
      this.count = 0;
    } else this.count = Math.max(0, Math.floor((source.size - 4) / this.#recordSize));
  }

  /** Contribution `index` in file order. */
  get(index: number): SectionContribution | null {
    if (!(index >= 0) || index >= this.count) return null;
    const bytes = this.#source.read(4 + index * this.#recordSize, 20);
    return bytes.length < 20 ? null : this.#parse(viewOf(bytes), 0);
  }

  #parse(view: DataView, at: number): SectionContribution {
    return {
      section: view.getUint16(at, true),
      offset: view.getInt32(at + 4, true),
      size: Math.max(0, view.getInt32(at + 8, true)),
      characteristics: view.getUint32(at + 12, true),
      module: view.getUint16(at + 16, true),
    };
  }

  /** Section and offset of contribution `index` as one number that sorts, or null past the end. */
  #key(index: number): number | null {
    const known = this.#keys.get(index);
    if (known !== undefined) return known;
    const piece = this.get(index);
    if (piece === null) return null;
    const key = piece.section * 0x1_0000_0000 + piece.offset;
    if (this.#keys.size >= MOST_KEYS) this.#keys.clear();
    this.#keys.set(index, key);
    return key;
  }

  /** Index of the last contribution that starts at or before `section:offset`, or -1. */
  #lastAt(section: number, offset: number): number {
    const wanted = section * 0x1_0000_0000 + offset;
    let low = 0;
    let high = this.count - 1;
    let found = -1;
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const key = this.#key(middle);
      if (key === null) return -1;
      if (key <= wanted) {
        found = middle;
        low = middle + 1;
      } else high = middle - 1;
    }
    return found;
  }

  /** The contribution that covers `section:offset`, or null. Empty contributions cover nothing. */
  at(section: number, offset: number): SectionContribution | null {
    const last = this.#lastAt(section, offset);
    // Zero-sized pieces and, in incremental links, padding pieces may stand between.
    for (let index = last; index >= 0 && index > last - 8; index--) {
      const piece = this.get(index);
      if (piece === null || piece.section !== section) return null;
      if (offset < piece.offset + piece.size) return piece;
    }
    return null;
  }

  /** All contributions in file order, read in large parts. */
  *all(): Generator<SectionContribution> {
    const size = this.#recordSize;
    const perChunk = Math.floor((256 << 10) / size);
    for (let first = 0; first < this.count; first += perChunk) {
      const count = Math.min(perChunk, this.count - first);
      const bytes = this.#source.read(4 + first * size, count * size);
      const view = viewOf(bytes);
      for (let at = 0; at + size <= bytes.length; at += size) yield this.#parse(view, at);
    }
  }
}
