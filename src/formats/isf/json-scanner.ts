import { FormatError } from '../../bytes/errors.ts';
import { poll } from '../../bytes/interruption.ts';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COLON = 0x3a;
const COMMA = 0x2c;
const OPEN = 0x7b;
const CLOSE = 0x7d;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
/** Types nest by pointers and arrays; no compiler comes near. */
const MOST_DEPTH = 128;

const decoder = new TextDecoder('utf-8');

/**
 * Walks JSON bytes without building objects, and copies values without their white space into `out`, which never needs
 * more than the input's size. Throws FormatError at the first byte that JSON does not allow there, and at depth 128.
 */
export class JsonScanner {
  readonly #bytes: Uint8Array;
  at = 0;
  readonly out: Uint8Array;
  used = 0;
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.out = new Uint8Array(bytes.length + 16);
    if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) this.at = 3;
  }

  fail(message: string): never {
    throw new FormatError('ISF', this.at, `the symbol table is not valid JSON at byte ${this.at}: ${message}`);
  }

  /** The next byte that is not white space, not consumed; -1 at the end. */
  peek(): number {
    const bytes = this.#bytes;
    for (;;) {
      const byte = bytes[this.at];
      if (byte === undefined) return -1;
      if (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) return byte;
      this.at++;
    }
  }

  #expect(byte: number): void {
    if (this.peek() !== byte) this.fail(`'${String.fromCharCode(byte)}' is missing`);
    this.at++;
  }

  /** Calls `member` at each value of the object that starts here; it must consume the value. False when it is no object. */
  object(member: (keyStart: number, keyEnd: number) => void): boolean {
    if (this.peek() !== OPEN) return false;
    this.at++;
    if (this.peek() === CLOSE) {
      this.at++;
      return true;
    }
    for (;;) {
      poll();
      const start = this.#string();
      const end = this.at - 1;
      this.#expect(COLON);
      member(start, end);
      const next = this.peek();
      this.at++;
      if (next === CLOSE) return true;
      if (next !== COMMA) this.fail("',' or '}' is missing");
    }
  }

  /** Consumes a string; its first byte after the quote. `at - 1` is then its closing quote. */
  #string(): number {
    if (this.peek() !== QUOTE) this.fail('a string is missing');
    const bytes = this.#bytes;
    const start = this.at + 1;
    for (let at = start; ; at++) {
      const byte = bytes[at];
      if (byte === QUOTE) {
        this.at = at + 1;
        return start;
      }
      if (byte === BACKSLASH) at++;
      else if (byte === undefined || byte < 0x20) {
        this.at = at;
        this.fail('a string does not end');
      }
    }
  }

  /** The text of a string between its quotes, escapes undone. */
  text(start: number, end: number): string {
    const raw = decoder.decode(this.#bytes.subarray(start, end));
    if (!raw.includes('\\')) return raw;
    try {
      return String(JSON.parse(`"${raw}"`));
    } catch {
      return this.fail('a string has a wrong escape');
    }
  }

  /** Copies the bytes of a string without its quotes to `out`, escapes undone. */
  copyText(start: number, end: number): void {
    const bytes = this.#bytes.subarray(start, end);
    const plain = bytes.includes(BACKSLASH) ? new TextEncoder().encode(this.text(start, end)) : bytes;
    if (this.used + plain.length > this.out.length) this.fail('a name is not UTF-8');
    this.out.set(plain, this.used);
    this.used += plain.length;
  }

  /** Whether the string between `start` and `end` is the ASCII `word`. */
  is(start: number, end: number, word: string): boolean {
    if (end - start !== word.length) return false;
    for (let index = 0; index < word.length; index++) {
      if (this.#bytes[start + index] !== word.charCodeAt(index)) return false;
    }
    return true;
  }

  put(byte: number): void {
    this.out[this.used++] = byte;
  }

  copyRaw(start: number, end: number): void {
    const bytes = this.#bytes;
    const out = this.out;
    let used = this.used;
    for (let at = start; at < end; at++) out[used++] = bytes[at] ?? 0;
    this.used = used;
  }

  /** Consumes any value and copies it, without white space, to `out`. */
  copyValue(): void {
    const depth: number[] = [];
    for (;;) {
      const byte = this.peek();
      const start = this.at;
      if (byte === OPEN || byte === OPEN_LIST) {
        if (depth.length >= MOST_DEPTH) this.fail('it nests too deeply');
        depth.push(byte === OPEN ? CLOSE : CLOSE_LIST);
        this.at++;
        this.put(byte);
        if (this.peek() !== depth.at(-1)) {
          if (byte === OPEN) this.#key();
          continue;
        }
      } else if (byte === QUOTE) {
        this.#string();
        this.copyRaw(start, this.at);
      } else {
        this.#scalar();
        this.copyRaw(start, this.at);
      }
      for (;;) {
        const close = depth.at(-1);
        if (close === undefined) return;
        const next = this.peek();
        this.at++;
        this.put(next);
        if (next === COMMA) {
          if (close === CLOSE) this.#key();
          break;
        }
        if (next !== close) this.fail('a list or an object does not end');
        depth.pop();
      }
    }
  }

  #key(): void {
    this.peek();
    const start = this.at;
    this.#string();
    this.copyRaw(start, this.at);
    this.#expect(COLON);
    this.put(COLON);
  }

  #scalar(): void {
    const bytes = this.#bytes;
    const start = this.at;
    for (;;) {
      const byte = bytes[this.at] ?? 0;
      const word = (byte >= 0x30 && byte <= 0x39) || (byte >= 0x61 && byte <= 0x7a);
      if (!word && byte !== 0x2d && byte !== 0x2b && byte !== 0x2e && byte !== 0x45) break;
      this.at++;
    }
    if (this.at === start) this.fail('a value is missing');
  }

  /**
   * Consumes a value: an integer as a Number, in canonical signed form past 2^53; null for anything else.
   */
  integer(): number | null {
    const byte = this.peek();
    if (byte === QUOTE || byte === OPEN || byte === OPEN_LIST) {
      const used = this.used;
      this.copyValue();
      this.used = used;
      return null;
    }
    const start = this.at;
    this.#scalar();
    let value = 0;
    for (let at = start; at < this.at; at++) {
      const digit = (this.#bytes[at] ?? 0) - 0x30;
      if (digit < 0 || digit > 9 || this.at - start > 15) return this.#bigInteger(start);
      value = value * 10 + digit;
    }
    return value;
  }

  #bigInteger(start: number): number | null {
    const text = decoder.decode(this.#bytes.subarray(start, this.at));
    if (!/^-?\d{1,20}$/.test(text)) return null;
    const value = Number(BigInt.asIntN(64, BigInt(text)));
    return Number.isSafeInteger(value) ? value : null;
  }
}
