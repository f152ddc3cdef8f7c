import type { SymbolInfo, SymbolTable } from './symbol-table.ts';
import { undecorate } from './undecorate.ts';

/** One entry of a PE export table, as `src/formats/pe` reads it. */
export interface ExportEntry {
  /** Null for functions exported by ordinal only. */
  readonly name: string | null;
  readonly ordinal: number;
  readonly rva: number;
  /** `NTDLL.RtlAllocateHeap` when the entry has no code of its own. */
  readonly forwarder: string | null;
}

/**
 * The names that a module exports. Between two exports lie many functions that have no name here: `at` answers the
 * nearest export before, which is a guess, and sizes are always 0. Forwarders are found by name and never at an address.
 */
export class ExportSymbolTable implements SymbolTable {
  readonly finder = 'exports';
  readonly origin: string;
  readonly mismatched: boolean;
  readonly types = null;
  readonly #entries: readonly ExportEntry[];
  readonly #sorted: readonly ExportEntry[];
  #names: Map<string, ExportEntry> | null = null;
  constructor(exports: Iterable<ExportEntry>, origin: string, mismatched = false) {
    this.#entries = [...exports];
    this.#sorted = this.#entries
      .filter((entry) => entry.forwarder === null)
      .sort((left, right) => left.rva - right.rva || Number(left.name === null) - Number(right.name === null));
    this.origin = origin;
    this.mismatched = mismatched;
  }

  at(rva: number): SymbolInfo | null {
    return this.aliases(rva)[0] ?? null;
  }

  aliases(rva: number): readonly SymbolInfo[] {
    let low = 0;
    let high = this.#sorted.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#sorted[middle]?.rva ?? 0) <= rva) low = middle + 1;
      else high = middle;
    }
    const found: SymbolInfo[] = [];
    const at = this.#sorted[low - 1]?.rva;
    for (let place = low - 1; place >= 0 && this.#sorted[place]?.rva === at; place--) {
      const entry = this.#sorted[place];
      if (entry) found.unshift(describe(entry));
    }
    // ntdll exports Nt and Zw names of one stub; people know the Nt ones.
    return found.sort((left, right) => Number(left.name.startsWith('Zw')) - Number(right.name.startsWith('Zw')));
  }

  find(name: string): SymbolInfo | null {
    if (!this.#names) {
      this.#names = new Map();
      const described = this.#entries.map((entry) => ({ entry, symbol: describe(entry) }));
      for (const lower of [false, true]) {
        for (const { entry, symbol } of described) {
          for (const known of [symbol.name, symbol.decorated]) {
            const key = lower ? known?.toLowerCase() : known;
            if (key && !this.#names.has(key)) this.#names.set(key, entry);
          }
        }
      }
    }
    const entry = this.#names.get(name) ?? this.#names.get(name.toLowerCase());
    return entry && entry.forwarder === null ? describe(entry) : null;
  }

  *symbols(): Iterable<SymbolInfo> {
    for (const entry of this.#sorted) yield describe(entry);
  }

  /** All entries, forwarders included. */
  entries(): readonly ExportEntry[] {
    return this.#entries;
  }

  lineAt(): null {
    return null;
  }
  inlinesAt(): readonly [] {
    return [];
  }
  frameRecordAt(): null {
    return null;
  }
}

function describe(entry: ExportEntry): SymbolInfo {
  const raw = entry.name ?? `Ordinal${entry.ordinal}`;
  const name = raw.startsWith('?') ? undecorate(raw, 'name-only') : raw;
  return { name, decorated: name === raw ? null : raw, rva: entry.rva, size: 0, kind: 'export' };
}

/** What an export table holds, one plain record each, for `symbols dump`; forwarders have no address of their own. */
export function* dumpExports(table: ExportSymbolTable): Iterable<object> {
  for (const entry of table.entries()) {
    const { name, decorated, rva, size } = describe(entry);
    const forwarder = entry.forwarder;
    yield { kind: 'export', name, decorated, ordinal: entry.ordinal, rva: forwarder ? null : rva, size, forwarder };
  }
}
