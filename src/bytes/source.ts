/**
 * Random-access bytes, read synchronously. `read` returns at most `length` bytes and fewer only at the end of the
 * source; the result may alias a cache and is read-only by contract. Offsets are Numbers and may exceed 2^32.
 */
export interface Source {
  readonly size: number;
  read(offset: number, length: number): Uint8Array;
}

const EMPTY = new Uint8Array(0);

/** A source over bytes already in memory. */
export class BytesSource implements Source {
  readonly #bytes: Uint8Array;
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }
  get size(): number {
    return this.#bytes.length;
  }
  read(offset: number, length: number): Uint8Array {
    if (!(offset >= 0) || offset >= this.#bytes.length || !(length > 0)) return EMPTY;
    return this.#bytes.subarray(offset, Math.min(offset + length, this.#bytes.length));
  }
}

/** The part of `source` from `offset` on, `size` bytes long, clipped to what exists. */
export class SliceSource implements Source {
  readonly #source: Source;
  readonly #offset: number;
  readonly size: number;
  constructor(source: Source, offset: number, size: number) {
    this.#source = source;
    this.#offset = Math.max(0, offset);
    this.size = Math.max(0, Math.min(size, source.size - this.#offset));
  }
  read(offset: number, length: number): Uint8Array {
    if (!(offset >= 0) || offset >= this.size) return EMPTY;
    return this.#source.read(this.#offset + offset, Math.min(length, this.size - offset));
  }
}

/** Puts an LRU cache of `chunk`-byte pages before a slow source. Reads of a whole cache's size bypass it. */
export class CachedSource implements Source {
  readonly #source: Source;
  readonly #chunk: number;
  readonly #most: number;
  readonly #pages = new Map<number, Uint8Array>();
  #lastKey = -1;
  #last: Uint8Array = EMPTY;
  constructor(source: Source, chunk = 64 << 10, most = 512) {
    this.#source = source;
    this.#chunk = chunk;
    this.#most = most;
  }
  get size(): number {
    return this.#source.size;
  }
  #page(key: number): Uint8Array {
    if (key === this.#lastKey) return this.#last;
    let page = this.#pages.get(key);
    if (page) this.#pages.delete(key);
    else {
      page = this.#source.read(key * this.#chunk, this.#chunk);
      if (this.#pages.size >= this.#most) {
        const oldest = this.#pages.keys().next().value;
        if (oldest !== undefined) this.#pages.delete(oldest);
      }
    }
    this.#pages.set(key, page);
    this.#lastKey = key;
    this.#last = page;
    return page;
  }
  read(offset: number, length: number): Uint8Array {
    const end = Math.min(offset + length, this.size);
    if (!(offset >= 0) || !(end > offset)) return EMPTY;
    const size = end - offset;
    let key = Math.floor(offset / this.#chunk);
    let within = offset - key * this.#chunk;
    if (within + size <= this.#chunk) return this.#page(key).subarray(within, within + size);
    if (size >= this.#chunk * 4) return this.#source.read(offset, size);
    const out = new Uint8Array(size);
    let done = 0;
    while (done < size) {
      const page = this.#page(key);
      const part = page.subarray(within, Math.min(page.length, within + size - done));
      if (part.length === 0) return out.subarray(0, done);
      out.set(part, done);
      done += part.length;
      within = 0;
      key++;
    }
    return out;
  }
}

/** A DataView over bytes, for declared structures and little-endian reads. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
