import type { Type } from '../symbols/type.ts';
import { floatBitsText } from './float-text.ts';
import { asciiOf } from './memory-units.ts';
import type { Session } from './session.ts';
import { MOST_TEXT, numberText, pointerText, readNumber, specialText, textAt } from './type-value.ts';

/** A variable's value as `dv` prints it, with the number where it is one. */
export interface LocalValue {
  readonly text: string;
  readonly value: bigint | null;
}

/** The value of a variable in memory; null when it cannot be read. */
export function valueInMemory(session: Session, type: Type, typeName: string, address: bigint): LocalValue | null {
  if (type.kind === 'struct') {
    const special = specialText(session, type, address);
    if (type.name === '_GUID' && special !== null) return { text: special.toUpperCase(), value: null };
    return { text: special === null ? typeName : `${typeName} ${special}`, value: null };
  }
  if (type.kind === 'array') {
    const element = type.element();
    const isText = element.kind === 'base' && (element.size === 1 || element.encoding === 'wchar');
    const text = isText ? textAt(session, address, element.size, Math.min(type.count, MOST_TEXT)) : null;
    return { text: text === null ? typeName : `${typeName} "${text}"`, value: null };
  }
  const raw = readNumber(session, address, type.size);
  return raw === null ? null : scalarValue(session, type, typeName, raw);
}

/** The value of a variable whose bytes are at hand: in a register, or a constant. */
export function scalarValue(session: Session, type: Type, typeName: string, bits: bigint): LocalValue {
  const raw = type.size > 0 && type.size <= 16 ? BigInt.asUintN(type.size * 8, bits) : bits;
  const done = (text: string) => ({ text, value: raw });
  switch (type.kind) {
    case 'pointer': {
      const target = type.target();
      const shown = pointerText(raw, type.size);
      const isText = target.kind === 'base' && (target.encoding === 'char' || target.encoding === 'wchar');
      const text = isText && raw !== 0n ? textAt(session, raw, target.size, MOST_TEXT) : null;
      return done(text === null ? shown : `${shown} "${text}"`);
    }
    case 'enum': {
      const signed = BigInt.asIntN(type.size * 8, raw);
      const name = type.values().find(({ value }) => value === raw || value === signed)?.name;
      return done(name === undefined ? `0n${signed} (No matching enumerant)` : `${name} (0n${signed})`);
    }
    case 'base':
      return done(baseText(type, raw));
    default:
      return { text: typeName, value: null };
  }
}

function baseText(type: Type & { readonly kind: 'base' }, raw: bigint): string {
  const signed = BigInt.asIntN(type.size * 8, raw);
  if (type.encoding === 'float' && type.size === 4) return floatBitsText(raw, 4);
  if (type.encoding === 'float' && type.size === 8) return floatBitsText(raw, 8, 15);
  if (type.encoding === 'bool') return raw === 0n ? 'false' : 'true';
  if (type.size === 1) {
    const isSigned = type.encoding === 'signed' || type.encoding === 'char';
    const char = raw >= 0x20n && raw < 0x7fn ? asciiOf(Number(raw)) : '';
    return `${isSigned ? `0n${signed}` : `0x${raw.toString(16).padStart(2, '0')}`} '${char}'`;
  }
  if (type.encoding === 'wchar')
    return `0x${raw.toString(16)} '${raw >= 0x20n ? String.fromCharCode(Number(raw)) : ''}'`;
  return type.encoding === 'signed' ? `0n${signed}` : numberText(raw);
}
