import { viewOf } from '../bytes/source.ts';
import type { LineNumbers } from '../formats/pdb/line-numbers.ts';
import type { PdbModule } from '../formats/pdb/module-list.ts';
import type { ModuleStream, Pdb } from '../formats/pdb/pdb.ts';
import { opensScope } from '../formats/pdb/symbol-kind.ts';
import type { SymbolRecord } from '../formats/pdb/symbol-record.ts';
import { symbolAt, visitSymbols } from '../formats/pdb/symbol-stream.ts';

/** Section and offset as one number that sorts. */
export function placeKey(section: number, offset: number): number {
  return section * 0x1_0000_0000 + offset;
}

/** Where a kind keeps offset, section and size in its data (cvinfo.h); -1 for a size that is not recorded. */
interface Layout {
  readonly offset: number;
  readonly section: number;
  readonly size: number;
  readonly sizeBytes: 2 | 4;
}
const PROCEDURE: Layout = { offset: 28, section: 32, size: 12, sizeBytes: 4 };
const THUNK: Layout = { offset: 12, section: 16, size: 18, sizeBytes: 2 };
const SEPARATED: Layout = { offset: 16, section: 24, size: 8, sizeBytes: 4 };
const TRAMPOLINE: Layout = { offset: 4, section: 12, size: 2, sizeBytes: 2 };
const DATA: Layout = { offset: 4, section: 8, size: -1, sizeBytes: 4 };

const CODE = new Map<number, Layout>([
  ...[0x100a, 0x100b, 0x110f, 0x1110, 0x1146, 0x1147, 0x1155, 0x1156].map((kind) => [kind, PROCEDURE] as const),
  [0x0206, THUNK],
  [0x1102, THUNK],
  [0x1132, SEPARATED],
  [0x112c, TRAMPOLINE],
]);
const DATA_KINDS = new Map<number, Layout>(
  [0x1007, 0x1008, 0x110c, 0x110d, 0x111c, 0x111d].map((kind) => [kind, DATA] as const),
);

/** Places of one module's symbols, sorted by address, each with the record that it came from. */
class PlaceIndex {
  readonly keys: Float64Array;
  readonly sizes: Uint32Array;
  readonly records: Uint32Array;
  constructor(found: readonly { key: number; size: number; record: number }[]) {
    const sorted = [...found].sort((a, b) => a.key - b.key || b.size - a.size || a.record - b.record);
    this.keys = Float64Array.from(sorted, ({ key }) => key);
    this.sizes = Uint32Array.from(sorted, ({ size }) => size);
    this.records = Uint32Array.from(sorted, ({ record }) => record);
  }
  /** Index of the last place at or before `key`, or -1. */
  lastAt(key: number): number {
    let low = 0;
    let high = this.keys.length - 1;
    let found = -1;
    while (low <= high) {
      const middle = (low + high) >>> 1;
      if (this.keys[middle]! <= key) {
        found = middle;
        low = middle + 1;
      } else high = middle - 1;
    }
    return found;
  }
}

/** The private symbols and lines of one compiland, indexed by address when first asked. */
export class PdbModuleSymbols {
  readonly module: PdbModule;
  readonly #parts: ModuleStream;
  readonly #pdb: Pdb;
  #code: PlaceIndex | null = null;
  #data: PlaceIndex | null = null;
  #lines: LineNumbers | null | undefined;

  constructor(pdb: Pdb, module: PdbModule, parts: ModuleStream) {
    this.#pdb = pdb;
    this.module = module;
    this.#parts = parts;
  }

  #index(kinds: ReadonlyMap<number, Layout>, skipScopes: boolean): PlaceIndex {
    const found: { key: number; size: number; record: number }[] = [];
    let seen: Uint8Array | null = null;
    let view: DataView = new DataView(new ArrayBuffer(0));
    visitSymbols(this.#parts.stream, 4, this.#parts.symbolsEnd, (kind, bytes, from, to, offset) => {
      const layout = kinds.get(kind);
      const skips = skipScopes && opensScope(kind) && to - from >= 8;
      if (layout === undefined && !skips) return undefined;
      if (bytes !== seen) {
        seen = bytes;
        view = viewOf(bytes);
      }
      if (layout !== undefined && from + layout.section + 2 <= to && from + layout.offset + 4 <= to) {
        const { size: at, sizeBytes } = layout;
        const fits = at >= 0 && from + at + sizeBytes <= to;
        const size = fits ? (sizeBytes === 2 ? view.getUint16(from + at, true) : view.getUint32(from + at, true)) : 0;
        const key = placeKey(view.getUint16(from + layout.section, true), view.getUint32(from + layout.offset, true));
        found.push({ key, size, record: offset });
      }
      // A procedure says where it ends, so its locals and inline sites need not be looked at.
      return skips ? view.getUint32(from + 4, true) : undefined;
    });
    return new PlaceIndex(found);
  }

  record(offset: number): SymbolRecord | null {
    return symbolAt(this.#parts.stream, offset);
  }

  /** The procedure, thunk or separated code that covers an address: the nearest start whose size reaches it. */
  codeAt(section: number, offset: number): SymbolRecord | null {
    this.#code ??= this.#index(CODE, true);
    const { keys, sizes, records } = this.#code;
    const key = placeKey(section, offset);
    for (let index = this.#code.lastAt(key), tries = 0; index >= 0 && tries < 16; index--, tries++) {
      if (key < keys[index]! + Math.max(1, sizes[index]!)) {
        // Of records at one address the first has the most code; compilers write S_THUNK32 beside procedures.
        while (index > 0 && keys[index - 1] === keys[index]) index--;
        return this.record(records[index]!);
      }
    }
    return null;
  }

  /** All code symbols that start at exactly this address. */
  codeStartingAt(section: number, offset: number): SymbolRecord[] {
    this.#code ??= this.#index(CODE, true);
    return this.#exactly(this.#code, placeKey(section, offset));
  }

  /** The data symbol at or nearest before an address; its size is its type's. */
  dataAt(section: number, offset: number): SymbolRecord | null {
    this.#data ??= this.#index(DATA_KINDS, false);
    const index = this.#data.lastAt(placeKey(section, offset));
    const key = index < 0 ? -1 : this.#data.keys[index]!;
    return Math.floor(key / 0x1_0000_0000) === section ? this.record(this.#data.records[index]!) : null;
  }

  dataStartingAt(section: number, offset: number): SymbolRecord[] {
    this.#data ??= this.#index(DATA_KINDS, false);
    return this.#exactly(this.#data, placeKey(section, offset));
  }

  #exactly(places: PlaceIndex, key: number): SymbolRecord[] {
    const found: SymbolRecord[] = [];
    for (let index = places.lastAt(key); index >= 0 && places.keys[index] === key && found.length < 256; index--) {
      const record = this.record(places.records[index]!);
      if (record !== null) found.unshift(record);
    }
    return found;
  }

  get stream(): ModuleStream {
    return this.#parts;
  }

  get lines(): LineNumbers | null {
    if (this.#lines === undefined) this.#lines = this.#pdb.lineNumbers(this.module);
    return this.#lines;
  }
}
