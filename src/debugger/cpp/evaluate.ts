import type { StructType, Type } from '../../symbols/type.ts';
import { ExpressionError } from '../expression-syntax.ts';
import { placed } from '../inner-expression.ts';
import type { CppExpression, TypeName } from './tree.ts';
import {
  BOOL,
  cppTypeText,
  cType,
  DOUBLE,
  floating,
  INT,
  INT64,
  integer,
  isSigned,
  pointerTo,
  signedValue,
  type TypedValue,
  UINT,
  UINT64,
} from './value.ts';

/** What C++ expressions may ask of the debugger. */
export interface CppScope {
  readonly pointerSize: 4 | 8;
  /** A structure, enumeration or typedef by name (`nt!_KTHREAD`), or null. */
  type(name: string): Type | null;
  /** A local, global or function by name, or null. */
  variable(name: string): TypedValue | null;
  /** A register or pseudo-register without its `@`, or null. */
  register(name: string): TypedValue | null;
  /** A little-endian unsigned number of memory, or null. */
  read(address: bigint, size: number): bigint | null;
  masm(text: string): bigint;
}

const MOST_DEPTH = 300;

/** The value of a parsed C++ expression, by C's rules; throws ExpressionError with the column. */
export function cppValue(expression: CppExpression, scope: CppScope, depth = 0): TypedValue {
  if (depth > MOST_DEPTH) throw new ExpressionError('Expression too complex', expression.at);
  const value = (inner: CppExpression) => cppValue(inner, scope, depth + 1);
  const { at } = expression;
  switch (expression.kind) {
    case 'integer':
      return integer(expression.value, literalType(expression));
    case 'float':
      return floating(expression.value);
    case 'string':
      throw new ExpressionError('a string has no address in a dump', at);
    case 'masm':
      return integer(
        placed(() => scope.masm(expression.text), expression.start),
        UINT64,
      );
    case 'register': {
      const found = scope.register(expression.name);
      if (!found) throw new ExpressionError(`Bad register error at '@${expression.name}'`, at);
      return found;
    }
    case 'name': {
      const found = scope.variable(expression.text);
      if (!found) throw new ExpressionError(`Couldn't resolve error at '${expression.text}'`, at);
      return found;
    }
    case 'unary':
      return unary(expression.operator, expression.operand, scope, depth, at);
    case 'binary':
      return binary(expression, scope, depth);
    case 'choose':
      return value(truth(value(expression.condition), scope, at) ? expression.yes : expression.no);
    case 'member':
      return member(value(expression.operand), expression.name, expression.arrow, scope, at);
    case 'index': {
      const operand = value(expression.operand);
      const index = signedValue(number(value(expression.index), scope, at));
      return element(operand, index, scope, at);
    }
    case 'cast':
      return cast(value(expression.operand), resolve(expression.type, scope, at), scope, at);
    case 'size': {
      const of = 'kind' in expression.of ? sizeType(expression.of, scope, depth) : resolve(expression.of, scope, at);
      return integer(BigInt(of.size), scope.pointerSize === 8 ? UINT64 : UINT);
    }
    case 'offset':
      return integer(BigInt(field(resolve(expression.type, scope, at), expression.path, at).offset), INT);
    case 'call':
    case 'lambda':
    case 'new':
      throw new ExpressionError('this belongs to the data model: use dx', at);
    case 'container': {
      const type = resolve(expression.type, scope, at);
      const from = number(value(expression.operand), scope, at);
      const address = (from.bits ?? 0n) - BigInt(field(type, expression.path, at).offset);
      return integer(address, pointerTo(type, scope.pointerSize));
    }
  }
}

/** `sizeof` looks at types only: nothing is read, so null pointers do no harm. */
function sizeType(expression: CppExpression, scope: CppScope, depth: number): Type {
  return cppValue(expression, { ...scope, read: () => 0n }, depth + 1).type;
}

function literalType({ value, unsigned, long }: CppExpression & { readonly kind: 'integer' }): Type {
  if (long || value > 0xffffffffn) return unsigned || value > 0x7fffffffffffffffn ? UINT64 : INT64;
  return unsigned || value > 0x7fffffffn ? UINT : INT;
}

/** The type that a written name means. */
export function resolve(written: TypeName, scope: CppScope, at: number): Type {
  let type = cType(written.name) ?? scope.type(written.name);
  if (!type) throw new ExpressionError(`No such type: '${written.name}'`, at);
  for (let index = 0; index < written.pointers; index++) type = pointerTo(type, scope.pointerSize);
  for (const count of [...written.counts].reverse()) {
    const element: Type = type;
    type = { kind: 'array', count, size: count * element.size, element: () => element };
  }
  return type;
}

/** A value read from memory as its type says; structures and arrays stay where they are. */
export function load(type: Type, address: bigint, scope: CppScope, at: number): TypedValue {
  if (type.kind === 'struct' || type.kind === 'array' || type.kind === 'function' || type.kind === 'void') {
    return { type, bits: null, number: null, address };
  }
  const size = type.kind === 'bitfield' ? type.base().size : type.size;
  const raw = scope.read(address, size);
  if (raw === null) throw new ExpressionError(`Memory access error at 0x${address.toString(16)}`, at);
  if (type.kind === 'bitfield') {
    const bits = (raw >> BigInt(type.position)) & ((1n << BigInt(type.length)) - 1n);
    return { type: type.base(), bits, number: null, address: null };
  }
  if (type.kind === 'base' && type.encoding === 'float') {
    const view = new DataView(new ArrayBuffer(8));
    view.setBigUint64(0, BigInt.asUintN(64, raw), true);
    const number = size === 4 ? view.getFloat32(0, true) : size === 8 ? view.getFloat64(0, true) : null;
    if (number === null) throw new ExpressionError(`numbers of ${size} bytes cannot be computed with`, at);
    return { type, bits: null, number, address };
  }
  return { type, bits: raw, number: null, address };
}

/** What arithmetic can use: arrays and functions become pointers. */
function number(value: TypedValue, scope: CppScope, at: number): TypedValue {
  if (value.bits !== null || value.number !== null) return value;
  if (value.address !== null && (value.type.kind === 'array' || value.type.kind === 'function')) {
    const target = value.type.kind === 'array' ? value.type.element() : value.type;
    return integer(value.address, pointerTo(target, scope.pointerSize));
  }
  throw new ExpressionError(`${cppTypeText(value.type)} is no number`, at);
}

/** Whether a value is true as C sees it. */
export function truth(value: TypedValue, scope: CppScope, at: number): boolean {
  const simple = number(value, scope, at);
  return simple.number === null ? simple.bits !== 0n : simple.number !== 0;
}

function unary(operator: string, inner: CppExpression, scope: CppScope, depth: number, at: number): TypedValue {
  return applyUnary(operator, cppValue(inner, scope, depth + 1), scope, at);
}

function isFunctionPointer(type: Type): boolean {
  return type.kind === 'pointer' && type.target().kind === 'function';
}

/** A unary operator applied to a value, by C's rules. */
export function applyUnary(operator: string, operand: TypedValue, scope: CppScope, at: number): TypedValue {
  if (operator === '&') {
    // C gives a function's address with and without the operator; names without a type are held as functions.
    if (operand.address === null && isFunctionPointer(operand.type) && operand.bits !== null) return operand;
    if (operand.address === null) throw new ExpressionError('the value has no address', at);
    return integer(operand.address, pointerTo(operand.type, scope.pointerSize));
  }
  const value = number(operand, scope, at);
  if (operator === '*') {
    if (value.type.kind !== 'pointer') throw new ExpressionError(`${cppTypeText(value.type)} is no pointer`, at);
    return load(value.type.target(), value.bits!, scope, at);
  }
  if (operator === '!') return integer(truth(value, scope, at) ? 0n : 1n, BOOL);
  if (value.number !== null) {
    if (operator === '~') throw new ExpressionError('~ needs an integer', at);
    return floating(operator === '-' ? -value.number : value.number);
  }
  const type = promoted(value.type);
  const plain = signedValue(value);
  return integer(operator === '-' ? -plain : operator === '~' ? ~plain : plain, type);
}

/** C's integer promotion: what is narrower than int becomes int. */
function promoted(type: Type): Type {
  if (type.kind === 'pointer') return type;
  if (type.size < 4 || type.kind === 'enum') return INT;
  return type.size >= 8 ? (isSigned(type) ? INT64 : UINT64) : isSigned(type) ? INT : UINT;
}

function common(left: Type, right: Type): Type {
  const [a, b] = [promoted(left), promoted(right)];
  const wide = a.size >= 8 || b.size >= 8 || a.kind === 'pointer' || b.kind === 'pointer';
  const unsigned = [a, b].some((type) => !isSigned(type) && (!wide || type.size >= 8));
  return wide ? (unsigned ? UINT64 : INT64) : unsigned ? UINT : INT;
}

function binary(
  { operator, left, right, at }: CppExpression & { readonly kind: 'binary' },
  scope: CppScope,
  depth: number,
): TypedValue {
  const first = cppValue(left, scope, depth + 1);
  if (operator === '&&' || operator === '||') {
    const known = truth(first, scope, at);
    if (known === (operator === '||')) return integer(known ? 1n : 0n, BOOL);
    return integer(truth(cppValue(right, scope, depth + 1), scope, at) ? 1n : 0n, BOOL);
  }
  return applyBinary(operator, first, cppValue(right, scope, depth + 1), scope, at);
}

/** A binary operator other than `&&` and `||` applied to values, by C's rules. */
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
    const pointed = pointers(operator, a, b, at);
    if (pointed) return pointed;
  }
  if (operator === '<<' || operator === '>>') {
    const type = promoted(a.type);
    const by = signedValue(b);
    if (by < 0n || by >= BigInt(type.size * 8)) return integer(0n, type);
    const plain = signedValue(a);
    return integer(operator === '<<' ? plain << by : plain >> by, type);
  }
  const type = common(a.type, b.type);
  const convert = (value: TypedValue) => {
    const plain = signedValue(value);
    return isSigned(type) ? BigInt.asIntN(type.size * 8, plain) : BigInt.asUintN(type.size * 8, plain);
  };
  return integers(operator, convert(a), convert(b), type, at);
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
  switch (operator) {
    case '+':
      return floating(a + b);
    case '-':
      return floating(a - b);
    case '*':
      return floating(a * b);
    case '/':
      if (b === 0) throw new ExpressionError("Operand error at '/'", at);
      return floating(a / b);
    case '==':
    case '!=':
    case '<':
    case '>':
    case '<=':
    case '>=':
      return integer(compare(operator, a < b ? -1 : a > b ? 1 : 0) ? 1n : 0n, BOOL);
    default:
      throw new ExpressionError(`'${operator}' needs integers, not ${cppTypeText(DOUBLE)}`, at);
  }
}

/** Arithmetic with pointers counts elements; null where the usual rules apply (comparison). */
function pointers(operator: string, a: TypedValue, b: TypedValue, at: number): TypedValue | null {
  const stepOf = (type: Type) => BigInt(Math.max(1, type.kind === 'pointer' ? type.target().size : 1));
  if (a.type.kind === 'pointer' && b.type.kind === 'pointer') {
    if (operator !== '-') return null;
    return integer((a.bits! - b.bits!) / stepOf(a.type), INT64);
  }
  const [pointer, count] = a.type.kind === 'pointer' ? [a, b] : [b, a];
  if (operator === '+') return integer(pointer.bits! + signedValue(count) * stepOf(pointer.type), pointer.type);
  if (operator === '-' && pointer === a) return integer(a.bits! - signedValue(b) * stepOf(a.type), a.type);
  if (['==', '!=', '<', '>', '<=', '>=', '&', '|', '^'].includes(operator)) return null;
  throw new ExpressionError(`'${operator}' does not go with pointers`, at);
}

/** `operand[index]` of an array or pointer. */
export function element(operand: TypedValue, index: bigint, scope: CppScope, at: number): TypedValue {
  const { type } = operand;
  if (type.kind === 'array' && operand.address !== null) {
    const inner = type.element();
    return load(inner, operand.address + index * BigInt(inner.size), scope, at);
  }
  const pointer = number(operand, scope, at);
  if (pointer.type.kind !== 'pointer') throw new ExpressionError(`${cppTypeText(type)} cannot be indexed`, at);
  const inner = pointer.type.target();
  return load(inner, pointer.bits! + index * BigInt(Math.max(1, inner.size)), scope, at);
}

/** `operand.name` or `operand->name`. */
export function member(operand: TypedValue, name: string, arrow: boolean, scope: CppScope, at: number): TypedValue {
  // The debugger is lenient: `.` on a pointer follows it.
  const pointer = operand.type.kind === 'pointer' ? operand : null;
  if (arrow && !pointer) throw new ExpressionError(`${cppTypeText(operand.type)} is no pointer`, at);
  const type = pointer ? (pointer.type as Type & { readonly kind: 'pointer' }).target() : operand.type;
  const address = pointer ? pointer.bits : operand.address;
  if (address === null) throw new ExpressionError('the value has no address', at);
  const found = field(type, name, at);
  return load(found.type, BigInt.asUintN(scope.pointerSize * 8, address + BigInt(found.offset)), scope, at);
}

/** A member at a dotted path, also through base classes. */
function field(type: Type, path: string, at: number): { readonly offset: number; readonly type: Type } {
  let here: Type = type;
  let offset = 0;
  for (const part of path.split('.')) {
    if (here.kind !== 'struct') throw new ExpressionError(`${cppTypeText(here)} has no members`, at);
    const found = memberOf(here, part, 0);
    if (!found) throw new ExpressionError(`'${part}' is no member of ${cppTypeText(here)}`, at);
    offset += found.offset;
    here = found.type;
  }
  return { offset, type: here };
}

/** Offset and type of a member of a structure, also of its base classes and unnamed unions; null when there is none. */
export function memberOf(
  type: StructType,
  name: string,
  depth: number,
): { readonly offset: number; readonly type: Type } | null {
  const own = type.field(name);
  if (own) return { offset: own.offset, type: own.type() };
  if (depth > 8) return null;
  // Base classes and unnamed unions come as fields that bear their type's name.
  for (const each of type.fields()) {
    const inner = each.type();
    if (inner.kind !== 'struct' || (each.name !== inner.name && each.name !== '')) continue;
    const found = memberOf(inner, name, depth + 1);
    if (found) return { offset: each.offset + found.offset, type: found.type };
  }
  return null;
}

/** A value converted to a type. */
export function cast(value: TypedValue, type: Type, scope: CppScope, at: number): TypedValue {
  if (type.kind === 'struct' || type.kind === 'array') {
    if (value.address !== null && value.bits === null) return { ...value, type };
    throw new ExpressionError(`a number cannot become ${cppTypeText(type)}; cast to a pointer to it`, at);
  }
  const simple = number(value, scope, at);
  if (type.kind === 'base' && type.encoding === 'float') {
    const number = simple.number ?? Number(signedValue(simple));
    return { type, bits: null, number: type.size === 4 ? Math.fround(number) : number, address: null };
  }
  if (simple.number !== null) return integer(BigInt(Math.trunc(simple.number)), type);
  if (type.kind === 'base' && type.encoding === 'bool') return integer(simple.bits === 0n ? 0n : 1n, type);
  // A 32-bit address of the kernel is no negative number; only signed types extend their sign.
  return integer(signedValue(simple), type);
}
