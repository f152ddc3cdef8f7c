import { UsageError } from '../../bytes/errors.ts';
import { hexPadded } from '../../bytes/hex.ts';
import { poll } from '../../bytes/interruption.ts';
import { command } from '../../debugger/command.ts';
import { type Expression, parseExpression } from '../../debugger/expression-syntax.ts';
import { readRange } from '../../debugger/memory-units.ts';
import { addressText } from '../../debugger/names.ts';
import { parseRange, type RangeSyntax, resolveRange } from '../../debugger/range.ts';
import { expressionIn } from '../../debugger/scope.ts';

interface Difference {
  readonly left: bigint;
  readonly right: bigint;
  readonly leftByte: number;
  readonly rightByte: number;
}

interface Data {
  readonly pointerSize: 4 | 8;
  readonly compared: number;
  /** Bytes that are in one range or in none: nothing is known of them. */
  readonly unreadable: number;
  readonly differences: readonly Difference[];
  /** More differ than are listed. */
  readonly cut: boolean;
}

const MOST = 4096;
const CHUNK = 1 << 16;

export default command<{ readonly range: RangeSyntax; readonly other: Expression }, Data>({
  name: 'c',
  syntax: 'c range address',
  summary: 'Compares two ranges of memory byte by byte and shows where they differ.',
  example: 'c @$csp L8 @$csp+8',
  patterns: [],
  isWholeWord: true,
  notes:
    'The columns are ours: address and byte of the range, then those of the other. Bytes that are not in the dump are counted, not compared.',
  parse(args, session) {
    const { range, end } = parseRange(args, session.reading);
    if (!range.start || !(range.count || range.end))
      throw new UsageError('c', 'Missing range, as in c 1000 L20 2000', args.length);
    if (args.slice(end).trim() === '')
      throw new UsageError('c', "Numeric expression missing from '<EOL>'", args.length);
    const other = parseExpression(args, session.reading, end);
    const rest = args.slice(other.end).trim();
    if (rest !== '') throw new UsageError('c', `Extra character error in '${rest}'`, other.end);
    return { range, other: other.expression };
  },
  async run(session, { range, other }) {
    const { address, count } = await resolveRange(session, range, { unit: 1, count: 0, key: 'c', command: 'c' });
    const second = await expressionIn(session, other);
    const differences: Difference[] = [];
    let unreadable = 0;
    let cut = false;
    for (let done = 0; done < count && !cut; done += CHUNK) {
      poll();
      const length = Math.min(CHUNK, count - done);
      const left = readRange(session.memory, session.address(address + BigInt(done)), length);
      const right = readRange(session.memory, session.address(second + BigInt(done)), length);
      for (let at = 0; at < length; at++) {
        if (!left.present[at] || !right.present[at]) unreadable++;
        else if (left.bytes[at] !== right.bytes[at]) {
          if (differences.length >= MOST) {
            cut = true;
            break;
          }
          const offset = BigInt(done + at);
          const [leftByte, rightByte] = [left.bytes[at]!, right.bytes[at]!];
          differences.push({ left: address + offset, right: second + offset, leftByte, rightByte });
        }
      }
    }
    return { pointerSize: session.pointerSize, compared: count, unreadable, differences, cut };
  },
  render({ pointerSize, unreadable, differences, cut }, text) {
    for (const { left, right, leftByte, rightByte } of differences)
      text.line(
        `${addressText(left, pointerSize)}  ${hexPadded(leftByte, 2)} - ${addressText(right, pointerSize)}  ${hexPadded(rightByte, 2)}`,
      );
    if (cut) text.line(`more than ${MOST} bytes differ; the rest is not listed`);
    if (unreadable > 0) text.line(`${unreadable} bytes are not in the dump in both ranges, and were not compared`);
  },
});
