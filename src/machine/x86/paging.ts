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

const FOUR_MB = 0x400000;
const TWO_MB = 0x200000;
const ONE_GB = 0x40000000;

/** x86 without PAE: two levels of 1024 entries of 32 bits. */
class NonPaeTables implements PageTables {
  readonly #reader: TableReader;
  readonly #root: number;
  constructor(physical: MemorySpace, cr3: number) {
    this.#reader = new TableReader(physical);
    this.#root = cr3 - (cr3 % 0x1000);
  }
  translate(address: Address): Translation | Hole {
    if (!(address >= 0 && address < 0x100000000)) return hole(address, 'not-mapped', 'not a 32-bit address', 0x1000);
    const directory = this.#reader.table(this.#root);
    if (!directory) return hole(address, 'not-in-dump', 'table of PDE', FOUR_MB);
    const pde = directory.getUint32((address >>> 22) * 4, true);
    let table = (pde >>> 12) * 0x1000;
    if ((pde & 1) === 0) {
      if (pde === 0) return hole(address, 'not-mapped', 'PDE', FOUR_MB);
      if ((pde & 0xc00) !== 0x800) return hole(address, pde >>> 12 ? 'paged-out' : 'not-present', 'PDE', FOUR_MB);
    } else if ((pde & 0x80) !== 0) {
      // PSE-36: bits 13 to 20 are bits 32 to 39 of the address.
      const base = (((pde >>> 22) << 22) >>> 0) + ((pde >>> 13) & 0xff) * 0x100000000;
      return { physical: base + (address & (FOUR_MB - 1)), pageSize: FOUR_MB, state: 'valid' };
    }
    const entries = this.#reader.table(table);
    if (!entries) return hole(address, 'not-in-dump', 'table of PTE', FOUR_MB);
    const pte = entries.getUint32(((address >>> 12) & 1023) * 4, true);
    table = (pte >>> 12) * 0x1000;
    if ((pte & 1) !== 0) return { physical: table + (address & 0xfff), pageSize: 0x1000, state: 'valid' };
    if (pte === 0) return hole(address, 'not-mapped', 'PTE', 0x1000);
    // The 32-bit prototype form codes a pool offset whose base only symbols tell.
    if ((pte & 0x400) !== 0) return hole(address, 'not-present', 'prototype PTE', 0x1000);
    if ((pte & 0x800) !== 0) return { physical: table + (address & 0xfff), pageSize: 0x1000, state: 'transition' };
    return pte >>> 12
      ? hole(address, 'paged-out', 'page file PTE', 0x1000)
      : hole(address, 'not-present', 'demand-zero PTE', 0x1000);
  }
}

/** x86 with PAE: four pointers at CR3, then two levels of 512 entries of 64 bits. */
class PaeTables implements PageTables {
  readonly #reader: TableReader;
  readonly #pointers: number;
  readonly #options: PagingOptions;
  readonly #prototypes: PrototypeReader;
  constructor(physical: MemorySpace, cr3: number, options: PagingOptions) {
    this.#reader = new TableReader(physical);
    this.#pointers = cr3 - (cr3 % 0x20);
    this.#options = options;
    this.#prototypes = {
      // MMPTE_PROTOTYPE of PAE kernels: the address is the upper half.
      address: (_low, high) => (high === 0 || high === 0xffffffff ? null : high),
      read: (address) => {
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
    if (!(address >= 0 && address < 0x100000000)) return hole(address, 'not-mapped', 'not a 32-bit address', 0x1000);
    const pointers = this.#reader.table(this.#pointers);
    if (!pointers) return hole(address, 'not-in-dump', 'table of PDPTE', ONE_GB);
    const at = (this.#pointers & 0xfe0) + (address >>> 30) * 8;
    const pointerLow = pointers.getUint32(at, true);
    if ((pointerLow & 1) === 0) return hole(address, 'not-mapped', 'PDPTE', ONE_GB);
    const directory = this.#reader.table(frameOf(pointerLow, pointers.getUint32(at + 4, true)));
    if (!directory) return hole(address, 'not-in-dump', 'table of PDE', ONE_GB);
    const pde = ((address >>> 21) & 511) * 8;
    const pdeLow = directory.getUint32(pde, true);
    const pdeHigh = directory.getUint32(pde + 4, true);
    let table = frameOf(pdeLow, pdeHigh);
    if ((pdeLow & 1) === 0) {
      if (pdeLow === 0 && pdeHigh === 0) return hole(address, 'not-mapped', 'PDE', TWO_MB);
      const frame = transitionFrame(pdeLow, pdeHigh, this.#options);
      if (frame < 0) return hole(address, pdeHigh !== 0 ? 'paged-out' : 'not-present', 'PDE', TWO_MB);
      table = frame * 0x1000;
    } else if ((pdeLow & 0x80) !== 0) {
      return { physical: table - (table % TWO_MB) + (address & (TWO_MB - 1)), pageSize: TWO_MB, state: 'valid' };
    }
    const entries = this.#reader.table(table);
    if (!entries) return hole(address, 'not-in-dump', 'table of PTE', TWO_MB);
    const pte = ((address >>> 12) & 511) * 8;
    const low = entries.getUint32(pte, true);
    const high = entries.getUint32(pte + 4, true);
    if ((low & 1) !== 0) return { physical: frameOf(low, high) + (address & 0xfff), pageSize: 0x1000, state: 'valid' };
    return softwareEntry(address, low, high, this.#options, prototypes);
  }
}

/** The page address of a valid 64-bit entry. */
function frameOf(low: number, high: number): number {
  return (high & 0xfffff) * 0x100000000 + (low >>> 12) * 0x1000;
}

/** Page tables of an x86 process. */
export function x86PageTables(
  physical: MemorySpace,
  cr3: number,
  pae: boolean,
  options: PagingOptions = {},
): PageTables {
  return pae ? new PaeTables(physical, cr3, options) : new NonPaeTables(physical, cr3);
}
