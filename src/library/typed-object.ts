import { MemoryFault, UsageError } from '../bytes/errors.ts';
import { decodeAscii, decodeUtf16 } from '../bytes/text.ts';
import {
  type CppScope,
  element,
  load,
  memberOf,
  member as memberOfTyped,
  UnreadError,
} from '../debugger/cpp/access.ts';
import { applyUnary } from '../debugger/cpp/evaluate.ts';
import { cppScope } from '../debugger/cpp/scope.ts';
import { cppTypeText, signedValue, type TypedValue } from '../debugger/cpp/value.ts';
import { nearestName } from '../debugger/nearest-name.ts';
import type { Session } from '../debugger/session.ts';
import { readValue } from '../debugger/type-value.ts';
import type { StructType, Type } from '../symbols/type.ts';
import { bytesAt, faultAt, textAt } from './memory.ts';

/** A member of a structure as its symbols declare it. */
export interface TypedField {
  readonly name: string;
  /** Bytes from the start of the structure. */
  readonly offset: number;
  /** In C++ words: `struct _LIST_ENTRY`, `unsigned int`. */
  readonly type: string;
  /** In bytes. */
  readonly size: number;
}

/** Elements that `items` gives of one array; a corrupt type could claim billions. */
const MOST_ITEMS = 1_000_000;
/** Characters of a text behind a pointer, which nobody counted. */
const MOST_TEXT = 4096;

/**
 * A value of the dump with its type: a structure, an array, a pointer, a number. Structures and arrays are read member by
 * member, when asked; everything that has to be read throws MemoryFault where the dump does not hold it.
 */
export class TypedObject {
  readonly #session: Session;
  readonly #value: TypedValue;
  /** Use `dump.object`. */
  constructor(session: Session, value: TypedValue) {
    this.#session = session;
    this.#value = value;
  }

  /** In C++ words, as `??` has it: `struct _EPROCESS`, `struct _KTHREAD *`, `unsigned char [15]`. */
  get type(): string {
    return cppTypeText(this.#value.type);
  }
  /** In bytes. */
  get size(): number {
    return this.#value.type.size;
  }
  /** Where it lies in memory, unsigned; null for bit fields and for what was computed. */
  get address(): bigint | null {
    return this.#value.address;
  }
  /** Integers with the sign of their type, pointers and enumerations as bigint; floating point as number. Throws UsageError for structures and arrays. */
  get value(): bigint | number {
    const { bits, number, type } = this.#value;
    if (number !== null) return number;
    if (bits === null) throw new UsageError('value', `${cppTypeText(type)} has members or elements, but no value`);
    return signedValue(this.#value);
  }
  /** The value as a number; throws UsageError beyond 2^53, where `value` is exact. */
  get number(): number {
    const number = Number(this.value);
    if (typeof this.value === 'bigint' && !Number.isSafeInteger(number))
      throw new UsageError('number', `${this.value} is too large for a number; take value`);
    return number;
  }
  /** The value as an unsigned address; of a structure or array where it lies. */
  get pointer(): bigint {
    const { bits, address } = this.#value;
    const at = bits ?? address;
    if (at === null) throw new UsageError('pointer', `${this.type} is no address`);
    return at;
  }
  /**
   * Characters, counted strings (`_UNICODE_STRING`) and pointers to characters as what they say, an enumeration as its
   * name, everything else as `dt` shows it. What comes from a dump may hold control characters: `print` escapes them.
   */
  get text(): string {
    const { type, bits, address } = this.#value;
    const characters = this.#characters();
    if (characters !== null) return characters;
    if (type.kind === 'enum' && bits !== null) {
      const signed = signedValue(this.#value);
      return type.values().find(({ value }) => value === bits || value === signed)?.name ?? bits.toString();
    }
    if (address !== null) return readValue(this.#session, type, address).text.trim();
    return this.value.toString();
  }

  /** A member: `Tcb.State`, through pointers as well (`Thread->Teb` or `Thread.Teb`), with elements (`Slots[3]`). Throws UsageError with the nearest name. */
  field(path: string): TypedObject {
    let here: TypedObject = this;
    for (const part of partsOf(path))
      here = typeof part === 'bigint' ? here.at(part) : here.#read((value, scope) => memberNamed(value, part, scope));
    return here;
  }
  /** Whether the type has a member at this path; asks the symbols only. Windows moves and renames members between versions. */
  has(path: string): boolean {
    let { type } = this.#value;
    for (const part of partsOf(path)) {
      const inner = typeof part === 'bigint' ? elementType(type) : fieldType(type, part);
      if (!inner) return false;
      type = inner;
    }
    return true;
  }
  /** The members of a structure, or of the one a pointer leads to, in the order of their declaration. */
  get fields(): readonly TypedField[] {
    const type = structOf(this.#value.type);
    if (!type) return [];
    return type.fields().map((field) => {
      const inner = field.type();
      return { name: field.name, offset: field.offset, type: cppTypeText(inner), size: inner.size };
    });
  }
  /** An element of an array, or of what a pointer leads to, counted from 0. */
  at(index: bigint | number): TypedObject {
    const { type } = this.#value;
    if (type.kind === 'array' && (BigInt(index) < 0n || BigInt(index) >= BigInt(type.count)))
      throw new UsageError('at', `there is no [${index}]: ${this.type} has ${type.count} elements`);
    return this.#read((value, scope) => element(value, BigInt(index), scope, 0));
  }
  /** The elements of an array, one by one, as they are asked for. */
  *items(): Generator<TypedObject, void, undefined> {
    const { type } = this.#value;
    if (type.kind !== 'array') throw new UsageError('items', `${this.type} is no array`);
    for (let index = 0; index < Math.min(type.count, MOST_ITEMS); index++) yield this.at(index);
  }
  /** What a pointer leads to. */
  get target(): TypedObject {
    return this.#read((value, scope) => applyUnary('*', value, scope, 0));
  }
  /** Address and members of a structure (one level), else the value; unreadable ones say so in words. */
  toJSON(): unknown {
    const type = this.#value.type.kind === 'struct' ? this.#value.type : null;
    if (!type) return this.#value.bits ?? this.#value.number ?? this.text;
    const members = type.fields().map(({ name }): readonly [string, unknown] => [name, this.#shown(name)]);
    return { type: this.type, address: this.address, ...Object.fromEntries(members) };
  }
  #shown(name: string): string {
    try {
      return this.field(name).text;
    } catch (error) {
      if (error instanceof MemoryFault || error instanceof UsageError) return `<${error.message}>`;
      throw error;
    }
  }
  /** The characters behind the value; null where it is no text. */
  #characters(): string | null {
    const { type, address, bits } = this.#value;
    const session = this.#session;
    if (type.kind === 'struct' && /^_?(UNICODE_|ANSI_|OEM_)?STRING(32|64)?$/.test(type.name) && address !== null) {
      const bytes = bytesAt(session, this.field('Buffer').pointer, this.field('Length').number);
      return /UNICODE/.test(type.name) ? decodeUtf16(bytes, true) : decodeAscii(bytes);
    }
    const inner = type.kind === 'array' ? type.element() : type.kind === 'pointer' ? type.target() : null;
    const width = inner ? characterWidth(inner) : null;
    if (width === null) return null;
    if (type.kind === 'pointer') return bits ? textAt(session, bits, { wide: width === 2, most: MOST_TEXT }) : null;
    const most = Math.min(type.kind === 'array' ? type.count : 0, MOST_ITEMS);
    return address === null ? null : textAt(session, address, { wide: width === 2, most });
  }
  #read(evaluate: (value: TypedValue, scope: CppScope) => TypedValue): TypedObject {
    return objectOf(this.#session, (scope) => evaluate(this.#value, scope));
  }
}

/** A value of `type` at an unsigned address. Throws MemoryFault where it has to be read and cannot. */
export function objectAt(session: Session, type: Type, address: bigint): TypedObject {
  return objectOf(session, (scope) => load(type, address, scope, 0));
}

function objectOf(session: Session, evaluate: (scope: CppScope) => TypedValue): TypedObject {
  try {
    return new TypedObject(session, evaluate(cppScope(session)));
  } catch (error) {
    throw faultOf(session, error);
  }
}

/** What scripts get for an error: a MemoryFault where memory is missing. */
export function faultOf(session: Session, error: unknown): unknown {
  return error instanceof UnreadError ? faultAt(session, error.address) : error;
}

/** `Tcb.State`, `Thread->Teb`, `Slots[3].Next` as names and indexes. */
function partsOf(path: string): readonly (string | bigint)[] {
  const parts: (string | bigint)[] = [];
  for (const [whole, index, name] of path.matchAll(/\[(\d+|0x[\da-f]+)\]|(?:\.|->)?([^.[\]]+?)(?=\.|->|\[|$)|./gi)) {
    if (index !== undefined) parts.push(BigInt(index));
    else if (name !== undefined) parts.push(name);
    else throw new UsageError('field', `'${path}' is no path of members: '${whole}' is unexpected`);
  }
  if (parts.length === 0) throw new UsageError('field', 'the path of a member is empty');
  return parts;
}

function structOf(type: Type): StructType | null {
  const inner = type.kind === 'pointer' ? type.target() : type;
  return inner.kind === 'struct' ? inner : null;
}
function fieldType(type: Type, name: string): Type | null {
  const struct = structOf(type);
  return struct && (memberOf(struct, name, 0)?.type ?? null);
}
function elementType(type: Type): Type | null {
  return type.kind === 'array' ? type.element() : type.kind === 'pointer' ? type.target() : null;
}

function memberNamed(value: TypedValue, name: string, scope: CppScope): TypedValue {
  const struct = structOf(value.type);
  if (!struct) throw new UsageError('field', `${cppTypeText(value.type)} has no members, so no '${name}'`);
  if (!memberOf(struct, name, 0)) {
    const near = nearestName(name, memberNames(struct, 0));
    const hint = near === null ? '' : `; did you mean ${near}?`;
    throw new UsageError('field', `${struct.name} has no member '${name}'${hint}`);
  }
  return memberOfTyped(value, name, false, scope, 0);
}

function memberNames(struct: StructType, depth: number): readonly string[] {
  return struct.fields().flatMap(({ name, type }) => {
    const inner = type();
    const unnamed = inner.kind === 'struct' && (name === '' || name === inner.name) && depth < 8;
    return unnamed ? [name, ...memberNames(inner, depth + 1)] : [name];
  });
}

/** 1 or 2 where the type is one of characters. */
function characterWidth(type: Type): 1 | 2 | null {
  if (type.kind !== 'base') return null;
  if (type.encoding === 'wchar') return 2;
  return type.encoding === 'char' || type.name === 'UChar' ? 1 : null;
}
