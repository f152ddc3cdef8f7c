import { viewOf } from '../bytes/source.ts';
import type { Translation } from '../memory/paged.ts';
import { type Address, type Hole, isHole, type MemorySpace } from '../memory/space.ts';

const SLOTS = 256;

/** Reads page-table entries from physical memory, keeping the last tables used. */
export class TableReader {
  readonly #physical: MemorySpace;
  readonly #tags = new Float64Array(SLOTS).fill(Number.NaN);
  readonly #views: DataView[] = [];
  constructor(physical: MemorySpace) {
    this.#physical = physical;
  }
  /** The 4 KB table at `address` (low bits ignored), or null when the dump does not have it whole. */
  table(address: number): DataView | null {
    const base = address - (address & 0xfff);
    const slot = (base / 0x1000) & (SLOTS - 1);
    if (this.#tags[slot] === base) return this.#views[slot]!;
    const bytes = this.#physical.read(base, 0x1000);
    if (isHole(bytes) || bytes.length < 0x1000) return null;
    const view = viewOf(bytes.slice());
    this.#tags[slot] = base;
    this.#views[slot] = view;
    return view;
  }
}

/** What a page-table walk needs to know besides the directory base. */
export interface PagingOptions {
  /**
   * One past the highest physical page. Windows 10 keeps a high bit in the frame numbers of entries that are not valid
   * (against L1TF) unless their swizzle bit is set; a frame beyond this end is read without it.
   */
  readonly endOfMemory?: number;
}

/** From `address` to the end of the naturally aligned region of `size` bytes around it. */
export function restOf(address: Address, size: number): number {
  const within = address % size;
  return size - (within < 0 ? within + size : within);
}

export function hole(address: Address, reason: Hole['reason'], level: string, size: number): Hole {
  return { reason, level, length: restOf(address, size) };
}

/** Entry of the 64-bit formats, split into halves. */
const PROTOTYPE = 0x400;
const TRANSITION = 0x800;
const SWIZZLE = 0x10;

function unswizzled(frame: number, low: number, options: PagingOptions): number {
  const end = options.endOfMemory;
  if (end === undefined || frame < end || (low & SWIZZLE) !== 0) return frame;
  return frame % 2 ** Math.ceil(Math.log2(Math.max(2, end)));
}

/** The frame of a transition entry (MMPTE_TRANSITION: PageFrameNumber in bits 12 to 47), or -1 when it is none. */
export function transitionFrame(low: number, high: number, options: PagingOptions): number {
  if ((low & (PROTOTYPE | TRANSITION)) !== TRANSITION) return -1;
  return unswizzled((high & 0xffff) * 0x100000 + (low >>> 12), low, options);
}

/** How a prototype PTE's address is coded, and how one such PTE is read. */
export interface PrototypeReader {
  /** Address of the prototype PTE that an entry points to, or null when the VAD tells it. */
  address(low: number, high: number): Address | null;
  /** The prototype PTE's halves, or null when it cannot be read. */
  read(address: Address): { readonly low: number; readonly high: number } | null;
}

/**
 * Answers for a 64-bit entry without the valid bit, as MMPTE_SOFTWARE, MMPTE_TRANSITION and MMPTE_PROTOTYPE of public
 * symbols lay them out: Windows 7 to 11 agree on protection (5..9), prototype (10), transition (11) and page file.
 */
export function softwareEntry(
  address: Address,
  low: number,
  high: number,
  options: PagingOptions,
  prototypes: PrototypeReader | null,
): Translation | Hole {
  if (low === 0 && high === 0) return hole(address, 'not-mapped', 'PTE', 0x1000);
  if ((low & PROTOTYPE) !== 0) return prototypeEntry(address, low, high, options, prototypes);
  const frame = transitionFrame(low, high, options);
  if (frame >= 0) return { physical: frame * 0x1000 + (address & 0xfff), pageSize: 0x1000, state: 'transition' };
  return high !== 0
    ? hole(address, 'paged-out', 'page file PTE', 0x1000)
    : hole(address, 'not-present', 'demand-zero PTE', 0x1000);
}

function prototypeEntry(
  address: Address,
  low: number,
  high: number,
  options: PagingOptions,
  prototypes: PrototypeReader | null,
): Translation | Hole {
  const at = prototypes?.address(low, high) ?? null;
  const entry = at === null ? null : (prototypes?.read(at) ?? null);
  if (entry === null) return hole(address, 'not-present', 'prototype PTE', 0x1000);
  const within = address & 0xfff;
  if ((entry.low & 1) !== 0) {
    const frame = (entry.high & 0xfffff) * 0x100000 + (entry.low >>> 12);
    return { physical: frame * 0x1000 + within, pageSize: 0x1000, state: 'prototype' };
  }
  if (entry.low === 0 && entry.high === 0) return hole(address, 'not-present', 'prototype PTE: zero', 0x1000);
  // Bit 10 in a prototype PTE: MMPTE_SUBSECTION, the page is in the mapped file.
  if ((entry.low & PROTOTYPE) !== 0) return hole(address, 'paged-out', 'prototype PTE: mapped file', 0x1000);
  const frame = transitionFrame(entry.low, entry.high, options);
  if (frame >= 0) return { physical: frame * 0x1000 + within, pageSize: 0x1000, state: 'prototype' };
  return entry.high !== 0
    ? hole(address, 'paged-out', 'prototype PTE: page file', 0x1000)
    : hole(address, 'not-present', 'prototype PTE: demand-zero', 0x1000);
}
