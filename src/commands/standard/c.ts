import { UsageError } from '../../bytes/errors.ts';
import { hexPadded } from '../../bytes/hex.ts';
import { poll } from '../../bytes/interruption.ts';
import { command } from '../../debugger/command.ts';
import { type Expression, parseExpression } from '../../debugger/expression-syntax.ts';
import { addressText } from '../../debugger/names.ts';
import { parseRange, type RangeSyntax, resolveRange } from '../../debugger/range.ts';
import { expressionIn } from '../../debugger/scope.ts';
import type { Session } from '../../debugger/session.ts';
import { type Hole, isHole } from '../../memory/space.ts';

interface Difference {
  readonly left: bigint;
  readonly right: bigint;
  readonly leftByte: number;
  readonly rightByte: number;
}

interface Data {
  readonly pointerSize: 4 | 8;
  /** Bytes up to the last one listed that are in both ranges. */
  readonly compared: number;
  /** Bytes that are in one range or in none: nothing is known of them. */
  readonly unreadable: number;
  readonly differences: readonly Difference[];
  /** More differ than are listed. */
  readonly cut: boolean;
}

const MOST = 4096;
const CHUNK = 1 << 16;

/** Bytes at an address, as many as lie together, or the hole there. */
function readAt(session: Session, address: bigint, length: number): Uint8Array | Hole {
  const at = session.address(address);
  return at === null ? { reason: 'not-in-dump', length } : session.memory.read(at, Math.min(CHUNK, length));
}

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
    // Costs what is there, not what was asked for: a hole is passed at once.
    for (let done = 0; done < count; ) {
      poll();
      const left = readAt(session, address + BigInt(done), count - done);
      const right = isHole(left) ? left : readAt(session, second + BigInt(done), left.length);
      if (isHole(left) || isHole(right)) {
        const length = Math.min(Math.max(1, right.length), count - done);
        unreadable += length;
        done += length;
        continue;
      }
      for (let at = 0; at < right.length; at++) {
        const [leftByte, rightByte] = [left[at]!, right[at]!];
        if (leftByte === rightByte) continue;
        const offset = BigInt(done + at);
        if (differences.length === MOST)
          return {
            pointerSize: session.pointerSize,
            compared: done + at - unreadable,
            unreadable,
            differences,
            cut: true,
          };
        differences.push({ left: address + offset, right: second + offset, leftByte, rightByte });
      }
      done += right.length;
    }
    return { pointerSize: session.pointerSize, compared: count - unreadable, unreadable, differences, cut: false };
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
