import { printable } from '../../bytes/text.ts';
import { cppTypeText, signedValue, type TypedValue } from '../cpp/value.ts';
import { floatText } from '../float-text.ts';
import { nameLoaded, nameText } from '../names.ts';
import type { Session } from '../session.ts';
import { MOST_TEXT, specialText, textAt } from '../type-value.ts';
import type { ModelValue } from './model-value.ts';

/** A value as dx shows it behind its name, without its type; null where only the type is shown. */
export function scalarText(session: Session, value: TypedValue, format: string | null = null): string | null {
  const asText = format === null ? null : formattedText(session, value, format);
  if (asText !== null) return asText;
  const { type, bits, number } = value;
  if (number !== null) return floatText(number, type.size === 4 ? 6 : 15);
  if (type.kind === 'array') return arrayText(session, value);
  if (type.kind === 'struct') {
    const shown = value.address === null || !STRINGS.has(type.name) ? null : specialText(session, type, value.address);
    return shown === null ? null : printable(shown);
  }
  if (bits === null) return null;
  const based = format === null ? null : inBase(value, format);
  if (based !== null && type.kind !== 'pointer') return based;
  if (type.kind === 'pointer') return pointerText(session, value, format);
  if (type.kind === 'enum') {
    const signed = BigInt.asIntN(type.size * 8, bits);
    const name = type.values().find((each) => each.value === bits || each.value === signed)?.name;
    return name === undefined ? `${signed}` : format === 'en' ? printable(name) : `${printable(name)} (${signed})`;
  }
  if (type.kind !== 'base') return `0x${bits.toString(16)}`;
  if (type.encoding === 'bool') return bits === 0n ? 'false' : 'true';
  if (type.encoding === 'char' || type.encoding === 'wchar') {
    const code = signedValue(value);
    const char = bits >= 0x20n && bits !== 0x7fn ? String.fromCharCode(Number(bits & 0xffffn)) : '';
    return `${code} '${printable(char)}'`;
  }
  return type.encoding === 'signed' ? `${signedValue(value)}` : `0x${bits.toString(16)}`;
}

/** Structures whose text says it all, as Microsoft's own visualizers show them. */
const STRINGS = new Set(['_UNICODE_STRING', 'UNICODE_STRING', '_STRING', 'STRING', '_GUID', 'GUID']);

/** `,x` `,d` and their kin on a number; null where the specifier is about something else. */
function inBase({ type, bits }: TypedValue, format: string): string | null {
  if (bits === null) return null;
  switch (format) {
    case 'd':
      return `${type.kind === 'base' && type.encoding === 'unsigned' ? BigInt.asIntN(type.size * 8, bits) : signedValue({ type, bits, number: null, address: null })}`;
    case 'o':
      return `0${bits.toString(8)}`;
    case 'x':
    case 'h':
      return `0x${bits.toString(16)}`;
    case 'X':
    case 'H':
      return `0x${bits.toString(16).toUpperCase()}`;
    case 'b':
      return `0y${bits.toString(2)}`;
    case 'c':
      return `${signedValue({ type, bits, number: null, address: null })} '${printable(String.fromCharCode(Number(bits & 0xffffn)))}'`;
    default:
      return null;
  }
}

/** `,s` `,su` and their kin: a pointer or array read as characters; null where the specifier is about something else. */
function formattedText(session: Session, value: TypedValue, format: string): string | null {
  const found = /^(?:s(8|u|u?b)?|bstr)$/.exec(format);
  const at = value.type.kind === 'array' ? value.address : value.type.kind === 'pointer' ? value.bits : null;
  if (!found || at === null) return null;
  const wide = format.startsWith('su') || format === 'bstr';
  const text = textAt(session, at, wide ? 2 : 1, limitOf(value));
  if (text === null) return `<Unable to read memory at Address 0x${at.toString(16)}>`;
  return format.endsWith('b') ? printable(text) : `"${printable(text)}"`;
}

function limitOf({ type }: TypedValue): number {
  return type.kind === 'array' ? Math.min(type.count, MOST_TEXT) : MOST_TEXT;
}

function arrayText(session: Session, value: TypedValue): string | null {
  const element = value.type.kind === 'array' ? value.type.element() : null;
  const isText =
    element?.kind === 'base' && (element.size === 1 || element.encoding === 'wchar') && element.encoding !== 'bool';
  if (!isText || value.address === null || limitOf(value) === 0) return null;
  const text = textAt(session, value.address, element.size, limitOf(value));
  return text === null ? `<Unable to read memory at Address 0x${value.address.toString(16)}>` : `"${printable(text)}"`;
}

function pointerText(session: Session, { type, bits }: TypedValue, format: string | null): string {
  const target = type.kind === 'pointer' ? type.target() : type;
  const shown = `0x${bits!.toString(16)}`;
  const bare = format === 'na';
  if (target.kind === 'base' && (target.encoding === 'char' || target.encoding === 'wchar') && bits !== 0n) {
    const text = textAt(session, bits!, target.size, MOST_TEXT);
    const quoted = text === null ? '' : `"${printable(text)}"`;
    return bare && text !== null ? quoted : quoted === '' ? shown : `${shown} : ${quoted}`;
  }
  if (target.kind !== 'function') return shown;
  const named = nameLoaded(session, bits!);
  return named ? `${shown} : ${printable(nameText(named))}` : shown;
}

/** Any value as text alone: what `ToDisplayString`, comparison with texts and grids use. */
export function displayText(session: Session, value: ModelValue, format: string | null = null): string {
  switch (value.kind) {
    case 'text':
      return value.text;
    case 'typed':
      return (
        scalarText(session, value.value, format) ??
        `{...} [Type: ${cppTypeText(value.value.type).replace(/^(?:struct|class|union) /, '')}]`
      );
    case 'unknown':
      return `<${value.reason}>`;
    case 'object':
      return value.text ?? '{...}';
    case 'function':
      return '[function]';
  }
}

/** As `displayText`, with characters of the dump free of quotes and address, for comparing with texts. */
export function plainText(session: Session, value: ModelValue): string {
  if (value.kind !== 'typed') return displayText(session, value);
  const { type } = value.value;
  const inner = type.kind === 'array' ? type.element() : type.kind === 'pointer' ? type.target() : null;
  const isText = inner?.kind === 'base' && (inner.size === 1 || inner.encoding === 'wchar');
  const format = isText ? (inner.size === 1 ? 'sb' : 'sub') : null;
  const text = displayText(session, value, format);
  return type.kind === 'struct' ? text.replace(/^"(.*)"$/s, '$1') : text;
}
