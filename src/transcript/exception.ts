import type { ExceptionSummary } from '../windows/summary.ts';
import { parseAddress, parseHex32 } from './symbol-text.ts';

/** An exception as one place of a log states it. */
export interface ExceptionText extends ExceptionSummary {
  readonly form: 'exr' | 'last-event' | 'event' | 'analyze';
  /** The debugger's words: `Access violation`. */
  readonly description: string | null;
  readonly processId: number | null;
  /** `nt!X+0x1` from the address in brackets, verbatim. */
  readonly symbol: string | null;
  readonly line: number;
}

const EVENT =
  /^(?:Last event: )?\s*(?:\(?([0-9a-f]{1,8})\.([0-9a-f]{1,8})\)?: )?(.*?) - code ([0-9a-f]{8})(?: \((.*?chance[^)]*)\))?/;
const OLD_EVENT =
  /^\s*Last event: (?:([0-9a-f]+)\.([0-9a-f]+): )?Exception ([0-9A-Fa-f]{8})(?:, (first|second) chance)?/;

/** Every exception record (`.exr`, also inside `!analyze`) and every exception event line, in the order met. */
export function readExceptions(lines: readonly string[]): readonly ExceptionText[] {
  const found: ExceptionText[] = [];
  for (let i = 0; i < lines.length; i++) {
    const text = lines[i]!;
    if (text.length > 1000) continue;
    if (text.includes(' - code ')) {
      const event = EVENT.exec(text.trim().replace(/^.*?(?=Last event: |\([0-9a-f]{1,8}\.[0-9a-f]{1,8}\): )/, ''));
      const code = event ? parseHex32(event[4]!) : null;
      if (event && code !== null && event[3]!.length <= 100)
        found.push(eventOf(event, code, text.includes('Last event:'), i));
    } else if (text.includes('Last event: ') && text.includes('Exception ')) {
      const event = OLD_EVENT.exec(text);
      const code = event ? parseHex32(event[3]!) : null;
      if (event && code !== null) {
        found.push({
          ...BLANK,
          code,
          processId: event[1] ? parseHex32(event[1]) : null,
          threadId: event[2] ? parseHex32(event[2]) : null,
          firstChance: event[4] === undefined ? null : event[4] === 'first',
          form: 'last-event',
          line: i,
        });
      }
    } else if (text.includes('Exception') && /^\s*Exception(?:Address|Code): /.test(text)) {
      const { record, next } = recordAt(lines, i);
      if (record) found.push(record);
      i = Math.max(i, next - 1);
    }
  }
  return found;
}

const BLANK = {
  flags: null,
  address: null,
  parameters: [],
  threadId: null,
  firstChance: null,
  description: null,
  processId: null,
  symbol: null,
} as const;

function eventOf(event: RegExpExecArray, code: number, last: boolean, line: number): ExceptionText {
  const chance = event[5] ?? '';
  return {
    ...BLANK,
    code,
    processId: event[1] === undefined ? null : parseHex32(event[1]),
    threadId: event[2] === undefined ? null : parseHex32(event[2]),
    description: event[3]!.trim() || null,
    firstChance: /first\/second/.test(chance)
      ? null
      : /first/.test(chance)
        ? true
        : /second/.test(chance)
          ? false
          : null,
    form: last ? 'last-event' : 'event',
    line,
  };
}

/** The lines of one `.exr` in either order: newer debuggers begin with the address, older ones with the code. */
function recordAt(lines: readonly string[], start: number): { record: ExceptionText | null; next: number } {
  let code: number | null = null;
  let flags: number | null = null;
  let address: bigint | null = null;
  let description: string | null = null;
  let symbol: string | null = null;
  let claimed: number | null = null;
  const parameters: bigint[] = [];
  let i = start;
  for (; i < lines.length && i < start + 40; i++) {
    const text = lines[i]!;
    const field =
      /^\s*(ExceptionAddress|ExceptionCode|ExceptionFlags|NumberParameters|Chained Record|Parameter\[(\d{1,2})\]):\s*(.*?)\s*$/.exec(
        text,
      );
    if (!field) break;
    if (
      i > start &&
      ((field[1] === 'ExceptionAddress' && address !== null) || (field[1] === 'ExceptionCode' && code !== null))
    )
      break;
    const value = /^(?:0x)?([0-9a-f`]+)/i.exec(field[3]!)?.[1] ?? '';
    const inBrackets = /\((.*)\)\s*$/.exec(field[3]!)?.[1] ?? null;
    if (field[1] === 'ExceptionAddress') {
      address = parseAddress(value);
      symbol = inBrackets;
    } else if (field[1] === 'ExceptionCode') {
      code = parseHex32(value);
      description = inBrackets;
    } else if (field[1] === 'ExceptionFlags') flags = parseHex32(value);
    else if (field[1] === 'NumberParameters') claimed = parseHex32(value);
    else if (field[2] !== undefined) {
      const parameter = parseAddress(value);
      if (parameter !== null && Number(field[2]) === parameters.length) parameters.push(parameter);
    }
  }
  if (code === null) return { record: null, next: i };
  const kept = claimed === null ? parameters : parameters.slice(0, claimed);
  return {
    record: { ...BLANK, code, flags, address, parameters: kept, description, symbol, form: 'exr', line: start },
    next: i,
  };
}
