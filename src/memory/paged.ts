import { poll } from '../bytes/interruption.ts';
import { type Address, type Hole, isHole, type MemorySpace } from './space.ts';

/** Where a virtual address lies in physical memory, and how its page was found. */
export interface Translation {
  readonly physical: number;
  /** Bytes of the page (4 KB, 2 MB, 4 MB, 1 GB) that maps it. */
  readonly pageSize: number;
  /** `transition`: not valid for the processor, but still in memory. `prototype`: through a prototype PTE. */
  readonly state: 'valid' | 'transition' | 'prototype';
}

export function isTranslation(answer: Translation | Hole): answer is Translation {
  return 'physical' in answer;
}

/** One address space's page tables. */
export interface PageTables {
  /** The translation of an address, or the hole that it lies in with the level that stopped it. */
  translate(address: Address): Translation | Hole;
}

/** A power of two; 8 MB at most, in the one address space that is read all over. */
const SLOT_BITS = 11;
const PAGE = 0x1000;
const PAGES_IN_SLAB = 16;

/** Regions begin at round addresses, so that the low bits of page numbers alone would crowd few slots (Knuth's hash). */
function slotOf(base: Address, bits: number): number {
  return Math.imul(base / PAGE, 0x9e3779b1) >>> (32 - bits);
}

/**
 * Virtual memory over physical memory through page tables, with a direct-mapped cache of pages. A page that is mapped
 * but missing from the dump answers `not-in-dump`, never zeros.
 */
export class PagedSpace implements MemorySpace {
  readonly physical: MemorySpace;
  readonly tables: PageTables;
  readonly #bits: number;
  readonly #tags: Float64Array;
  readonly #pages: Uint8Array[] = [];
  #slab = new Uint8Array(0);
  #used = 0;
  /** 2^`slotBits` pages are kept at most. */
  constructor(physical: MemorySpace, tables: PageTables, slotBits = SLOT_BITS) {
    this.physical = physical;
    this.tables = tables;
    this.#bits = slotBits;
    this.#tags = new Float64Array(1 << slotBits).fill(Number.NaN);
  }
  translate(address: Address): Translation | Hole {
    return this.tables.translate(address);
  }
  read(address: Address, length: number): Uint8Array | Hole {
    poll();
    // ToInt32 keeps the low bits of negative and of large Numbers alike.
    const within = address & (PAGE - 1);
    const base = address - within;
    const slot = slotOf(base, this.#bits);
    if (this.#tags[slot] === base) {
      const page = this.#pages[slot]!;
      return page.subarray(within, Math.min(PAGE, within + length));
    }
    const found = this.tables.translate(base);
    if (!isTranslation(found)) return found.length > within ? { ...found, length: found.length - within } : found;
    // Whoever reads pages in bulk has what he wants: it would only push out what small reads come back to.
    if (within === 0 && length >= PAGE) return this.#bulk(found, length);
    const bytes = this.physical.read(found.physical, PAGE);
    if (isHole(bytes)) return { reason: 'not-in-dump', length: PAGE - within, level: bytes.level ?? 'physical page' };
    if (bytes.length < PAGE) {
      return within < bytes.length
        ? bytes.subarray(within, within + length)
        : { reason: 'not-in-dump', length: PAGE - within, level: 'truncated file' };
    }
    const page = this.#copy(bytes);
    this.#tags[slot] = base;
    this.#pages[slot] = page;
    return page.subarray(within, Math.min(PAGE, within + length));
  }
  /** A copy, so that the cache does not keep a source's larger buffers alive; in slabs, as single pages cost more to allocate than to copy. */
  #copy(bytes: Uint8Array): Uint8Array {
    if (this.#used >= this.#slab.length) {
      this.#slab = new Uint8Array(PAGES_IN_SLAB * PAGE);
      this.#used = 0;
    }
    const page = this.#slab.subarray(this.#used, this.#used + PAGE);
    this.#used += PAGE;
    page.set(bytes);
    return page;
  }
  /** As much as one page, large ones included, has at its translation. */
  #bulk({ physical, pageSize }: Translation, length: number): Uint8Array | Hole {
    const bytes = this.physical.read(physical, Math.min(length, pageSize - (physical % pageSize)));
    return isHole(bytes) ? { reason: 'not-in-dump', length: PAGE, level: bytes.level ?? 'physical page' } : bytes;
  }
}
