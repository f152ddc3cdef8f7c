import type { Problems } from '../bytes/problem.ts';
import type { Source } from '../bytes/source.ts';
import { DBG_SLOTS } from '../formats/pdb/dbi.ts';
import type { PdbFrameRecord } from '../formats/pdb/frame-record.ts';
import { injectedFiles } from '../formats/pdb/injected-source.ts';
import { inlineRanges } from '../formats/pdb/inline-annotations.ts';
import { isHiddenLine, type LineNumbers } from '../formats/pdb/line-numbers.ts';
import type { PdbModule } from '../formats/pdb/module-list.ts';
import type { ModuleStream, Pdb } from '../formats/pdb/pdb.ts';
import { sourceServer } from '../formats/pdb/source-server.ts';
import type { ParsedSymbol } from '../formats/pdb/symbol.ts';
import { closesScope, opensScope } from '../formats/pdb/symbol-kind.ts';
import type { SymbolRecord } from '../formats/pdb/symbol-record.ts';
import { symbolRecords } from '../formats/pdb/symbol-stream.ts';
import { PdbTable } from './pdb.ts';
import type { DumpRecord } from './pdb-dump-record.ts';
import { PdbDumpSymbols } from './pdb-dump-symbol.ts';
import { typeRecords } from './pdb-dump-type.ts';
import { fileName, inlineeName } from './pdb-inline.ts';
import type { PdbTypes } from './pdb-types.ts';

/** Kinds of records in the order of their appearance; `--kind` takes any of them. */
export const PDB_DUMP_KINDS = [
  'pdb',
  'section',
  'module',
  'contribution',
  'file',
  'public',
  'procedure',
  'thunk',
  'label',
  'block',
  'separated-code',
  'data',
  'local',
  'constant',
  'typedef',
  'inline',
  'export',
  'line',
  'inlinee',
  'type',
  'fpo',
  'frame-data',
  'omap',
  'injected',
  'source-server',
  'problem',
] as const;

class PdbDump {
  readonly #table: PdbTable;
  readonly #pdb: Pdb;
  readonly #types: PdbTypes | null;
  readonly #symbols: PdbDumpSymbols;
  readonly #problems: Problems;
  readonly #wanted: (kind: string) => boolean;
  constructor(table: PdbTable, wanted: (kind: string) => boolean) {
    this.#table = table;
    this.#pdb = table.pdb;
    this.#types = table.types;
    this.#symbols = new PdbDumpSymbols(table);
    this.#problems = table.pdb.problems;
    this.#wanted = wanted;
  }

  *records(): Generator<DumpRecord> {
    const wants = (...kinds: string[]) => kinds.some(this.#wanted);
    if (wants('pdb')) yield this.#head();
    if (wants('section')) yield* this.#sections();
    if (wants('module')) yield* this.#modules();
    if (wants('contribution')) yield* this.#contributions();
    if (wants('public', 'data', 'constant', 'typedef')) yield* this.#globals();
    if (wants(...PDB_DUMP_KINDS.slice(6, 19), 'file')) yield* this.#private();
    if (wants('type')) yield* this.#types === null ? [] : typeRecords(this.#types, this.#problems);
    if (wants('fpo')) for (const record of this.#pdb.fpo?.all() ?? []) yield this.#frame(record);
    if (wants('frame-data')) for (const record of this.#pdb.frameData?.all() ?? []) yield this.#frame(record);
    if (wants('omap')) yield* this.#omap();
    if (wants('injected')) {
      for (const { content, ...file } of injectedFiles(this.#pdb)) {
        yield { ...file, kind: 'injected', type: file.kind, storedSize: content?.size ?? null };
      }
    }
    if (wants('source-server')) yield* this.#sourceServer();
    // The file is judged by all that was read of it.
    if (wants('problem')) {
      for (const { code, message, structure, offset } of this.#problems.list) {
        yield { kind: 'problem', code, message, structure, offset };
      }
    }
  }

  #head(): DumpRecord {
    const { info, dbi, msf } = this.#pdb;
    return {
      kind: 'pdb',
      ...this.#table.identity,
      fileAge: info.age,
      machine: dbi?.machine ?? null,
      pageSize: msf.pageSize,
      streams: msf.streamCount,
      namedStreams: [...info.namedStreams.keys()],
      features: info.features,
      isStripped: dbi?.isStripped ?? null,
      debugStreams: DBG_SLOTS.filter((slot) => dbi?.debugStream(slot) != null),
    };
  }

  *#sections(): Generator<DumpRecord> {
    const original = this.#pdb.sections;
    for (const section of this.#pdb.imageSections.sections) yield { kind: 'section', ...section };
    if (original === this.#pdb.imageSections) return;
    for (const section of original.sections) yield { kind: 'section', ...section, isOriginal: true };
  }

  *#modules(): Generator<DumpRecord> {
    for (const module of this.#pdb.modules?.all() ?? []) {
      const { index, name, objectFile, stream, symbolBytes, c13Bytes, sourceFileCount } = module;
      yield { kind: 'module', name, index, objectFile, stream, symbolBytes, lineBytes: c13Bytes, sourceFileCount };
    }
  }

  *#contributions(): Generator<DumpRecord> {
    for (const piece of this.#pdb.contributions?.all() ?? []) {
      const rva = this.#table.rva(piece.section, piece.offset);
      yield { kind: 'contribution', rva, ...piece };
    }
  }

  #parse(record: SymbolRecord): ParsedSymbol | null {
    try {
      return record.parse();
    } catch (error) {
      this.#problems.catch(error, record.kindName, record.offset);
      return null;
    }
  }

  *#globals(): Generator<DumpRecord> {
    const records = this.#pdb.symbolRecords;
    if (records === null) return;
    for (const record of symbolRecords(records)) {
      const parsed = this.#parse(record);
      const out = parsed === null ? null : this.#symbols.record(parsed, null);
      if (out !== null && this.#wanted(out.kind)) yield out;
    }
  }

  *#private(): Generator<DumpRecord> {
    const streams = new Set<number>();
    for (const module of this.#pdb.modules?.all() ?? []) {
      if (module.stream === null) continue;
      if (streams.has(module.stream)) {
        this.#problems.add(
          'shared-stream',
          'MODI_60_Persist',
          null,
          `module ${module.index} has the stream of another module: it is listed once`,
        );
        continue;
      }
      streams.add(module.stream);
      const parts = this.#pdb.moduleStream(module);
      if (parts === null) continue;
      const lines = this.#pdb.lineNumbers(module);
      yield* this.#moduleSymbols(module, parts, lines);
      if (lines !== null) yield* this.#lines(module, lines);
    }
  }

  *#moduleSymbols(module: PdbModule, parts: ModuleStream, lines: LineNumbers | null): Generator<DumpRecord> {
    /** Enclosing scopes; the place of the procedure is what inline ranges count from. */
    const scopes: ({ readonly section: number; readonly offset: number; readonly name: string } | null)[] = [];
    for (const record of symbolRecords(parts.stream, 4, parts.symbolsEnd)) {
      const parsed = this.#parse(record);
      if (parsed === null) continue;
      const owner = scopes.findLast((scope) => scope !== null) ?? null;
      if (opensScope(record.kind)) {
        if (scopes.length < 1 << 12) scopes.push(parsed.is === 'procedure' ? parsed : null);
      } else if (closesScope(record.kind)) scopes.pop();
      if (parsed.is === 'inline-site') {
        if (this.#wanted('inline')) yield this.#inline(parsed, owner, module, lines);
        continue;
      }
      const out = this.#symbols.record(parsed, module);
      if (out !== null && this.#wanted(out.kind)) yield owner === null ? out : { ...out, procedure: owner.name };
    }
  }

  #inline(
    site: ParsedSymbol & { readonly is: 'inline-site' },
    owner: { readonly section: number; readonly offset: number; readonly name: string } | null,
    module: PdbModule,
    lines: LineNumbers | null,
  ): DumpRecord {
    const ranges = inlineRanges(site.annotations);
    const origin = lines?.inlinee(site.inlinee) ?? null;
    const start = owner === null ? null : this.#table.rva(owner.section, owner.offset);
    return {
      kind: 'inline',
      name: inlineeName(this.#pdb, lines, site.inlinee),
      id: site.inlinee,
      rva: start === null || ranges.length === 0 ? null : start + ranges[0]!.start,
      procedure: owner?.name ?? null,
      module: module.index,
      file: lines === null || origin === null ? null : fileName(this.#pdb, lines, origin.file),
      ranges: ranges.map((range) => ({
        rva: start === null ? null : start + range.start,
        size: range.end - range.start,
        line: origin === null ? null : origin.line + range.lineOffset,
      })),
    };
  }

  *#lines(module: PdbModule, lines: LineNumbers): Generator<DumpRecord> {
    if (this.#wanted('file')) {
      for (const file of lines.files()) {
        yield {
          kind: 'file',
          name: this.#pdb.strings.text(file.nameOffset),
          module: module.index,
          algorithm: file.algorithm,
          checksum: digits(file.checksum),
        };
      }
    }
    if (this.#wanted('line')) {
      for (const { section, offset, size, line, endLine, column, endColumn, isStatement, file } of lines.all()) {
        yield {
          kind: 'line',
          name: fileName(this.#pdb, lines, file),
          rva: this.#table.rva(section, offset),
          size,
          line: isHiddenLine(line) ? null : line,
          endLine: isHiddenLine(line) ? null : endLine,
          column,
          endColumn,
          isStatement,
          section,
          offset,
          module: module.index,
        };
      }
    }
    if (this.#wanted('inlinee')) {
      for (const [id, { file, line }] of lines.inlinees()) {
        const name = inlineeName(this.#pdb, lines, id);
        yield { kind: 'inlinee', name, id, file: fileName(this.#pdb, lines, file), line, module: module.index };
      }
    }
  }

  #frame(record: PdbFrameRecord): DumpRecord {
    const { kind, rva, codeSize, programOffset, ...rest } = record;
    const image = this.#pdb.omapFromSource ? this.#pdb.omapFromSource.translate(rva) : rva;
    return {
      kind,
      rva: image,
      size: codeSize,
      ...rest,
      program: programOffset === null ? null : this.#pdb.strings.text(programOffset),
    };
  }

  *#omap(): Generator<DumpRecord> {
    const { omapFromSource, omapToSource } = this.#pdb;
    for (const record of omapToSource?.all() ?? []) {
      yield { kind: 'omap', direction: 'to-source', rva: record.rva, to: record.rvaTo };
    }
    for (const record of omapFromSource?.all() ?? []) {
      yield { kind: 'omap', direction: 'from-source', rva: record.rva, to: record.rvaTo };
    }
  }

  *#sourceServer(): Generator<DumpRecord> {
    const server = sourceServer(this.#pdb);
    if (server === null) return;
    const { variables, files, sourceLink } = server;
    yield { kind: 'source-server', variables: Object.fromEntries(variables), sourceLink };
    for (const { path, fields } of files) yield { kind: 'source-server', name: path, fields };
  }
}

function digits(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * All that a PDB holds, one JSON-able record at a time, in the order of PDB_DUMP_KINDS; `kinds` leaves out what is not
 * asked for, unread. Throws FormatError at once when the file is no program database.
 */
export function dumpPdb(source: Source, kinds: readonly string[] | null = null): Iterable<DumpRecord> {
  const wanted = kinds === null ? () => true : (kind: string) => kinds.includes(kind);
  return new PdbDump(new PdbTable(source, 'dump'), wanted).records();
}
