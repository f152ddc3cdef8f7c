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
import { closesScope, opensScope } from '../formats/pdb/symbol-kind.ts';
import type { ParsedSymbol, SymbolRecord } from '../formats/pdb/symbol-record.ts';
import { symbolRecords } from '../formats/pdb/symbol-stream.ts';
import type { UdtRecord } from '../formats/pdb/type-record.ts';
import { PdbTable, publicName } from './pdb.ts';
import { fileName, functionIdName, inlineeName } from './pdb-inline.ts';
import type { PdbTypes } from './pdb-types.ts';

/** One record of a symbol file as JSON-able data: a kind, a name and an RVA where it has them, and what the kind holds. */
export interface DumpRecord {
  readonly kind: string;
  readonly name?: string | null;
  readonly rva?: number | null;
  readonly size?: number;
  readonly [more: string]: unknown;
}

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
  readonly #problems: Problems;
  readonly #wanted: (kind: string) => boolean;
  constructor(table: PdbTable, wanted: (kind: string) => boolean) {
    this.#table = table;
    this.#pdb = table.pdb;
    this.#types = table.types;
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
    if (wants('type')) yield* this.#definitions();
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

  #typeName(index: number): string | null {
    return index === 0 ? null : (this.#types?.names.name(index) ?? null);
  }

  *#globals(): Generator<DumpRecord> {
    const records = this.#pdb.symbolRecords;
    if (records === null) return;
    for (const record of symbolRecords(records)) {
      const parsed = this.#parse(record);
      const out = parsed === null ? null : this.#symbol(parsed, null);
      if (out !== null && this.#wanted(out.kind)) yield out;
    }
  }

  /** One symbol with fields of its own; null for records that only structure others. */
  #symbol(parsed: ParsedSymbol, module: PdbModule | null): DumpRecord | null {
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
          type: parsed.isId ? functionIdName(this.#pdb, parsed.type) : this.#typeName(parsed.type),
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
      const out = this.#symbol(parsed, module);
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

  *#definitions(): Generator<DumpRecord> {
    const types = this.#types;
    if (types === null) return;
    for (const { index, record } of types.definitions()) {
      yield record.flavour === 'enum' ? this.#enumeration(types, index, record) : this.#structure(types, index, record);
    }
  }

  #enumeration(types: PdbTypes, index: number, record: UdtRecord): DumpRecord {
    const values: { name: string; value: number | string }[] = [];
    for (const member of types.members(record.fields)) {
      if (member.is !== 'enumerate') continue;
      values.push({ name: member.name, value: jsonInteger(types.enumValue(record, member.value)) });
    }
    const size = types.sizeOf(record.underlying);
    const type = types.names.name(record.underlying);
    return { kind: 'type', name: record.name, size, flavour: 'enum', index, type, fields: [], values };
  }

  #structure(types: PdbTypes, index: number, record: UdtRecord): DumpRecord {
    const fields: object[] = [];
    const bases: object[] = [];
    const statics: object[] = [];
    const methods: object[] = [];
    const nested: object[] = [];
    for (const member of types.members(record.fields)) {
      switch (member.is) {
        case 'member': {
          const bits = types.parsed(member.type);
          fields.push({
            name: member.name,
            offset: member.offset,
            type: types.names.name(bits?.is === 'bitfield' ? bits.base : member.type),
            size: types.sizeOf(member.type),
            bit: bits?.is === 'bitfield' ? bits.position : null,
            bits: bits?.is === 'bitfield' ? bits.length : null,
          });
          break;
        }
        case 'base':
          bases.push({ name: types.names.name(member.type), offset: member.offset });
          break;
        case 'virtual-base':
          bases.push({
            name: types.names.name(member.type),
            offset: null,
            isVirtual: true,
            isIndirect: member.isIndirect,
            pointerOffset: member.pointerOffset,
            tableIndex: member.tableOffset,
          });
          break;
        case 'vtable-pointer':
          fields.push({
            name: '__VFN_table',
            offset: member.offset,
            type: types.names.name(member.type),
            size: types.sizeOf(member.type),
            bit: null,
            bits: null,
          });
          break;
        case 'static-member':
          statics.push({ name: member.name, type: types.names.name(member.type) });
          break;
        case 'method':
          methods.push({ name: member.name, type: types.names.name(member.type), vtableOffset: member.vtableOffset });
          break;
        case 'methods': {
          const list = types.parsed(member.list);
          for (const method of list?.is === 'method-list' ? list.methods : []) {
            methods.push({ name: member.name, type: types.names.name(method.type), vtableOffset: method.vtableOffset });
          }
          break;
        }
        case 'nested':
          nested.push({ name: member.name, type: types.names.name(member.type) });
          break;
        default:
      }
    }
    return {
      kind: 'type',
      name: record.name,
      size: record.size,
      flavour: record.flavour,
      index,
      uniqueName: record.uniqueName,
      fields,
      bases,
      statics,
      methods,
      nested,
    };
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

function jsonInteger(value: bigint): number | string {
  return value >= -0x1fffffffffffffn && value <= 0x1fffffffffffffn ? Number(value) : value.toString();
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
