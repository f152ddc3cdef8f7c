import { UsageError } from '../bytes/errors.ts';
import { CommandError, type Expression, parseExpression, type Reading } from './expression-syntax.ts';
import { physicalAddress } from './physical-memory.ts';
import { expressionIn } from './scope.ts';
import type { Session } from './session.ts';

/** An address range as typed: `addr`, `addr L4`, `addr l 4`, `addr L-10`, `addr L?100`, `addr addr2`; positions as parsed. */
export interface RangeSyntax {
  readonly start: Expression | null;
  /** The last address, inclusive. */
  readonly end: Expression | null;
  readonly count: Expression | null;
  /** `L-n`: the n units before the address. */
  readonly backwards: boolean;
  /** `L?n`: more than 256 MB is meant. */
  readonly unlimited: boolean;
}

/** What a range means: unsigned start and a number of units. `explicit` when a count or an end was given. */
export interface Range {
  readonly address: bigint;
  readonly count: number;
  readonly explicit: boolean;
}

const LENGTH = /^\s*[lL]\s*(\?)?\s*(-)?\s*(?=[0-9a-fA-F@$(`])/;
/** Documented limit of a range without `L?`: 256 MB. */
const MOST_BYTES = 0x10000000;

/** Reads the range that `text` begins with at `from`, which may be empty; `end` is the column after it. */
export function parseRange(
  text: string,
  reading: Reading,
  from = 0,
): { readonly range: RangeSyntax; readonly end: number } {
  const none = { start: null, end: null, count: null, backwards: false, unlimited: false };
  if (text.slice(from).trim() === '') return { range: none, end: text.length };
  let at = from;
  let start: Expression | null = null;
  // `u l4` counts from where the last command ended.
  if (!/^\s*[lL]\s*[0-9]/.test(text.slice(from))) {
    const parsed = parseExpression(text, reading, from);
    start = parsed.expression;
    at = parsed.end;
  }
  const length = LENGTH.exec(text.slice(at));
  if (length) {
    const parsed = parseExpression(text, reading, at + length[0].length);
    return {
      range: { ...none, start, count: parsed.expression, unlimited: length[1] === '?', backwards: length[2] === '-' },
      end: parsed.end,
    };
  }
  const rest = text.slice(at).trim();
  if (rest === '' || /^["'/<>-]/.test(rest)) return { range: { ...none, start }, end: at };
  const parsed = parseExpression(text, reading, at);
  return { range: { ...none, start, end: parsed.expression }, end: parsed.end };
}

/** Parses a range that must be the whole text. */
export function parseWholeRange(text: string, reading: Reading, command: string): RangeSyntax {
  const { range, end } = parseRange(text, reading);
  const extra = text.slice(end).search(/\S/);
  if (extra >= 0) throw new CommandError('Extra character error', `${command} ${text.trim()}`, end + extra);
  return range;
}

/** How a command reads a range: units without a length, and where it goes on. */
interface RangeUse {
  readonly unit: number;
  readonly count: number;
  readonly key: string;
  readonly command: string;
  readonly physical?: boolean;
}

/** Evaluates a range in units of `unit` bytes; without a start it goes on where commands of the family `key` ended. */
export async function resolveRange(
  session: Session,
  range: RangeSyntax,
  { unit, count, key, command, physical = false }: RangeUse,
): Promise<Range> {
  const mask = session.pointerSize === 4 ? 0xffffffffn : 0xffffffffffffffffn;
  const addressOf = (value: bigint): bigint => {
    if (!physical) return value & mask;
    const at = physicalAddress(value);
    if (at === null) throw new UsageError(command, `0x${value.toString(16)} is no physical address`, 0);
    return BigInt(at);
  };
  const start = range.start
    ? await expressionIn(session, range.start)
    : (session.nextAddress.get(key) ?? defaultStart(session));
  const address = addressOf(start);
  if (range.end) {
    const end = addressOf(await expressionIn(session, range.end));
    if (end < address)
      throw new UsageError(command, 'Range error', range.end && 'at' in range.end ? range.end.at : null);
    return { address, count: within((end - address) / BigInt(unit) + 1n, unit, range, command), explicit: true };
  }
  if (!range.count) return { address, count, explicit: false };
  const units = within(await expressionIn(session, range.count), unit, range, command);
  const from = range.backwards ? (address - BigInt(units * unit)) & mask : address;
  return { address: from, count: units, explicit: true };
}

function defaultStart(session: Session): bigint {
  const ip = session.context?.ip;
  return ip == null ? 0n : BigInt.asUintN(64, BigInt(ip));
}

function within(units: bigint, unit: number, range: RangeSyntax, command: string): number {
  const most = range.unlimited ? BigInt(Number.MAX_SAFE_INTEGER) : BigInt(MOST_BYTES);
  if (units * BigInt(unit) > most) throw new UsageError(command, 'Range error: more than 256 MB; use L?');
  return Number(units);
}
