import type { Problem } from '../bytes/problem.ts';
import { Problems } from '../bytes/problem.ts';
import type { Source } from '../bytes/source.ts';
import { injectedVisualizers } from '../formats/pdb/injected-source.ts';
import { isHiddenLine } from '../formats/pdb/line-numbers.ts';
import { Pdb } from '../formats/pdb/pdb.ts';
import type { SymbolRecord } from '../formats/pdb/symbol-record.ts';
import { fileName, inlineSitesAt } from './pdb-inline.ts';
import { listSymbols } from './pdb-listing.ts';
import { variablesAt } from './pdb-locals.ts';
import { PdbModuleSymbols, placeKey } from './pdb-module.ts';
import { PdbNameSearch, publicName } from './pdb-name-search.ts';
import { type PdbPlace, publicAt } from './pdb-public.ts';
import { codeOfLine } from './pdb-source-line.ts';
import { PdbSymbolInfo } from './pdb-symbol-info.ts';
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

export interface PdbTableOptions {
  /** The identity was not proved (`--force-symbols`): names from it must be marked. */
  readonly mismatched?: boolean;
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
  readonly #symbols: PdbSymbolInfo;
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
    this.#symbols = new PdbSymbolInfo(
      this.#machine,
      (section, offset) => this.rva(section, offset),
      (section) => this.pdb.sections.isExecutable(section),
      () => this.types,
    );
    this.#names = new PdbNameSearch(
      this.pdb,
      this.#machine,
      (record) => this.#resolve(record),
      (symbol) => this.#symbols.info(symbol),
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
  #place(rva: number): (PdbPlace & { readonly source: number }) | null {
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
    return this.#symbols.info(parsed);
  }

  #nameAtPlace(place: PdbPlace): string | null {
    const code = this.#privateCode(place)?.parse();
    if (code?.is === 'procedure') return code.name;
    const publics = this.pdb.publics;
    const found = publics?.get(publics.lastAt(place.section, place.offset));
    return found && found.section === place.section && found.offset === place.offset
      ? publicName(found.name, this.#machine)
      : null;
  }

  #privateCode(place: PdbPlace): SymbolRecord | null {
    const piece = this.pdb.contributions?.at(place.section, place.offset);
    return piece ? (this.moduleSymbols(piece.module)?.codeAt(place.section, place.offset) ?? null) : null;
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

  #publicInfo(place: PdbPlace): SymbolInfo | null {
    const found = publicAt(this.pdb, place);
    return found === null ? null : this.#symbols.info(found);
  }

  #privateAt(place: PdbPlace): SymbolInfo | null {
    const piece = this.pdb.contributions?.at(place.section, place.offset);
    const symbols = piece ? this.moduleSymbols(piece.module) : null;
    if (!piece || symbols === null) return null;
    const code = symbols.codeAt(place.section, place.offset);
    if (code !== null) return this.#codeInfo(code);
    if ((piece.characteristics & IMAGE_SCN_CNT_CODE) !== 0) return null;
    const data = symbols.dataAt(place.section, place.offset)?.parse();
    if (data?.is !== 'data') return null;
    const info = this.#symbols.info(data);
    const reaches = info !== null && place.offset < data.offset + Math.max(1, info.size);
    // A public nearer to the address is the better name.
    const nearer = reaches ? publicAt(this.pdb, place) : null;
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
          keep(this.#symbols.info(record.parse()));
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
        if (symbol !== null) keep(this.#symbols.info(symbol));
      }
      return [...found.values()];
    });
  }

  /** Follows a reference of the globals to its module's record. */
  #resolve(record: SymbolRecord): SymbolInfo | null {
    const parsed = record.parse();
    if (parsed.is !== 'reference') return this.#symbols.info(parsed);
    const target = this.moduleSymbols(parsed.module - 1)
      ?.record(parsed.symbolOffset)
      ?.parse();
    return target && 'name' in target && target.name === parsed.name ? this.#symbols.info(target) : null;
  }

  typeNameOf(symbol: SymbolInfo): string | null {
    return this.#symbols.typeNameOf(symbol);
  }

  typeOf(symbol: SymbolInfo): Type | null {
    return this.#symbols.typeOf(symbol);
  }

  visualizers(): readonly { readonly name: string; readonly text: string }[] {
    return this.#guard('injected files', [], () => injectedVisualizers(this.pdb, this.#problems));
  }

  symbols(): Generator<SymbolInfo> {
    return listSymbols(
      this.pdb,
      (parsed) => this.#symbols.info(parsed),
      (structure, read) => this.#guard(structure, null, read),
    );
  }

  find(name: string): SymbolInfo | null {
    return this.#guard('symbol lookup', null, () => this.#names.find(name));
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
