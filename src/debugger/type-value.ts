import { formatGuid } from '../bytes/guid.ts';
import { hexPadded, hexTicked } from '../bytes/hex.ts';
import { decodeUtf16 } from '../bytes/text.ts';
import { isHole, readAvailable, toUnsigned, tryPointer, tryU16, tryView } from '../memory/space.ts';
import type { BitFieldType, EnumType, StructType, Type } from '../symbols/type.ts';
import { floatText } from './float-text.ts';
import { asciiOf } from './memory-units.ts';
import { nameLoaded, nameText } from './names.ts';
import type { Session } from './session.ts';

/** A value read from memory: as a number where it is one, and as `dt` prints it. */
export interface TypeValue {
  readonly value: bigint | null;
  readonly text: string;
  /** False when its bytes could not be read. */
  readonly readable: boolean;
}

export const MOST_TEXT = 256;

/** The value of a type at an unsigned address. */
export function readValue(session: Session, type: Type, address: bigint): TypeValue {
  switch (type.kind) {
    case 'base': {
      const raw = readNumber(session, address, type.size);
      if (raw === null) return missing('??');
      return { value: raw, text: baseText(type, raw), readable: true };
    }
    case 'enum':
      return enumValue(session, type, address);
    case 'bitfield':
      return bitValue(session, type, address);
    case 'pointer':
      return pointerValue(session, type.size, type.target(), address);
    case 'array':
      return arrayValue(session, type.count, type.element(), address);
    case 'struct': {
      const special = specialText(session, type, address);
      return { value: null, text: special === null ? type.name : `${type.name} ${special}`, readable: true };
    }
    default:
      return { value: null, text: type.kind === 'void' ? 'Void' : type.name, readable: true };
  }
}

function missing(text: string): TypeValue {
  return { value: null, text, readable: false };
}

/** An unsigned little-endian number of up to 16 bytes; null when it cannot be read. */
export function readNumber(session: Session, address: bigint, size: number): bigint | null {
  const at = session.address(address);
  if (at === null || size < 1 || size > 16) return null;
  const view = tryView(session.memory, at, size);
  if (!view) return null;
  let value = 0n;
  for (let index = size - 1; index >= 0; index--) value = (value << 8n) | BigInt(view.getUint8(index));
  return value;
}

/** Small numbers as they are, others in hexadecimal with a backtick past 32 bits. */
export function numberText(value: bigint): string {
  if (value < 10n) return value.toString();
  return value > 0xffffffffn ? `0x${hexTicked(value)}` : `0x${value.toString(16)}`;
}

function baseText(
  type: { readonly name: string; readonly size: number; readonly encoding: string },
  raw: bigint,
): string {
  const signed = BigInt.asIntN(type.size * 8, raw);
  if (type.encoding === 'float') {
    const view = new DataView(new ArrayBuffer(8));
    view.setBigUint64(0, BigInt.asUintN(64, raw), true);
    if (type.size === 4) return `${floatText(view.getFloat32(0, true), 6)} `;
    if (type.size === 8) return `${floatText(view.getFloat64(0, true), 15)} `;
    return numberText(raw);
  }
  if (type.encoding === 'bool') return raw === 0n ? '0' : numberText(raw);
  if (type.size === 1) {
    const code = Number(raw);
    const char = code >= 0x20 && code < 0x7f ? String.fromCharCode(code) : '';
    const isSigned = type.encoding === 'signed' || type.encoding === 'char';
    // Of one byte also small numbers are in hexadecimal; 0 has no prefix.
    return `${isSigned ? signed : raw === 0n ? 0 : `0x${raw.toString(16)}`} '${char}'`;
  }
  if (type.encoding === 'wchar')
    return `${numberText(raw)} '${raw >= 0x20n ? String.fromCharCode(Number(raw & 0xffffn)) : ''}'`;
  if (type.encoding === 'signed') return `0n${signed}`;
  return numberText(raw);
}

function enumValue(session: Session, type: EnumType, address: bigint): TypeValue {
  const size = type.size || 4;
  const raw = readNumber(session, address, size);
  if (raw === null) return missing('??');
  const signed = BigInt.asIntN(size * 8, raw);
  const named = type.values().find(({ value }) => value === raw || value === signed);
  return { value: raw, text: `${numberText(raw)} ( ${named?.name ?? 'No matching enumerant'} )`, readable: true };
}

function bitValue(session: Session, type: BitFieldType, address: bigint): TypeValue {
  const raw = readNumber(session, address, Math.max(1, type.size));
  if (raw === null) return missing('??');
  const value = (raw >> BigInt(type.position)) & ((1n << BigInt(type.length)) - 1n);
  const bits = `0y${value.toString(2).padStart(type.length, '0')}`;
  return {
    value,
    text: type.length > 3 ? `${bits} (${value === 0n ? '0' : `0x${value.toString(16)}`})` : bits,
    readable: true,
  };
}

export function pointerText(value: bigint, size: number): string {
  return size === 8 ? `0x${hexTicked(value)}` : `0x${hexPadded(value, 8)}`;
}

function pointerValue(session: Session, size: number, target: Type, address: bigint): TypeValue {
  const value = readNumber(session, address, size);
  if (value === null) return missing('???? ');
  if (value === 0n) return { value, text: '(null) ', readable: true };
  const shown = pointerText(value, size);
  if (target.kind === 'function') {
    const named = nameLoaded(session, value);
    const returns = target.name.slice(0, Math.max(0, target.name.indexOf('('))).trim();
    return { value, text: `${shown}     ${returns} ${named ? ` ${nameText(named)}` : ''}`, readable: true };
  }
  if (target.kind === 'base')
    return { value, text: `${shown}  ${pointeeText(session, target, value)}`, readable: true };
  const name =
    target.kind === 'void'
      ? 'Void'
      : target.kind === 'pointer'
        ? `-> ${readValue(session, { ...target, target: () => VOID }, value).text}`
        : 'name' in target
          ? target.name
          : '';
  return { value, text: `${shown} ${name}`, readable: true };
}

const VOID = { kind: 'void', name: 'Void', size: 0 } as const;

/** What a pointer to a number or to characters leads to. */
function pointeeText(session: Session, target: Type & { readonly kind: 'base' }, value: bigint): string {
  const text = target.size === 1 || target.encoding === 'wchar' ? textAt(session, value, target.size, MOST_TEXT) : null;
  if (text !== null) return `"${text}"`;
  const raw = readNumber(session, value, target.size);
  return raw === null ? '-> ??' : `-> ${baseText(target, raw)}`;
}

/** Characters of one or two bytes up to the end of the string, at most `most`; null when the first is not in the dump. */
export function textAt(session: Session, value: bigint, unit: number, most: number): string | null {
  const at = session.address(value);
  if (at === null || isHole(session.memory.read(at, 1))) return null;
  const bytes = readAvailable(session.memory, at, most * unit);
  if (unit === 2) return decodeUtf16(bytes.subarray(0, bytes.length & ~1));
  const end = bytes.indexOf(0);
  return Array.from(bytes.subarray(0, end < 0 ? bytes.length : end), asciiOf).join('');
}

function arrayValue(session: Session, count: number, element: Type, address: bigint): TypeValue {
  const head = `[${count}]`;
  if (element.kind === 'struct' || element.kind === 'function' || element.kind === 'array' || element.kind === 'void')
    return {
      value: null,
      text: `${head} ${element.kind === 'array' ? `[${element.count}]` : element.name}`,
      readable: true,
    };
  if (element.kind === 'base' && (element.size === 1 || element.encoding === 'wchar') && count > 0) {
    const text = textAt(session, address, element.size, Math.min(count, MOST_TEXT));
    return text === null ? missing(`${head}  "??"`) : { value: null, text: `${head}  "${text}"`, readable: true };
  }
  if (count === 0) return { value: null, text: `${head} `, readable: true };
  const first = readValue(session, element, address);
  return { value: null, text: `${head} ${first.text}`, readable: first.readable };
}

/** What debuggers show of well-known structures beside their name; null for all others and where nothing is readable. */
export function specialText(session: Session, type: StructType, address: bigint): string | null {
  const { pointerSize, memory } = session;
  const at = session.address(address);
  if (at === null) return null;
  switch (type.name) {
    case '_LIST_ENTRY':
    case 'LIST_ENTRY': {
      const flink = readNumber(session, address, pointerSize);
      const blink = readNumber(session, address + BigInt(pointerSize), pointerSize);
      if (flink === null || blink === null) return null;
      return `[ ${pointerText(flink, pointerSize)} - ${pointerText(blink, pointerSize)} ]`;
    }
    case '_UNICODE_STRING':
    case '_STRING': {
      const length = tryU16(memory, at);
      const buffer = tryPointer(memory, at + pointerSize, pointerSize);
      if (length === null || buffer === null) return null;
      if (length === 0) return '""';
      const bytes = readAvailable(memory, buffer, length);
      if (bytes.length < length)
        return `"--- memory read error at address ${pointerText(toUnsigned(buffer + bytes.length), pointerSize)} ---"`;
      return `"${type.name === '_STRING' ? Array.from(bytes, asciiOf).join('') : decodeUtf16(bytes, true)}"`;
    }
    case '_LARGE_INTEGER':
    case '_ULARGE_INTEGER': {
      const raw = readNumber(session, address, 8);
      return raw === null ? null : raw > 0xffffffffn ? `0x${hexTicked(raw)}` : `0x${raw.toString(16)}`;
    }
    case '_GUID': {
      const view = tryView(memory, at, 16);
      return view && `{${formatGuid(new Uint8Array(view.buffer, view.byteOffset, 16))}}`;
    }
    default:
      return null;
  }
}

/** The unsigned number at an address, for walking lists. */
export function pointerAt(session: Session, address: bigint): bigint | null {
  return readNumber(session, address, session.pointerSize);
}
