import type { Cursor } from './undecorate-cursor.ts';
import type { LiteralNode } from './undecorate-node.ts';

const ESCAPES = new Map([
  [0, '\\0'],
  [7, '\\a'],
  [8, '\\b'],
  [9, '\\t'],
  [10, '\\n'],
  [11, '\\v'],
  [12, '\\f'],
  [13, '\\r'],
  [34, '\\"'],
  [39, "\\'"],
  [92, '\\\\'],
]);

function escaped(code: number): string {
  const known = ESCAPES.get(code);
  if (known !== undefined) return known;
  if (code > 0x1f && code < 0x7f) return String.fromCharCode(code);
  let text = '';
  for (let rest = code; rest !== 0; rest = Math.floor(rest / 256)) {
    text = `${(rest % 256).toString(16).toUpperCase().padStart(2, '0')}${text}`;
  }
  return `\\x${text}`;
}

function units(bytes: readonly number[], size: 1 | 2 | 4): number[] {
  return Array.from({ length: Math.floor(bytes.length / size) }, (_, index) => {
    let value = 0;
    for (let byte = size - 1; byte >= 0; byte--) value = value * 256 + (bytes[index * size + byte] ?? 0);
    return value;
  });
}

/** The name does not say whether a literal holds char, char16_t or char32_t: its zero bytes tell, as in LLVM. */
function unitSize(bytes: readonly number[], whole: bigint): 1 | 2 | 4 {
  if (whole % 2n === 1n) return 1;
  if (whole < 32n) {
    let nulls = 0;
    while (nulls < bytes.length && bytes[bytes.length - 1 - nulls] === 0) nulls++;
    return nulls >= 4 && whole % 4n === 0n ? 4 : nulls >= 2 ? 2 : 1;
  }
  const nulls = bytes.filter((byte) => byte === 0).length;
  if (nulls >= Math.floor((2 * bytes.length) / 3) && whole % 4n === 0n) return 4;
  return nulls >= Math.floor(bytes.length / 3) ? 2 : 1;
}

/** What follows `??_C`: `@_0` or `@_1`, the size in bytes, a checksum, and at most the first 32 bytes. */
export function parseLiteral(cursor: Cursor): LiteralNode {
  cursor.expect('@_');
  const kind = cursor.next();
  if (kind !== '0' && kind !== '1') cursor.fail();
  const wide = kind === '1';
  const size = cursor.unsigned();
  if (size < (wide ? 2n : 1n)) cursor.fail();
  cursor.untilAt();
  let text = '';
  let truncated = false;
  let prefix = '';
  if (wide) {
    prefix = 'L';
    truncated = size > 64n;
    for (let rest = size; !cursor.take('@'); rest -= 2n) {
      const code = cursor.literalByte() * 256 + cursor.literalByte();
      if (rest !== 2n || truncated) text += escaped(code);
    }
  } else {
    const bytes: number[] = [];
    while (!cursor.take('@')) {
      if (bytes.length >= 128) cursor.fail();
      bytes.push(cursor.literalByte());
    }
    truncated = size > BigInt(bytes.length);
    const unit = unitSize(bytes, size);
    prefix = unit === 1 ? '' : unit === 2 ? 'u' : 'U';
    const codes = units(bytes, unit);
    text = (truncated ? codes : codes.slice(0, -1)).map(escaped).join('');
  }
  return { kind: 'string', text: `${prefix}"${text}"${truncated ? '...' : ''}` };
}
