import { UsageError } from '../../bytes/errors.ts';
import { hexPadded, hexTicked } from '../../bytes/hex.ts';
import { command } from '../../debugger/command.ts';
import { type Expression, parseExpression } from '../../debugger/expression-syntax.ts';
import { searchBytes, searchStrings } from '../../debugger/memory-search.ts';
import { asciiOf, readRange, unitsOf } from '../../debugger/memory-units.ts';
import { addressText } from '../../debugger/names.ts';
import { parseRange, type RangeSyntax, resolveRange } from '../../debugger/range.ts';
import { expressionIn } from '../../debugger/scope.ts';
import type { Session } from '../../debugger/session.ts';
import { toUnsigned, tryPointer } from '../../memory/space.ts';

type Kind = 'b' | 'w' | 'd' | 'q' | 'a' | 'u' | 'sa' | 'su' | 'v';

interface Options {
  readonly kind: Kind;
  /** Print addresses only. */
  readonly bare: boolean;
  readonly least: number;
  readonly range: RangeSyntax;
  readonly values: readonly Expression[];
  readonly text: string | null;
}

interface SearchData {
  readonly kind: Kind;
  readonly bare: boolean;
  readonly pointerSize: 4 | 8;
  readonly hits: readonly {
    readonly address: bigint;
    readonly values: readonly (bigint | null)[];
    readonly text: string | null;
  }[];
  /** More matched than are listed. */
  readonly cut: boolean;
}

const UNITS: Readonly<Record<Kind, 1 | 2 | 4 | 8>> = { b: 1, w: 2, d: 4, q: 8, a: 1, u: 2, sa: 1, su: 2, v: 8 };
const MOST = 100_000;

export default command<Options, SearchData>({
  name: 's',
  syntax: 's [-[1]b|w|d|q|a|u] range pattern, s -[l n]sa|su range, s -v range object',
  summary: 'Searches memory for bytes, numbers or text, or lists the strings in a range.',
  example: 's -a @$csp L100 "MZ"',
  patterns: [],
  parse(args, session) {
    const found = /^\s*(?:-(?:\[([^\]]*)\])?(sa|su|b|w|d|q|a|u|v)\b)?\s*/.exec(args)!;
    const flags = found[1] ?? '';
    const kind = (found[2] ?? 'b') as Kind;
    const at = found[0].length;
    if (args.slice(at).trim() === '' || args[at] === '-')
      throw new UsageError('s', 'Missing range, as in s -a 1000 L100 "text"', at);
    const { range, end } = parseRange(args, session.reading, at);
    if (!range.count && !range.end) throw new UsageError('s', 'Missing length of the range, as in L100', end);
    const least = Number(/l\s*(\d+)/.exec(flags)?.[1] ?? 3);
    const rest = args.slice(end);
    const quoted = /^\s*"([\s\S]*?)"?\s*$/.exec(rest);
    const values: Expression[] = [];
    if (!quoted && kind !== 'sa' && kind !== 'su') {
      for (let from = end; args.slice(from).trim() !== ''; ) {
        const parsed = parseExpression(args, session.reading, from);
        values.push(parsed.expression);
        from = parsed.end;
      }
    }
    if (kind !== 'sa' && kind !== 'su' && !quoted && values.length === 0)
      throw new UsageError('s', 'Missing pattern', args.length);
    return { kind, bare: flags.includes('1'), least, range, values, text: quoted?.[1] ?? null };
  },
  async run(session, { kind, bare, least, range, values, text }) {
    const { pointerSize, memory } = session;
    const unit = kind === 'v' ? pointerSize : UNITS[kind];
    const isText = kind === 'sa' || kind === 'su' || kind === 'a' || kind === 'u';
    const resolved = await resolveRange(session, range, { unit: isText ? 1 : unit, count: 0, key: 's', command: 's' });
    const start = session.address(resolved.address);
    if (start === null) return { kind, bare, pointerSize, hits: [], cut: false };
    const length = resolved.count * (isText ? 1 : unit);
    if (kind === 'sa' || kind === 'su') {
      const strings = searchStrings(memory, start, length, kind === 'su', Math.max(1, least), MOST);
      const hits = strings.map((hit) => ({ address: toUnsigned(hit.at), values: [], text: hit.text }));
      return { kind, bare, pointerSize, hits, cut: hits.length >= MOST };
    }
    const numbers: bigint[] = [];
    for (const value of values) numbers.push(await expressionIn(session, value));
    // Objects of one class begin with the same pointer to its virtual table.
    if (kind === 'v') numbers[0] = tableOf(session, numbers[0] ?? 0n);
    const pattern = patternOf(numbers, text, unit);
    const places = searchBytes(memory, start, length, pattern, {
      step: isText || text !== null ? 1 : unit,
      most: MOST,
    });
    const hits = places.map((at) => {
      const row = bare ? [] : unitsOf(readRange(memory, at, 16), unit);
      return { address: BigInt.asUintN(pointerSize * 8, BigInt(at)), values: row, text: null };
    });
    return { kind, bare, pointerSize, hits, cut: hits.length >= MOST };
  },
  render({ kind, bare, pointerSize, hits, cut }, text) {
    const unit = kind === 'v' ? pointerSize : UNITS[kind];
    for (const hit of hits) {
      if (bare) text.line(`0x${addressText(hit.address, pointerSize)}`);
      else if (hit.text !== null) text.line(`${addressText(hit.address, pointerSize)}  "${hit.text}"`);
      else text.line(`${addressText(hit.address, pointerSize)}  ${rowText(hit.values, unit)}`);
    }
    if (cut) text.line(`more than ${MOST} places match; the rest is not listed`);
  },
});

function tableOf(session: Session, object: bigint): bigint {
  const at = session.address(object);
  const table = at === null ? null : tryPointer(session.memory, at, session.pointerSize);
  if (table === null)
    throw new UsageError('s', `no object is at 0x${object.toString(16)}, or it is not in the dump`, 0);
  return toUnsigned(table);
}

function patternOf(numbers: readonly bigint[], text: string | null, unit: number): Uint8Array {
  if (text !== null) {
    if (unit !== 2) return new TextEncoder().encode(text);
    const wide = new Uint8Array(text.length * 2);
    for (let index = 0; index < text.length; index++) {
      wide[index * 2] = text.charCodeAt(index) & 0xff;
      wide[index * 2 + 1] = text.charCodeAt(index) >> 8;
    }
    return wide;
  }
  const out = new Uint8Array(numbers.length * unit);
  numbers.forEach((number, index) => {
    for (let byte = 0; byte < unit; byte++) out[index * unit + byte] = Number((number >> BigInt(byte * 8)) & 0xffn);
  });
  return out;
}

function rowText(values: readonly (bigint | null)[], unit: 1 | 2 | 4 | 8): string {
  const cells = values.map((value) =>
    value === null
      ? unit === 8
        ? '????????`????????'
        : '?'.repeat(unit * 2)
      : unit === 8
        ? hexTicked(value)
        : hexPadded(value, unit * 2),
  );
  if (unit === 8) return cells.join(' ');
  const shown = unit === 1 ? `${cells.slice(0, 8).join(' ')}-${cells.slice(8).join(' ')}` : cells.join(' ');
  let ascii = '';
  for (const value of values)
    for (let byte = 0; byte < (unit === 2 ? 1 : unit); byte++)
      ascii += value === null ? '?' : asciiOf(Number((value >> BigInt(byte * 8)) & 0xffn));
  return `${shown}  ${ascii}`;
}
