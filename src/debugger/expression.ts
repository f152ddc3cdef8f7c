import {
  type Argument,
  type Expression,
  ExpressionError,
  parseExpression,
  parseWhole,
  type Reading,
} from './expression-syntax.ts';
import { placed } from './inner-expression.ts';
import { matchesWildcard } from './wildcard.ts';

/** What an expression may ask of the debugger. All values are unsigned 64-bit. */
export interface ExpressionScope {
  readonly reading: Reading;
  readonly pointerSize: 4 | 8;
  /** Whether numbers are read as a kernel debugger reads them, which extends the sign of 32-bit constants. */
  readonly kernel: boolean;
  /** A register or pseudo-register by name without `@`, or null when there is none of that name. */
  register(name: string): bigint | null;
  /** Why a register that exists has no value here, for people; null where it does not exist. */
  absence(name: string): string | null;
  /** A symbol's address (`mod!name`, `name`) or a module's base (`mod`), or null. */
  symbol(name: string): bigint | null;
  /** The address of a source line `module!file:line`, or null. */
  sourceLine(text: string): bigint | null;
  /** Little-endian unsigned memory, or null when it cannot be read. `physical` for the $p operators. */
  read(address: bigint, size: 1 | 2 | 4 | 8, physical: boolean): bigint | null;
  /** Number of bytes readable at an address, at most `length`. */
  readable(address: bigint, length: bigint): bigint;
  /** The entry point of the image at a base address, or null. */
  entryPoint(base: bigint): bigint | null;
  /** What the function at an address returns, in C's words, or null where symbols do not tell. */
  returnType(address: bigint): string | null;
  /** The known name nearest to one that is unknown, for a hint, or null. */
  nearest(name: string, register: boolean): string | null;
  /** The value of a C++ expression, or null when there is no such evaluator. */
  cpp(text: string): bigint | null;
}

const MASK = 0xffffffffffffffffn;
const wrap = (value: bigint) => value & MASK;
const signed = (value: bigint) => BigInt.asIntN(64, value);

/** A 32-bit value with its sign in the upper half, as the debugger holds registers and addresses of 32 bits. */
export const signExtended = (value: bigint): bigint => BigInt.asUintN(64, BigInt.asIntN(32, value));

/** Evaluates a whole MASM expression; throws ExpressionError worded as the debugger words it. */
export function evaluate(text: string, scope: ExpressionScope): bigint {
  return expressionValue(parseWhole(text, scope.reading), scope);
}

/** Evaluates the expression that `text` starts with; commands use it to take one argument off a line. */
export function evaluatePrefix(
  text: string,
  scope: ExpressionScope,
  start = 0,
): { readonly value: bigint; readonly end: number } {
  const { expression, end } = parseExpression(text, scope.reading, start);
  return { value: expressionValue(expression, scope), end };
}

/** The value of a parsed expression: arithmetic wraps at 64 bits, comparison yields 1 or 0. */
export function expressionValue(expression: Expression, scope: ExpressionScope): bigint {
  switch (expression.kind) {
    case 'number':
      return expression.extends && scope.kernel ? signExtended(expression.value) : expression.value;
    case 'here': {
      const here = scope.register('$ip');
      if (here === null) throw new ExpressionError("Bad register error at '.'", expression.at);
      return here;
    }
    case 'name':
      return nameValue(expression, scope);
    case 'line': {
      const line = scope.sourceLine(expression.text);
      if (line === null) throw new ExpressionError(`Couldn't resolve error at '\`${expression.text}\`'`, expression.at);
      return line;
    }
    case 'unary':
      return unaryValue(expression, scope);
    case 'binary':
      return binaryValue(
        expression.operator,
        expressionValue(expression.left, scope),
        expressionValue(expression.right, scope),
        expression.at,
      );
    case 'call':
      return callValue(expression.name, expression.parts, scope, expression.at);
    case 'foreign': {
      const value = placed(() => scope.cpp(expression.text), expression.start);
      if (value === null)
        throw new ExpressionError(`C++ expressions cannot be evaluated here: '${expression.text}'`, expression.at);
      return wrap(value);
    }
  }
}

/** Registers that need no `@`: "certain very common registers" of x86 (Microsoft Learn, "Register Syntax") and their like. */
const COMMON = /^(?:[er](?:[a-d]x|[sd]i|[sbi]p)|efl)$/i;

/**
 * Without `@` a name that is no very common register is a symbol first, then a register (Microsoft Learn, "Register
 * Syntax"). No symbol begins like a pseudo-register.
 */
function nameValue(
  { text, register, at }: { text: string; register: boolean; at: number },
  scope: ExpressionScope,
): bigint {
  const isRegisterFirst = register || text.startsWith('$') || COMMON.test(text);
  const own = isRegisterFirst ? scope.register(text) : null;
  if (own !== null) return own;
  const symbol = register ? null : scope.symbol(text);
  if (symbol !== null) return symbol;
  const late = isRegisterFirst ? null : scope.register(text);
  if (late !== null) return late;
  throw new ExpressionError(unresolved(text, register, scope), at);
}

function unresolved(text: string, register: boolean, scope: ExpressionScope): string {
  const absence = scope.absence(text);
  const what =
    register || absence !== null ? `Bad register error at '@${text}'` : `Couldn't resolve error at '${text}'`;
  // A name that exists and has no value in this dump is no misspelling.
  if (absence !== null) return `${what}: ${absence}`;
  const near = scope.nearest(text, register);
  return near === null || near === `@${text.toLowerCase()}` ? what : `${what}; did you mean ${near}?`;
}

const SIZES: Readonly<Record<string, 1 | 2 | 4 | 8>> = { by: 1, wo: 2, dwo: 4, qwo: 8 };

function unaryValue(
  { operator, operand, at, rest }: { operator: string; operand: Expression; at: number; rest: string },
  scope: ExpressionScope,
): bigint {
  const value = expressionValue(operand, scope);
  switch (operator) {
    case '+':
      return value;
    case '-':
      return wrap(-value);
    case 'not':
    case '!':
      return value === 0n ? 1n : 0n;
    case '~':
      return wrap(~value);
    case 'hi':
      return (value >> 16n) & 0xffffn;
    case 'low':
      return value & 0xffffn;
    default: {
      const physical = operator.startsWith('$p');
      const name = physical ? operator.slice(2) : operator;
      const size = name === 'poi' ? scope.pointerSize : SIZES[name]!;
      const read = scope.read(value, size, physical);
      if (read === null)
        throw new ExpressionError(`Memory access error at '${rest}': 0x${value.toString(16)} cannot be read`, at);
      return name === 'poi' && size === 4 ? signExtended(read) : read;
    }
  }
}

/** All values are unsigned 64-bit, in comparisons too (Microsoft Learn, "MASM Numbers and Operators": ULONG64). */
function binaryValue(operator: string, left: bigint, right: bigint, at: number): bigint {
  switch (operator) {
    case '+':
      return wrap(left + right);
    case '-':
      return wrap(left - right);
    case '*':
      return wrap(left * right);
    case '/':
    case 'mod':
    case '%':
      if (right === 0n) throw new ExpressionError(`Operand error at '${operator}'`, at);
      return operator === '/' ? left / right : left % right;
    case '<<':
      return right > 63n ? 0n : wrap(left << right);
    case '>>':
      return right > 63n ? 0n : left >> right;
    case '>>>':
      return wrap(signed(left) >> (right > 63n ? 63n : right));
    case '=':
    case '==':
      return left === right ? 1n : 0n;
    case '!=':
      return left !== right ? 1n : 0n;
    case '<':
      return left < right ? 1n : 0n;
    case '>':
      return left > right ? 1n : 0n;
    case '<=':
      return left <= right ? 1n : 0n;
    case '>=':
      return left >= right ? 1n : 0n;
    case 'and':
    case '&':
      return left & right;
    case 'xor':
    case '^':
      return left ^ right;
    default:
      return left | right;
  }
}

function callValue(name: string, parts: readonly Argument[], scope: ExpressionScope, at: number): bigint {
  const text = (index: number): string => {
    const part = parts[index];
    if (!part || !('text' in part)) throw new ExpressionError(`Syntax error at '${name}'`, at);
    return part.text;
  };
  const number = (index: number): bigint => {
    const part = parts[index];
    if (!part || !('expression' in part)) throw new ExpressionError(`Syntax error at '${name}'`, at);
    return expressionValue(part.expression, scope);
  };
  const compare = (a: string, b: string) => (a === b ? 0n : a < b ? MASK : 1n);
  switch (name) {
    case '$scmp':
      return compare(text(0), text(1));
    case '$sicmp':
      return compare(text(0).toLowerCase(), text(1).toLowerCase());
    case '$spat':
      return matchesWildcard(text(0), text(1)) ? 1n : 0n;
    case '$vvalid': {
      const length = number(1);
      return scope.readable(number(0), length) === length ? 1n : 0n;
    }
    case '$iment': {
      const entry = scope.entryPoint(number(0));
      if (entry === null)
        throw new ExpressionError(`Couldn't resolve error at '${name}': no header of an image can be read there`, at);
      return entry;
    }
    default:
      return succeeded(scope.returnType(number(0)), number(1), parts.length > 2 ? number(2) : 0n) ? 1n : 0n;
  }
}

/** `$fnsucc`: a result read by the function's type; of other types `flag` 1 means that zero is success (Microsoft Learn). */
function succeeded(type: string | null, value: bigint, flag: bigint): boolean {
  if (type === 'NTSTATUS' || type === 'HRESULT') return BigInt.asIntN(32, value) >= 0n;
  if (type === 'HANDLE') return value !== 0n && signExtended(value) !== MASK;
  if (type !== null && /^(?:BOOL|bool)$|\*$/.test(type)) return value !== 0n;
  return flag === 0n ? value !== 0n : value === 0n;
}
