import { printable } from '../../bytes/text.ts';
import type { BaseType, EnumType, StructType } from '../../symbols/type.ts';
import { signedValue, type TypedValue } from '../cpp/value.ts';
import { floatText } from '../float-text.ts';
import { nameLoaded, nameText } from '../names.ts';
import type { Session } from '../session.ts';
import { MOST_TEXT, readNumber, specialText, textAt } from '../type-value.ts';
import { asks, type Format } from './format-specifier.ts';
import type { ModelValue } from './model-value.ts';
import { typeText } from './type-name.ts';

/** A value as dx shows it behind its name, without its type; null where only the type is shown. */
export function scalarText(session: Session, value: TypedValue, format: Format | null = null): string | null {
  const asText = format === null ? null : formattedText(session, value, format);
  if (asText !== null) return asText;
  const { type, bits, number } = value;
  if (number !== null) return floatText(number, type.size === 4 ? 6 : 15);
  if (type.kind === 'array') return arrayText(session, value);
  if (type.kind === 'struct') {
    return value.address === null || !isText(value) ? null : structureText(session, type, value.address);
  }
  // A symbol without a type: where it is is all that is known.
  if (type.kind === 'void' && value.address !== null)
    return `<no type information at Address 0x${value.address.toString(16)}>`;
  if (bits === null) return null;
  const based = format === null ? null : inBase(value, format);
  if (based !== null) return based;
  if (type.kind === 'pointer') return pointerText(session, value, format);
  if (type.kind === 'enum') return enumText(type, bits, asks(format, 'en'));
  if (type.kind !== 'base') return `0x${bits.toString(16)}`;
  return baseText(type, value, bits);
}

function enumText(type: EnumType, bits: bigint, isNameOnly: boolean): string {
  const signed = BigInt.asIntN(type.size * 8, bits);
  const name = type.values().find((each) => each.value === bits || each.value === signed)?.name;
  if (name !== undefined) return isNameOnly ? printable(name) : `${printable(name)} (${signed})`;
  const flags = flagNames(type, bits);
  return flags === null ? `${signed}` : isNameOnly ? flags : `${flags} (${signed})`;
}

/** Names of flags whose bits make up a value; null where they do not. */
function flagNames(type: EnumType, bits: bigint): string | null {
  const names: string[] = [];
  let rest = bits;
  for (const { name, value } of type.values()) {
    const flag = BigInt.asUintN(type.size * 8, value);
    // What has one bit only is a flag.
    if (flag === 0n || (flag & (flag - 1n)) !== 0n || (rest & flag) === 0n) continue;
    names.push(printable(name));
    rest &= ~flag;
  }
  return rest === 0n && names.length > 1 ? names.join(' | ') : null;
}

function baseText(type: BaseType, value: TypedValue, bits: bigint): string {
  if (type.encoding === 'bool') return bits === 0n ? 'false' : 'true';
  if (type.encoding === 'char' || type.encoding === 'wchar') return characterText(value, bits);
  return type.encoding === 'signed' ? `${signedValue(value)}` : `0x${bits.toString(16)}`;
}

function characterText(value: TypedValue, bits: bigint): string {
  const char = bits >= 0x20n && bits !== 0x7fn ? String.fromCharCode(Number(bits & 0xffffn)) : '';
  return `${signedValue(value)} '${printable(char)}'`;
}

/** Structures whose text says it all, as Microsoft's own visualizers show them. */
const TEXTS = new Set(['_UNICODE_STRING', '_STRING', '_GUID', 'GUID', '_LARGE_INTEGER', '_ULARGE_INTEGER']);

/** The text of one of them; null where it cannot be read. */
function structureText(session: Session, type: StructType, address: bigint): string | null {
  if (/LARGE_INTEGER$/.test(type.name)) {
    const bits = readNumber(session, address, 8);
    return bits === null ? null : `{${type.name.startsWith('_U') ? bits : BigInt.asIntN(64, bits)}}`;
  }
  const text = specialText(session, type, address);
  return text === null ? null : printable(/GUID$/.test(type.name) ? text.toUpperCase() : text);
}

/** Whether a value is one of the structures that are texts. */
export function isText({ type }: TypedValue): boolean {
  return type.kind === 'struct' && TEXTS.has(type.name);
}

/** `,x` `,d` and their kin on a number; null where the specifiers are about something else. */
function inBase(value: TypedValue, { codes }: Format): string | null {
  const { bits } = value;
  if (bits === null) return null;
  const code = codes.find((each) => /^(?:[xXhHdobc]|[xXhH]b|bb|hr|hv)$/.test(each));
  const hex = bits.toString(16);
  switch (code) {
    case 'd':
      return `${signedValue(value)}`;
    case 'o':
      return `0${bits.toString(8)}`;
    case 'x':
    case 'h':
    case 'hr':
    case 'hv':
      return `0x${hex}`;
    case 'X':
    case 'H':
      return `0x${hex.toUpperCase()}`;
    case 'xb':
    case 'hb':
      return hex;
    case 'Xb':
    case 'Hb':
      return hex.toUpperCase();
    case 'b':
      return `0y${bits.toString(2)}`;
    case 'bb':
      return bits.toString(2);
    case 'c':
      return characterText(value, bits);
    default:
      return null;
  }
}

/** `,s` `,su` and their kin: a pointer or array read as characters; null where the specifiers are about something else. */
function formattedText(session: Session, value: TypedValue, { codes }: Format): string | null {
  const code = codes.find((each) => /^(?:s8b?|sub?|sb?|bstr)$/.test(each));
  const at = value.type.kind === 'array' ? value.address : value.type.kind === 'pointer' ? value.bits : null;
  if (code === undefined || at === null) return null;
  const wide = code.startsWith('su') || code === 'bstr';
  const text = textAt(session, at, wide ? 2 : 1, limitOf(value));
  if (text === null) return unreadable(at);
  return code.endsWith('b') ? printable(text) : `"${printable(text)}"`;
}

const unreadable = (at: bigint): string => `<Unable to read memory at Address 0x${at.toString(16)}>`;

function limitOf({ type }: TypedValue): number {
  return type.kind === 'array' ? Math.min(type.count, MOST_TEXT) : MOST_TEXT;
}

function arrayText(session: Session, value: TypedValue): string | null {
  const element = value.type.kind === 'array' ? value.type.element() : null;
  const holdsText =
    element?.kind === 'base' && (element.size === 1 || element.encoding === 'wchar') && element.encoding !== 'bool';
  if (!holdsText || value.address === null || limitOf(value) === 0) return null;
  const text = textAt(session, value.address, element.size, limitOf(value));
  return text === null ? unreadable(value.address) : `"${printable(text)}"`;
}

function pointerText(session: Session, { type, bits }: TypedValue, format: Format | null): string {
  const target = type.kind === 'pointer' ? type.target() : type;
  const shown = `0x${bits!.toString(16)}`;
  const inside = bits === 0n ? null : pointedText(session, target, bits!);
  if (inside === null) return shown;
  return asks(format, 'na') ? inside : `${shown} : ${inside}`;
}

/** What a pointer leads to where that is a text or a function; null for all else. */
function pointedText(session: Session, target: TypedValue['type'], bits: bigint): string | null {
  if (target.kind === 'base' && (target.encoding === 'char' || target.encoding === 'wchar')) {
    const text = textAt(session, bits, target.size, MOST_TEXT);
    return text === null ? null : `"${printable(text)}"`;
  }
  if (target.kind === 'function') {
    const named = nameLoaded(session, bits);
    return named ? printable(`${nameText(named)}${named.offset === 0n ? '+0x0' : ''}`) : null;
  }
  const isShown = target.kind === 'struct' && TEXTS.has(target.name);
  return isShown ? structureText(session, target, bits) : null;
}

/** Any value as text alone: what `ToDisplayString` and grids use. */
export function displayText(session: Session, value: ModelValue, format: Format | null = null): string {
  switch (value.kind) {
    case 'text':
      return value.text;
    case 'typed':
      return (
        scalarText(session, value.value, format ?? value.format) ??
        `{...} [Type: ${typeText(session, value.value.type)}]`
      );
    case 'unknown':
      return `<${value.reason}>`;
    case 'object':
      return value.text ?? '{...}';
    case 'function':
      return value.help ?? '[function]';
  }
}

/** As `displayText`, with characters of the dump free of quotes and address, for comparing with texts. */
export function plainText(session: Session, value: ModelValue): string {
  if (value.kind !== 'typed') return displayText(session, value);
  const { type } = value.value;
  const inner = type.kind === 'array' ? type.element() : type.kind === 'pointer' ? type.target() : null;
  const holdsText = inner?.kind === 'base' && (inner.size === 1 || inner.encoding === 'wchar');
  const codes = [holdsText ? (inner.size === 1 ? 'sb' : 'sub') : 'na'];
  const text = displayText(session, value, value.format ?? { codes, length: null, view: null });
  return isText(value.value) || inner?.kind === 'struct' ? text.replace(/^"(.*)"$/s, '$1') : text;
}
