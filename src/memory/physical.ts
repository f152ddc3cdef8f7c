import type { Source } from '../bytes/source.ts';
import type { Address, Hole, MemorySpace } from './space.ts';

/** Where a file holds each physical page: what a dump's run list or bitmap answers. */
export interface PageLocator {
  /** File offset of a page's bytes, or -1 when it is not there. */
  offsetOf(page: number): number;
  /** For how many pages from `page` on the answer continues, at least 1. */
  runLength(page: number): number;
}

/** Physical memory as a dump holds it; addresses are plain non-negative Numbers. */
export class PhysicalSpace implements MemorySpace {
  readonly #source: Source;
  readonly #pages: PageLocator;
  constructor(source: Source, pages: PageLocator) {
    this.#source = source;
    this.#pages = pages;
  }
  read(address: Address, length: number): Uint8Array | Hole {
    const page = Math.floor(address / 0x1000);
    const within = address - page * 0x1000;
    const offset = this.#pages.offsetOf(page);
    if (offset < 0) {
      const pages = this.#pages.runLength(page);
      return { reason: 'not-in-dump', length: pages * 0x1000 - within, level: 'physical page' };
    }
    const room = within + length <= 0x1000 ? length : Math.min(length, this.#pages.runLength(page) * 0x1000 - within);
    const bytes = this.#source.read(offset + within, room);
    if (bytes.length > 0) return bytes;
    // What lies behind the end of the file lies together there: a damaged run may claim billions of pages.
    const pages = offset >= this.#source.size ? this.#pages.runLength(page) : 1;
    return { reason: 'not-in-dump', length: pages * 0x1000 - within, level: 'truncated file' };
  }
}
