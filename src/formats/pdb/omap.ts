import { type Source, viewOf } from '../../bytes/source.ts';

/**
 * One direction of an address translation for images that a post-link optimiser rearranged (DbgHelp's OMAP records:
 * `rva`, `rvaTo`, sorted by `rva`). An `rvaTo` of 0 says that the bytes have no counterpart.
 */
export class Omap {
  readonly #source: Source;
  readonly count: number;
  constructor(source: Source) {
    this.#source = source;
    this.count = Math.floor(source.size / 8);
  }
  get(index: number): { readonly rva: number; readonly rvaTo: number } | null {
    const bytes = this.#source.read(index * 8, 8);
    if (bytes.length < 8) return null;
    const view = viewOf(bytes);
    return { rva: view.getUint32(0, true), rvaTo: view.getUint32(4, true) };
  }
  #lastAt(rva: number): number {
    let low = 0;
    let high = this.count - 1;
    let found = -1;
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const entry = this.get(middle);
      if (entry === null) return -1;
      if (entry.rva <= rva) {
        found = middle;
        low = middle + 1;
      } else high = middle - 1;
    }
    return found;
  }
  /** The counterpart of `rva`, or null when it has none. */
  translate(rva: number): number | null {
    const entry = this.get(this.#lastAt(rva));
    return entry === null || entry.rvaTo === 0 ? null : entry.rvaTo + (rva - entry.rva);
  }
  /** Bytes from `rva` to the next record: how far one translation holds. */
  extent(rva: number): number {
    const next = this.get(this.#lastAt(rva) + 1);
    return next === null ? Number.POSITIVE_INFINITY : next.rva - rva;
  }
  *all(): Generator<{ readonly rva: number; readonly rvaTo: number }> {
    for (let first = 0; first < this.count; first += 4096) {
      const view = viewOf(this.#source.read(first * 8, Math.min(4096, this.count - first) * 8));
      for (let at = 0; at + 8 <= view.byteLength; at += 8) {
        yield { rva: view.getUint32(at, true), rvaTo: view.getUint32(at + 4, true) };
      }
    }
  }
}
