import { FormatError } from '../../bytes/errors.ts';
import { countWithin } from '../../bytes/limits.ts';
import type { Problems } from '../../bytes/problem.ts';
import { type Source, viewOf } from '../../bytes/source.ts';
import { struct, u32 } from '../../bytes/struct.ts';
import { PageRuns, PageSource } from './page-source.ts';

/** The superblock after its 32 bytes of magic; microsoft-pdb msf.cpp BIGMSF_HDR, LLVM "The MSF File Format". */
export const BIGMSF_HDR = struct('BIGMSF_HDR', 52, {
  /** Bytes in a page. */
  cbPg: [32, u32],
  /** Page number of the free page map in use, 1 or 2. */
  pnFpm: [36, u32],
  /** Pages in the file. */
  pnMac: [40, u32],
  /** Bytes in the stream directory. */
  cbDirectory: [44, u32],
});

const MAGIC_700 = 'Microsoft C/C++ MSF 7.00\r\n\x1aDS\0\0\0';
const MAGIC_200 = 'Microsoft C/C++ program database 2.00\r\n\x1aJG\0\0';
/** Where the list of pages that hold the directory's own page list starts. */
const ROOT_LIST = 52;
const NIL = 0xffff_ffff;

function startsWith(bytes: Uint8Array, text: string): boolean {
  return bytes.length >= text.length && [...text].every((char, index) => bytes[index] === char.charCodeAt(0));
}

/** What kind of program database a file's first bytes announce; null when it is none. */
export function pdbFlavour(source: Source): 'msf-7.00' | 'msf-2.00' | 'portable' | null {
  const head = source.read(0, 48);
  if (startsWith(head, MAGIC_700)) return 'msf-7.00';
  if (startsWith(head, 'Microsoft C/C++ program database ')) return 'msf-2.00';
  if (startsWith(head, 'BSJB')) return 'portable';
  return null;
}

function refuse(source: Source): FormatError {
  const flavour = pdbFlavour(source);
  if (flavour === 'msf-2.00') {
    const exact = startsWith(source.read(0, 48), MAGIC_200);
    return new FormatError(
      'MSF_HDR',
      0,
      `this is a program database in the MSF 2.00 format of Visual C++ 6 and earlier${exact ? '' : ' (or a damaged one)'}, which is not read; only MSF 7.00 (Visual Studio .NET 2002 and later) is`,
    );
  }
  if (flavour === 'portable') {
    return new FormatError(
      'BSJB',
      0,
      'this is a portable PDB (managed .NET code only): it holds no native symbols or types; a Windows PDB of the same module is needed for native frames',
    );
  }
  if (startsWith(source.read(0, 4), 'MSCF')) {
    return new FormatError('BIGMSF_HDR', 0, 'this is a compressed file (a cabinet, .pd_): expand it first');
  }
  return new FormatError('BIGMSF_HDR', 0, 'not a program database: the MSF 7.00 signature is missing');
}

/**
 * A multi-stream file (MSF 7.00). Opening it reads the superblock and the sizes of the streams; a stream's page list is
 * read when the stream is asked for, and its pages when bytes of them are.
 */
export class Msf {
  readonly pageSize: number;
  readonly problems: Problems;
  readonly #source: Source;
  readonly #directory: Source;
  readonly #sizes: Uint32Array;
  /** Directory offset of each stream's page list; computed once, no page list is read for it. */
  readonly #lists: Float64Array;
  readonly #open = new Map<number, Source | null>();
  /** One bit per page of the file: pages already handed to a stream, so that no page is ever read as two streams. */
  readonly #owned: Uint8Array;

  constructor(source: Source, problems: Problems) {
    if (pdbFlavour(source) !== 'msf-7.00') throw refuse(source);
    const header = BIGMSF_HDR.read(source, 0);
    const pageSize = header.cbPg;
    if (pageSize < 512 || pageSize > 1 << 17 || (pageSize & (pageSize - 1)) !== 0) {
      throw new FormatError('BIGMSF_HDR', 32, `the page size ${pageSize} is not a power of two between 512 and 131072`);
    }
    this.pageSize = pageSize;
    this.problems = problems;
    this.#source = source;
    if (header.pnMac * pageSize > source.size) {
      problems.add(
        'truncated',
        'BIGMSF_HDR',
        40,
        `the file should have ${header.pnMac} pages of ${pageSize} bytes, but has only ${source.size} bytes: what lies beyond is missing`,
      );
    }
    this.#owned = new Uint8Array((Math.ceil(source.size / pageSize) + 7) >>> 3);
    this.#directory = this.#openDirectory(header.cbDirectory);

    const count = countWithin(
      viewOf(this.#directory.read(0, 4)).getUint32(0, true),
      4,
      this.#directory.size - 4,
      problems,
      'MSF directory',
      0,
    );
    const sizes = this.#directory.read(4, count * 4);
    const view = viewOf(sizes);
    this.#sizes = new Uint32Array(sizes.length >>> 2);
    this.#lists = new Float64Array(this.#sizes.length);
    let list = 4 + count * 4;
    for (let index = 0; index < this.#sizes.length; index++) {
      const size = view.getUint32(index * 4, true);
      this.#sizes[index] = size === NIL ? 0 : size;
      this.#lists[index] = list;
      list += Math.ceil(this.#sizes[index]! / pageSize) * 4;
    }
    if (list > this.#directory.size) {
      problems.add(
        'bad-count',
        'MSF directory',
        null,
        `the stream sizes need a directory of ${list} bytes, but it has ${this.#directory.size}: the last streams are cut`,
      );
    }
  }

  /**
   * The directory is itself paged twice over: the superblock lists the pages that list its pages. One page of numbers
   * is enough for directories up to page size squared over four; larger files (above about 4 GB) need several.
   */
  #openDirectory(size: number): Source {
    const pages = countWithin(
      Math.ceil(size / this.pageSize),
      this.pageSize,
      this.#source.size,
      this.problems,
      'MSF directory',
      44,
    );
    const listPages = Math.ceil((pages * 4) / this.pageSize);
    const rootList = this.#source.read(ROOT_LIST, Math.min(listPages * 4, this.pageSize - ROOT_LIST));
    const roots = this.#runs(rootList, 'MSF directory page list', true);
    const list = new PageSource(this.#source, roots, this.pageSize, pages * 4);
    const runs = this.#runs(list.read(0, pages * 4), 'MSF directory', true);
    const directory = new PageSource(this.#source, runs, this.pageSize, size);
    if (directory.size < 4) {
      throw new FormatError('MSF directory', 44, 'the stream directory cannot be read: its pages lie outside the file');
    }
    return directory;
  }

  /** Page numbers as runs of consecutive pages, cut at the first page that is outside the file or already taken. */
  #runs(numbers: Uint8Array, structure: string, exclusive: boolean): PageRuns {
    const view = viewOf(numbers);
    const runs = new PageRuns();
    const pages = Math.ceil(this.#source.size / this.pageSize);
    for (let at = 0; at + 4 <= numbers.length; at += 4) {
      const page = view.getUint32(at, true);
      if (page >= pages) {
        this.problems.add(
          'out-of-bounds',
          structure,
          null,
          `page ${page} of ${structure} is outside the file of ${pages} pages: the rest of it is missing`,
        );
        break;
      }
      const bit = 1 << (page & 7);
      if (exclusive) {
        if (this.#owned[page >>> 3]! & bit) {
          this.problems.add(
            'shared-page',
            structure,
            null,
            `page ${page} of ${structure} already belongs to a stream: the page list is damaged, the rest of it is ignored`,
          );
          break;
        }
        this.#owned[page >>> 3]! |= bit;
      }
      runs.add(page);
    }
    return runs;
  }

  get streamCount(): number {
    return this.#sizes.length;
  }

  /** The directory's size of stream `index` in bytes; 0 for streams that do not exist. */
  streamSize(index: number): number {
    return this.#sizes[index] ?? 0;
  }

  /** Stream `index` as a source, or null when there is no such stream or it is empty. 0xFFFF means none by convention. */
  stream(index: number): Source | null {
    if (!(index >= 0) || index >= this.#sizes.length || index === 0xffff) return null;
    const known = this.#open.get(index);
    if (known !== undefined) return known;
    const size = this.#sizes[index]!;
    let stream: Source | null = null;
    if (size > 0) {
      const pages = Math.ceil(size / this.pageSize);
      const numbers = this.#directory.read(this.#lists[index]!, pages * 4);
      // Stream 0 is the previous directory, whose pages a later commit may have given to others.
      const runs = this.#runs(numbers, `MSF stream ${index}`, index !== 0);
      stream = new PageSource(this.#source, runs, this.pageSize, size);
      if (stream.size < size) {
        this.problems.add(
          'truncated',
          `MSF stream ${index}`,
          null,
          `stream ${index} should have ${size} bytes, of which ${stream.size} can be read`,
        );
      }
      if (stream.size === 0) stream = null;
    }
    this.#open.set(index, stream);
    return stream;
  }
}
