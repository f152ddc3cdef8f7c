import { hex } from '../../bytes/hex.ts';
import { countWithin } from '../../bytes/limits.ts';
import type { Problems } from '../../bytes/problem.ts';
import { type Source, viewOf } from '../../bytes/source.ts';
import { decodeUtf8, decodeUtf16 } from '../../bytes/text.ts';

/** Where a stream or a blob lies; `size` is what the file says, `available` what it holds. */
export interface Extent {
  readonly offset: number;
  readonly size: number;
  readonly available: number;
}

/** Records of a list that are proved to be inside the bytes read. */
export interface RecordTable {
  readonly view: DataView;
  readonly stride: number;
  readonly count: number;
}

/** UNICODE_STRING cannot hold more; paths, names and service packs never do. */
const LONGEST_STRING = 0xfffe;

/**
 * Bounded access to a minidump's bytes. Everything that is reached through an RVA is charged to a budget of a few times
 * the file's size, so that a million records that point at one long string cost no more than the file is worth.
 */
export class MinidumpFile {
  readonly source: Source;
  readonly problems: Problems;
  #budget: number;
  readonly #strings = new Map<number, string | null>();
  constructor(source: Source, problems: Problems) {
    this.source = source;
    this.problems = problems;
    this.#budget = source.size * 2 + (1 << 20);
  }

  #charge(size: number, structure: string, offset: number): boolean {
    if (this.#budget >= size) {
      this.#budget -= size;
      return true;
    }
    this.problems.add(
      'overlap',
      structure,
      offset,
      `records of this file point at more data than the file can hold without overlap; ${structure} at ${hex(offset)} and what follows are not read`,
    );
    return false;
  }

  /** The bytes from `offset` on, at most `length` and clipped to the file. */
  view(offset: number, length: number): DataView {
    return viewOf(this.source.read(offset, length));
  }

  extent(offset: number, size: number): Extent {
    return { offset, size, available: Math.max(0, Math.min(size, this.source.size - offset)) };
  }

  /** At most `most` bytes of a location descriptor's data; null when it is empty, outside the file or over budget. */
  blob(
    location: { readonly DataSize: number; readonly Rva: number },
    most: number,
    structure: string,
  ): Uint8Array | null {
    const { DataSize, Rva } = location;
    if (DataSize === 0 || Rva === 0) return null;
    const { available } = this.extent(Rva, DataSize);
    if (available < DataSize) {
      this.problems.add(
        'truncated',
        structure,
        Rva,
        `${structure} should be ${DataSize} bytes at ${hex(Rva)}, but the file has ${available} there`,
      );
    }
    const size = Math.min(available, most);
    return size > 0 && this.#charge(size, structure, Rva) ? this.source.read(Rva, size) : null;
  }

  /** MINIDUMP_STRING: a byte count without the terminator, then UTF-16. Null when there is none at `rva`. */
  string(rva: number, structure: string): string | null {
    return this.#counted(rva, structure, (bytes) => decodeUtf16(bytes));
  }

  /** Crashpad's MinidumpUTF8String: a byte count without the terminator, then UTF-8. */
  utf8String(rva: number, structure: string): string | null {
    return this.#counted(rva, structure, (bytes) => decodeUtf8(bytes));
  }

  /** A byte count, then raw bytes, as Crashpad stores annotation values. */
  byteArray(rva: number, structure: string): Uint8Array | null {
    const length = this.#length(rva, structure);
    return length !== null && this.#charge(length, structure, rva) ? this.source.read(rva + 4, length) : null;
  }

  #length(rva: number, structure: string): number | null {
    if (rva === 0) return null;
    const head = this.view(rva, 4);
    if (head.byteLength < 4) {
      this.problems.add('out-of-bounds', structure, rva, `the string of ${structure} lies outside the file`);
      return null;
    }
    const claimed = head.getUint32(0, true);
    if (claimed > LONGEST_STRING) {
      // No text is that long: what stands here is not a string.
      this.problems.add(
        'bad-count',
        structure,
        rva,
        `the string of ${structure} claims ${claimed} bytes: it is not read`,
      );
      return null;
    }
    const length = Math.min(claimed, Math.max(0, this.source.size - rva - 4));
    if (length < claimed) {
      const text = `the string of ${structure} claims ${claimed} bytes, but the file ends after ${length}`;
      this.problems.add('truncated', structure, rva, text);
    }
    return length;
  }

  #counted(rva: number, structure: string, decode: (bytes: Uint8Array) => string): string | null {
    const known = this.#strings.get(rva);
    if (known !== undefined) return known;
    const length = this.#length(rva, structure);
    const text =
      length !== null && this.#charge(length + 4, structure, rva) ? decode(this.source.read(rva + 4, length)) : null;
    this.#strings.set(rva, text);
    return text;
  }

  /** The `count` records of `stride` bytes that lie `skip` bytes into a stream, as far as they are there. */
  table(stream: Extent, skip: number, stride: number, claimed: number, structure: string): RecordTable {
    const count = countWithin(claimed, stride, stream.available - skip, this.problems, structure, stream.offset);
    const view = this.view(stream.offset + skip, count * stride);
    return { view, stride, count: Math.min(count, Math.floor(view.byteLength / stride)) };
  }

  /**
   * A list that starts with a 32-bit count. Breakpad and Crashpad align the first record to 8 bytes, so that four bytes
   * of padding follow the count, and some writers store `altStride` bytes per record (112 of the 108 of MINIDUMP_MODULE);
   * the size of the stream tells.
   */
  countedList(stream: Extent, stride: number, structure: string, altStride = stride): RecordTable | null {
    const head = this.view(stream.offset, Math.min(4, stream.available));
    if (head.byteLength < 4) return this.tooShort(stream, structure, 4);
    const claimed = head.getUint32(0, true);
    for (const size of [stride, altStride]) {
      for (const skip of [4, 8]) {
        if (stream.size === skip + claimed * size) return this.table(stream, skip, size, claimed, structure);
      }
    }
    return this.table(stream, 4, stride, claimed, structure);
  }

  /**
   * A list that says itself how long its header and its records are: SizeOfHeader, SizeOfEntry, then the count in
   * `countSize` bytes. Records may be longer than the `least` bytes that are known of them.
   */
  sizedList(stream: Extent, countSize: 4 | 8, least: number, structure: string): RecordTable | null {
    const head = this.view(stream.offset, Math.min(8 + countSize, stream.available));
    if (head.byteLength < 8 + countSize) return this.tooShort(stream, structure, 8 + countSize);
    const skip = head.getUint32(0, true);
    const stride = head.getUint32(4, true);
    const claimed = countSize === 4 ? head.getUint32(8, true) : Number(head.getBigUint64(8, true));
    if (skip < 8 + countSize || stride < least) {
      this.problems.add(
        'bad-size',
        structure,
        stream.offset,
        `${structure} claims a header of ${skip} and records of ${stride} bytes; at least ${8 + countSize} and ${least} are needed`,
      );
      return null;
    }
    return this.table(stream, skip, stride, claimed, structure);
  }

  /** A counted list at a location descriptor, charged to the budget, since many records may name the same one. */
  listAt(
    location: { readonly DataSize: number; readonly Rva: number },
    stride: number,
    structure: string,
  ): RecordTable | null {
    if (location.DataSize === 0 || location.Rva === 0) return null;
    const extent = this.extent(location.Rva, location.DataSize);
    return this.#charge(extent.available, structure, location.Rva) ? this.countedList(extent, stride, structure) : null;
  }

  /** Records why a stream cannot be read at all. */
  tooShort(stream: Extent, structure: string, needed: number): null {
    this.problems.add(
      stream.available < stream.size ? 'truncated' : 'bad-size',
      structure,
      stream.offset,
      `${structure} needs ${needed} bytes at ${hex(stream.offset)}, but ${stream.available} are there`,
    );
    return null;
  }
}

/** Maps the records of a table. */
export function mapRecords<T>(table: RecordTable, read: (view: DataView, at: number, index: number) => T): T[] {
  const out: T[] = [];
  for (let index = 0; index < table.count; index++) out.push(read(table.view, index * table.stride, index));
  return out;
}
