import { FormatError } from '../../bytes/errors.ts';
import type { Problems } from '../../bytes/problem.ts';
import { SliceSource, type Source, viewOf } from '../../bytes/source.ts';
import { i32, struct, u16, u32 } from '../../bytes/struct.ts';
import { hashName } from './name-hash.ts';
import { TypeRecord } from './type-record.ts';

/** Head of the TPI and IPI streams (2 and 4); microsoft-pdb tpi.h HDR, LLVM "The PDB TPI and IPI Streams". */
export const TPI_HDR = struct('HDR', 56, {
  vers: [0, u32],
  cbHdr: [4, u32],
  tiMin: [8, u32],
  tiMac: [12, u32],
  cbGprec: [16, u32],
  sn: [20, u16],
  snPad: [22, u16],
  cbHashKey: [24, u32],
  cHashBuckets: [28, u32],
  offHashVals: [32, i32],
  cbHashVals: [36, u32],
  /** Pairs of type index and record offset, one about every 8 KB. */
  offTiOff: [40, i32],
  cbTiOff: [44, u32],
  offHashAdj: [48, i32],
  cbHashAdj: [52, u32],
});

/** Records between two offsets that are kept, when the file gives none. */
const STRIDE = 256;
const CHUNK = 64 << 10;

/** Types by index: TPI or IPI. A record is reached through the nearest offset that the file gives. */
export class TypeStream {
  readonly first: number;
  /** One past the last type index. */
  readonly end: number;
  readonly #records: Source;
  readonly #indexes: Uint32Array;
  readonly #offsets: Uint32Array;
  /** Offsets of the records of one stretch between kept offsets, by the stretch's number; emptied when large. */
  readonly #stretches = new Map<number, Uint32Array>();
  readonly #problems: Problems;
  readonly #hashValues: Source | null;
  readonly #buckets: number;
  /** Work done through the hash, and whether it was so much that the hash is not believed any more. */
  #lookups = 0;
  #visits = 0;
  #isPoor = false;
  #chains: { readonly heads: Int32Array; readonly next: Int32Array } | null = null;

  constructor(stream: Source, hashStream: (index: number) => Source | null, problems: Problems) {
    const header = TPI_HDR.read(stream, 0);
    this.#problems = problems;
    if (header.tiMin > header.tiMac || header.tiMin < 0x1000) {
      throw new FormatError('HDR', 8, `the type indices ${header.tiMin} to ${header.tiMac} are impossible`);
    }
    const size = Math.min(header.cbGprec, Math.max(0, stream.size - header.cbHdr));
    if (size < header.cbGprec) {
      problems.add('truncated', 'HDR', 16, `types should take ${header.cbGprec} bytes, of which ${size} are there`);
    }
    this.#records = new SliceSource(stream, header.cbHdr, size);
    this.first = header.tiMin;
    // The smallest record takes four bytes.
    const most = Math.floor(size / 4);
    if (header.tiMac - header.tiMin > most) {
      problems.add(
        'bad-count',
        'HDR',
        12,
        `${header.tiMac - header.tiMin} types are claimed, but only ${most} fit in ${size} bytes`,
      );
    }
    this.end = Math.min(header.tiMac, header.tiMin + most);

    const hash = header.sn === 0xffff ? null : hashStream(header.sn);
    this.#buckets = header.cHashBuckets;
    const usable = hash !== null && header.cbHashKey === 4 && header.offHashVals >= 0 && header.cHashBuckets > 0;
    this.#hashValues = usable && hash ? new SliceSource(hash, header.offHashVals, header.cbHashVals) : null;

    const given =
      hash !== null && header.offTiOff >= 0
        ? hash.read(header.offTiOff, Math.min(header.cbTiOff, hash.size)).subarray(0)
        : new Uint8Array(0);
    const pairs = this.#pairs(given);
    this.#indexes = pairs.indexes;
    this.#offsets = pairs.offsets;
  }

  /** The offsets that the file gives, checked to rise; or, when there are none, those of a walk over all records. */
  #pairs(given: Uint8Array): { indexes: Uint32Array; offsets: Uint32Array } {
    const view = viewOf(given);
    const indexes: number[] = [];
    const offsets: number[] = [];
    for (let at = 0; at + 8 <= given.length; at += 8) {
      const index = view.getUint32(at, true);
      const offset = view.getUint32(at + 4, true);
      const last = indexes.length - 1;
      const rises = last < 0 ? index === this.first && offset === 0 : index > indexes[last]! && offset > offsets[last]!;
      if (!rises || index >= this.end || offset >= this.#records.size) {
        if (last >= 0 && index === this.end) break;
        this.#problems.add(
          'unreadable',
          'TPI index offsets',
          at,
          'the offsets of types are damaged: types are counted',
        );
        indexes.length = 0;
        break;
      }
      indexes.push(index);
      offsets.push(offset);
    }
    if (indexes.length === 0) {
      offsets.length = 0;
      let index = this.first;
      for (const offset of this.#walk(0, this.#records.size)) {
        if ((index - this.first) % STRIDE === 0) {
          indexes.push(index);
          offsets.push(offset);
        }
        index++;
      }
    }
    return { indexes: Uint32Array.from(indexes), offsets: Uint32Array.from(offsets) };
  }

  /** Offsets of the records in [from, to). */
  *#walk(from: number, to: number): Generator<number> {
    let at = from;
    while (at + 4 <= to) {
      const bytes = this.#records.read(at, Math.min(CHUNK, to - at));
      let within = 0;
      while (within + 2 <= bytes.length) {
        const length = bytes[within]! | (bytes[within + 1]! << 8);
        if (length < 2) return;
        if (within + 2 + length > bytes.length && within > 0 && at + within + 2 + length <= to) break;
        if (at + within + 2 + length > to) return;
        yield at + within;
        within += 2 + length;
      }
      if (within === 0) return;
      at += within;
    }
  }

  #offset(index: number): number | null {
    if (!(index >= this.first) || index >= this.end) return null;
    let low = 0;
    let high = this.#indexes.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (this.#indexes[middle]! <= index) low = middle;
      else high = middle - 1;
    }
    const firstIndex = this.#indexes[low];
    if (firstIndex === undefined) return null;
    let stretch = this.#stretches.get(low);
    if (stretch === undefined) {
      const from = this.#offsets[low]!;
      const to = this.#offsets[low + 1] ?? this.#records.size;
      stretch = Uint32Array.from(this.#walk(from, to));
      if (this.#stretches.size >= 4096) this.#stretches.clear();
      this.#stretches.set(low, stretch);
    }
    return stretch[index - firstIndex] ?? null;
  }

  /** The record of type `index`, or null when there is none: simple types below 0x1000 have no record. */
  record(index: number): TypeRecord | null {
    const at = this.#offset(index);
    if (at === null) return null;
    let bytes = this.#records.read(at, 256);
    const length = (bytes[0] ?? 0) | ((bytes[1] ?? 0) << 8);
    if (bytes.length < length + 2) bytes = this.#records.read(at, length + 2);
    if (length < 2 || bytes.length < length + 2) return null;
    return new TypeRecord(bytes[2]! | (bytes[3]! << 8), index, bytes.subarray(4, length + 2));
  }

  /** All records in index order. */
  *all(): Generator<TypeRecord> {
    let index = this.first;
    let chunk: Uint8Array = new Uint8Array(0);
    let base = 0;
    for (const at of this.#walk(0, this.#records.size)) {
      if (index >= this.end) return;
      if (at + 2 > base + chunk.length) {
        chunk = this.#records.read(at, CHUNK * 2);
        base = at;
      }
      let length = chunk[at - base]! | (chunk[at - base + 1]! << 8);
      if (at + 2 + length > base + chunk.length) {
        chunk = this.#records.read(at, CHUNK * 2);
        base = at;
        length = chunk[0]! | (chunk[1]! << 8);
      }
      const within = at - base;
      const kind = chunk[within + 2]! | (chunk[within + 3]! << 8);
      yield new TypeRecord(kind, index, chunk.subarray(within + 4, within + 2 + length));
      index++;
    }
  }

  #chain(): { readonly heads: Int32Array; readonly next: Int32Array } | null {
    if (this.#chains !== null || this.#hashValues === null) return this.#chains;
    const values = this.#hashValues.read(0, Math.min(this.#hashValues.size, (this.end - this.first) * 4));
    const view = viewOf(values);
    const count = values.length >>> 2;
    // Buckets are at most 0x40000 in practice; a larger claim hashes to as many as there are types.
    const buckets = Math.min(this.#buckets, 1 << 20);
    const heads = new Int32Array(buckets).fill(-1);
    const next = new Int32Array(count);
    for (let index = count - 1; index >= 0; index--) {
      const bucket = view.getUint32(index * 4, true) % buckets;
      next[index] = heads[bucket]!;
      heads[bucket] = index;
    }
    this.#chains = { heads, next };
    return this.#chains;
  }

  /** Bytes of all records. */
  get size(): number {
    return this.#records.size;
  }

  /** True when names can be looked up without reading all types. */
  get isHashed(): boolean {
    return !this.#isPoor && this.#hashValues !== null && this.#hashValues.size >= (this.end - this.first) * 4;
  }

  /** Records in the hash bucket of `name`: candidates in index order, whose names the caller compares. */
  *candidates(name: string): Generator<TypeRecord> {
    const chain = this.#isPoor ? null : this.#chain();
    if (chain === null) return;
    this.#lookups++;
    const bucket = (hashName(name) % this.#buckets) % chain.heads.length;
    for (let at = chain.heads[bucket]!; at >= 0; at = chain.next[at]!) {
      // Buckets hold one or two types, and as many of one name as there are; a hostile file puts all into one.
      if (++this.#visits > 16 * (this.end - this.first) + 64 * this.#lookups) {
        this.#isPoor = true;
        this.#problems.add(
          'unreadable',
          'TPI hash',
          null,
          'the hash of type names leads everywhere: types are searched without it',
        );
        return;
      }
      const record = this.record(this.first + at);
      if (record !== null) yield record;
    }
  }
}
