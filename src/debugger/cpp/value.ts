import type { BaseType, PointerType, Type } from '../../symbols/type.ts';

/** A value with its C++ type. Exactly one of `bits` and `number` is set for numbers; structures and arrays have neither. */
export interface TypedValue {
  readonly type: Type;
  /** In C++ words where the symbols say so: `struct Job *`; null lets the type speak. */
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
export const CHAR = base('Char', 1, 'char');
export const VOID: Type = { kind: 'void', name: 'Void', size: 0 };

/** C's own type names; `long` is 32 bits wide, as everywhere on Windows. */
const C_TYPES: Readonly<Record<string, Type>> = {
  bool: BOOL,
  char: CHAR,
  'signed char': CHAR,
  'unsigned char': base('UChar', 1, 'unsigned'),
  short: base('Int2B', 2, 'signed'),
  'unsigned short': base('Uint2B', 2, 'unsigned'),
  wchar_t: base('Wchar', 2, 'wchar'),
  int: INT,
  long: INT,
  unsigned: UINT,
  signed: INT,
  'unsigned int': UINT,
  'unsigned long': UINT,
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
  float: base('Float', 4, 'float'),
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
export function floating(value: number): TypedValue {
  return { type: DOUBLE, bits: null, number: value, address: null };
}

/** Whether arithmetic treats the type as signed. */
export function isSigned(type: Type): boolean {
  if (type.kind === 'base')
    return type.encoding === 'signed' || type.encoding === 'char' || type.encoding === 'hresult';
  return type.kind === 'enum';
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

/** A type as `??` names it: `struct _TEB *`, `unsigned int`, `char [16]`. */
export function cppTypeText(type: Type, depth = 0): string {
  if (depth > 8) return '...';
  switch (type.kind) {
    case 'pointer':
      return `${cppTypeText(type.target(), depth + 1)} *`;
    case 'array':
      return `${cppTypeText(type.element(), depth + 1)} [${type.count}]`;
    case 'bitfield':
      return cppTypeText(type.base(), depth + 1);
    case 'struct':
      return `${type.flavour === 'interface' ? 'struct' : type.flavour} ${type.name}`;
    case 'enum':
      return `enum ${type.name}`;
    case 'base':
    case 'void':
      return C_NAMES[type.name] ?? type.name;
    default:
      return type.name;
  }
}
