import { FormatError } from '../../bytes/errors.ts';
import type { Source } from '../../bytes/source.ts';
import { viewOf } from '../../bytes/source.ts';
import { decodeUtf8 } from '../../bytes/text.ts';

const utf8 = new TextDecoder('utf-8');

/** Text of `bytes[from, to)`; short ASCII, which nearly all names are, avoids the decoder's fixed cost. */
export function decodeName(bytes: Uint8Array, from: number, to: number): string {
  if (to - from > 48) return utf8.decode(bytes.subarray(from, to));
  let text = '';
  for (let at = from; at < to; at++) {
    const byte = bytes[at]!;
    if (byte >= 0x80) return utf8.decode(bytes.subarray(from, to));
    text += String.fromCharCode(byte);
  }
  return text;
}

/** Little-endian fields of one variable-length record, read in order; reading past the end is a FormatError. */
export class RecordReader {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  readonly structure: string;
  at: number;
  constructor(bytes: Uint8Array, structure: string, at = 0) {
    this.bytes = bytes;
    this.view = viewOf(bytes);
    this.structure = structure;
    this.at = at;
  }
  get left(): number {
    return this.bytes.length - this.at;
  }
  #take(size: number): number {
    const at = this.at;
    if (at + size > this.bytes.length) {
      throw new FormatError(
        this.structure,
        at,
        `a ${this.structure} record of ${this.bytes.length} bytes ends inside a field at ${at}`,
      );
    }
    this.at = at + size;
    return at;
  }
  skip(size: number): this {
    this.#take(size);
    return this;
  }
  u8(): number {
    return this.view.getUint8(this.#take(1));
  }
  u16(): number {
    return this.view.getUint16(this.#take(2), true);
  }
  i16(): number {
    return this.view.getInt16(this.#take(2), true);
  }
  u32(): number {
    return this.view.getUint32(this.#take(4), true);
  }
  i32(): number {
    return this.view.getInt32(this.#take(4), true);
  }
  u64(): bigint {
    return this.view.getBigUint64(this.#take(8), true);
  }
  i64(): bigint {
    return this.view.getBigInt64(this.#take(8), true);
  }
  raw(size: number): Uint8Array {
    const at = this.#take(size);
    return this.bytes.subarray(at, at + size);
  }
  /** A name that ends with a NUL or with the record. */
  name(): string {
    const from = this.at;
    let to = this.bytes.indexOf(0, from);
    if (to < 0) to = this.bytes.length;
    this.at = Math.min(to + 1, this.bytes.length);
    return decodeName(this.bytes, from, to);
  }
  /** A name with its length in the byte before it: the `_ST` records of toolsets before Visual Studio .NET 2003. */
  pascal(): string {
    return decodeUtf8(this.raw(this.u8()));
  }
  /**
   * A numeric leaf (cvinfo.h LF_NUMERIC): a value below 0x8000 stands for itself, otherwise the two bytes say what
   * follows. Integers are bigint, floating-point leaves are numbers, and forms that have no value here are null.
   */
  numeric(): bigint | number | null {
    const leaf = this.u16();
    if (leaf < 0x8000) return BigInt(leaf);
    switch (leaf) {
      case 0x8000:
        return BigInt(this.view.getInt8(this.#take(1)));
      case 0x8001:
        return BigInt(this.i16());
      case 0x8002:
        return BigInt(this.u16());
      case 0x8003:
        return BigInt(this.i32());
      case 0x8004:
        return BigInt(this.u32());
      case 0x8005:
        return this.view.getFloat32(this.#take(4), true);
      case 0x8006:
        return this.view.getFloat64(this.#take(8), true);
      case 0x8007:
        this.skip(10);
        return null;
      case 0x8008:
        this.skip(16);
        return null;
      case 0x8009:
        return this.i64();
      case 0x800a:
        return this.u64();
      case 0x8010:
        this.skip(this.u16());
        return null;
      case 0x8017: {
        const low = this.u64();
        return (this.i64() << 64n) | low;
      }
      case 0x8018: {
        const low = this.u64();
        return (this.u64() << 64n) | low;
      }
      case 0x8019:
        this.skip(16);
        return null;
      case 0x801a:
        this.skip(8);
        return null;
      case 0x801b:
        this.name();
        return null;
      case 0x801c:
        this.skip(2);
        return null;
      default:
        throw new FormatError(this.structure, this.at - 2, `unknown numeric leaf 0x${leaf.toString(16)}`);
    }
  }
  /** A numeric leaf that counts bytes or members, as a Number; negative, fractional and huge values become 0. */
  size(): number {
    const value = this.numeric();
    const number = typeof value === 'bigint' ? Number(value) : 0;
    return number >= 0 && Number.isSafeInteger(number) ? number : 0;
  }
}

/** The NUL-terminated text at `offset` of a source, read in small pieces up to `most` bytes; null past its end. */
export function readName(source: Source, offset: number, most = 1 << 16): string | null {
  if (!(offset >= 0) || offset >= source.size) return null;
  for (let length = 256; ; length *= 8) {
    const bytes = source.read(offset, Math.min(length, most));
    const end = bytes.indexOf(0);
    if (end >= 0 || bytes.length < length || length >= most) {
      return decodeName(bytes, 0, end < 0 ? bytes.length : end);
    }
  }
}
