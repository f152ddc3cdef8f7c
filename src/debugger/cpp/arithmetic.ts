import type { Type } from '../../symbols/type.ts';
import { ExpressionError } from '../expression-syntax.ts';
import { type CppScope, number } from './access.ts';
import {
  BOOL,
  DOUBLE,
  FLOAT,
  floating,
  INT,
  INT64,
  integer,
  isSigned,
  LONG,
  signedValue,
  type TypedValue,
  UINT,
  UINT64,
  ULONG,
} from './value.ts';

/** C's integer promotion: what is narrower than int becomes int. */
export function promoted(type: Type): Type {
  if (type.kind === 'pointer') return type;
  if (type.size < 4) return INT;
  if (type.kind === 'base' && type.size === 4 && (type.encoding === 'signed' || type.encoding === 'unsigned'))
    return type;
  return type.size >= 8 ? (isSigned(type) ? INT64 : UINT64) : isSigned(type) ? INT : UINT;
}

/** What two numbers of different types become before they meet; null where they stay as they are. */
export function commonType(left: Type, right: Type): Type | null {
  const isNumber = (type: Type) => (type.kind === 'base' && type.encoding !== 'other') || type.kind === 'enum';
  if (!isNumber(left) || !isNumber(right) || nameOf(left) === nameOf(right)) return null;
  const floats = [left, right].filter((type) => type.kind === 'base' && type.encoding === 'float');
  if (floats.length > 0) return floats.some((type) => type.size === 8) ? DOUBLE : FLOAT;
  return common(left, right);
}

const nameOf = (type: Type): string => ('name' in type ? `${('cName' in type && type.cName) || type.name}` : '');

function common(left: Type, right: Type): Type {
  const [a, b] = [promoted(left), promoted(right)];
  const wide = a.size >= 8 || b.size >= 8;
  const unsigned = [a, b].some((type) => !isSigned(type) && (!wide || type.size >= 8));
  if (wide) return unsigned ? UINT64 : INT64;
  // `long` stands above `int` of the same size.
  const long = [a, b].some((type) => type.kind === 'base' && type.cName !== undefined);
  return unsigned ? (long ? ULONG : UINT) : long ? LONG : INT;
}

/** A binary operator other than `&&`, `||` and the comma applied to values, by C's rules. */
export function applyBinary(
  operator: string,
  left: TypedValue,
  right: TypedValue,
  scope: CppScope,
  at: number,
): TypedValue {
  const a = number(left, scope, at);
  const b = number(right, scope, at);
  if (a.number !== null || b.number !== null) return floatingOf(operator, a, b, at);
  if (a.type.kind === 'pointer' || b.type.kind === 'pointer') {
    const pointed = pointers(operator, a, b, scope, at);
    if (pointed) return pointed;
  }
  if (operator === '<<' || operator === '>>') return shifted(operator, a, b);
  const type = common(a.type, b.type);
  const convert = (value: TypedValue) => {
    const plain = signedValue(value);
    return isSigned(type) ? BigInt.asIntN(type.size * 8, plain) : BigInt.asUintN(type.size * 8, plain);
  };
  return integers(operator, convert(a), convert(b), type, at);
}

/** Processors look at the lower bits of the count only; C leaves more than them open, and so nothing is left here. */
function shifted(operator: string, a: TypedValue, b: TypedValue): TypedValue {
  const type = promoted(a.type);
  const by = signedValue(b);
  if (by < 0n || by >= BigInt(type.size * 8)) return integer(0n, type);
  const plain = signedValue(a);
  return integer(operator === '<<' ? plain << by : plain >> by, type);
}

function integers(operator: string, a: bigint, b: bigint, type: Type, at: number): TypedValue {
  switch (operator) {
    case '+':
      return integer(a + b, type);
    case '-':
      return integer(a - b, type);
    case '*':
      return integer(a * b, type);
    case '/':
    case '%':
      if (b === 0n) throw new ExpressionError(`Operand error at '${operator}'`, at);
      return integer(operator === '/' ? a / b : a % b, type);
    case '&':
      return integer(a & b, type);
    case '|':
      return integer(a | b, type);
    case '^':
      return integer(a ^ b, type);
    default:
      return integer(compare(operator, a < b ? -1 : a > b ? 1 : 0) ? 1n : 0n, BOOL);
  }
}

function compare(operator: string, order: number): boolean {
  switch (operator) {
    case '==':
      return order === 0;
    case '!=':
      return order !== 0;
    case '<':
      return order < 0;
    case '>':
      return order > 0;
    case '<=':
      return order <= 0;
    default:
      return order >= 0;
  }
}

function floatingOf(operator: string, left: TypedValue, right: TypedValue, at: number): TypedValue {
  const a = left.number ?? Number(signedValue(left));
  const b = right.number ?? Number(signedValue(right));
  const isSingle = [left, right].every((value) => value.number === null || value.type.size === 4);
  const result = (value: number) => floating(value, isSingle ? FLOAT : undefined);
  switch (operator) {
    case '+':
      return result(a + b);
    case '-':
      return result(a - b);
    case '*':
      return result(a * b);
    case '/':
      if (b === 0) throw new ExpressionError("Operand error at '/'", at);
      return result(a / b);
    case '!=':
      return integer(a !== b ? 1n : 0n, BOOL);
    case '==':
    case '<':
    case '>':
    case '<=':
    case '>=':
      // No number stands in any order to what is none.
      if (Number.isNaN(a) || Number.isNaN(b)) return integer(0n, BOOL);
      return integer(compare(operator, a < b ? -1 : a > b ? 1 : 0) ? 1n : 0n, BOOL);
    default:
      throw new ExpressionError(`Operand error at '${operator}': it needs integers`, at);
  }
}

/** Arithmetic with pointers counts elements; null where the usual rules apply (comparison). */
function pointers(operator: string, a: TypedValue, b: TypedValue, scope: CppScope, at: number): TypedValue | null {
  const stepOf = (type: Type) => BigInt(Math.max(1, type.kind === 'pointer' ? type.target().size : 1));
  if (a.type.kind === 'pointer' && b.type.kind === 'pointer') {
    if (operator !== '-') return comparing(operator, at);
    return integer((a.bits! - b.bits!) / stepOf(a.type), scope.pointerSize === 8 ? INT64 : INT);
  }
  const [pointer, count] = a.type.kind === 'pointer' ? [a, b] : [b, a];
  if (operator === '+') return integer(pointer.bits! + signedValue(count) * stepOf(pointer.type), pointer.type);
  if (operator === '-' && pointer === a) return integer(a.bits! - signedValue(b) * stepOf(a.type), a.type);
  return comparing(operator, at);
}

/** The debugger lets masks be laid on pointers, which C does not. */
function comparing(operator: string, at: number): null {
  if (['==', '!=', '<', '>', '<=', '>=', '&', '|', '^'].includes(operator)) return null;
  throw new ExpressionError(`Operand error at '${operator}': it does not go with pointers`, at);
}
