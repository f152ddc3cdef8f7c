/** A type below 0x1000, which has no record: a base type, or a pointer to one. */
export interface SimpleType {
  /** As C spells it: `unsigned long`, `wchar_t`. */
  readonly name: string;
  /** As WinDbg's `dt` prints it: `Uint4B`. */
  readonly shortName: string;
  readonly size: number;
  readonly encoding: 'void' | 'signed' | 'unsigned' | 'float' | 'char' | 'wchar' | 'bool' | 'hresult' | 'other';
  /** Bytes of the pointer when it is one, else 0. */
  readonly pointerSize: number;
}

/** cvinfo.h TYPE_ENUM_e kinds: number, C name, WinDbg name, size, encoding. */
const BASES: Readonly<Record<number, readonly [string, string, number, SimpleType['encoding']]>> = {
  0: ['<no type>', '<no type>', 0, 'other'],
  3: ['void', 'Void', 0, 'void'],
  8: ['HRESULT', 'HRESULT', 4, 'hresult'],
  16: ['signed char', 'Char', 1, 'signed'],
  17: ['short', 'Int2B', 2, 'signed'],
  18: ['long', 'Int4B', 4, 'signed'],
  19: ['__int64', 'Int8B', 8, 'signed'],
  20: ['__int128', 'Int16B', 16, 'signed'],
  32: ['unsigned char', 'UChar', 1, 'unsigned'],
  33: ['unsigned short', 'Uint2B', 2, 'unsigned'],
  34: ['unsigned long', 'Uint4B', 4, 'unsigned'],
  35: ['unsigned __int64', 'Uint8B', 8, 'unsigned'],
  36: ['unsigned __int128', 'Uint16B', 16, 'unsigned'],
  48: ['bool', 'Bool', 1, 'bool'],
  49: ['__bool16', 'Bool', 2, 'bool'],
  50: ['__bool32', 'Bool', 4, 'bool'],
  51: ['__bool64', 'Bool', 8, 'bool'],
  64: ['float', 'Float', 4, 'float'],
  65: ['double', 'Double', 8, 'float'],
  66: ['long double', 'Float80', 10, 'other'],
  67: ['__float128', 'Float128', 16, 'other'],
  68: ['__float48', 'Float48', 6, 'other'],
  69: ['float', 'Float', 4, 'float'],
  70: ['__half', 'Float16', 2, 'other'],
  80: ['_Complex float', 'Complex', 8, 'other'],
  81: ['_Complex double', 'Complex', 16, 'other'],
  82: ['_Complex long double', 'Complex', 20, 'other'],
  83: ['_Complex __float128', 'Complex', 32, 'other'],
  104: ['__int8', 'Char', 1, 'signed'],
  105: ['unsigned __int8', 'UChar', 1, 'unsigned'],
  112: ['char', 'Char', 1, 'char'],
  113: ['wchar_t', 'Wchar', 2, 'wchar'],
  114: ['__int16', 'Int2B', 2, 'signed'],
  115: ['unsigned __int16', 'Uint2B', 2, 'unsigned'],
  116: ['int', 'Int4B', 4, 'signed'],
  117: ['unsigned int', 'Uint4B', 4, 'unsigned'],
  118: ['__int64', 'Int8B', 8, 'signed'],
  119: ['unsigned __int64', 'Uint8B', 8, 'unsigned'],
  120: ['__int128', 'Int16B', 16, 'signed'],
  121: ['unsigned __int128', 'Uint16B', 16, 'unsigned'],
  122: ['char16_t', 'Wchar', 2, 'wchar'],
  123: ['char32_t', 'Char32', 4, 'other'],
  124: ['char8_t', 'Char', 1, 'char'],
};

/** Bytes of a pointer by mode: near 16, far, huge, near 32, far 32, 64, 128. */
const POINTER_SIZES = [0, 2, 4, 4, 4, 6, 8, 16];

/** The simple type with this index, or null when the number means nothing. */
export function simpleType(index: number): SimpleType | null {
  if (!(index >= 0) || index >= 0x1000) return null;
  // `decltype(nullptr)` is a special index of its own.
  if (index === 0x103) {
    return { name: 'std::nullptr_t', shortName: 'Void', size: 0, encoding: 'void', pointerSize: 8 };
  }
  const base = BASES[index & 0xff];
  const pointerSize = POINTER_SIZES[(index >>> 8) & 7] ?? 0;
  if (base === undefined || index & 0x800) return null;
  const [name, shortName, size, encoding] = base;
  return { name, shortName, size, encoding, pointerSize };
}
