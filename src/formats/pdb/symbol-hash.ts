import type { Problems } from '../../bytes/problem.ts';
import { type Source, viewOf } from '../../bytes/source.ts';
import { struct, u16, u32 } from '../../bytes/struct.ts';
import { hashName } from './name-hash.ts';
import type { SymbolRecord } from './symbol-record.ts';
import { symbolAt } from './symbol-stream.ts';

/** Head of a symbol hash; microsoft-pdb gsi.h GSIHashHdr. */
export const GSIHashHdr = struct('GSIHashHdr', 16, {
  /** 0xFFFFFFFF marks this form. */
  verSignature: [0, u32],
  verHdr: [4, u32],
  /** Bytes of hash records. */
  cbHr: [8, u32],
  /** Bytes of the bucket bitmap and the bucket offsets. */
  cbBuckets: [12, u32],
});

/** Head of the publics stream, before its hash; microsoft-pdb gsi.h PSGSIHDR. */
export const PSGSIHDR = struct('PSGSIHDR', 28, {
  cbSymHash: [0, u32],
  cbAddrMap: [4, u32],
  nThunks: [8, u32],
  cbSizeOfThunk: [12, u32],
  isectThunkTable: [16, u16],
  offThunkTable: [20, u32],
  nSects: [24, u32],
});

/** Hash records are 8 bytes on disk; bucket offsets count the 12 bytes that they take in memory of a 32-bit program. */
const HR_ON_DISK = 8;
const HR_IN_MEMORY = 12;
const BUCKETS = 4096;
/** Fastlink PDBs use more buckets. */
const MINIMAL_BUCKETS = 0x3_ffff;

/** Names to symbol records through the hash of one stream (globals or publics), one bucket at a time. */
export class SymbolHash {
  readonly #records: Source;
  readonly #stream: Source;
  /** Offset of the first hash record in `stream`. */
  readonly #first: number;
  readonly count: number;
  readonly #buckets: number;
  readonly #bitmap: Uint8Array;
  /** Number of set bits before each 32-bit word of the bitmap. */
  readonly #before: Uint32Array;
  readonly #offsets: number;
  readonly #problems: Problems;

  constructor(stream: Source, at: number, records: Source, minimal: boolean, problems: Problems) {
    this.#records = records;
    this.#problems = problems;
    this.#stream = stream;
    this.#first = at + GSIHashHdr.size;
    this.#buckets = minimal ? MINIMAL_BUCKETS : BUCKETS;
    const words = Math.floor((this.#buckets + 32) / 32);
    const header = GSIHashHdr.read(stream, at);
    if (header.verSignature !== 0xffff_ffff) {
      problems.add(
        'unsupported',
        'GSIHashHdr',
        at,
        'a symbol hash has the form of Visual C++ 4: names are not searched',
      );
      this.count = 0;
    } else {
      const room = Math.max(0, stream.size - this.#first);
      if (header.cbHr > room) {
        problems.add('bad-count', 'GSIHashHdr', at, `a symbol hash claims ${header.cbHr} bytes of ${room}: it is cut`);
      }
      this.count = Math.floor(Math.min(header.cbHr, room) / HR_ON_DISK);
    }
    const bitmapAt = this.#first + this.count * HR_ON_DISK;
    this.#bitmap = this.count > 0 && header.cbBuckets > 0 ? stream.read(bitmapAt, words * 4) : new Uint8Array(0);
    const view = viewOf(this.#bitmap);
    const full = this.#bitmap.length >>> 2;
    this.#before = new Uint32Array(full + 1);
    for (let word = 0; word < full; word++) {
      this.#before[word + 1] = this.#before[word]! + bitCount(view.getUint32(word * 4, true));
    }
    this.#offsets = bitmapAt + words * 4;
  }

  /** Index of the first hash record of the `rank`th used bucket. */
  #start(rank: number): number {
    const used = this.#before[this.#before.length - 1]!;
    if (rank >= used) return this.count;
    const bytes = this.#stream.read(this.#offsets + rank * 4, 4);
    if (bytes.length < 4) return this.count;
    return Math.min(this.count, Math.floor(viewOf(bytes).getUint32(0, true) / HR_IN_MEMORY));
  }

  /** Records of the bucket that `name` falls into: candidates, whose names the caller compares. */
  *candidates(name: string): Generator<SymbolRecord> {
    const bucket = hashName(name) % this.#buckets;
    const word = bucket >>> 5;
    if (word * 4 + 4 > this.#bitmap.length) return;
    const bits = viewOf(this.#bitmap).getUint32(word * 4, true);
    if ((bits & (1 << (bucket & 31))) === 0) return;
    const rank = this.#before[word]! + bitCount(bits & ((1 << (bucket & 31)) - 1));
    const from = this.#start(rank);
    const to = this.#start(rank + 1);
    if (to <= from) return;
    const view = viewOf(this.#stream.read(this.#first + from * HR_ON_DISK, (to - from) * HR_ON_DISK));
    // Each record is hashed once, so that all of them together are no longer than their stream.
    let left = this.#records.size;
    for (let at = 0; at + HR_ON_DISK <= view.byteLength; at += HR_ON_DISK) {
      const record = symbolAt(this.#records, view.getUint32(at, true) - 1);
      if (record === null) continue;
      left -= record.data.length;
      if (left < 0) {
        this.#problems.add('unreadable', 'HRFile', null, 'a symbol hash names the same records again and again');
        return;
      }
      yield record;
    }
  }

  /** Offsets of all hashed records in the symbol record stream, in hash order. */
  *offsets(): Generator<number> {
    for (let first = 0; first < this.count; first += 8192) {
      const view = viewOf(
        this.#stream.read(this.#first + first * HR_ON_DISK, Math.min(8192, this.count - first) * HR_ON_DISK),
      );
      for (let at = 0; at + HR_ON_DISK <= view.byteLength; at += HR_ON_DISK) yield view.getUint32(at, true) - 1;
    }
  }
}

function bitCount(value: number): number {
  let bits = value - ((value >>> 1) & 0x5555_5555);
  bits = (bits & 0x3333_3333) + ((bits >>> 2) & 0x3333_3333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
}
