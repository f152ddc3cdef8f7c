import type { Problem } from '../bytes/problem.ts';
import { Problems } from '../bytes/problem.ts';
import type { Source } from '../bytes/source.ts';
import { isHiddenLine } from '../formats/pdb/line-numbers.ts';
import { Pdb } from '../formats/pdb/pdb.ts';
import type { ParsedSymbol, PublicSymbol } from '../formats/pdb/symbol.ts';
import { S_PUB32, S_PUB32_ST } from '../formats/pdb/symbol-kind.ts';
import type { SymbolRecord } from '../formats/pdb/symbol-record.ts';
import { symbolRecords } from '../formats/pdb/symbol-stream.ts';
import { fileName, inlineSitesAt } from './pdb-inline.ts';
import { variablesAt } from './pdb-locals.ts';
import { PdbModuleSymbols, placeKey } from './pdb-module.ts';
import { PdbNameSearch, publicName } from './pdb-name-search.ts';
import { codeOfLine } from './pdb-source-line.ts';
import { PdbTypes } from './pdb-types.ts';
import type {
  FrameRecord,
  InlineSite,
  SourceLine,
  SourcePlace,
  SymbolInfo,
  SymbolTable,
  VariableScope,
} from './symbol-table.ts';
import type { Type } from './type.ts';

/** Section characteristics: contains code. */
const IMAGE_SCN_CNT_CODE = 0x20;
/** Modules whose symbols stay indexed. */
const MOST_MODULES = 4096;
/** Code between contributions is padding; a public is not stretched over more of it. */
const MOST_PADDING = 4096;

export interface PdbTableOptions {
  /** The identity was not proved (`--force-symbols`): names from it must be marked. */
  readonly mismatched?: boolean;
}

interface Place {
  readonly section: number;
  readonly offset: number;
}

/** The names of one module from its PDB. Every lookup reads what it touches; see `Pdb` for what opening costs. */
export class PdbTable implements SymbolTable {
  readonly finder = 'pdb';
  readonly origin: string;
  readonly mismatched: boolean;
  readonly pdb: Pdb;
  readonly identity: { readonly guid: string; readonly age: number; readonly signature: number };
  readonly #problems: Problems;
  readonly #modules = new Map<number, PdbModuleSymbols | null>();
  readonly #names: PdbNameSearch;
  readonly #machine: number;
  #types: PdbTypes | null | undefined;

  constructor(source: Source, origin: string, options: PdbTableOptions = {}) {
    this.#problems = new Problems();
    this.pdb = new Pdb(source, this.#problems);
    this.origin = origin;
    this.mismatched = options.mismatched ?? false;
    this.identity = this.pdb.identity;
    this.#machine = this.pdb.dbi?.machine ?? 0;
    this.#names = new PdbNameSearch(
      this.pdb,
      this.#machine,
      (record) => this.#resolve(record),
      (symbol) => this.#info(symbol),
    );
  }

  /** What was wrong with the file, as far as it was read. */
  get problems(): readonly Problem[] {
    return this.#problems.list;
  }

  /** IMAGE_FILE_HEADER.Machine of the image, 0 when the file does not say. */
  get machine(): number {
    return this.#machine;
  }

  get types(): PdbTypes | null {
    if (this.#types === undefined) {
      const { types } = this.pdb;
      this.#types = types === null ? null : new PdbTypes(this.pdb, types);
    }
    return this.#types;
  }

  /** Runs a lookup; what the file's damage throws becomes a problem and no answer. */
  #guard<T>(structure: string, none: T, lookup: () => T): T {
    try {
      return lookup();
    } catch (error) {
      this.#problems.catch(error, structure, null);
      return none;
    }
  }

  /** Where an RVA of the image lies before OMAP: section and offset as symbols count them, or null. */
  #place(rva: number): (Place & { readonly source: number }) | null {
    const source = this.pdb.omapToSource ? this.pdb.omapToSource.translate(rva) : rva;
    if (source === null) return null;
    const section = this.pdb.sections.at(source);
    return section === null ? null : { section: section.index, offset: source - section.rva, source };
  }

  /** RVA in the image of a place, or null for absolute symbols and for code that the post-link tool removed. */
  rva(section: number, offset: number): number | null {
    const source = this.pdb.sections.rva(section, offset);
    if (source === null) return null;
    return this.pdb.omapFromSource ? this.pdb.omapFromSource.translate(source) : source;
  }

  /** Private symbols of module `index` (0-based), or null when it has none. */
  moduleSymbols(index: number): PdbModuleSymbols | null {
    const known = this.#modules.get(index);
    if (known !== undefined) return known;
    const module = this.pdb.modules?.module(index) ?? null;
    const parts = module === null ? null : this.pdb.moduleStream(module);
    const symbols = module !== null && parts !== null ? new PdbModuleSymbols(this.pdb, module, parts) : null;
    if (this.#modules.size >= MOST_MODULES) {
      const oldest = this.#modules.keys().next().value;
      if (oldest !== undefined) this.#modules.delete(oldest);
    }
    this.#modules.set(index, symbols);
    return symbols;
  }

  readonly #typeOf = new WeakMap<SymbolInfo, number>();
  #typed(symbol: SymbolInfo, type: number): SymbolInfo {
    this.#typeOf.set(symbol, type);
    return symbol;
  }

  typeNameOf(symbol: SymbolInfo): string | null {
    const type = this.#typeOf.get(symbol);
    return type === undefined || type === 0 ? null : (this.types?.names.name(type) ?? null);
  }

  typeOf(symbol: SymbolInfo): Type | null {
    const type = this.#typeOf.get(symbol);
    return type === undefined || type === 0 ? null : (this.types?.fromIndex(type) ?? null);
  }

  /** A parsed symbol with a place as SymbolInfo, or null when it has no address in the image. */
  #info(parsed: ParsedSymbol): SymbolInfo | null {
    switch (parsed.is) {
      case 'public': {
        const name = publicName(parsed.name, this.#machine);
        const rva = this.rva(parsed.section, parsed.offset);
        return rva === null
          ? null
          : { name, decorated: name === parsed.name ? null : parsed.name, rva, size: 0, kind: 'public' };
      }
      case 'procedure': {
        const rva = this.rva(parsed.section, parsed.offset);
        if (rva === null) return null;
        return this.#typed(
          { name: parsed.name, decorated: null, rva, size: parsed.size, kind: 'function' },
          parsed.isId ? 0 : parsed.type,
        );
      }
      case 'thunk': {
        const rva = this.rva(parsed.section, parsed.offset);
        return rva === null ? null : { name: parsed.name, decorated: null, rva, size: parsed.size, kind: 'thunk' };
      }
      case 'data': {
        if (parsed.isThreadLocal) return null;
        const rva = this.rva(parsed.section, parsed.offset);
        const size = this.types?.sizeOf(parsed.type) ?? 0;
        return rva === null
          ? null
          : this.#typed({ name: parsed.name, decorated: null, rva, size, kind: 'data' }, parsed.type);
      }
      case 'label': {
        const rva = this.rva(parsed.section, parsed.offset);
        return rva === null ? null : { name: parsed.name, decorated: null, rva, size: 0, kind: 'label' };
      }
      default:
        return null;
    }
  }

  /** A code record of a module as SymbolInfo. Separated code and trampolines are named after what they belong to. */
  #codeInfo(record: SymbolRecord): SymbolInfo | null {
    const parsed = record.parse();
    if (parsed.is === 'separated-code') {
      const owner = this.#privateCode({ section: parsed.parentSection, offset: parsed.parentOffset });
      const rva = this.rva(parsed.section, parsed.offset);
      const info = owner?.parse();
      if (info?.is !== 'procedure' || rva === null) return null;
      return { name: info.name, decorated: null, rva, size: parsed.size, kind: 'function' };
    }
    if (parsed.is === 'trampoline') {
      const target = this.#nameAtPlace({ section: parsed.targetSection, offset: parsed.targetOffset });
      const rva = this.rva(parsed.section, parsed.offset);
      if (target === null || rva === null) return null;
      return { name: target, decorated: null, rva, size: parsed.size, kind: 'thunk' };
    }
    return this.#info(parsed);
  }

  #nameAtPlace(place: Place): string | null {
    const code = this.#privateCode(place)?.parse();
    if (code?.is === 'procedure') return code.name;
    const publics = this.pdb.publics;
    const found = publics?.get(publics.lastAt(place.section, place.offset));
    return found && found.section === place.section && found.offset === place.offset
      ? publicName(found.name, this.#machine)
      : null;
  }

  #privateCode(place: Place): SymbolRecord | null {
    const piece = this.pdb.contributions?.at(place.section, place.offset);
    return piece ? (this.moduleSymbols(piece.module)?.codeAt(place.section, place.offset) ?? null) : null;
  }

  /**
   * The public that can contain a place. Publics carry no size, so the linker's contributions bound them: a public of
   * one contribution does not reach into the next, whose own names are private or were stripped.
   */
  #publicAt(place: Place): PublicSymbol | null {
    const { publics, contributions } = this.pdb;
    if (publics === null) return null;
    let index = publics.lastAt(place.section, place.offset);
    const found = publics.get(index);
    if (found === null || found.section !== place.section) return null;
    if (found.offset !== place.offset) {
      const piece = contributions?.at(place.section, place.offset) ?? null;
      if (piece !== null) {
        if (found.offset < piece.offset) return null;
      } else if (contributions !== null && contributions.count > 0) {
        const own = contributions.at(found.section, found.offset);
        if (own !== null && place.offset - (own.offset + own.size) > MOST_PADDING) return null;
      }
      // Of aliases such as Nt and Zw, debuggers show the first inside the code and the last at its very start
      // (both ways in one session of Windows XP's ntdll).
      const key = publics.key(index);
      for (let tries = 0; index > 0 && tries < 256 && publics.key(index - 1) === key; tries++) index--;
      return publics.get(index);
    }
    return found;
  }

  at(rva: number): SymbolInfo | null {
    return this.#guard('symbol lookup', null, () => this.#at(rva));
  }

  #at(rva: number): SymbolInfo | null {
    const place = this.#place(rva);
    if (place === null) return null;
    const info = this.#privateAt(place) ?? this.#publicInfo(place);
    if (info === null || this.pdb.omapToSource === null) return info;
    // The symbol's own address before OMAP, from which debuggers count.
    const start = this.pdb.omapToSource.translate(info.rva);
    return start === null ? info : { ...info, displacement: place.source - start };
  }

  #publicInfo(place: Place): SymbolInfo | null {
    const found = this.#publicAt(place);
    return found === null ? null : this.#info(found);
  }

  #privateAt(place: Place): SymbolInfo | null {
    const piece = this.pdb.contributions?.at(place.section, place.offset);
    const symbols = piece ? this.moduleSymbols(piece.module) : null;
    if (!piece || symbols === null) return null;
    const code = symbols.codeAt(place.section, place.offset);
    if (code !== null) return this.#codeInfo(code);
    if ((piece.characteristics & IMAGE_SCN_CNT_CODE) !== 0) return null;
    const data = symbols.dataAt(place.section, place.offset)?.parse();
    if (data?.is !== 'data') return null;
    const info = this.#info(data);
    const reaches = info !== null && place.offset < data.offset + Math.max(1, info.size);
    // A public nearer to the address is the better name.
    const nearer = reaches ? this.#publicAt(place) : null;
    return reaches && !(nearer !== null && nearer.offset > data.offset) ? info : null;
  }

  aliases(rva: number): readonly SymbolInfo[] {
    return this.#guard('symbol lookup', [], () => {
      const main = this.#at(rva);
      const place = main === null ? null : this.#place(main.rva);
      if (main === null || place === null) return [];
      const found = new Map<string, SymbolInfo>([[main.name, main]]);
      const keep = (info: SymbolInfo | null) => {
        if (info !== null && !found.has(info.name)) found.set(info.name, info);
      };
      const piece = this.pdb.contributions?.at(place.section, place.offset);
      const symbols = piece ? this.moduleSymbols(piece.module) : null;
      for (const record of symbols?.codeStartingAt(place.section, place.offset) ?? []) keep(this.#codeInfo(record));
      if (piece && (piece.characteristics & IMAGE_SCN_CNT_CODE) === 0) {
        for (const record of symbols?.dataStartingAt(place.section, place.offset) ?? [])
          keep(this.#info(record.parse()));
      }
      const { publics } = this.pdb;
      const key = placeKey(place.section, place.offset);
      for (
        let index = publics?.lastAt(place.section, place.offset) ?? -1, tries = 0;
        index >= 0 && tries < 1024;
        tries++
      ) {
        if (publics?.key(index) !== key) break;
        const symbol = publics.get(index--);
        if (symbol !== null) keep(this.#info(symbol));
      }
      return [...found.values()];
    });
  }

  /** Follows a reference of the globals to its module's record. */
  #resolve(record: SymbolRecord): SymbolInfo | null {
    const parsed = record.parse();
    if (parsed.is !== 'reference') return this.#info(parsed);
    const target = this.moduleSymbols(parsed.module - 1)
      ?.record(parsed.symbolOffset)
      ?.parse();
    return target && 'name' in target && target.name === parsed.name ? this.#info(target) : null;
  }

  find(name: string): SymbolInfo | null {
    return this.#guard('symbol lookup', null, () => this.#names.find(name));
  }

  /** Private functions and data first, then publics at addresses that none of them has. */
  *symbols(): Generator<SymbolInfo> {
    const seen = new Set<number>();
    const streams = new Set<number>();
    for (const module of this.pdb.modules?.all() ?? []) {
      if (module.stream === null || streams.has(module.stream)) continue;
      streams.add(module.stream);
      const parts = this.pdb.moduleStream(module);
      if (parts === null) continue;
      for (const record of symbolRecords(parts.stream, 4, parts.symbolsEnd)) {
        const info = this.#guard('module symbols', null, () => this.#listed(record));
        if (info === null) continue;
        seen.add(info.rva);
        yield info;
      }
    }
    const records = this.pdb.symbolRecords;
    if (records === null) return;
    // Data before publics, whatever their order: the public of a variable says less than its typed symbol.
    for (const publics of [false, true]) {
      for (const record of symbolRecords(records)) {
        if ((record.kind === S_PUB32 || record.kind === S_PUB32_ST) !== publics) continue;
        const info = this.#guard('symbol records', null, () => {
          const parsed = record.parse();
          return publics || (parsed.is === 'data' && parsed.isGlobal) ? this.#info(parsed) : null;
        });
        if (info === null || (publics && seen.has(info.rva))) continue;
        if (!publics) seen.add(info.rva);
        yield info;
      }
    }
  }

  #listed(record: SymbolRecord): SymbolInfo | null {
    const parsed = record.parse();
    const isListed = parsed.is === 'procedure' || parsed.is === 'thunk' || (parsed.is === 'data' && !parsed.isGlobal);
    return isListed ? this.#info(parsed) : null;
  }

  lineAt(rva: number): SourceLine | null {
    return this.#guard('line lookup', null, () => {
      const place = this.#place(rva);
      const piece = place ? this.pdb.contributions?.at(place.section, place.offset) : null;
      const lines = piece ? this.moduleSymbols(piece.module)?.lines : null;
      if (!place || !lines) return null;
      const record = lines.at(place.section, place.offset);
      if (record === null || isHiddenLine(record.line)) return null;
      const file = fileName(this.pdb, lines, record.file);
      return file === null ? null : { file, line: record.line };
    });
  }

  inlinesAt(rva: number): readonly InlineSite[] {
    return this.#guard('inline lookup', [], () => {
      const found = this.#procedureAt(rva);
      if (!found) return [];
      const { symbols, record, procedure, offset } = found;
      return inlineSitesAt(this.pdb, symbols, record, procedure, offset - procedure.offset);
    });
  }

  variablesAt(rva: number): readonly VariableScope[] {
    return this.#guard('variables', [], () => {
      const found = this.#procedureAt(rva);
      return found ? variablesAt(this, found.symbols, found.record, found.procedure, found.offset) : [];
    });
  }

  placesOfLine(file: string, line: number): readonly SourcePlace[] {
    return this.#guard('line lookup', [], () =>
      codeOfLine(this.pdb, (index) => this.moduleSymbols(index)?.lines ?? null, file, line).flatMap(
        ({ section, offset, path, line: found }) => {
          const rva = this.rva(section, offset);
          return rva === null ? [] : [{ rva, file: path, line: found }];
        },
      ),
    );
  }

  /** The procedure that covers an RVA, with the offset in its section. */
  #procedureAt(rva: number) {
    const place = this.#place(rva);
    const piece = place ? this.pdb.contributions?.at(place.section, place.offset) : null;
    const symbols = piece ? this.moduleSymbols(piece.module) : null;
    const record = place && symbols ? symbols.codeAt(place.section, place.offset) : null;
    const procedure = record?.parse();
    if (!place || !symbols || !record || procedure?.is !== 'procedure') return null;
    return { symbols, record, procedure, offset: place.offset };
  }

  frameRecordAt(rva: number): FrameRecord | null {
    return this.#guard('frame lookup', null, () => {
      const place = this.pdb.omapToSource ? this.pdb.omapToSource.translate(rva) : rva;
      if (place === null) return null;
      // A frame-data program says more than an FPO record.
      const record = this.pdb.frameData?.at(place) ?? this.pdb.fpo?.at(place) ?? null;
      if (record === null) return null;
      const { programOffset, ...rest } = record;
      const start = this.pdb.omapFromSource ? this.pdb.omapFromSource.translate(record.rva) : record.rva;
      return {
        ...rest,
        rva: start ?? record.rva,
        program: programOffset === null ? null : this.pdb.strings.text(programOffset),
      };
    });
  }
}

/** Opens a PDB as a symbol table; throws FormatError with the reason when the file is no readable program database. */
export function openPdbTable(source: Source, origin: string, options: PdbTableOptions = {}): PdbTable {
  return new PdbTable(source, origin, options);
}
