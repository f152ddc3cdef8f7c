import type { BaseType, PointerType, Type } from '../../symbols/type.ts';

/** A value with its C++ type. Exactly one of `bits` and `number` is set for numbers; structures and arrays have neither. */
export interface TypedValue {
  readonly type: Type;
  readonly bits: bigint | null;
  /** Of floating-point values. */
  readonly number: number | null;
  /** Where it is in memory; null for values that are not in memory. */
  readonly address: bigint | null;
}

const base = (name: string, size: number, encoding: BaseType['encoding']): BaseType => ({
  kind: 'base',
  name,
  size,
  encoding,
});

export const BOOL = base('bool', 1, 'bool');
export const INT = base('Int4B', 4, 'signed');
export const UINT = base('Uint4B', 4, 'unsigned');
export const INT64 = base('Int8B', 8, 'signed');
export const UINT64 = base('Uint8B', 8, 'unsigned');
export const DOUBLE = base('Double', 8, 'float');
export const FLOAT = base('Float', 4, 'float');
export const CHAR = base('Char', 1, 'char');
export const WCHAR = base('Wchar', 2, 'wchar');
export const LONG: BaseType = { ...INT, cName: 'long' };
export const ULONG: BaseType = { ...UINT, cName: 'unsigned long' };
export const VOID: Type = { kind: 'void', name: 'Void', size: 0 };

/** C's own type names; `long` is 32 bits wide, as everywhere on Windows. */
const C_TYPES: Readonly<Record<string, Type>> = {
  bool: BOOL,
  char: CHAR,
  'signed char': CHAR,
  'unsigned char': base('UChar', 1, 'unsigned'),
  short: base('Int2B', 2, 'signed'),
  'unsigned short': base('Uint2B', 2, 'unsigned'),
  wchar_t: WCHAR,
  char8_t: CHAR,
  char16_t: WCHAR,
  int: INT,
  long: LONG,
  unsigned: UINT,
  signed: INT,
  'unsigned int': UINT,
  'unsigned long': ULONG,
  __int8: CHAR,
  __int16: base('Int2B', 2, 'signed'),
  __int32: INT,
  __int64: INT64,
  int64: INT64,
  'long long': INT64,
  'unsigned __int8': base('UChar', 1, 'unsigned'),
  'unsigned __int16': base('Uint2B', 2, 'unsigned'),
  'unsigned __int32': UINT,
  'unsigned __int64': UINT64,
  'unsigned int64': UINT64,
  'unsigned long long': UINT64,
  float: FLOAT,
  double: DOUBLE,
  void: VOID,
};

/** A type of C itself by its words, in whatever usual order; null for others. */
export function cType(name: string): Type | null {
  const words = name.split(' ').filter((word) => word !== 'signed' || name === 'signed' || name === 'signed char');
  const withoutInt = words.length > 1 && /long|short/.test(name) ? words.filter((word) => word !== 'int') : words;
  const ordered = withoutInt.includes('unsigned')
    ? ['unsigned', ...withoutInt.filter((word) => word !== 'unsigned')]
    : withoutInt;
  return C_TYPES[ordered.join(' ')] ?? null;
}

export function pointerTo(target: Type, size: 4 | 8): PointerType {
  return { kind: 'pointer', size, target: () => target };
}

export function integer(value: bigint, type: Type): TypedValue {
  return { type, bits: BigInt.asUintN(type.size * 8, value), number: null, address: null };
}
export function floating(value: number, type: Type = DOUBLE): TypedValue {
  return { type, bits: null, number: type.size === 4 ? Math.fround(value) : value, address: null };
}

/** The integer part; what has none is the number that processors give for it. */
export function truncated(value: number): bigint {
  return Number.isFinite(value) ? BigInt(Math.trunc(value)) : -0x8000000000000000n;
}

/** Whether arithmetic treats the type as signed. */
export function isSigned(type: Type): boolean {
  if (type.kind === 'base')
    return type.encoding === 'signed' || type.encoding === 'char' || type.encoding === 'hresult';
  if (type.kind !== 'enum') return false;
  const under = type.base();
  return under.kind !== 'base' || under.encoding !== 'unsigned';
}

/** The mathematical value of a number's bits under its type. */
export function signedValue({ type, bits }: TypedValue): bigint {
  const value = bits ?? 0n;
  return isSigned(type) ? BigInt.asIntN(type.size * 8, value) : value;
}

const C_NAMES: Readonly<Record<string, string>> = {
  Int1B: 'char',
  Char: 'char',
  UChar: 'unsigned char',
  Int2B: 'short',
  Uint2B: 'unsigned short',
  Int4B: 'int',
  Uint4B: 'unsigned int',
  Int8B: 'int64',
  Uint8B: 'unsigned int64',
  Float: 'float',
  Double: 'double',
  Wchar: 'wchar_t',
  Bool: 'bool',
  Void: 'void',
};

/** A type as `??` names it: `struct _TEB *`, `unsigned int`, `char [16]`, `int (*) [4]`. */
export function cppTypeText(type: Type, depth = 0): string {
  const { head, tail } = spelled(type, '', depth);
  return tail === '' ? head : `${head} ${tail}`;
}

/** What stands before and behind a name that is declared with the type: arrays and functions go behind. */
function spelled(type: Type, inner: string, depth: number): { readonly head: string; readonly tail: string } {
  if (depth > 16) return { head: '...', tail: inner };
  switch (type.kind) {
    case 'pointer': {
      const target = type.target();
      if (target.kind === 'array') return spelled(target, `(*${inner})`, depth + 1);
      if (target.kind === 'function') return { head: functionPointer(target.name, inner), tail: '' };
      return { head: `${cppTypeText(target, depth + 1)} *${inner === '' ? '' : ` ${inner}`}`, tail: '' };
    }
    case 'array':
      return spelled(type.element(), `${inner}[${type.count}]`, depth + 1);
    case 'bitfield':
      return spelled(type.base(), inner, depth + 1);
    case 'struct':
      return { head: `${type.flavour === 'interface' ? 'struct' : type.flavour} ${type.name}`, tail: inner };
    case 'enum':
      return { head: `enum ${type.name}`, tail: inner };
    case 'base':
      return { head: type.cName ?? C_NAMES[type.name] ?? type.name, tail: inner };
    case 'void':
      return { head: 'void', tail: inner };
    default:
      return { head: type.name, tail: inner };
  }
}

/** `int (int)` as a pointer to it: `int (*)(int)`. */
function functionPointer(name: string, inner: string): string {
  const open = name.indexOf('(');
  return open < 0 ? `${name} *${inner}` : `${name.slice(0, open).trimEnd()} (*${inner})${name.slice(open)}`;
}
