import { UsageError } from '../bytes/errors.ts';
import { cppExtent } from './cpp-extent.ts';
import { masmNameAt } from './masm-name.ts';
import { masmNumberAt } from './masm-number.ts';
import { binaryOperatorAt, CALLS, PRECEDENCES, unaryOperatorAt } from './masm-operators.ts';

/** How expressions are read: the base of MASM numbers without a prefix, and the language where none is named (`.expr`). */
export interface Reading {
  readonly radix: 8 | 10 | 16;
  readonly language: 'masm' | 'c++';
}

/** A MASM expression as a tree; positions are 0-based columns of the whole text, for carets. */
export type Expression =
  | {
      readonly kind: 'number';
      readonly value: bigint;
      /** Written so that a kernel debugger extends its sign: high bit of 32 set, no backtick, no leading zeros. */
      readonly extends?: boolean;
    }
  | { readonly kind: 'name'; readonly text: string; readonly register: boolean; readonly at: number }
  | { readonly kind: 'line'; readonly text: string; readonly at: number }
  | { readonly kind: 'here'; readonly at: number }
  | {
      readonly kind: 'unary';
      readonly operator: string;
      readonly operand: Expression;
      readonly at: number;
      /** What the debugger still had to read when it applied the operator, for its message. */
      readonly rest: string;
    }
  | {
      readonly kind: 'binary';
      readonly operator: string;
      readonly left: Expression;
      readonly right: Expression;
      readonly at: number;
    }
  | { readonly kind: 'call'; readonly name: string; readonly parts: readonly Argument[]; readonly at: number }
  | {
      readonly kind: 'foreign';
      readonly language: 'c++';
      readonly text: string;
      readonly at: number;
      readonly start: number;
    };

/** An argument of `$scmp` and its like: text in quotes, or an expression. */
export type Argument = { readonly text: string } | { readonly expression: Expression };

/** A failed evaluation, worded as the debugger words it: `Couldn't resolve error at 'foo'`. */
export class ExpressionError extends UsageError {
  constructor(message: string, position: number) {
    super('?', message, position);
    this.name = 'ExpressionError';
  }
}

/** An error that the debugger words with the whole command: `Extra character error in '? 1 )'`. */
export class CommandError extends ExpressionError {
  /** `Extra character error`. */
  readonly words: string;
  constructor(words: string, text: string, position: number) {
    super(`${words} in '${text.trim()}'`, position);
    this.words = words;
  }
}

/** Parentheses deeper than this are not written by people. */
const DEEPEST = 256;
const LONGEST = 64 << 10;

const SPACE = /[\s\u00a0]*/y;

/** Parses as much of `text` as forms one expression, from `start`; returns it and the column after it. */
export function parseExpression(
  text: string,
  reading: Reading,
  start = 0,
): { readonly expression: Expression; readonly end: number } {
  if (text.length > LONGEST) throw new ExpressionError('Expression too long', 0);
  if (reading.language === 'c++') {
    const end = cppExtent(text, start);
    return { expression: cppExpression(text.slice(0, end), start), end };
  }
  const parser = new Parser(text, reading, start);
  const expression = parser.binary(0);
  return { expression, end: parser.at };
}

function cppExpression(text: string, start: number): Expression {
  const at = start + text.slice(start).search(/\S|$/);
  return { kind: 'foreign', language: 'c++', text: text.slice(start), at, start };
}

/** Parses all of `text` from `start` on; anything left over is an error as the debugger words it. */
export function parseWhole(text: string, reading: Reading, start = 0): Expression {
  if (reading.language === 'c++') return cppExpression(text, start);
  const { expression, end } = parseExpression(text, reading, start);
  const extra = text.slice(end).search(/[^\s\u00a0]/);
  if (extra >= 0) throw new CommandError('Extra character error', text, end + extra);
  return expression;
}

class Parser {
  at: number;
  #depth = 0;
  readonly #text: string;
  readonly #reading: Reading;
  constructor(text: string, reading: Reading, start: number) {
    this.#text = text;
    this.#reading = reading;
    this.at = start;
  }
  #skip(): void {
    SPACE.lastIndex = this.at;
    SPACE.exec(this.#text);
    this.at = SPACE.lastIndex;
  }
  #rest(): string {
    return this.#text.slice(this.at).trim();
  }
  binary(level: number): Expression {
    if (level >= PRECEDENCES) return this.unary();
    let left = this.binary(level + 1);
    for (;;) {
      this.#skip();
      const operator = binaryOperatorAt(this.#text, this.at, level);
      if (operator === null) return left;
      const at = this.at;
      this.at += operator.length;
      left = { kind: 'binary', operator, left, right: this.binary(level + 1), at };
    }
  }
  unary(): Expression {
    if (++this.#depth > DEEPEST) throw new ExpressionError('Expression too complex', this.at);
    try {
      this.#skip();
      const at = this.at;
      const operator = unaryOperatorAt(this.#text, at);
      if (operator !== null) {
        this.at += operator.length;
        const operand = this.unary();
        // The parenthesis of `poi(0)` is still to be read when the memory is.
        const read = this.at - (this.#text[this.at - 1] === ')' ? 1 : 0);
        return { kind: 'unary', operator, operand, at, rest: this.#text.slice(read).trim() || '<EOL>' };
      }
      return this.#primary();
    } finally {
      this.#depth--;
    }
  }
  #primary(): Expression {
    const at = this.at;
    const char = this.#text[at] ?? '';
    if (char === '') throw new ExpressionError("Numeric expression missing from '<EOL>'", at);
    if (char === '(' || char === '[') {
      this.at++;
      const inner = this.binary(0);
      this.#skip();
      if (this.#text[this.at] !== (char === '(' ? ')' : ']'))
        throw new ExpressionError(`Syntax error at '${this.#rest() || '<EOL>'}'`, this.at);
      this.at++;
      return inner;
    }
    if (char === '`') return this.#sourceLine();
    if (char === '@' && this.#text[at + 1] === '@') return this.#foreign();
    if (char === '.' && !/[\w]/.test(this.#text[at + 1] ?? '')) {
      this.at++;
      return { kind: 'here', at };
    }
    const number = this.#number();
    if (number !== null) return number;
    if (char === '@' || char === '$' || /[A-Za-z_?~]/.test(char)) return this.#name();
    if (char === "'") return this.#characters();
    throw new ExpressionError(`Numeric expression missing from '${this.#rest()}'`, at);
  }
  /** A number with prefix or suffix, or one in the default radix that a name could not be. */
  #number(): (Expression & { readonly kind: 'number' }) | null {
    const found = masmNumberAt(this.#text, this.at, this.#reading.radix);
    if (!found) return null;
    const { value, length } = found;
    if (value > 0xffffffffffffffffn) throw new CommandError('Overflow error', this.#text, this.at);
    this.at += length;
    return { kind: 'number', value, ...(found.extends ? { extends: true } : {}) };
  }
  #name(): Expression {
    const at = this.at;
    const register = this.#text[at] === '@';
    if (register && this.#text[at + 1] === '!') this.at += 2;
    else if (register) this.at++;
    const text = masmNameAt(this.#text, this.at);
    if (text === null) throw new ExpressionError(`Syntax error at '${this.#rest()}'`, at);
    this.at += text.length;
    if (CALLS.has(text.toLowerCase()) && /^\s*\(/.test(this.#text.slice(this.at)))
      return this.#call(text.toLowerCase(), at);
    return { kind: 'name', text, register, at };
  }
  #call(name: string, at: number): Expression {
    this.#skip();
    this.at++;
    const parts: Argument[] = [];
    for (;;) {
      this.#skip();
      if (this.#text[this.at] === '"') {
        const end = this.#text.indexOf('"', this.at + 1);
        if (end < 0) throw new ExpressionError(`Syntax error at '${this.#rest()}'`, this.at);
        parts.push({ text: this.#text.slice(this.at + 1, end) });
        this.at = end + 1;
      } else parts.push({ expression: this.binary(0) });
      this.#skip();
      const next = this.#text[this.at];
      this.at++;
      if (next === ')') return { kind: 'call', name, parts, at };
      if (next !== ',')
        throw new ExpressionError(`Syntax error at '${this.#text.slice(this.at - 1).trim() || '<EOL>'}'`, this.at - 1);
    }
  }
  #sourceLine(): Expression {
    const at = this.at;
    const end = this.#text.indexOf('`', at + 1);
    const text = end < 0 ? this.#text.slice(at + 1) : this.#text.slice(at + 1, end);
    this.at = end < 0 ? this.#text.length : end + 1;
    return { kind: 'line', text, at };
  }
  /** `@@c++( )`, `@@masm( )`, and `@@( )`, which is the other evaluator. */
  #foreign(): Expression {
    const at = this.at;
    const found = /^@@(c\+\+|masm)?\s*\(/i.exec(this.#text.slice(at));
    if (!found) throw new ExpressionError(`Syntax error at '${this.#rest()}'`, at);
    const open = at + found[0].length;
    let depth = 1;
    let end = open;
    while (end < this.#text.length && depth > 0) {
      if (this.#text[end] === '(') depth++;
      else if (this.#text[end] === ')') depth--;
      end++;
    }
    if (depth > 0) throw new ExpressionError(`Syntax error at '${this.#text.slice(at)}'`, at);
    this.at = end;
    const inner = this.#text.slice(open, end - 1);
    if (found[1]?.toLowerCase() === 'masm') return parseWhole(this.#text.slice(0, end - 1), this.#reading, open);
    return { kind: 'foreign', language: 'c++', text: inner, at, start: open };
  }
  /** `'abcd'`: up to eight ASCII characters, the first the most significant. */
  #characters(): Expression {
    const end = this.#text.indexOf("'", this.at + 1);
    const inside = end < 0 ? '' : this.#text.slice(this.at + 1, end);
    if (inside.length === 0 || inside.length > 8)
      throw new ExpressionError(`Syntax error at '${this.#rest()}'`, this.at);
    let value = 0n;
    for (const char of inside) value = (value << 8n) | BigInt(char.charCodeAt(0) & 0xff);
    this.at = end + 1;
    return { kind: 'number', value };
  }
}
