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

const SLOTS = 1024;
const PAGE = 0x1000;

/**
 * Virtual memory over physical memory through page tables, with a direct-mapped cache of pages. A page that is mapped
 * but missing from the dump answers `not-in-dump`, never zeros.
 */
export class PagedSpace implements MemorySpace {
  readonly physical: MemorySpace;
  readonly tables: PageTables;
  readonly #tags = new Float64Array(SLOTS).fill(Number.NaN);
  readonly #pages: Uint8Array[] = [];
  constructor(physical: MemorySpace, tables: PageTables) {
    this.physical = physical;
    this.tables = tables;
  }
  translate(address: Address): Translation | Hole {
    return this.tables.translate(address);
  }
  read(address: Address, length: number): Uint8Array | Hole {
    // ToInt32 keeps the low bits of negative and of large Numbers alike.
    const within = address & (PAGE - 1);
    const base = address - within;
    const slot = (base / PAGE) & (SLOTS - 1);
    if (this.#tags[slot] === base) {
      const page = this.#pages[slot]!;
      return page.subarray(within, Math.min(PAGE, within + length));
    }
    const found = this.tables.translate(base);
    if (!isTranslation(found)) return found.length > within ? { ...found, length: found.length - within } : found;
    const bytes = this.physical.read(found.physical, PAGE);
    if (isHole(bytes)) return { reason: 'not-in-dump', length: PAGE - within, level: bytes.level ?? 'physical page' };
    if (bytes.length < PAGE) {
      return within < bytes.length
        ? bytes.subarray(within, within + length)
        : { reason: 'not-in-dump', length: PAGE - within, level: 'truncated file' };
    }
    // A copy, so that the cache does not keep a source's larger buffers alive.
    const page = bytes.slice();
    this.#tags[slot] = base;
    this.#pages[slot] = page;
    return page.subarray(within, Math.min(PAGE, within + length));
  }
}
