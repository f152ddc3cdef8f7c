import type { PdbModule } from '../formats/pdb/module-list.ts';
import type { ParsedSymbol } from '../formats/pdb/symbol.ts';
import type { PdbTable } from './pdb.ts';
import { type DumpRecord, jsonInteger } from './pdb-dump-record.ts';
import { functionIdName } from './pdb-inline.ts';
import { publicName } from './pdb-name-search.ts';
import type { PdbTypes } from './pdb-types.ts';

/** Symbols of a PDB as dump records. */
export class PdbDumpSymbols {
  readonly #table: PdbTable;
  readonly #types: PdbTypes | null;
  constructor(table: PdbTable) {
    this.#table = table;
    this.#types = table.types;
  }

  #typeName(index: number): string | null {
    return index === 0 ? null : (this.#types?.names.name(index) ?? null);
  }

  /** One symbol with fields of its own; null for records that only structure others. */
  record(parsed: ParsedSymbol, module: PdbModule | null): DumpRecord | null {
    const place = (at: { readonly section: number; readonly offset: number }) => ({
      rva: this.#table.rva(at.section, at.offset),
      section: at.section,
      offset: at.offset,
    });
    const home = module === null ? {} : { module: module.index };
    switch (parsed.is) {
      case 'public': {
        const name = publicName(parsed.name, this.#table.machine);
        return { kind: 'public', name, decorated: parsed.name, ...place(parsed), flags: parsed.flags };
      }
      case 'procedure':
        return {
          kind: 'procedure',
          name: parsed.name,
          ...place(parsed),
          size: parsed.size,
          type: parsed.isId ? functionIdName(this.#table.pdb, parsed.type) : this.#typeName(parsed.type),
          isGlobal: parsed.isGlobal,
          debugStart: parsed.debugStart,
          debugEnd: parsed.debugEnd,
          ...home,
        };
      case 'thunk':
        return {
          kind: 'thunk',
          name: parsed.name,
          ...place(parsed),
          size: parsed.size,
          ordinal: parsed.ordinal,
          ...home,
        };
      case 'trampoline':
        return {
          kind: 'thunk',
          name: null,
          ...place(parsed),
          size: parsed.size,
          targetRva: this.#table.rva(parsed.targetSection, parsed.targetOffset),
          ...home,
        };
      case 'label':
        return { kind: 'label', name: parsed.name, ...place(parsed), ...home };
      case 'block':
        return { kind: 'block', name: parsed.name, ...place(parsed), size: parsed.size, ...home };
      case 'separated-code':
        return {
          kind: 'separated-code',
          ...place(parsed),
          size: parsed.size,
          parentRva: this.#table.rva(parsed.parentSection, parsed.parentOffset),
          ...home,
        };
      case 'data':
        return {
          kind: 'data',
          name: parsed.name,
          // The address of a thread-local variable is an offset in its module's TLS block.
          ...(parsed.isThreadLocal ? { rva: null, section: parsed.section, offset: parsed.offset } : place(parsed)),
          size: this.#types?.sizeOf(parsed.type) ?? 0,
          type: this.#typeName(parsed.type),
          isGlobal: parsed.isGlobal,
          isThreadLocal: parsed.isThreadLocal,
          ...home,
        };
      case 'local':
        return {
          kind: 'local',
          name: parsed.name,
          type: this.#typeName(parsed.type),
          isParameter: (parsed.flags & 1) !== 0,
          ...home,
        };
      case 'register-relative':
        return {
          kind: 'local',
          name: parsed.name,
          type: this.#typeName(parsed.type),
          register: parsed.register,
          offset: parsed.offset,
          ...home,
        };
      case 'register':
        return {
          kind: 'local',
          name: parsed.name,
          type: this.#typeName(parsed.type),
          register: parsed.register,
          ...home,
        };
      case 'constant':
        return {
          kind: 'constant',
          name: parsed.name,
          value: typeof parsed.value === 'bigint' ? jsonInteger(parsed.value) : parsed.value,
          type: this.#typeName(parsed.type),
        };
      case 'udt':
        return { kind: 'typedef', name: parsed.name, type: this.#typeName(parsed.type) };
      case 'export':
        return { kind: 'export', name: parsed.name, ordinal: parsed.ordinal, flags: parsed.flags };
      default:
        return null;
    }
  }
}
