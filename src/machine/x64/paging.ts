import { isTranslation, type PageTables, type Translation } from '../../memory/paged.ts';
import type { Address, Hole, MemorySpace } from '../../memory/space.ts';
import {
  hole,
  type PagingOptions,
  type PrototypeReader,
  softwareEntry,
  TableReader,
  transitionFrame,
} from '../page-table.ts';

/** Level names by height, as Intel's manual (volume 3, chapter 5) has them. */
const LEVELS = ['PTE', 'PDE', 'PDPTE', 'PML4E', 'PML5E'] as const;
/** Bytes that one entry of each level maps. */
const SPANS = [2 ** 12, 2 ** 21, 2 ** 30, 2 ** 39, 2 ** 48] as const;

/** Bits of a walk that differ between processors of the same table shape. */
export interface EntryFormat {
  /** Whether a valid entry above the lowest level maps a large page. */
  isLarge(low: number): boolean;
  /** Bits 32 and above of the frame that count. */
  readonly highMask: number;
}

const X64: EntryFormat = { isLarge: (low) => (low & 0x80) !== 0, highMask: 0xfffff };

/** A prototype PTE's address in MMPTE_PROTOTYPE: bits 16 to 63, sign-extended; all ones say that the VAD knows. */
function prototypeAddress(low: number, high: number): Address | null {
  if (high === 0xffffffff) return null;
  const address = (high >> 16) * 0x100000000 + (((high << 16) | (low >>> 16)) >>> 0);
  return address === 0 ? null : address;
}

/** The whole of what no table can map, so that a search passes it at once. */
function notCanonical(address: Address, limit: number): Hole {
  const end = address < 0 ? -limit : Number.MAX_SAFE_INTEGER;
  return { reason: 'not-mapped', level: 'not canonical', length: Math.max(1, end - address) };
}

/** Four or five levels of 512 entries of 64 bits: x64, and ARM64 with its 4 KB granule. */
export class FourLevelTables implements PageTables {
  readonly #reader: TableReader;
  readonly #root: number;
  readonly #levels: 4 | 5;
  readonly #options: PagingOptions;
  readonly #format: EntryFormat;
  readonly #prototypes: PrototypeReader;
  constructor(physical: MemorySpace, root: number, levels: 4 | 5, format: EntryFormat, options: PagingOptions) {
    this.#reader = new TableReader(physical);
    this.#root = root;
    this.#levels = levels;
    this.#options = options;
    this.#format = format;
    this.#prototypes = {
      address: prototypeAddress,
      read: (address) => {
        // One step only: prototype PTEs live in paged pool, never behind prototype PTEs of their own.
        const at = this.#walk(address, null);
        if (!isTranslation(at)) return null;
        const view = this.#reader.table(at.physical);
        const within = at.physical & 0xff8;
        return view && { low: view.getUint32(within, true), high: view.getUint32(within + 4, true) };
      },
    };
  }
  translate(address: Address): Translation | Hole {
    return this.#walk(address, this.#prototypes);
  }
  #walk(address: Address, prototypes: PrototypeReader | null): Translation | Hole {
    const limit = this.#levels === 4 ? 2 ** 47 : 2 ** 53;
    if (address >= limit || address < -limit) return notCanonical(address, limit);
    const high = Math.floor(address / 0x100000000);
    const low = address - high * 0x100000000;
    let table = this.#root;
    for (let level = this.#levels - 1; level >= 0; level--) {
      const index =
        level === 0
          ? (low >>> 12) & 511
          : level === 1
            ? (low >>> 21) & 511
            : level === 2
              ? ((high & 127) << 2) | (low >>> 30)
              : level === 3
                ? (high >> 7) & 511
                : (high >> 16) & 511;
      const view = this.#reader.table(table);
      if (!view) return hole(address, 'not-in-dump', `table of ${LEVELS[level]}`, SPANS[level]!);
      const entryLow = view.getUint32(index * 8, true);
      const entryHigh = view.getUint32(index * 8 + 4, true);
      if ((entryLow & 1) === 0) {
        if (level === 0) return softwareEntry(address, entryLow, entryHigh, this.#options, prototypes);
        if (entryLow === 0 && entryHigh === 0) return hole(address, 'not-mapped', LEVELS[level]!, SPANS[level]!);
        // A page table can be trimmed like any page; while in transition it still serves.
        const frame = transitionFrame(entryLow, entryHigh, this.#options);
        if (frame < 0)
          return hole(address, entryHigh !== 0 ? 'paged-out' : 'not-present', LEVELS[level]!, SPANS[level]!);
        table = frame * 0x1000;
        continue;
      }
      const frame = (entryHigh & this.#format.highMask) * 0x100000000 + (entryLow >>> 12) * 0x1000;
      if (level === 0) return { physical: frame + (low & 0xfff), pageSize: 0x1000, state: 'valid' };
      if ((level === 1 || level === 2) && this.#format.isLarge(entryLow)) {
        const span = SPANS[level]!;
        return { physical: frame - (frame % span) + (low % span), pageSize: span, state: 'valid' };
      }
      table = frame;
    }
    return hole(address, 'not-mapped', 'PTE', 0x1000);
  }
}

/** Page tables of an x64 process: `cr3` with or without its low bits, four or five levels. */
export function x64PageTables(
  physical: MemorySpace,
  cr3: number,
  levels: 4 | 5 = 4,
  options: PagingOptions = {},
): PageTables {
  return new FourLevelTables(physical, cr3 - (cr3 % 0x1000), levels, X64, options);
}
