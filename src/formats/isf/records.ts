const decoder = new TextDecoder('utf-8');
const encoder = new TextEncoder();

/**
 * Named JSON texts, sorted by the bytes of their UTF-8 names: four columns over one blob. The same bytes serve in memory
 * and in the cached form.
 */
export class Records {
  readonly blob: Uint8Array;
  /** `[name start, name length, text start, text length]` of each record, one after the other. */
  readonly rows: Uint32Array;
  constructor(blob: Uint8Array, rows: Uint32Array) {
    this.blob = blob;
    this.rows = rows;
  }

  get count(): number {
    return this.rows.length >>> 2;
  }

  name(index: number): string {
    return this.#text(index * 4);
  }

  /** Whether a record's name starts with the ASCII `prefix`. */
  startsWith(index: number, prefix: string): boolean {
    const start = this.rows[index * 4] ?? 0;
    if ((this.rows[index * 4 + 1] ?? 0) < prefix.length) return false;
    for (let at = 0; at < prefix.length; at++) if (this.blob[start + at] !== prefix.charCodeAt(at)) return false;
    return true;
  }

  /** The JSON text of a record, empty when it has none. */
  text(index: number): string {
    return this.#text(index * 4 + 2);
  }

  #text(at: number): string {
    const start = this.rows[at] ?? 0;
    return decoder.decode(this.blob.subarray(start, start + (this.rows[at + 1] ?? 0)));
  }

  /** The index of the record named `name`, or -1. */
  find(name: string): number {
    const key = encoder.encode(name);
    let low = 0;
    let high = this.count - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const order = this.#compare(middle, key);
      if (order === 0) return middle;
      if (order < 0) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  #compare(index: number, key: Uint8Array): number {
    const start = this.rows[index * 4] ?? 0;
    const length = this.rows[index * 4 + 1] ?? 0;
    return compareBytes(this.blob, start, length, key, 0, key.length);
  }
}

/** Byte order of two stretches, as `memcmp`, then by length. */
export function compareBytes(
  left: Uint8Array,
  leftStart: number,
  leftLength: number,
  right: Uint8Array,
  rightStart: number,
  rightLength: number,
): number {
  const most = Math.min(leftLength, rightLength);
  for (let at = 0; at < most; at++) {
    const order = (left[leftStart + at] ?? 0) - (right[rightStart + at] ?? 0);
    if (order !== 0) return order;
  }
  return leftLength - rightLength;
}

/** Collects rows in file order and sorts them by name, unless they are sorted already, as volatility3 writes them. */
export class RecordsBuilder {
  #rows = new Uint32Array(256);
  #used = 0;
  add(nameStart: number, nameLength: number, textStart: number, textLength: number): void {
    if (this.#used + 4 > this.#rows.length) {
      const more = new Uint32Array(this.#rows.length * 2);
      more.set(this.#rows);
      this.#rows = more;
    }
    this.#rows.set([nameStart, nameLength, textStart, textLength], this.#used);
    this.#used += 4;
  }

  /** The sorted rows, and the order in which they were added: `order[i]` is the place that row `i` had. */
  build(blob: Uint8Array): { rows: Uint32Array; order: Uint32Array } {
    const count = this.#used >>> 2;
    const rows = this.#rows;
    const compare = (left: number, right: number) =>
      compareBytes(
        blob,
        rows[left * 4] ?? 0,
        rows[left * 4 + 1] ?? 0,
        blob,
        rows[right * 4] ?? 0,
        rows[right * 4 + 1] ?? 0,
      );
    const order = Uint32Array.from({ length: count }, (_, index) => index);
    let sorted = true;
    for (let index = 1; index < count && sorted; index++) sorted = compare(index - 1, index) <= 0;
    if (sorted) return { rows: rows.slice(0, this.#used), order };
    order.sort((left, right) => compare(left, right) || left - right);
    const out = new Uint32Array(this.#used);
    order.forEach((from, to) => {
      out.set(rows.subarray(from * 4, from * 4 + 4), to * 4);
    });
    return { rows: out, order };
  }
}
