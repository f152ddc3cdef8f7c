import type { Source } from '../../bytes/source.ts';

const CHUNK = 1 << 20;
const NEWLINE = 0x0a;

/**
 * Calls `each` with every line of a text source, in order: the bytes that hold it, where it starts and ends in them
 * (without line end), and its file offset. Lines longer than a megabyte are given cut.
 */
export function scanLines(
  source: Source,
  each: (bytes: Uint8Array, start: number, end: number, offset: number) => void,
): void {
  let offset = 0;
  while (offset < source.size) {
    const bytes = source.read(offset, CHUNK);
    if (bytes.length === 0) return;
    const last = offset + bytes.length >= source.size;
    let start = 0;
    for (;;) {
      const newline = bytes.indexOf(NEWLINE, start);
      if (newline < 0) break;
      each(bytes, start, trimmed(bytes, start, newline), offset + start);
      start = newline + 1;
    }
    if (last) {
      if (start < bytes.length) each(bytes, start, trimmed(bytes, start, bytes.length), offset + start);
      return;
    }
    if (start > 0) {
      offset += start;
      continue;
    }
    each(bytes, 0, bytes.length, offset);
    offset = nextLine(source, offset + bytes.length);
  }
}

function trimmed(bytes: Uint8Array, start: number, end: number): number {
  return end > start && bytes[end - 1] === 0x0d ? end - 1 : end;
}

function nextLine(source: Source, from: number): number {
  for (let offset = from; offset < source.size; ) {
    const bytes = source.read(offset, CHUNK);
    if (bytes.length === 0) break;
    const newline = bytes.indexOf(NEWLINE);
    if (newline >= 0) return offset + newline + 1;
    offset += bytes.length;
  }
  return source.size;
}

/** Takes the words of one line one after the other, as numbers where they are numbers. */
export class Words {
  #bytes: Uint8Array = new Uint8Array(0);
  #end = 0;
  at = 0;

  on(bytes: Uint8Array, start: number, end: number): this {
    this.#bytes = bytes;
    this.at = start;
    this.#end = end;
    return this;
  }

  /** Consumes `word` when it stands here as a whole word. */
  take(word: string): boolean {
    const after = this.at + word.length;
    if (after > this.#end || (after < this.#end && this.#bytes[after] !== 0x20)) return false;
    for (let index = 0; index < word.length; index++) {
      if (this.#bytes[this.at + index] !== word.charCodeAt(index)) return false;
    }
    this.at = Math.min(after + 1, this.#end);
    return true;
  }

  /** A hexadecimal word below 2^53 as a Number, or -1. */
  hex(): number {
    return this.#number(16);
  }

  /** A decimal word below 2^53 as a Number, or -1. */
  decimal(): number {
    return this.#number(10);
  }

  #number(radix: 10 | 16): number {
    let value = 0;
    let at = this.at;
    for (; at < this.#end; at++) {
      const byte = this.#bytes[at] ?? 0;
      if (byte === 0x20) break;
      const digit =
        byte >= 0x30 && byte <= 0x39
          ? byte - 0x30
          : byte >= 0x61 && byte <= 0x66
            ? byte - 0x57
            : byte >= 0x41 && byte <= 0x46
              ? byte - 0x37
              : 99;
      if (digit >= radix) return -1;
      value = value * radix + digit;
    }
    if (at === this.at || value > Number.MAX_SAFE_INTEGER) return -1;
    this.at = Math.min(at + 1, this.#end);
    return value;
  }

  get ended(): boolean {
    return this.at >= this.#end;
  }

  /** What is left of the line, consumed. */
  rest(): string {
    const text = new TextDecoder().decode(this.#bytes.subarray(this.at, this.#end));
    this.at = this.#end;
    return text;
  }
}
