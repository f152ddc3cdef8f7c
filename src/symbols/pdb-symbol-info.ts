import type { ParsedSymbol } from '../formats/pdb/symbol.ts';
import { publicName } from './pdb-name-search.ts';
import type { PdbTypes } from './pdb-types.ts';
import type { SymbolInfo } from './symbol-table.ts';
import type { Type } from './type.ts';

/** Flags of a public symbol of code or of a function. */
const CODE = 3;

/** Parsed records as symbols of the image, and the types that their records name. */
export class PdbSymbolInfo {
  readonly #machine: number;
  readonly #rva: (section: number, offset: number) => number | null;
  readonly #isExecutable: (section: number) => boolean;
  readonly #types: () => PdbTypes | null;

  constructor(
    machine: number,
    rva: (section: number, offset: number) => number | null,
    isExecutable: (section: number) => boolean,
    types: () => PdbTypes | null,
  ) {
    this.#machine = machine;
    this.#rva = rva;
    this.#isExecutable = isExecutable;
    this.#types = types;
  }

  readonly #typeOf = new WeakMap<SymbolInfo, number>();
  #typed(symbol: SymbolInfo, type: number): SymbolInfo {
    this.#typeOf.set(symbol, type);
    return symbol;
  }

  typeNameOf(symbol: SymbolInfo): string | null {
    const type = this.#typeOf.get(symbol);
    return type === undefined || type === 0 ? null : (this.#types()?.names.name(type) ?? null);
  }

  typeOf(symbol: SymbolInfo): Type | null {
    const type = this.#typeOf.get(symbol);
    return type === undefined || type === 0 ? null : (this.#types()?.fromIndex(type) ?? null);
  }

  /** A parsed symbol with a place as SymbolInfo, or null when it has no address in the image. */
  info(parsed: ParsedSymbol): SymbolInfo | null {
    switch (parsed.is) {
      case 'public': {
        const name = publicName(parsed.name, this.#machine);
        const rva = this.#rva(parsed.section, parsed.offset);
        if (rva === null) return null;
        const decorated = name === parsed.name ? null : parsed.name;
        // Linkers leave the flags of import thunks out, so that no flag among code says nothing.
        const isCode = (parsed.flags & CODE) !== 0 || (this.#isExecutable(parsed.section) ? null : false);
        return { name, decorated, rva, size: 0, kind: 'public', isCode };
      }
      case 'procedure': {
        const rva = this.#rva(parsed.section, parsed.offset);
        if (rva === null) return null;
        return this.#typed(
          { name: parsed.name, decorated: null, rva, size: parsed.size, kind: 'function' },
          parsed.isId ? 0 : parsed.type,
        );
      }
      case 'thunk': {
        const rva = this.#rva(parsed.section, parsed.offset);
        return rva === null ? null : { name: parsed.name, decorated: null, rva, size: parsed.size, kind: 'thunk' };
      }
      case 'data': {
        if (parsed.isThreadLocal) return null;
        const rva = this.#rva(parsed.section, parsed.offset);
        const size = this.#types()?.sizeOf(parsed.type) ?? 0;
        return rva === null
          ? null
          : this.#typed({ name: parsed.name, decorated: null, rva, size, kind: 'data' }, parsed.type);
      }
      case 'label': {
        const rva = this.#rva(parsed.section, parsed.offset);
        return rva === null ? null : { name: parsed.name, decorated: null, rva, size: 0, kind: 'label' };
      }
      default:
        return null;
    }
  }
}
