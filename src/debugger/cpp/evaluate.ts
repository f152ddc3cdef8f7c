import type { Type } from '../../symbols/type.ts';
import { ExpressionError } from '../expression-syntax.ts';
import { placed } from '../inner-expression.ts';
import { type CppScope, cast, element, field, load, member, number, truth, unread } from './access.ts';
import { applyBinary, commonType, promoted } from './arithmetic.ts';
import type { CppExpression, TypeName } from './tree.ts';
import type { TypeTest } from './type-syntax.ts';
import {
  BOOL,
  CHAR,
  cppTypeText,
  cType,
  FLOAT,
  floating,
  INT,
  INT64,
  integer,
  LONG,
  pointerTo,
  signedValue,
  type TypedValue,
  UINT,
  UINT64,
  WCHAR,
} from './value.ts';

const MOST_DEPTH = 300;
const CHARACTERS = { char: CHAR, wchar_t: WCHAR, bool: BOOL };

/** The value of a parsed C++ expression, by C's rules; throws ExpressionError with the column. */
export function cppValue(expression: CppExpression, scope: CppScope, depth = 0): TypedValue {
  if (depth > MOST_DEPTH) throw new ExpressionError('Expression too complex', expression.at);
  const value = (inner: CppExpression) => cppValue(inner, scope, depth + 1);
  const { at } = expression;
  switch (expression.kind) {
    case 'integer':
      return integer(expression.value, literalType(expression));
    case 'float':
      return floating(expression.value, expression.single ? FLOAT : undefined);
    case 'string':
      throw new ExpressionError('a string has no address in a dump', at);
    case 'masm':
      return integer(
        placed(() => scope.masm(expression.text), expression.start),
        UINT64,
      );
    case 'register':
      return register(expression.name, scope, at);
    case 'name':
      return named(expression.text, scope, at);
    case 'unary': {
      const { operator, operand } = expression;
      return applyUnary(operator, operator === '&' ? placeOf(operand, scope, depth) : value(operand), scope, at);
    }
    case 'binary':
      return binary(expression, scope, depth);
    case 'choose':
      return chosen(expression, scope, depth);
    case 'member':
      return member(value(expression.operand), expression.name, expression.arrow, scope, at);
    case 'index':
      return element(value(expression.operand), indexValue(value(expression.index), scope, at), scope, at);
    case 'cast':
      return cast(value(expression.operand), resolve(expression.type, scope, at), scope, at, expression.exactly);
    case 'assign': {
      if (!scope.assign) throw new ExpressionError('a dump is read-only', at);
      const assigned = value(expression.value);
      scope.assign(expression.register, assigned);
      return assigned;
    }
    case 'call':
    case 'lambda':
    case 'new':
      throw new ExpressionError('this belongs to the data model: use dx', at);
    default:
      return macroValue(expression, scope, depth);
  }
}

/** The operand of `&`: what leads to it is read, it itself is not. */
function placeOf(expression: CppExpression, scope: CppScope, depth: number): TypedValue {
  const value = (inner: CppExpression) => cppValue(inner, scope, depth + 1);
  const { at } = expression;
  switch (expression.kind) {
    case 'name':
      return named(expression.text, unread(scope), at);
    case 'member':
      return member(value(expression.operand), expression.name, expression.arrow, unread(scope), at);
    case 'index':
      return element(value(expression.operand), indexValue(value(expression.index), scope, at), unread(scope), at);
    case 'unary':
      return applyUnary(expression.operator, value(expression.operand), unread(scope), at);
    default:
      return value(expression);
  }
}

const indexValue = (index: TypedValue, scope: CppScope, at: number): bigint => signedValue(number(index, scope, at));

/** `condition ? yes : no`, whose type is that of both. */
function chosen(
  { condition, yes, no, at }: CppExpression & { readonly kind: 'choose' },
  scope: CppScope,
  depth: number,
) {
  const isYes = truth(cppValue(condition, scope, depth + 1), scope, at);
  const value = cppValue(isYes ? yes : no, scope, depth + 1);
  const other = typeOrNull(isYes ? no : yes, scope, depth + 1);
  const type = other && commonType(value.type, other);
  return type === null ? value : cast(value, type, scope, at);
}

/** The type of what is not evaluated; null where it could not be: `1 ? 2 : 1/0` is 2. */
function typeOrNull(expression: CppExpression, scope: CppScope, depth: number): Type | null {
  try {
    return typeOf(expression, scope, depth);
  } catch (error) {
    if (error instanceof ExpressionError) return null;
    throw error;
  }
}

type Macro = Extract<
  CppExpression,
  { readonly kind: 'size' | 'offset' | 'through' | 'elements' | 'contains' | 'container' }
>;

/** `sizeof` and what the macros of the Windows headers compute from types. */
function macroValue(expression: Macro, scope: CppScope, depth: number): TypedValue {
  const { at } = expression;
  const value = (inner: CppExpression) => cppValue(inner, scope, depth + 1);
  const size = (bytes: number) => integer(BigInt(bytes), scope.pointerSize === 8 ? UINT64 : UINT);
  switch (expression.kind) {
    case 'size': {
      const { of } = expression;
      return size(('kind' in of ? typeOf(of, scope, depth) : resolve(of, scope, at)).size);
    }
    case 'offset':
      return integer(BigInt(field(resolve(expression.type, scope, at), expression.path, at).offset), LONG);
    case 'through': {
      const found = field(resolve(expression.type, scope, at), expression.path, at);
      return size(found.offset + found.type.size);
    }
    case 'elements': {
      const type = typeOf(expression.operand, scope, depth);
      if (type.kind !== 'array') throw new ExpressionError(`${cppTypeText(type)} is no array`, at);
      return size(type.count);
    }
    case 'contains': {
      const type = typeOf(expression.operand, scope, depth);
      const found = field(type.kind === 'pointer' ? type.target() : type, expression.path, at);
      const given = signedValue(number(value(expression.size), scope, at));
      return integer(BigInt(found.offset + found.type.size) <= given ? 1n : 0n, BOOL);
    }
    case 'container': {
      const type = resolve(expression.type, scope, at);
      const from = number(value(expression.operand), scope, at);
      if (from.bits === null) throw new ExpressionError(`${cppTypeText(from.type)} is no address`, at);
      const address = from.bits - BigInt(field(type, expression.path, at).offset);
      return integer(address, pointerTo(type, scope.pointerSize));
    }
  }
}

/** Types are looked at only: nothing is read, so null pointers do no harm, and nothing is assigned. */
function typeOf(expression: CppExpression, scope: CppScope, depth: number): Type {
  return cppValue(expression, { ...unread(scope), assign: () => {} }, depth + 1).type;
}

function literalType({ value, unsigned, long, type }: CppExpression & { readonly kind: 'integer' }): Type {
  if (type !== null) return CHARACTERS[type];
  if (long || value > 0xffffffffn) return unsigned || value > 0x7fffffffffffffffn ? UINT64 : INT64;
  return unsigned || value > 0x7fffffffn ? UINT : INT;
}

function register(name: string, scope: CppScope, at: number): TypedValue {
  const found = scope.register(name);
  if (!found) throw new ExpressionError(`Bad register error at '@${name}'`, at);
  return found;
}

function named(name: string, scope: CppScope, at: number): TypedValue {
  const found = placed(() => enumerator(name, scope) ?? scope.variable(name), at);
  if (found && found.bits === null && found.address !== null) return load(found.type, found.address, scope, at);
  if (found) return found;
  const near = scope.nearest?.(name) ?? scope.nearestType?.(name) ?? null;
  throw new ExpressionError(`Couldn't resolve error at '${name}'${near === null ? '' : `; did you mean ${near}?`}`, at);
}

/** `Type::Name` of an enumeration. */
function enumerator(name: string, scope: CppScope): TypedValue | null {
  const colons = name.lastIndexOf('::');
  const type = colons > 0 ? scope.type(name.slice(0, colons)) : null;
  const found = type?.kind === 'enum' ? type.values().find((each) => each.name === name.slice(colons + 2)) : null;
  return type && found ? integer(found.value, type) : null;
}

/** What tells types from other names to a parser; `isTaken` names what is none although a type bears its name. */
export function typeTest(scope: CppScope, isTaken: (name: string) => boolean = () => false): TypeTest {
  const isType = (name: string) => !isTaken(name) && (cType(name) !== null || scope.type(name) !== null);
  return Object.assign(isType, { nearest: (name: string) => scope.nearestType?.(name) ?? null });
}

/** The type that a written name means. */
export function resolve(written: TypeName, scope: CppScope, at: number): Type {
  let type = cType(written.name) ?? scope.type(written.name);
  if (!type) throw new ExpressionError(`Couldn't resolve error at '${written.name}': no such type`, at);
  for (let index = 0; index < written.pointers; index++) type = pointerTo(type, scope.pointerSize);
  for (const count of [...written.counts].reverse()) {
    const element: Type = type;
    type = { kind: 'array', count, size: count * element.size, element: () => element };
  }
  for (let index = 0; index < (written.outer ?? 0); index++) type = pointerTo(type, scope.pointerSize);
  return type;
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
    if (operator === '~') throw new ExpressionError("Operand error at '~': it needs an integer", at);
    return floating(operator === '-' ? -value.number : value.number, value.type);
  }
  const type = promoted(value.type);
  const plain = signedValue(value);
  return integer(operator === '-' ? -plain : operator === '~' ? ~plain : plain, type);
}

function binary(
  { operator, left, right, at }: CppExpression & { readonly kind: 'binary' },
  scope: CppScope,
  depth: number,
): TypedValue {
  const first = cppValue(left, scope, depth + 1);
  if (operator === ',') return cppValue(right, scope, depth + 1);
  if (operator === '&&' || operator === '||') {
    const known = truth(first, scope, at);
    if (known === (operator === '||')) return integer(known ? 1n : 0n, BOOL);
    return integer(truth(cppValue(right, scope, depth + 1), scope, at) ? 1n : 0n, BOOL);
  }
  return applyBinary(operator, first, cppValue(right, scope, depth + 1), scope, at);
}
