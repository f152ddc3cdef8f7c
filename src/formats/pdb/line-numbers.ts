import type { Problems } from '../../bytes/problem.ts';
import { type Source, viewOf } from '../../bytes/source.ts';
import { RecordReader } from './record-reader.ts';

/** C13 subsections of a module's stream; cvinfo.h DEBUG_S_SUBSECTION_TYPE. */
export const DEBUG_S_LINES = 0xf2;
export const DEBUG_S_FILECHKSMS = 0xf4;
export const DEBUG_S_INLINEELINES = 0xf6;
const DEBUG_S_CROSSSCOPEIMPORTS = 0xf7;
const DEBUG_S_CROSSSCOPEEXPORTS = 0xf8;
/** Set in the type of a subsection that readers shall ignore. */
const DEBUG_S_IGNORE = 0x8000_0000;

/** A line number that means "no source": compilers mark code that a debugger shall step over or through. */
export function isHiddenLine(line: number): boolean {
  return line === 0xfe_efee || line === 0xf0_0f00;
}

/** A source file of a module with its checksum. */
export interface FileChecksum {
  /** Offset of the name in `/names`. */
  readonly nameOffset: number;
  readonly algorithm: 'none' | 'MD5' | 'SHA1' | 'SHA256' | 'unknown';
  readonly checksum: Uint8Array;
}

/** One line record: code from `offset` of its section up to the next record belongs to `line`. */
export interface LineRecord {
  readonly section: number;
  readonly offset: number;
  /** Bytes up to the next record of the block, or to the end of the fragment. */
  readonly size: number;
  readonly line: number;
  readonly endLine: number;
  readonly isStatement: boolean;
  /** 0 when the file keeps no columns. */
  readonly column: number;
  readonly endColumn: number;
  /** Offset of the file in the module's checksum subsection. */
  readonly file: number;
}

/** Where the source of an inlined function starts. */
export interface InlineeLine {
  readonly file: number;
  readonly line: number;
}

/** Ids that a module takes from another one, which link-time code generation leaves behind. */
export interface CrossImport {
  /** Offset of the other module's name in `/names`. */
  readonly nameOffset: number;
  /** The other module's own numbers. */
  readonly ids: readonly number[];
}

interface Fragment {
  readonly section: number;
  readonly offset: number;
  readonly size: number;
  readonly hasColumns: boolean;
  /** Position of the blocks, and their bytes. */
  readonly at: number;
  readonly length: number;
}

const ALGORITHMS = ['none', 'MD5', 'SHA1', 'SHA256'] as const;

/** The C13 line information of one module, indexed by fragment when opened; records are decoded when asked for. */
export class LineNumbers {
  readonly #source: Source;
  readonly #fragments: Fragment[] = [];
  #checksums: Uint8Array = new Uint8Array(0);
  readonly #inlinees = new Map<number, InlineeLine>();
  /** Imports from other modules, in the order that decorated ids count them. */
  readonly imports: CrossImport[] = [];
  /** The module's own numbers that others import, with the indices in TPI or IPI that they became. */
  readonly exports = new Map<number, number>();

  /** `source` is the C13 part of the module's stream. */
  constructor(source: Source, problems: Problems, module: string) {
    this.#source = source;
    let at = 0;
    while (at + 8 <= source.size) {
      const head = viewOf(source.read(at, 8));
      const type = head.getUint32(0, true);
      let length = head.getUint32(4, true);
      if (at + 8 + length > source.size) {
        problems.add('truncated', 'DEBUG_S', at, `the line information of ${module} ends inside a subsection`);
        length = source.size - at - 8;
      }
      try {
        if ((type & DEBUG_S_IGNORE) === 0) this.#subsection(type, at + 8, length);
      } catch (error) {
        problems.catch(error, 'DEBUG_S', at);
      }
      at += 8 + ((length + 3) & ~3);
    }
    this.#fragments.sort((a, b) => a.section - b.section || a.offset - b.offset);
  }

  #subsection(type: number, at: number, length: number): void {
    if (type === DEBUG_S_FILECHKSMS) {
      if (this.#checksums.length === 0) this.#checksums = this.#source.read(at, length);
    } else if (type === DEBUG_S_LINES) {
      const reader = new RecordReader(this.#source.read(at, 12), 'CV_DebugSLinesHeader_t');
      const offset = reader.u32();
      const section = reader.u16();
      const flags = reader.u16();
      const size = reader.u32();
      this.#fragments.push({
        section,
        offset,
        size,
        hasColumns: (flags & 1) !== 0,
        at: at + 12,
        length: Math.max(0, length - 12),
      });
    } else if (type === DEBUG_S_INLINEELINES) {
      const reader = new RecordReader(this.#source.read(at, length), 'CV_InlineeSourceLine');
      const extended = reader.u32() === 1;
      while (reader.left >= 12) {
        const inlinee = reader.u32();
        const file = reader.u32();
        const line = reader.u32();
        if (extended) reader.skip(reader.u32() * 4);
        if (!this.#inlinees.has(inlinee)) this.#inlinees.set(inlinee, { file, line });
      }
    } else if (type === DEBUG_S_CROSSSCOPEIMPORTS) {
      const reader = new RecordReader(this.#source.read(at, length), 'CrossScopeReferences');
      while (reader.left >= 8) {
        const nameOffset = reader.u32();
        const count = reader.u32();
        const ids: number[] = [];
        while (ids.length < count && reader.left >= 4) ids.push(reader.u32());
        this.imports.push({ nameOffset, ids });
      }
    } else if (type === DEBUG_S_CROSSSCOPEEXPORTS) {
      const reader = new RecordReader(this.#source.read(at, length), 'LocalIdAndGlobalIdPair');
      while (reader.left >= 8) this.exports.set(reader.u32(), reader.u32());
    }
  }

  /** The checksum entry at `offset` of the checksum subsection, or null. */
  file(offset: number): FileChecksum | null {
    const bytes = this.#checksums;
    if (!(offset >= 0) || offset + 6 > bytes.length) return null;
    const size = bytes[offset + 4]!;
    return {
      nameOffset: viewOf(bytes).getUint32(offset, true),
      algorithm: ALGORITHMS[bytes[offset + 5]!] ?? 'unknown',
      checksum: bytes.subarray(offset + 6, offset + 6 + size),
    };
  }

  /** All source files of the module. */
  *files(): Generator<FileChecksum> {
    for (let at = 0; at + 6 <= this.#checksums.length; ) {
      const file = this.file(at);
      if (file === null) return;
      yield file;
      at = (at + 6 + this.#checksums[at + 4]! + 3) & ~3;
    }
  }

  /** Where the function with this IPI index begins in its source, as this module saw it. */
  inlinee(id: number): InlineeLine | null {
    return this.#inlinees.get(id) ?? null;
  }

  /** All inlinees of the module by IPI index. */
  inlinees(): ReadonlyMap<number, InlineeLine> {
    return this.#inlinees;
  }

  *#records(fragment: Fragment): Generator<LineRecord> {
    const bytes = this.#source.read(fragment.at, fragment.length);
    const view = viewOf(bytes);
    let at = 0;
    while (at + 12 <= bytes.length) {
      const file = view.getUint32(at, true);
      const claimed = view.getUint32(at + 4, true);
      const size = view.getUint32(at + 8, true);
      const room = Math.min(size, bytes.length - at) - 12;
      const count = Math.min(claimed, Math.max(0, Math.floor(room / (fragment.hasColumns ? 12 : 8))));
      const columns = at + 12 + count * 8;
      for (let index = 0; index < count; index++) {
        const here = at + 12 + index * 8;
        const start = view.getUint32(here, true);
        const bits = view.getUint32(here + 4, true);
        const end = index + 1 < count ? view.getUint32(here + 8, true) : fragment.size;
        const line = bits & 0xff_ffff;
        yield {
          section: fragment.section,
          offset: fragment.offset + start,
          size: Math.max(0, end - start),
          line,
          endLine: line + ((bits >>> 24) & 0x7f),
          isStatement: bits >>> 31 === 1,
          column: fragment.hasColumns ? view.getUint16(columns + index * 4, true) : 0,
          endColumn: fragment.hasColumns ? view.getUint16(columns + index * 4 + 2, true) : 0,
          file,
        };
      }
      if (size < 12) return;
      at += size;
    }
  }

  /**
   * The line record that covers `section:offset`, or null. A function whose lines come from several files has several
   * blocks; the record that starts nearest before the address is the right one.
   */
  at(section: number, offset: number): LineRecord | null {
    let low = 0;
    let high = this.#fragments.length - 1;
    let last = -1;
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const fragment = this.#fragments[middle]!;
      if (fragment.section < section || (fragment.section === section && fragment.offset <= offset)) {
        last = middle;
        low = middle + 1;
      } else high = middle - 1;
    }
    for (let index = last; index >= 0 && index > last - 16; index--) {
      const fragment = this.#fragments[index]!;
      if (fragment.section !== section) return null;
      if (offset >= fragment.offset + fragment.size) continue;
      let best: LineRecord | null = null;
      for (const record of this.#records(fragment)) {
        if (record.offset <= offset && (best === null || record.offset >= best.offset)) best = record;
      }
      if (best !== null) return best;
    }
    return null;
  }

  /** All line records, fragment by fragment in address order. */
  *all(): Generator<LineRecord> {
    for (const fragment of this.#fragments) yield* this.#records(fragment);
  }
}
