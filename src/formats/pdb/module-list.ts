import type { Problems } from '../../bytes/problem.ts';
import { type Source, viewOf } from '../../bytes/source.ts';
import { struct, u16, u32 } from '../../bytes/struct.ts';
import { decodeName } from './record-reader.ts';

/** One module (compiland) of the DBI stream before its two names; microsoft-pdb dbi.h MODI_60_Persist. */
export const MODI_60_Persist = struct('MODI_60_Persist', 64, {
  /** Stream of the module's symbols and lines, 0xFFFF for none. */
  sn: [34, u16],
  cbSyms: [36, u32],
  cbLines: [40, u32],
  cbC13Lines: [44, u32],
  ifileMac: [48, u16],
});

/** A compiland: what was linked from one object file. */
export interface PdbModule {
  /** 0-based; section contributions use it, symbol references use it plus one. */
  readonly index: number;
  /** The object file, `Import:KERNEL32.dll`, `* Linker *` ... */
  readonly name: string;
  /** The library or object file that it came from. */
  readonly objectFile: string;
  /** Null when the module has no private symbols. */
  readonly stream: number | null;
  readonly symbolBytes: number;
  readonly c11Bytes: number;
  readonly c13Bytes: number;
  readonly sourceFileCount: number;
}

const CHUNK = 16 << 10;

/** The modules of a PDB. Records have no fixed size, so reaching one reads those before it, once. */
export class ModuleList {
  readonly #source: Source;
  readonly #problems: Problems;
  /** Offset of each record found so far. */
  readonly #offsets: number[] = [];
  #next = 0;
  #bytes: Uint8Array = new Uint8Array(0);
  #base = 0;
  constructor(source: Source, problems: Problems) {
    this.#source = source;
    this.#problems = problems;
  }

  /** Bytes from `at` on, in chunks, so that many small records cost one read. */
  #window(at: number, length: number): Uint8Array {
    if (at < this.#base || at + length > this.#base + this.#bytes.length) {
      this.#bytes = this.#source.read(at, Math.max(length, CHUNK));
      this.#base = at;
    }
    return this.#bytes.subarray(at - this.#base, at - this.#base + length);
  }

  /** Where the record after the one at `at` starts, or null when it is cut. */
  #end(at: number): number | null {
    if (at + MODI_60_Persist.size > this.#source.size) return null;
    let from = at + MODI_60_Persist.size;
    for (let nul = 0; nul < 2; nul++) {
      for (let length = 512; ; length *= 4) {
        const bytes = this.#window(from, Math.min(length, this.#source.size - from));
        const found = bytes.indexOf(0);
        if (found >= 0) {
          from += found + 1;
          break;
        }
        if (from + length >= this.#source.size) return null;
      }
    }
    return (from + 3) & ~3;
  }

  #advance(): boolean {
    if (this.#next >= this.#source.size) return false;
    const end = this.#end(this.#next);
    if (end === null) {
      this.#problems.add('truncated', 'MODI_60_Persist', this.#next, 'the module list ends inside a record');
      this.#next = this.#source.size;
      return false;
    }
    this.#offsets.push(this.#next);
    this.#next = end;
    return true;
  }

  /** Module `index` (0-based), or null when there is none. */
  module(index: number): PdbModule | null {
    while (this.#offsets.length <= index) if (!this.#advance()) return null;
    const at = this.#offsets[index];
    if (at === undefined) return null;
    const end = this.#end(at) ?? this.#source.size;
    const bytes = this.#window(at, end - at);
    const head = MODI_60_Persist.view(viewOf(bytes));
    const nameEnd = bytes.indexOf(0, MODI_60_Persist.size);
    const objectEnd = bytes.indexOf(0, nameEnd + 1);
    return {
      index,
      name: decodeName(bytes, MODI_60_Persist.size, nameEnd),
      objectFile: decodeName(bytes, nameEnd + 1, objectEnd < 0 ? bytes.length : objectEnd),
      stream: head.sn === 0xffff ? null : head.sn,
      symbolBytes: head.cbSyms,
      c11Bytes: head.cbLines,
      c13Bytes: head.cbC13Lines,
      sourceFileCount: head.ifileMac,
    };
  }

  /** All modules in order. */
  *all(): Generator<PdbModule> {
    for (let index = 0; ; index++) {
      const module = this.module(index);
      if (module === null) return;
      yield module;
    }
  }
}
