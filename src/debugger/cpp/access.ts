import type { StructType, Type } from '../../symbols/type.ts';
import { ExpressionError } from '../expression-syntax.ts';
import { nearestName } from '../nearest-name.ts';
import {
  BOOL,
  cppTypeText,
  floating,
  integer,
  isSigned,
  pointerTo,
  signedValue,
  type TypedValue,
  truncated,
} from './value.ts';

/** The expression is right, and the dump does not hold what it asks for. */
export class UnknownError extends ExpressionError {
  /** Why, without what was tried with it. */
  readonly reason: string;
  constructor(message: string, position: number, reason = message) {
    super(message, position);
    this.reason = reason;
  }
}

/** A value of memory that is not in the dump. */
export class UnreadError extends UnknownError {
  readonly address: bigint;
  constructor(address: bigint, position: number) {
    super(`Memory access error at 0x${address.toString(16)}`, position);
    this.address = address;
  }
}

/** What C++ expressions may ask of the debugger. */
export interface CppScope {
  readonly pointerSize: 4 | 8;
  /** A structure, enumeration or typedef by name (`nt!_KTHREAD`), or null. */
  type(name: string): Type | null;
  /** A local, global or function by name, or null; what lies in memory is placed only, and `load` reads it. */
  variable(name: string): TypedValue | null;
  /** A register or pseudo-register without its `@`, or null. */
  register(name: string): TypedValue | null;
  /** Gives a pseudo-register a value; absent where there are none. */
  assign?(register: string, value: TypedValue): void;
  /** A little-endian unsigned number of memory, or null. */
  read(address: bigint, size: number): bigint | null;
  masm(text: string): bigint;
  /** What a name that means nothing may have been meant to be, for a hint. */
  nearest?(name: string): string | null;
  /** The same for types. */
  nearestType?(name: string): string | null;
}

/** The scope for operands of `&`, which are where they are whether the dump holds them or not: values are not read. */
export const unread = (scope: CppScope): CppScope => ({ ...scope, read: () => 0n });

/** Base classes and unnamed unions deeper than this are not followed. */
const MOST_BASES = 8;

/** A value read from memory as its type says; structures and arrays stay where they are. Addresses wrap around as pointers do. */
export function load(type: Type, place: bigint, scope: CppScope, at: number): TypedValue {
  const address = BigInt.asUintN(scope.pointerSize * 8, place);
  if (type.kind === 'struct' || type.kind === 'array' || type.kind === 'function' || type.kind === 'void') {
    return { type, bits: null, number: null, address };
  }
  const size = type.kind === 'bitfield' ? type.base().size : type.size;
  const raw = scope.read(address, size);
  if (raw === null) throw new UnreadError(address, at);
  if (type.kind === 'bitfield') {
    const base = type.base();
    const bits = (raw >> BigInt(type.position)) & ((1n << BigInt(type.length)) - 1n);
    return integer(isSigned(base) && base.kind !== 'enum' ? BigInt.asIntN(type.length, bits) : bits, base);
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
export function number(value: TypedValue, scope: CppScope, at: number): TypedValue {
  if (value.bits !== null || value.number !== null) return value;
  if (value.address !== null && (value.type.kind === 'array' || value.type.kind === 'function')) {
    const target = value.type.kind === 'array' ? value.type.element() : value.type;
    return integer(value.address, pointerTo(target, scope.pointerSize));
  }
  if (value.type.kind === 'void' && value.address !== null)
    throw new ExpressionError('the symbol has no type information: take its address with &', at);
  throw new ExpressionError(`${cppTypeText(value.type)} is no number`, at);
}

/** Whether a value is true as C sees it. */
export function truth(value: TypedValue, scope: CppScope, at: number): boolean {
  const simple = number(value, scope, at);
  return simple.number === null ? simple.bits !== 0n : simple.number !== 0;
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
  if (arrow && !pointer && operand.type.kind !== 'array')
    throw new ExpressionError(`${cppTypeText(operand.type)} is no pointer`, at);
  const array = arrow && operand.type.kind === 'array' ? operand.type : null;
  const type = pointer?.type.kind === 'pointer' ? pointer.type.target() : (array?.element() ?? operand.type);
  const found = field(type, name, at);
  const address = pointer ? pointer.bits : operand.address;
  if (address === null) throw new ExpressionError('the value has no address', at);
  return load(found.type, address + BigInt(found.offset), scope, at);
}

/** The structure whose members a value has: its own, or the one that a pointer leads to; null for none. */
export function structureOf({ type }: TypedValue): StructType | null {
  const own = type.kind === 'pointer' ? type.target() : type;
  return own.kind === 'struct' ? own : null;
}

/** A member at a dotted path, also through base classes. */
export function field(type: Type, path: string, at: number): { readonly offset: number; readonly type: Type } {
  let here: Type = type;
  let offset = 0;
  for (const part of path.split('.')) {
    if (here.kind !== 'struct') throw new ExpressionError(`${cppTypeText(here)} has no members`, at);
    const found = memberOf(here, part, 0);
    if (!found) throw noMember(here, part, at);
    offset += found.offset;
    here = found.type;
  }
  return { offset, type: here };
}

function noMember(type: StructType, name: string, at: number): ExpressionError {
  const near = nearestName(
    name,
    type.fields().map((each) => each.name),
  );
  const hint = near === null ? '' : `; did you mean ${near}?`;
  return new ExpressionError(`Couldn't resolve error at '${name}': no member of ${cppTypeText(type)}${hint}`, at);
}

/** Offset and type of a member of a structure, also of its base classes and unnamed unions; null when there is none. */
export function memberOf(
  type: StructType,
  name: string,
  depth = 0,
): { readonly offset: number; readonly type: Type } | null {
  const own = type.field(name);
  if (own) return { offset: own.offset, type: own.type() };
  if (depth > MOST_BASES) return null;
  for (const each of type.fields()) {
    const inner = each.isBase || each.name === '' ? each.type() : null;
    if (inner?.kind !== 'struct') continue;
    const found = memberOf(inner, name, depth + 1);
    if (found) return { offset: each.offset + found.offset, type: found.type };
  }
  return null;
}

/** Where a base class lies in a structure; null where it is none of its bases. */
export function baseOffset(type: StructType, base: string, depth = 0): number | null {
  if (type.name === base) return 0;
  if (depth > MOST_BASES) return null;
  for (const each of type.fields()) {
    const inner = each.isBase ? each.type() : null;
    if (inner?.kind !== 'struct') continue;
    const below = baseOffset(inner, base, depth + 1);
    if (below !== null) return each.offset + below;
  }
  return null;
}

/** By how much a pointer moves when it is cast between a class and its base. */
function castDistance(from: Type, to: Type): number {
  if (from.kind !== 'pointer' || to.kind !== 'pointer') return 0;
  const [source, wanted] = [from.target(), to.target()];
  if (source.kind !== 'struct' || wanted.kind !== 'struct') return 0;
  const up = baseOffset(source, wanted.name);
  return up ?? -(baseOffset(wanted, source.name) ?? 0);
}

/** A value converted to a type; `exactly` leaves the bits of pointers as they are, as reinterpret_cast does. */
export function cast(value: TypedValue, type: Type, scope: CppScope, at: number, exactly = false): TypedValue {
  if (type.kind === 'struct' || type.kind === 'array') {
    if (value.address !== null && value.bits === null) return { ...value, type };
    throw new ExpressionError(`a number cannot become ${cppTypeText(type)}; cast to a pointer to it`, at);
  }
  if (type.kind === 'void') return { type, bits: null, number: null, address: null };
  const simple = number(value, scope, at);
  if (type.kind === 'base' && type.encoding === 'float')
    return floating(simple.number ?? Number(signedValue(simple)), type);
  if (simple.number !== null) return integer(truncated(simple.number), type);
  if (type.kind === 'base' && type === BOOL) return integer(simple.bits === 0n ? 0n : 1n, type);
  const moved = exactly || simple.bits === 0n ? 0 : castDistance(simple.type, type);
  // A 32-bit address of the kernel is no negative number; only signed types extend their sign.
  return integer(signedValue(simple) + BigInt(moved), type);
}
