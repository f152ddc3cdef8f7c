import { CONST, VOLATILE } from './undecorate-node.ts';
import { Undecorable } from './undecorate-print.ts';

const LETTERS = ",/\\:. \n\t'-";

/** A place in a decorated name and the small tokens that stand there; everything unexpected throws Undecorable. */
export class Cursor {
  readonly text: string;
  at = 0;
  #depth = 0;
  constructor(text: string) {
    this.text = text;
  }

  fail(): never {
    throw new Undecorable();
  }

  /** Runs `parse` one level deeper; nesting past what any compiler writes is refused. */
  nested<T>(parse: () => T): T {
    if (++this.#depth > 256) this.fail();
    const value = parse();
    this.#depth--;
    return value;
  }

  get ended(): boolean {
    return this.at >= this.text.length;
  }

  starts(token: string): boolean {
    return this.text.startsWith(token, this.at);
  }

  take(token: string): boolean {
    if (!this.starts(token)) return false;
    this.at += token.length;
    return true;
  }

  expect(token: string): void {
    if (!this.take(token)) this.fail();
  }

  /** The next character, consumed. */
  next(): string {
    if (this.ended) this.fail();
    return this.text[this.at++] ?? '';
  }

  /** The next character, or the empty string at the end. */
  peek(offset = 0): string {
    return this.text[this.at + offset] ?? '';
  }

  digit(): number | null {
    const code = this.text.charCodeAt(this.at) - 48;
    return code >= 0 && code <= 9 ? code : null;
  }

  /** Up to the next `@`, which is consumed; never empty. */
  untilAt(): string {
    const end = this.text.indexOf('@', this.at);
    if (end <= this.at) this.fail();
    const text = this.text.slice(this.at, end);
    this.at = end + 1;
    return text;
  }

  /** `?` for minus; one digit for 1 to 10, or hexadecimal in the letters A to P ended by `@`. */
  number(): bigint {
    const sign = this.take('?') ? -1n : 1n;
    const digit = this.digit();
    if (digit !== null) {
      this.at++;
      return sign * BigInt(digit + 1);
    }
    let value = 0n;
    for (let count = 0; ; count++) {
      const char = this.next();
      if (char === '@') return sign * value;
      if (char < 'A' || char > 'P' || count > 16) this.fail();
      value = BigInt.asUintN(64, (value << 4n) | BigInt(char.charCodeAt(0) - 65));
    }
  }

  unsigned(): bigint {
    const value = this.number();
    return value < 0n ? this.fail() : value;
  }

  /** A qualifier letter: its bits, and whether it is a member's. */
  qualifiers(): { quals: number; isMember: boolean } {
    const char = this.next();
    const plain = 'ABCD'.indexOf(char);
    const member = 'QRST'.indexOf(char);
    const code = Math.max(plain, member);
    if (code < 0) this.fail();
    return { quals: (code & 1 ? CONST : 0) | (code & 2 ? VOLATILE : 0), isMember: member >= 0 };
  }

  /** One byte of an encoded string literal. */
  literalByte(): number {
    if (!this.take('?')) return this.next().charCodeAt(0) & 0xff;
    if (this.take('$')) {
      const high = this.next().charCodeAt(0) - 65;
      const low = this.next().charCodeAt(0) - 65;
      if (high < 0 || high > 15 || low < 0 || low > 15) this.fail();
      return high * 16 + low;
    }
    const digit = this.digit();
    const char = this.next();
    if (digit !== null) return LETTERS.charCodeAt(digit);
    if (/[a-zA-Z]/.test(char)) return char.charCodeAt(0) + 0x80;
    return this.fail();
  }
}
