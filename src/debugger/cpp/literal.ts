import { ExpressionError } from '../expression-syntax.ts';
import type { CppCursor } from './cursor.ts';
import type { CppExpression } from './tree.ts';

/** Numbers as C and as debuggers write them, with C's and Microsoft's suffixes. */
export const NUMBER =
  /(0[xX][0-9a-fA-F`]+|0[nN][0-9]+|0[bByY][01]+|0[tT][0-7]+|(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?)([uUlLfF]*|[iI](?:8|16|32|64)|[uU][iI](?:8|16|32|64))(?![\w.])/y;
const INTEGER = /^[0-9`]+$/;

/** The value of a number that was matched at `at`. */
export function numberLiteral([all, digits = '', suffix = '']: RegExpExecArray, at: number): CppExpression {
  const plain = digits.replaceAll('`', '');
  if (/^[0-9.]/.test(plain) && !/^0[xXnNtTbByY]/.test(plain) && !INTEGER.test(plain))
    return { kind: 'float', value: Number(plain), single: /f/i.test(suffix), at };
  if (/f/i.test(suffix)) {
    if (!INTEGER.test(plain)) throw new ExpressionError(`Syntax error at '${all}'`, at);
    return { kind: 'float', value: Number(plain), single: true, at };
  }
  const value = integerOf(plain);
  if (value === null || value > 0xffffffffffffffffn) throw new ExpressionError(`Overflow error at '${all}'`, at);
  return { kind: 'integer', value, unsigned: /u/i.test(suffix), long: /i64|ll/i.test(suffix), type: null, at };
}

function integerOf(plain: string): bigint | null {
  const prefix = plain.slice(0, 2).toLowerCase();
  if (prefix === '0n') return BigInt(plain.slice(2));
  if (prefix === '0y') return BigInt(`0b${plain.slice(2)}`);
  if (prefix === '0t') return BigInt(`0o${plain.slice(2)}`);
  if (prefix === '0x' || prefix === '0b') return plain.length > 2 ? BigInt(plain) : null;
  return BigInt(/^0[0-7]+$/.test(plain) ? `0o${plain.slice(1)}` : plain);
}

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  a: '\x07',
  b: '\b',
  f: '\f',
  v: '\v',
};
const ESCAPE = /\\(?:x([0-9a-fA-F]{1,4})|([0-7]{1,3})|(.))/sy;

/** `'a'`, `L'a'`, `"text"` at the cursor, with C's escapes. */
export function quotedLiteral(cursor: CppCursor, at: number): CppExpression {
  const wide = cursor.text[at] === 'L';
  const open = wide ? at + 1 : at;
  const quote = cursor.text[open]!;
  let text = '';
  let end = open + 1;
  while (end < cursor.text.length && cursor.text[end] !== quote) {
    ESCAPE.lastIndex = end;
    const found = ESCAPE.exec(cursor.text);
    text += found ? escaped(found) : cursor.text[end];
    end += found?.[0].length ?? 1;
  }
  if (cursor.text[end] !== quote) throw new ExpressionError(`Syntax error at '${cursor.text.slice(at)}'`, at);
  cursor.at = end + 1;
  if (quote === '"') return { kind: 'string', text, at };
  if (text.length !== 1) throw new ExpressionError(`Syntax error at '${cursor.text.slice(at)}'`, at);
  const value = BigInt(text.charCodeAt(0));
  return { kind: 'integer', value, unsigned: false, long: false, type: wide ? 'wchar_t' : 'char', at };
}

function escaped([, hex, octal, char = '']: RegExpExecArray): string {
  if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16));
  if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8));
  return ESCAPES[char] ?? char;
}
