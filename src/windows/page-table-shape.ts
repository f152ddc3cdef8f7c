/** One level of page tables: its name in `!pte`, the lowest address bit it decodes, and how many bits. */
export interface PageTableLevel {
  readonly name: string;
  readonly shift: number;
  readonly bits: number;
}

/** How the tables of one processor mode are laid out, from the top down. */
export interface PageTableShape {
  readonly levels: readonly PageTableLevel[];
  readonly entrySize: 4 | 8;
  /** The bits of a directory base that are no address. */
  readonly rootAlignment: number;
  /** Whether a valid entry above the lowest level maps a large page. */
  isLarge(value: bigint): boolean;
}

const PTE = { name: 'PTE', shift: 12, bits: 9 } as const;
const PDE = { name: 'PDE', shift: 21, bits: 9 } as const;
const PPE = { name: 'PPE', shift: 30, bits: 9 } as const;
const PXE = { name: 'PXE', shift: 39, bits: 9 } as const;
const isLargeOnIntel = (value: bigint) => (value & 0x80n) !== 0n;

/** By the mode that the target's `paging` note names. Level names are those of `!pte`. */
const SHAPES: Readonly<Record<string, PageTableShape>> = {
  x86: {
    levels: [
      { name: 'PDE', shift: 22, bits: 10 },
      { name: 'PTE', shift: 12, bits: 10 },
    ],
    entrySize: 4,
    rootAlignment: 0x1000,
    isLarge: isLargeOnIntel,
  },
  PAE: {
    levels: [{ name: 'PPE', shift: 30, bits: 2 }, PDE, PTE],
    entrySize: 8,
    rootAlignment: 0x20,
    // Bit 7 of the four pointers at the top is reserved.
    isLarge: isLargeOnIntel,
  },
  '4-level': { levels: [PXE, PPE, PDE, PTE], entrySize: 8, rootAlignment: 0x1000, isLarge: isLargeOnIntel },
  '5-level': {
    levels: [{ name: 'PML5E', shift: 48, bits: 9 }, PXE, PPE, PDE, PTE],
    entrySize: 8,
    rootAlignment: 0x1000,
    isLarge: isLargeOnIntel,
  },
  arm64: {
    levels: [PXE, PPE, PDE, PTE],
    entrySize: 8,
    rootAlignment: 0x1000,
    isLarge: (value) => (value & 2n) === 0n,
  },
};

export function pageTableShape(paging: string | undefined): PageTableShape | null {
  return SHAPES[paging?.split(' ')[0] ?? ''] ?? null;
}

/** Index of an unsigned address in a level's table. */
export function indexIn(level: PageTableLevel, virtual: bigint): number {
  return Number((virtual >> BigInt(level.shift)) & ((1n << BigInt(level.bits)) - 1n));
}
