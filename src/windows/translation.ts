/** One level of the page tables on the way to an address. */
export interface PageTableEntry {
  /** `PXE`, `PPE`, `PDE`, `PTE`; `PML5E` on machines with five levels. */
  readonly level: string;
  /** Virtual address of the entry in the self-map; null where the self-map is not known. */
  readonly address: bigint | null;
  /** Physical address of the entry. */
  readonly physical: bigint;
  /** The entry as stored; null when its page is not in the dump. */
  readonly value: bigint | null;
  readonly state:
    | 'valid'
    | 'large'
    | 'transition'
    | 'prototype'
    | 'paged-out'
    | 'demand-zero'
    | 'zero'
    | 'mapped-file'
    | 'not-in-dump';
  /** Page frame number of valid and transition entries. */
  readonly frame: bigint | null;
  /** Page file number and page in it of entries that are paged out. */
  readonly pageFile: { readonly number: number; readonly offset: bigint } | null;
  /** Protection bits of software entries, else null. */
  readonly protection: number | null;
  /** Address of the prototype PTE, null when the VAD tells it or there is none. */
  readonly prototype: bigint | null;
}

/** How an address is translated, each level with its own answer. */
export interface AddressTranslation {
  readonly virtual: bigint;
  readonly directoryBase: bigint;
  readonly mode: string;
  /** From the top table down; ends at the level that answers. */
  readonly entries: readonly PageTableEntry[];
  /** Virtual address of the entry below a large page, which is not used; null where there is none. */
  readonly unusedEntry: bigint | null;
  /** Null when the address lies in no physical memory. */
  readonly physical: bigint | null;
  /** Bytes of the page that maps it. */
  readonly pageSize: number | null;
  /** False when the page is known but its bytes are not in the dump. */
  readonly inDump: boolean;
}
