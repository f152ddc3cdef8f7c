import { ExpressionError } from '../expression-syntax.ts';
import type { CppExpression, TypeName } from './tree.ts';

/** C's operators, loosest first; all bind to the left. */
const LEVELS: readonly (readonly string[])[] = [
  ['||'],
  ['&&'],
  ['|'],
  ['^'],
  ['&'],
  ['==', '!='],
  ['<', '>', '<=', '>='],
  ['<<', '>>'],
  ['+', '-'],
  ['*', '/', '%'],
];
const PUNCTUATION = /<<=|>>=|=>|->|\+\+|--|<<|>>|<=|>=|==|!=|&&|\|\||[-+*/%&|^=]=|[-+*/%&|^~!<>=?:.,()[\]]/y;
const WORD = /(?:\w+!)?[A-Za-z_~$][\w$]*(?:::~?[A-Za-z_][\w$]*)*/y;
const NUMBER =
  /(0[xX][0-9a-fA-F`]+|0[nN][0-9]+|0[bByY][01]+|[0-9]+(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?)([uUlL]*|[iI]64|[uU][iI]64)(?![\w.])/y;
const BASE_WORDS = new Set([
  'unsigned',
  'signed',
  'char',
  'short',
  'int',
  'long',
  'float',
  'double',
  'bool',
  'void',
  'wchar_t',
  '__int8',
  '__int16',
  '__int32',
  '__int64',
  'int64',
]);
const DEEPEST = 200;
const LONGEST = 64 << 10;
/** `x =>`, `(a, b) =>`. */
const LAMBDA = /(?:([A-Za-z_]\w*)|\(\s*((?:[A-Za-z_]\w*\s*(?:,\s*[A-Za-z_]\w*\s*)*)?)\))\s*=>/y;
const NEW_MEMBER = /([A-Za-z_]\w*)\s*=(?![=>])/y;

/**
 * Parses a whole C++ expression; `isType` tells type names from others, which decides what is a cast. With `model` it
 * may also hold what dx adds: calls, lambdas and `new { Name = value }`.
 */
export function parseCpp(text: string, isType: (name: string) => boolean, model = false): CppExpression {
  if (text.length > LONGEST) throw new ExpressionError('Expression too long', 0);
  const parser = new CppParser(text, isType, model);
  const expression = parser.expression();
  parser.end();
  return expression;
}

class CppParser {
  readonly #text: string;
  readonly #isType: (name: string) => boolean;
  readonly #model: boolean;
  #at = 0;
  #depth = 0;
  constructor(text: string, isType: (name: string) => boolean, model: boolean) {
    this.#text = text;
    this.#model = model;
    this.#isType = isType;
  }
  end(): void {
    this.#skip();
    if (this.#at < this.#text.length) throw this.#unexpected();
  }
  #unexpected(): ExpressionError {
    const rest = this.#text.slice(this.#at).trim();
    return new ExpressionError(rest === '' ? "Syntax error at '<EOL>'" : `Syntax error at '${rest}'`, this.#at);
  }
  #skip(): void {
    while (/[\s\u00a0]/.test(this.#text[this.#at] ?? '')) this.#at++;
  }
  #match(pattern: RegExp): RegExpExecArray | null {
    this.#skip();
    pattern.lastIndex = this.#at;
    return pattern.exec(this.#text);
  }
  #peek(): string {
    return this.#match(PUNCTUATION)?.[0] ?? '';
  }
  #take(sign: string): boolean {
    if (this.#peek() !== sign) return false;
    this.#at += sign.length;
    return true;
  }
  #need(sign: string): void {
    if (!this.#take(sign)) throw this.#unexpected();
  }
  expression(): CppExpression {
    if (++this.#depth > DEEPEST) throw new ExpressionError('Expression too complex', this.#at);
    const at = this.#at;
    const lambda = this.#model ? this.#match(LAMBDA) : null;
    if (lambda) {
      this.#at += lambda[0].length;
      const parameters = lambda[1] === undefined ? lambda[2]!.split(',').map((name) => name.trim()) : [lambda[1]];
      const body = this.expression();
      this.#depth--;
      return { kind: 'lambda', parameters: parameters.filter((name) => name !== ''), body, at };
    }
    const condition = this.#binary(0);
    let result = condition;
    if (this.#take('?')) {
      const yes = this.expression();
      this.#need(':');
      result = { kind: 'choose', condition, yes, no: this.expression(), at };
    } else if (/^([-+*/%&|^]|<<|>>)?=$/.test(this.#peek())) {
      throw new ExpressionError(`a dump is read-only: '${this.#peek()}' cannot change it`, this.#at);
    }
    this.#depth--;
    return result;
  }
  #binary(level: number): CppExpression {
    const operators = LEVELS[level];
    if (!operators) return this.#unary();
    let left = this.#binary(level + 1);
    for (;;) {
      const operator = this.#peek();
      if (!operators.includes(operator)) return left;
      const at = this.#at;
      this.#at += operator.length;
      left = { kind: 'binary', operator, left, right: this.#binary(level + 1), at };
    }
  }
  #unary(): CppExpression {
    if (++this.#depth > DEEPEST) throw new ExpressionError('Expression too complex', this.#at);
    const operator = this.#peek();
    const at = this.#at;
    let result: CppExpression;
    if (['+', '-', '!', '~', '*', '&'].includes(operator)) {
      this.#at += 1;
      result = { kind: 'unary', operator, operand: this.#unary(), at };
    } else if (operator === '++' || operator === '--') {
      throw new ExpressionError(`a dump is read-only: '${operator}' cannot change it`, at);
    } else {
      const type = operator === '(' ? this.#castType() : null;
      result = type ? { kind: 'cast', type, operand: this.#unary(), at } : this.#postfix();
    }
    this.#depth--;
    return result;
  }
  /** `(type)` at the cursor; null, with the cursor unmoved, where the parentheses hold an expression. */
  #castType(): TypeName | null {
    const before = this.#at;
    this.#need('(');
    const type = this.#typeName();
    if (type && this.#take(')')) return type;
    this.#at = before;
    return null;
  }
  #typeName(): TypeName | null {
    const before = this.#at;
    const words: string[] = [];
    for (;;) {
      const word = this.#match(WORD)?.[0];
      if (word === undefined || (words.length > 0 && !BASE_WORDS.has(word) && !isTag(words.at(-1)!))) break;
      if (words.length === 0 && !BASE_WORDS.has(word) && !isTag(word) && !this.#isType(word)) break;
      this.#at += word.length;
      if (word !== 'const' && word !== 'volatile') words.push(word);
      else if (words.length === 0) words.push(word);
    }
    const name = words.filter((word) => !isTag(word)).join(' ');
    if (name === '') {
      this.#at = before;
      return null;
    }
    let pointers = 0;
    while (this.#take('*') || this.#take('&')) pointers++;
    const counts: number[] = [];
    while (this.#take('[')) {
      const count = this.#match(NUMBER);
      if (!count) throw this.#unexpected();
      this.#at += count[0].length;
      counts.push(Number(count[1]));
      this.#need(']');
    }
    return { name, pointers, counts };
  }
  #postfix(): CppExpression {
    let operand = this.#primary();
    for (;;) {
      const at = this.#at;
      if (this.#take('->')) operand = { kind: 'member', operand, name: this.#memberName(), arrow: true, at };
      else if (this.#take('.')) operand = { kind: 'member', operand, name: this.#memberName(), arrow: false, at };
      else if (this.#take('[')) {
        const index = this.expression();
        this.#need(']');
        operand = { kind: 'index', operand, index, at };
      } else if (this.#model && this.#take('(')) operand = { kind: 'call', operand, args: this.#arguments(), at };
      else return operand;
    }
  }
  #arguments(): CppExpression[] {
    const args: CppExpression[] = [];
    if (this.#take(')')) return args;
    do args.push(this.expression());
    while (this.#take(','));
    this.#need(')');
    return args;
  }
  /** `{ Name = value, ... }` behind `new`. */
  #newObject(at: number): CppExpression {
    const members: { name: string; value: CppExpression }[] = [];
    const brace = (sign: string) => {
      this.#skip();
      if (this.#text[this.#at] !== sign) throw this.#unexpected();
      this.#at++;
    };
    brace('{');
    do {
      const name = this.#match(NEW_MEMBER);
      if (!name) throw this.#unexpected();
      this.#at += name[0].length;
      members.push({ name: name[1]!, value: this.expression() });
    } while (this.#take(','));
    brace('}');
    return { kind: 'new', members, at };
  }
  #memberName(): string {
    const word = this.#match(WORD)?.[0];
    if (word === undefined) throw this.#unexpected();
    this.#at += word.length;
    return word;
  }
  #primary(): CppExpression {
    this.#skip();
    const at = this.#at;
    const char = this.#text[at] ?? '';
    if (char === '') throw new ExpressionError("Syntax error at '<EOL>'", at);
    if (this.#take('(')) {
      const inner = this.expression();
      this.#need(')');
      return inner;
    }
    if (char === '@') return this.#at_(at);
    if (char === '#') return this.#macro(at);
    if (char === "'" || char === '"') return this.#quoted(char, at);
    const number = this.#match(NUMBER);
    if (number) return this.#number(number, at);
    const word = this.#match(WORD)?.[0];
    if (word === undefined) throw this.#unexpected();
    this.#at += word.length;
    if (word === 'new' && this.#model) return this.#newObject(at);
    if (word === 'sizeof') return this.#sizeOf(at);
    if (/^(?:static|reinterpret|const|dynamic)_cast$/.test(word)) return this.#namedCast(at);
    if (word === 'true' || word === 'false') {
      return { kind: 'integer', value: word === 'true' ? 1n : 0n, unsigned: false, long: false, at };
    }
    return { kind: 'name', text: word, at };
  }
  #at_(at: number): CppExpression {
    const found = /^@@(masm|c\+\+)?\s*\(/i.exec(this.#text.slice(at));
    if (found) {
      const open = at + found[0].length;
      let depth = 1;
      let end = open;
      for (; end < this.#text.length && depth > 0; end++)
        depth += this.#text[end] === '(' ? 1 : this.#text[end] === ')' ? -1 : 0;
      if (depth > 0) throw this.#unexpected();
      this.#at = end;
      const inner = this.#text.slice(open, end - 1);
      if (found[1]?.toLowerCase() !== 'c++') return { kind: 'masm', text: inner, at, start: open };
      return parseCpp(inner, this.#isType, this.#model);
    }
    const name = /^@(!?"[^"]+"|[$\w]+)/.exec(this.#text.slice(at, at + 600));
    if (!name) throw this.#unexpected();
    this.#at += name[0].length;
    const quoted = /^!?"(.*)"$/.exec(name[1]!);
    return quoted ? { kind: 'name', text: quoted[1]!, at } : { kind: 'register', name: name[1]!.toLowerCase(), at };
  }
  #macro(at: number): CppExpression {
    const found =
      /^#(FIELD_OFFSET|RTL_FIELD_OFFSET|CONTAINING_RECORD|RTL_CONTAINS_FIELD|FIELD_SIZE|RTL_FIELD_SIZE)\s*\(/.exec(
        this.#text.slice(at, at + 40),
      );
    if (!found) throw this.#unexpected();
    this.#at += found[0].length;
    const name = found[1]!.replace(/^RTL_/, '');
    if (name === 'CONTAINING_RECORD') {
      const operand = this.expression();
      this.#need(',');
      const type = this.#neededType();
      this.#need(',');
      const path = this.#path();
      this.#need(')');
      return { kind: 'container', operand, type, path, at };
    }
    if (name === 'CONTAINS_FIELD') throw new ExpressionError(`#${found[1]} is not known here`, at);
    const type = this.#neededType();
    this.#need(',');
    const path = this.#path();
    this.#need(')');
    if (name === 'FIELD_OFFSET') return { kind: 'offset', type, path, at };
    const zero: CppExpression = { kind: 'integer', value: 0n, unsigned: false, long: true, at };
    const object: CppExpression = { kind: 'cast', type: { ...type, pointers: type.pointers + 1 }, operand: zero, at };
    return {
      kind: 'size',
      of: path.split('.').reduce(
        (operand: CppExpression, part, index): CppExpression => ({
          kind: 'member',
          operand,
          name: part,
          arrow: index === 0,
          at,
        }),
        object,
      ),
      at,
    };
  }
  #path(): string {
    let path = this.#memberName();
    while (this.#take('.')) path += `.${this.#memberName()}`;
    return path;
  }
  #neededType(): TypeName {
    const type = this.#typeName();
    if (!type) throw new ExpressionError(`No such type at '${this.#text.slice(this.#at).trim()}'`, this.#at);
    return type;
  }
  #sizeOf(at: number): CppExpression {
    const type = this.#peek() === '(' ? this.#castType() : null;
    return { kind: 'size', of: type ?? this.#unary(), at };
  }
  #namedCast(at: number): CppExpression {
    this.#need('<');
    const type = this.#neededType();
    this.#need('>');
    this.#need('(');
    const operand = this.expression();
    this.#need(')');
    return { kind: 'cast', type, operand, at };
  }
  #quoted(quote: string, at: number): CppExpression {
    let text = '';
    let end = at + 1;
    for (; end < this.#text.length && this.#text[end] !== quote; end++) {
      if (this.#text[end] === '\\') end++;
      text += this.#text[end] ?? '';
    }
    if (this.#text[end] !== quote) throw this.#unexpected();
    this.#at = end + 1;
    if (quote === '"') return { kind: 'string', text, at };
    if (text.length !== 1) throw new ExpressionError(`Syntax error at '${this.#text.slice(at)}'`, at);
    return { kind: 'integer', value: BigInt(text.charCodeAt(0)), unsigned: false, long: false, at };
  }
  #number(found: RegExpExecArray, at: number): CppExpression {
    const [all, digits = '', suffix = ''] = found;
    this.#at += all.length;
    if (/^[0-9]+(?:\.|[eE])/.test(digits)) return { kind: 'float', value: Number(digits), at };
    const plain = digits.replaceAll('`', '');
    const octal = /^0[0-7]+$/.test(plain);
    const value = /^0n/i.test(plain)
      ? BigInt(plain.slice(2))
      : /^0y/i.test(plain)
        ? BigInt(`0b${plain.slice(2)}`)
        : BigInt(octal ? `0o${plain.slice(1)}` : plain);
    if (value > 0xffffffffffffffffn) throw new ExpressionError(`Overflow error at '${all}'`, at);
    return { kind: 'integer', value, unsigned: /u/i.test(suffix), long: /i64|ll/i.test(suffix), at };
  }
}

function isTag(word: string): boolean {
  return /^(?:struct|class|union|enum|const|volatile)$/.test(word);
}
