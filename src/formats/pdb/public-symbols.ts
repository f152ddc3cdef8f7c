import type { Problems } from '../../bytes/problem.ts';
import { type Source, viewOf } from '../../bytes/source.ts';
import { decodeName } from './record-reader.ts';
import type { PublicSymbol } from './symbol.ts';
import { PSGSIHDR, SymbolHash } from './symbol-hash.ts';
import { S_PUB32, S_PUB32_ST } from './symbol-kind.ts';
import { symbolAt, visitSymbols } from './symbol-stream.ts';

/** Fixed part of a public's record: length, kind, flags, offset, section. */
const FIXED = 14;
/** Keys kept for bisection: a few megabytes at most. */
const MOST_KEYS = 1 << 16;

/** Public symbols: by name through their hash, by address by bisection of their address map, or all in file order. */
export class PublicSymbols {
  readonly hash: SymbolHash | null;
  readonly #records: Source;
  readonly #map: Source;
  readonly #mapAt: number;
  /** Places of publics that bisections passed, by index: all start from the same few. */
  readonly #keys = new Map<number, number>();
  /** Entries of the address map. */
  readonly count: number;

  constructor(stream: Source, records: Source, minimal: boolean, problems: Problems) {
    this.#records = records;
    this.#map = stream;
    const header = PSGSIHDR.read(stream, 0);
    let hash: SymbolHash | null = null;
    try {
      hash = new SymbolHash(stream, PSGSIHDR.size, records, minimal, problems);
    } catch (error) {
      problems.catch(error, 'GSIHashHdr', PSGSIHDR.size);
    }
    this.hash = hash;
    this.#mapAt = PSGSIHDR.size + header.cbSymHash;
    const room = Math.max(0, stream.size - this.#mapAt);
    if (header.cbAddrMap > room) {
      problems.add(
        'bad-count',
        'PSGSIHDR',
        4,
        `the address map of the publics claims ${header.cbAddrMap} bytes of ${room}: it is cut`,
      );
    }
    this.count = Math.floor(Math.min(header.cbAddrMap, room) / 4);
  }

  #recordOffset(index: number): number {
    const bytes = this.#map.read(this.#mapAt + index * 4, 4);
    return bytes.length < 4 ? -1 : viewOf(bytes).getUint32(0, true);
  }

  /** Section and offset of the public at `index` in address order, as one comparable number, or -1 when damaged. */
  key(index: number): number {
    const known = this.#keys.get(index);
    if (known !== undefined) return known;
    const key = this.#readKey(index);
    if (this.#keys.size >= MOST_KEYS) this.#keys.clear();
    this.#keys.set(index, key);
    return key;
  }

  #readKey(index: number): number {
    const at = this.#recordOffset(index);
    const bytes = at < 0 ? null : this.#records.read(at, FIXED);
    if (bytes === null || bytes.length < FIXED) return -1;
    const view = viewOf(bytes);
    const kind = view.getUint16(2, true);
    if (kind !== S_PUB32 && kind !== S_PUB32_ST) return -1;
    return view.getUint16(12, true) * 0x1_0000_0000 + view.getUint32(8, true);
  }

  /** The public at `index` in address order, or null when its record is damaged. */
  get(index: number): PublicSymbol | null {
    if (!(index >= 0) || index >= this.count) return null;
    const parsed = symbolAt(this.#records, this.#recordOffset(index))?.parse();
    return parsed?.is === 'public' ? parsed : null;
  }

  /** Index in address order of the last public at or before `section:offset`, or -1. */
  lastAt(section: number, offset: number): number {
    const wanted = section * 0x1_0000_0000 + offset;
    let low = 0;
    let high = this.count - 1;
    let found = -1;
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const key = this.key(middle);
      if (key <= wanted) {
        found = middle;
        low = middle + 1;
      } else high = middle - 1;
    }
    return found;
  }

  /**
   * Calls `visit` for every public in file order. Reads the symbol records once, in large parts; names that are plain
   * ASCII are cut from one decoded text per part.
   */
  visit(visit: (name: string, section: number, offset: number, flags: number) => void): void {
    let view: DataView | null = null;
    let seen: Uint8Array | null = null;
    visitSymbols(this.#records, 0, this.#records.size, (kind, bytes, from, to) => {
      if (kind !== S_PUB32 && kind !== S_PUB32_ST) return undefined;
      if (to - from < 10) return undefined;
      if (bytes !== seen || view === null) {
        seen = bytes;
        view = viewOf(bytes);
      }
      const start = from + 10;
      if (kind === S_PUB32_ST) {
        const length = bytes[start] ?? 0;
        visit(
          decodeName(bytes, Math.min(start + 1, to), Math.min(to, start + 1 + length)),
          view.getUint16(from + 8, true),
          view.getUint32(from + 4, true),
          view.getUint32(from, true),
        );
        return undefined;
      }
      let end = start;
      while (end < to && bytes[end] !== 0) end++;
      visit(
        decodeName(bytes, start, end),
        view.getUint16(from + 8, true),
        view.getUint32(from + 4, true),
        view.getUint32(from, true),
      );
      return undefined;
    });
  }
}
