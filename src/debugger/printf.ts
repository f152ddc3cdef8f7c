import { UsageError } from '../bytes/errors.ts';
import { decodeAscii, decodeUtf16, printable } from '../bytes/text.ts';
import { type Address, readAvailable, toUnsigned, tryPointer, tryU16 } from '../memory/space.ts';
import { floatBitsText } from './float-text.ts';
import { addressText, nameOf, nameText } from './names.ts';
import type { Session } from './session.ts';

/** A piece of a `.printf` format: text as it stands, or a conversion that takes an argument. */
export type Piece = { readonly kind: 'text'; readonly text: string } | Conversion;

export interface Conversion {
  readonly kind: 'conversion';
  readonly flags: string;
  /** `*` stands for an argument before the value; of precision, null for none. */
  readonly width: number | '*';
  readonly precision: number | '*' | null;
  /** Bits of the argument that count. */
  readonly bits: 16 | 32 | 64;
  readonly type: string;
}

/** A conversion with its width and precision known. */
type Sized = Conversion & { readonly width: number; readonly precision: number | null };

const CONVERSION =
  /%([-+ 0#]*)(\d+|\*)?(?:\.(\d+|\*)?)?(I64|I32|ll|l(?!y)|h|w)?(ma|mu|msa|msu|ly|y|[diuoxXcCpNsSeEfgGI%])/y;
/** Strings that `%ma` and its like read are cut here. */
const LONGEST_STRING = 0x2000;
const WIDEST = 4096;
/** C's escapes; others stand for the character itself. */
const SIGNS: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '', a: '', '0': '' };

/** Splits a format from `from` to before `to`; throws a UsageError with the column of what is no conversion. */
export function parseFormat(format: string, from: number, to: number): readonly Piece[] {
  const out: Piece[] = [];
  let text = '';
  for (let at = from; at < to; ) {
    const char = format[at]!;
    if (char === '\\' && at + 1 < to) {
      text += SIGNS[format[at + 1]!] ?? format[at + 1]!;
      at += 2;
      continue;
    }
    if (char !== '%') {
      text += char;
      at++;
      continue;
    }
    CONVERSION.lastIndex = at;
    const found = CONVERSION.exec(format);
    if (!found || CONVERSION.lastIndex > to) {
      const wrong = format.slice(at, Math.min(at + 8, to));
      throw new UsageError('.printf', `Syntax error at '${wrong}': no conversion that .printf knows`, at);
    }
    const type = found[5]!;
    if (type === 's' || type === 'S')
      throw new UsageError('.printf', `%${type} does not exist here: use %ma or %mu with an address`, at);
    if (type === '%') text += '%';
    else {
      if (text !== '') out.push({ kind: 'text', text });
      text = '';
      out.push(conversionOf(found));
    }
    at = CONVERSION.lastIndex;
  }
  if (text !== '') out.push({ kind: 'text', text });
  return out;
}

function conversionOf([all, flags = '', width, precision, size, type = '']: RegExpExecArray): Conversion {
  // Floating point is 32 bits wide unless an l says otherwise (Microsoft Learn, ".printf").
  const isWide = size === 'I64' || size === 'll' || (size === 'l' && isFloat(type));
  const bits = isWide ? 64 : size === 'h' && !isFloat(type) ? 16 : 32;
  const number = (text: string | undefined) => (text === '*' ? text : Math.min(Number(text ?? 0), WIDEST));
  return {
    kind: 'conversion',
    flags,
    width: number(width),
    precision: all.includes('.') ? number(precision) : null,
    bits,
    type,
  };
}

/** A conversion of a number that is in floating point already, such as a C++ expression yields. */
export function asDouble(piece: Conversion, number: number): readonly [Conversion, bigint] {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, number);
  return [{ ...piece, bits: 64 }, view.getBigUint64(0)];
}

/** Whether a piece prints floating point. */
export function printsFloat(piece: Piece): piece is Conversion {
  return piece.kind === 'conversion' && isFloat(piece.type);
}

/** How many arguments a piece takes. */
export function argumentsTaken(piece: Piece): number {
  return piece.kind === 'text' ? 0 : 1 + Number(piece.width === '*') + Number(piece.precision === '*');
}

function isFloat(type: string): boolean {
  return /^[eEfgG]$/.test(type);
}

/**
 * A conversion with its arguments, of which those for `*` come first. A string that cannot be read is shown as question
 * marks, never as empty. `%y` is name, displacement and address, as the debugger prints code elsewhere.
 */
export async function convert(piece: Conversion, given: readonly bigint[], session: Session): Promise<string> {
  const [sized, value] = withSizes(piece, given);
  if (!sized.type.endsWith('y')) return padded(plain(sized, value, session), sized);
  const named = await nameOf(session, value);
  const line = sized.type === 'ly' ? lineText(session, value) : '';
  const address = addressText(value, session.pointerSize);
  return padded(named ? `${nameText(named)} (${address})${line}` : address, sized);
}

/** The values of `*`; a negative width sets the text to the left, as in C. */
function withSizes(piece: Conversion, given: readonly bigint[]): readonly [Sized, bigint] {
  const rest = [...given];
  const next = () => Number(BigInt.asIntN(32, rest.shift() ?? 0n));
  const width = piece.width === '*' ? next() : piece.width;
  const precision = piece.precision === '*' ? next() : piece.precision;
  const flags = width < 0 ? `${piece.flags}-` : piece.flags;
  const sized = {
    ...piece,
    flags,
    width: Math.min(Math.abs(width), WIDEST),
    precision: precision === null || precision < 0 ? null : Math.min(precision, WIDEST),
  };
  return [sized, rest[0] ?? 0n];
}

/** ` [orders.c @ 21]` where loaded symbols know the line, else empty. */
function lineText(session: Session, value: bigint): string {
  const at = session.address(value);
  const module = at === null ? null : session.moduleAt(toUnsigned(at));
  const line = at === null || !module ? null : session.symbolsOf(module)?.table?.lineAt(at - module.base);
  return line ? ` [${printable(line.file)} @ ${line.line}]` : '';
}

function plain({ type, bits, precision, flags }: Sized, value: bigint, session: Session): string {
  const width = type === 'p' || type === 'N' ? session.pointerSize * 8 : bits;
  const unsigned = BigInt.asUintN(width, value);
  const digits = (text: string) => text.padStart(precision ?? 0, '0');
  if (isFloat(type)) return floating(type, unsigned, bits === 64 ? 8 : 4, precision, flags);
  switch (type) {
    case 'd':
    case 'i': {
      const number = BigInt.asIntN(bits, value);
      const sign = number < 0n ? '-' : flags.includes('+') ? '+' : flags.includes(' ') ? ' ' : '';
      return sign + digits((number < 0n ? -number : number).toString());
    }
    case 'u':
      return digits(unsigned.toString());
    case 'o':
      return digits(unsigned.toString(8));
    case 'x':
    case 'X': {
      const text = digits(unsigned.toString(16));
      const prefixed = flags.includes('#') && unsigned !== 0n ? `0x${text}` : text;
      return type === 'X' ? prefixed.toUpperCase() : prefixed;
    }
    case 'p': {
      const text = unsigned.toString(16).padStart(session.pointerSize * 2, '0');
      return session.pointerSize === 8 ? `${text.slice(0, 8)}\`${text.slice(8)}` : text;
    }
    case 'I':
      return addressText(BigInt.asUintN(64, value), BigInt.asUintN(64, value) > 0xffffffffn ? 8 : 4);
    case 'N':
      return unsigned.toString(16).padStart(session.pointerSize * 2, '0');
    case 'c':
      return String.fromCharCode(Number(value & 0xffn));
    case 'C':
      return String.fromCharCode(Number(value & 0xffffn));
    default: {
      // A string of the dump must not forge lines of the output.
      const text = textAt(type, session.address(value), session, precision);
      return text === null ? '???' : printable(text);
    }
  }
}

/** The number whose bits are given, as C's `%e`, `%f` and `%g` print it, with exponents of three digits. */
function floating(type: string, bits: bigint, size: 4 | 8, precision: number | null, flags: string): string {
  const view = new DataView(new ArrayBuffer(8));
  view.setBigUint64(0, bits);
  const value = size === 4 ? view.getFloat32(4) : view.getFloat64(0);
  const digits = Math.min(precision ?? 6, 100);
  const sign = value < 0 ? '' : flags.includes('+') ? '+' : flags.includes(' ') ? ' ' : '';
  const kind = type.toLowerCase();
  let text: string;
  if (!Number.isFinite(value) || kind === 'g') text = floatBitsText(bits, size, Math.max(1, digits));
  else if (kind === 'e') {
    text = value.toExponential(digits).replace(/e([-+])(\d+)$/, (_, at: string, power: string) => {
      return `e${at}${power.padStart(3, '0')}`;
    });
  } else if (Math.abs(value) < 1e21) text = value.toFixed(digits);
  else text = `${BigInt(value)}${digits > 0 ? `.${'0'.repeat(digits)}` : ''}`;
  return sign + (type === kind ? text : text.toUpperCase());
}

/** `ma` and `mu`: a terminated string; `msa` and `msu`: the text of an ANSI_STRING or UNICODE_STRING. */
function textAt(type: string, at: Address | null, session: Session, precision: number | null): string | null {
  if (at === null) return null;
  const wide = type.endsWith('u');
  const limit = Math.min(precision ?? LONGEST_STRING, LONGEST_STRING) * (wide ? 2 : 1);
  if (type.startsWith('ms')) {
    const length = tryU16(session.memory, at);
    const buffer = tryPointer(session.memory, at + session.pointerSize, session.pointerSize);
    if (length === null || buffer === null) return null;
    const bytes = readAvailable(session.memory, buffer, Math.min(length, limit));
    return bytes.length < Math.min(length, limit) ? null : wide ? decodeUtf16(bytes) : decodeAscii(bytes);
  }
  const bytes = readAvailable(session.memory, at, limit);
  if (bytes.length === 0) return null;
  return wide ? decodeUtf16(bytes.subarray(0, bytes.length & ~1)) : decodeAscii(bytes);
}

function padded(text: string, { flags, width, precision, type }: Sized): string {
  if (flags.includes('-')) return text.padEnd(width);
  // As in C, a precision takes the zeros of integers for itself.
  if (!flags.includes('0') || (precision !== null && !isFloat(type))) return text.padStart(width);
  const sign = /^[-+]/.exec(text)?.[0] ?? '';
  return sign + text.slice(sign.length).padStart(width - sign.length, '0');
}
