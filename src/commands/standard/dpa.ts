import { hexPadded, hexTicked } from '../../bytes/hex.ts';
import { decodeUtf16 } from '../../bytes/text.ts';
import { command } from '../../debugger/command.ts';
import { asciiOf, goOn, readRange, unitsOf, unitsShown, writeLeft } from '../../debugger/memory-units.ts';
import { addressText, nameOf, nameText } from '../../debugger/names.ts';
import { parseWholeRange, type RangeSyntax, resolveRange } from '../../debugger/range.ts';
import { readAvailable } from '../../memory/space.ts';

interface Options {
  readonly range: RangeSyntax;
  readonly unit: 'd' | 'p' | 'q';
  readonly target: 'a' | 'u' | 'p';
}

interface Row {
  readonly address: bigint;
  readonly value: bigint | null;
  /** What the pointer leads to: text, or a number with its symbol. Null where it leads nowhere. */
  readonly text: string | null;
  readonly pointee: bigint | null;
  readonly name: string | null;
}

/** Characters of the text behind each pointer. */
const MOST_TEXT = 48;

interface Data {
  readonly pointerSize: 4 | 8;
  readonly unit: 4 | 8;
  readonly target: Options['target'];
  readonly rows: readonly Row[];
  /** Units of the range that are not shown, as there are too many. */
  readonly left: number;
}

export default command<Options, Data>({
  name: 'dpa',
  aliases: ['dda', 'ddu', 'ddp', 'dpu', 'dpp', 'dqa', 'dqu', 'dqp'],
  syntax: 'd[d|p|q][a|u|p] [address [L count | end]]',
  summary: 'Displays pointers and what they lead to: ASCII text, Unicode text, or numbers with symbols.',
  example: 'dpp @$csp L10',
  patterns: [],
  parse(args, session, typed) {
    const lower = typed.toLowerCase();
    return {
      unit: lower[1] as Options['unit'],
      target: lower[2] as Options['target'],
      range: parseWholeRange(args, session.reading, typed),
    };
  },
  async run(session, { unit: letter, target, range }) {
    const { pointerSize } = session;
    const unit = letter === 'd' ? 4 : letter === 'q' ? 8 : pointerSize;
    const count = unit === 8 ? 16 : 32;
    const { address, count: asked } = await resolveRange(session, range, { unit, count, key: 'd', command: 'dpa' });
    const { units, left } = unitsShown(asked, unit);
    const values = unitsOf(readRange(session.memory, session.address(address), units * unit), unit);
    goOn(session, 'd', address + BigInt(units * unit));
    const rows: Row[] = [];
    for (const [index, value] of values.entries()) {
      const at = value === null ? null : session.address(value);
      const bytes =
        at === null ? new Uint8Array(0) : readAvailable(session.memory, at, target === 'p' ? unit : MOST_TEXT * 2);
      const whole = target === 'p' && bytes.length >= unit;
      const pointee = whole
        ? (unitsOf({ bytes: bytes.slice(), present: new Uint8Array(unit).fill(1) }, unit)[0] ?? null)
        : null;
      const named = pointee === null ? null : await nameOf(session, pointee);
      rows.push({
        address: address + BigInt(index * unit),
        value,
        text: target === 'p' || bytes.length === 0 ? null : textOf(bytes, target),
        pointee,
        name: named && nameText(named),
      });
    }
    return { pointerSize, unit, target, rows, left };
  },
  render({ pointerSize, unit, target, rows, left }, text) {
    const number = (value: bigint) => (unit === 8 ? hexTicked(value) : hexPadded(value, 8));
    for (const row of rows) {
      const missing = unit === 8 ? '????????`????????' : '????????';
      let line = `${addressText(row.address, pointerSize)}  ${row.value === null ? missing : number(row.value)}`;
      if (target === 'p') {
        if (row.value !== null) line += ` ${row.pointee === null ? missing : number(row.pointee)}`;
        if (row.name !== null) line += ` ${row.name}`;
      } else if (row.text !== null) line += ` "${row.text}"`;
      text.line(line);
    }
    writeLeft(text, left);
  },
});

function textOf(bytes: Uint8Array, kind: 'a' | 'u'): string {
  if (kind === 'u')
    return decodeUtf16(bytes.length % 2 ? bytes.subarray(0, bytes.length - 1) : bytes).slice(0, MOST_TEXT);
  const end = bytes.indexOf(0);
  return Array.from(bytes.subarray(0, Math.min(MOST_TEXT, end < 0 ? bytes.length : end)), asciiOf).join('');
}
