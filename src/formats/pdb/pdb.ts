import { FormatError } from '../../bytes/errors.ts';
import { Problems } from '../../bytes/problem.ts';
import { SliceSource, type Source, viewOf } from '../../bytes/source.ts';
import { Dbi, type DebugSlot } from './dbi.ts';
import { FrameTable } from './frame-record.ts';
import { type PdbInfo, readInfo } from './info.ts';
import { LineNumbers } from './line-numbers.ts';
import { ModuleList, type PdbModule } from './module-list.ts';
import { Msf } from './msf.ts';
import { Omap } from './omap.ts';
import { PublicSymbols } from './public-symbols.ts';
import { SectionTable } from './section.ts';
import { ContributionTable } from './section-contribution.ts';
import { StringTable } from './string-table.ts';
import { SymbolHash } from './symbol-hash.ts';
import { TypeStream } from './type-stream.ts';

const INFO = 1;
const TPI = 2;
const DBI = 3;
const IPI = 4;

/** The parts of a module's stream: symbols from offset 4 to `symbolsEnd`, and C13 lines. */
export interface ModuleStream {
  readonly stream: Source;
  readonly symbolsEnd: number;
  readonly lines: Source;
}

/**
 * A program database (MSF 7.00). Opening reads the superblock, the directory's sizes and the information stream; every
 * other part is opened when first asked for and answers `null` when the file has none. Damage becomes `problems`.
 */
export class Pdb {
  readonly msf: Msf;
  readonly info: PdbInfo;
  readonly problems: Problems;
  readonly #parts = new Map<string, unknown>();

  /** Throws FormatError when the file is no MSF 7.00 program database, and says what it is instead. */
  constructor(source: Source, problems = new Problems()) {
    this.problems = problems;
    this.msf = new Msf(source, problems);
    const info = this.msf.stream(INFO);
    if (info === null) throw new FormatError('PDBStream70', null, 'the program database has no information stream');
    this.info = readInfo(info, problems);
    if (this.isFastLink) {
      problems.add(
        'fastlink-pdb',
        'PDBStream70',
        null,
        'this PDB was linked with /DEBUG:FASTLINK: most symbols, types and lines stayed in the object files of the machine that built it; mspdbcmf.exe there makes a full PDB',
      );
    }
  }

  /** A part is opened once; one that cannot be opened is a problem and null. */
  #part<T>(name: string, open: () => T | null): T | null {
    if (this.#parts.has(name)) return this.#parts.get(name) as T | null;
    let part: T | null = null;
    try {
      part = open();
    } catch (error) {
      this.problems.catch(error, name, null);
    }
    this.#parts.set(name, part);
    return part;
  }

  get isFastLink(): boolean {
    return this.info.features.includes('MinimalDebugInfo');
  }

  get dbi(): Dbi | null {
    return this.#part('DBI stream', () => {
      const stream = this.msf.stream(DBI);
      return stream === null ? null : new Dbi(stream, this.problems);
    });
  }

  /** GUID, age and signature that an image's CodeView record must match: the age is DBI's where there is one. */
  get identity(): { readonly guid: string; readonly age: number; readonly signature: number } {
    return { guid: this.info.guid, age: this.dbi?.age ?? this.info.age, signature: this.info.signature };
  }

  get modules(): ModuleList | null {
    return this.#part('module list', () => (this.dbi ? new ModuleList(this.dbi.modules, this.problems) : null));
  }

  get contributions(): ContributionTable | null {
    return this.#part('section contributions', () =>
      this.dbi ? new ContributionTable(this.dbi.sectionContributions, this.problems) : null,
    );
  }

  debugStream(slot: DebugSlot): Source | null {
    const index = this.dbi?.debugStream(slot) ?? null;
    return index === null ? null : this.msf.stream(index);
  }

  /** Sections of the image as it is on disk. */
  get imageSections(): SectionTable {
    return this.#part(
      'section headers',
      () => new SectionTable(this.debugStream('sectionHeaders'), this.problems),
    ) as SectionTable;
  }

  /** Sections that symbols are relative to: the original ones when a post-link tool rearranged the image. */
  get sections(): SectionTable {
    return this.#part('original section headers', () => {
      const original = this.debugStream('originalSectionHeaders');
      return original === null ? this.imageSections : new SectionTable(original, this.problems);
    }) as SectionTable;
  }

  get omapToSource(): Omap | null {
    return this.#part('OMAP to source', () => {
      const stream = this.debugStream('omapToSource');
      return stream === null ? null : new Omap(stream);
    });
  }

  get omapFromSource(): Omap | null {
    return this.#part('OMAP from source', () => {
      const stream = this.debugStream('omapFromSource');
      return stream === null ? null : new Omap(stream);
    });
  }

  get fpo(): FrameTable | null {
    return this.#part('FPO_DATA', () => {
      const stream = this.debugStream('fpo');
      return stream === null ? null : new FrameTable('fpo', stream);
    });
  }

  get frameData(): FrameTable | null {
    return this.#part('FRAMEDATA', () => {
      const stream = this.debugStream('newFpo');
      return stream === null ? null : new FrameTable('frame-data', stream);
    });
  }

  /** All public and global symbol records, which the hashes refer to. */
  get symbolRecords(): Source | null {
    return this.dbi === null ? null : this.msf.stream(this.dbi.symbolRecordsStream);
  }

  get publics(): PublicSymbols | null {
    return this.#part('public symbols', () => {
      const stream = this.dbi ? this.msf.stream(this.dbi.publicsStream) : null;
      const records = this.symbolRecords;
      return stream && records ? new PublicSymbols(stream, records, this.isFastLink, this.problems) : null;
    });
  }

  get globals(): SymbolHash | null {
    return this.#part('global symbols', () => {
      const stream = this.dbi ? this.msf.stream(this.dbi.globalsStream) : null;
      const records = this.symbolRecords;
      return stream && records ? new SymbolHash(stream, 0, records, this.isFastLink, this.problems) : null;
    });
  }

  get types(): TypeStream | null {
    return this.#part('TPI stream', () => {
      const stream = this.msf.stream(TPI);
      return stream === null ? null : new TypeStream(stream, (index) => this.msf.stream(index), this.problems);
    });
  }

  get ids(): TypeStream | null {
    return this.#part('IPI stream', () => {
      // Toolsets before VC110 put ids among the types; stream 4 is then whatever came fourth.
      if (!this.info.features.some((feature) => feature === 'VC110' || feature === 'VC140')) return null;
      const stream = this.msf.stream(IPI);
      return stream === null ? null : new TypeStream(stream, (index) => this.msf.stream(index), this.problems);
    });
  }

  namedStream(name: string): Source | null {
    const index = this.info.namedStreams.get(name);
    return index === undefined ? null : this.msf.stream(index);
  }

  get strings(): StringTable {
    return this.#part('/names', () => new StringTable(this.namedStream('/names'), this.problems)) as StringTable;
  }

  /** The stream of a module, or null when it has no private symbols or the stream is damaged. */
  moduleStream(module: PdbModule): ModuleStream | null {
    if (module.stream === null) return null;
    const stream = this.msf.stream(module.stream);
    if (stream === null || stream.size < 4) return null;
    const signature = viewOf(stream.read(0, 4)).getUint32(0, true);
    if (signature !== 4 && module.symbolBytes > 0) {
      this.problems.add(
        'unsupported',
        'module symbols',
        0,
        `symbols of ${module.name} have the format ${signature}, not CodeView 8 (4): they are not read`,
      );
      return null;
    }
    const symbolsEnd = Math.min(Math.max(4, module.symbolBytes), stream.size);
    const linesAt = module.symbolBytes + module.c11Bytes;
    if (linesAt + module.c13Bytes > stream.size) {
      this.problems.add(
        'out-of-bounds',
        'MODI_60_Persist',
        null,
        `module ${module.index} claims ${linesAt + module.c13Bytes} bytes of a stream of ${stream.size}: it is cut`,
      );
    }
    return { stream, symbolsEnd, lines: new SliceSource(stream, linesAt, module.c13Bytes) };
  }

  /** The line numbers of a module, or null when it has none. Not kept: callers keep what they need. */
  lineNumbers(module: PdbModule): LineNumbers | null {
    const parts = this.moduleStream(module);
    return parts === null || parts.lines.size === 0
      ? null
      : new LineNumbers(parts.lines, this.problems, `module ${module.index}`);
  }
}
