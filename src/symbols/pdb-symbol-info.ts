import type { ParsedSymbol } from '../formats/pdb/symbol.ts';
import { publicName } from './pdb-name-search.ts';
import type { PdbTypes } from './pdb-types.ts';
import type { SymbolInfo } from './symbol-table.ts';
import type { Type } from './type.ts';

/** Parsed records as symbols of the image, and the types that their records name. */
export class PdbSymbolInfo {
  readonly #machine: number;
  readonly #rva: (section: number, offset: number) => number | null;
  readonly #types: () => PdbTypes | null;

  constructor(machine: number, rva: (section: number, offset: number) => number | null, types: () => PdbTypes | null) {
    this.#machine = machine;
    this.#rva = rva;
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
        return rva === null
          ? null
          : { name, decorated: name === parsed.name ? null : parsed.name, rva, size: 0, kind: 'public' };
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
