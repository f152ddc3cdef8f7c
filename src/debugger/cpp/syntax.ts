import { ExpressionError } from '../expression-syntax.ts';
import { CppCursor } from './cursor.ts';
import { NUMBER, numberLiteral, quotedLiteral } from './literal.ts';
import { macro } from './macro.ts';
import type { CppExpression } from './tree.ts';
import { castType, neededType, type TypeTest } from './type-syntax.ts';

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
const DEEPEST = 200;
const LONGEST = 64 << 10;
/** `x =>`, `(a, b) =>`. */
const LAMBDA = /(?:([A-Za-z_]\w*)|\(\s*((?:[A-Za-z_]\w*\s*(?:,\s*[A-Za-z_]\w*\s*)*)?)\))\s*=>/y;
const NEW_MEMBER = /([A-Za-z_]\w*)\s*=(?![=>])/y;
const ASSIGNMENT = /^(?:[-+*/%&|^]|<<|>>)?=$/;
const PSEUDO = /^\$t1?\d$/;

/**
 * Parses a whole C++ expression; `isType` tells type names from others, which decides what is a cast. With `model` it
 * may also hold what dx adds: calls, lambdas and `new { Name = value }`.
 */
export function parseCpp(text: string, isType: TypeTest, model = false): CppExpression {
  if (text.length > LONGEST) throw new ExpressionError('Expression too long', 0);
  const parser = new CppParser(text, isType, model);
  return parser.whole();
}

class CppParser {
  readonly #cursor: CppCursor;
  readonly #isType: TypeTest;
  readonly #model: boolean;
  #depth = 0;
  constructor(text: string, isType: TypeTest, model: boolean) {
    this.#cursor = new CppCursor(text);
    this.#model = model;
    this.#isType = isType;
  }
  whole(): CppExpression {
    const expression = this.#list();
    this.#cursor.end();
    return expression;
  }
  #deeper<T>(parse: () => T): T {
    if (++this.#depth > DEEPEST) throw new ExpressionError('Expression too complex', this.#cursor.at);
    const result = parse();
    this.#depth--;
    return result;
  }
  /** Expressions with commas between them, of which the last counts. */
  #list(): CppExpression {
    let left = this.#expression();
    for (;;) {
      const at = this.#cursor.at;
      if (!this.#cursor.take(',')) return left;
      left = { kind: 'binary', operator: ',', left, right: this.#expression(), at };
    }
  }
  #expression(): CppExpression {
    return this.#deeper(() => {
      const cursor = this.#cursor;
      cursor.skip();
      const at = cursor.at;
      const lambda = this.#model ? cursor.match(LAMBDA) : null;
      if (lambda) return this.#lambda(lambda, at);
      const condition = this.#binary(0);
      if (cursor.take('?')) {
        const yes = this.#list();
        cursor.need(':');
        return { kind: 'choose', condition, yes, no: this.#expression(), at };
      }
      const operator = cursor.peek();
      return ASSIGNMENT.test(operator) ? this.#assignment(condition, operator, cursor.at) : condition;
    });
  }
  #lambda(found: RegExpExecArray, at: number): CppExpression {
    this.#cursor.at += found[0].length;
    const parameters = (found[1] ?? found[2] ?? '').split(',').map((name) => name.trim());
    return { kind: 'lambda', parameters: parameters.filter((name) => name !== ''), body: this.#expression(), at };
  }
  #assignment(target: CppExpression, operator: string, at: number): CppExpression {
    if (target.kind !== 'register' || !PSEUDO.test(target.name))
      throw new ExpressionError(`a dump is read-only: '${operator}' cannot change it`, at);
    this.#cursor.at += operator.length;
    const right = this.#expression();
    const value: CppExpression =
      operator === '=' ? right : { kind: 'binary', operator: operator.slice(0, -1), left: target, right, at };
    return { kind: 'assign', register: target.name, value, at };
  }
  #binary(level: number): CppExpression {
    const operators = LEVELS[level];
    if (!operators) return this.#unary();
    let left = this.#binary(level + 1);
    for (;;) {
      const operator = this.#cursor.peek();
      if (!operators.includes(operator)) return left;
      const { at } = this.#cursor;
      this.#cursor.at += operator.length;
      left = { kind: 'binary', operator, left, right: this.#binary(level + 1), at };
    }
  }
  #unary(): CppExpression {
    return this.#deeper(() => {
      const cursor = this.#cursor;
      const operator = cursor.peek();
      const { at } = cursor;
      if (['+', '-', '!', '~', '*', '&'].includes(operator)) {
        cursor.at += 1;
        return { kind: 'unary', operator, operand: this.#unary(), at };
      }
      if (operator === '++' || operator === '--') {
        cursor.at += 2;
        return this.#step(this.#unary(), operator, at);
      }
      const type = operator === '(' ? castType(cursor, this.#isType) : null;
      return type ? { kind: 'cast', type, operand: this.#unary(), at } : this.#postfix();
    });
  }
  /** `++` and `--` of a pseudo-register; the value is the one after it. */
  #step(operand: CppExpression, operator: string, at: number): CppExpression {
    if (operand.kind !== 'register' || !PSEUDO.test(operand.name))
      throw new ExpressionError(`a dump is read-only: '${operator}' cannot change it`, at);
    const one: CppExpression = { kind: 'integer', value: 1n, unsigned: false, long: false, type: null, at };
    const value: CppExpression = { kind: 'binary', operator: operator[0]!, left: operand, right: one, at };
    return { kind: 'assign', register: operand.name, value, at };
  }
  #postfix(): CppExpression {
    const cursor = this.#cursor;
    let operand = this.#primary();
    for (;;) {
      cursor.skip();
      const { at } = cursor;
      if (cursor.take('->')) operand = this.#member(operand, true);
      else if (cursor.take('.')) operand = this.#member(operand, false);
      else if (cursor.take('[')) {
        const index = this.#list();
        cursor.need(']');
        operand = { kind: 'index', operand, index, at };
      } else if (this.#model && cursor.take('(')) operand = { kind: 'call', operand, args: this.#arguments(), at };
      else if (cursor.peek() === '++' || cursor.peek() === '--') return this.#afterwards(operand, at);
      else return operand;
    }
  }
  #member(operand: CppExpression, arrow: boolean): CppExpression {
    this.#cursor.skip();
    const { at } = this.#cursor;
    return { kind: 'member', operand, name: this.#cursor.neededWord(), arrow, at };
  }
  /** `operand++`: the value before it, which is the one after it taken back. */
  #afterwards(operand: CppExpression, at: number): CppExpression {
    const operator = this.#cursor.peek();
    this.#cursor.at += 2;
    const one: CppExpression = { kind: 'integer', value: 1n, unsigned: false, long: false, type: null, at };
    const back = operator === '++' ? '-' : '+';
    return { kind: 'binary', operator: back, left: this.#step(operand, operator, at), right: one, at };
  }
  #arguments(): CppExpression[] {
    const args: CppExpression[] = [];
    if (this.#cursor.take(')')) return args;
    do args.push(this.#expression());
    while (this.#cursor.take(','));
    this.#cursor.need(')');
    return args;
  }
  /** `{ Name = value, ... }` behind `new`; a member without a name of its own bears the last one of its value. */
  #newObject(at: number): CppExpression {
    const cursor = this.#cursor;
    const members: { name: string; value: CppExpression }[] = [];
    cursor.need('{');
    do {
      const named = cursor.match(NEW_MEMBER);
      if (named) cursor.at += named[0].length;
      const value = this.#expression();
      const name = named?.[1] ?? (value.kind === 'member' ? value.name : value.kind === 'name' ? value.text : null);
      if (name === null) throw cursor.unexpected();
      members.push({ name, value });
    } while (cursor.take(','));
    cursor.need('}');
    return { kind: 'new', members, at };
  }
  #primary(): CppExpression {
    const cursor = this.#cursor;
    cursor.skip();
    const { at } = cursor;
    const char = cursor.text[at] ?? '';
    if (char === '') throw new ExpressionError("Syntax error at '<EOL>'", at);
    if (cursor.take('(')) {
      const inner = this.#list();
      cursor.need(')');
      return inner;
    }
    if (char === '@') return this.#register(at);
    if (char === '#') {
      const type = () => neededType(cursor, this.#isType);
      return macro(cursor, { expression: () => this.#expression(), type }, at);
    }
    if (/^L?['"]/.test(cursor.text.slice(at, at + 2))) return quotedLiteral(cursor, at);
    const number = cursor.match(NUMBER);
    if (number) {
      cursor.at += number[0].length;
      return numberLiteral(number, at);
    }
    return this.#word(at);
  }
  #word(at: number): CppExpression {
    const cursor = this.#cursor;
    const template = cursor.templateName();
    // `Box<int>::count` is a name; `a<b>c` compares.
    if (template !== null && (template.includes('>::') || this.#isType(template))) {
      cursor.at += template.length;
      return { kind: 'name', text: template, at };
    }
    const word = cursor.neededWord();
    if (word === 'new' && this.#model) return this.#newObject(at);
    if (word === 'sizeof') return this.#sizeOf(at);
    if (/^(?:static|reinterpret|const|dynamic)_cast$/.test(word))
      return this.#namedCast(word === 'reinterpret_cast', at);
    if (word === 'true' || word === 'false')
      return { kind: 'integer', value: word === 'true' ? 1n : 0n, unsigned: false, long: false, type: 'bool', at };
    if (word === 'nullptr') return { kind: 'integer', value: 0n, unsigned: false, long: true, type: null, at };
    return { kind: 'name', text: word.replace(/^::/, ''), at };
  }
  #register(at: number): CppExpression {
    const cursor = this.#cursor;
    const found = /^@@(masm|c\+\+)?\s*\(/i.exec(cursor.text.slice(at, at + 20));
    if (found) {
      const start = at + found[0].length;
      const inner = cursor.balanced(start);
      if (found[1]?.toLowerCase() !== 'c++') return { kind: 'masm', text: inner, at, start };
      return parseCpp(inner, this.#isType, this.#model);
    }
    const name = /^@(!?"[^"]+"|[$\w]+)/.exec(cursor.text.slice(at, at + 600));
    if (!name) throw cursor.unexpected();
    cursor.at += name[0].length;
    const quoted = /^!?"(.*)"$/.exec(name[1]!);
    return quoted ? { kind: 'name', text: quoted[1]!, at } : { kind: 'register', name: name[1]!.toLowerCase(), at };
  }
  #sizeOf(at: number): CppExpression {
    const type = this.#cursor.peek() === '(' ? castType(this.#cursor, this.#isType) : null;
    return { kind: 'size', of: type ?? this.#unary(), at };
  }
  #namedCast(exactly: boolean, at: number): CppExpression {
    const cursor = this.#cursor;
    cursor.need('<');
    const type = neededType(cursor, this.#isType);
    cursor.needClosing();
    cursor.need('(');
    const operand = this.#list();
    cursor.need(')');
    return { kind: 'cast', type, operand, exactly, at };
  }
}
