import type { ThreadObject } from '../windows/thread.ts';
import type { WaitObject } from '../windows/wait.ts';
import { parseAddress, parseHex32 } from './symbol-text.ts';
import { EMPTY_THREAD } from './unknown-objects.ts';
import { waitObjectIn } from './wait-object.ts';

type Draft = { -readonly [Key in keyof ThreadObject]: ThreadObject[Key] };

/** `System (ffff8b034a09a040) ffff8b03515d5040 (E|K|W|R|V) 4.2018 0 0 1 WrResource 15ms Waiting`. */
const ROW =
  /^(\S.*?) \(([0-9a-f]{8,16})\)\s+([0-9a-f]{8,16}) \(E\|K\|W\|R\|V\)\s+([0-9a-f]{1,8})\.([0-9a-f]{1,8})\s+(?:([0-9a-f]{8,16})\s+)?(\S+)\s+(\S+)\s+(\d{1,15})\s+(\S+)\s+(?:(\S+)\s+)?(Waiting|Ready|Terminated|\w+ on processor \d+)\s*$/;
const STATES: Readonly<Record<string, string>> = { WAITING: 'WAIT' };
const LONGEST = 60;

/** A kernel thread as `!mex.t` shows it, up to its stack; null when none begins at the line. */
export function readMexThreadBlock(
  lines: readonly string[],
  start: number,
): { readonly thread: ThreadObject; readonly next: number } | null {
  const text = lines[start]!;
  const row = text.length > 400 ? null : ROW.exec(text);
  const address = row ? parseAddress(row[3]!) : null;
  if (!row || address === null) return null;
  const [word, , , processor] = row[12]!.split(' ');
  const state = STATES[word!.toUpperCase()] ?? word!.toUpperCase();
  const draft: Draft = {
    ...EMPTY_THREAD,
    address,
    process: parseAddress(row[2]!),
    processName: row[1]!,
    processId: parseHex32(row[4]!),
    threadId: parseHex32(row[5]!),
    teb: row[6] === undefined ? null : parseAddress(row[6]),
    userMs: mexMilliseconds(row[7]!),
    kernelMs: mexMilliseconds(row[8]!),
    contextSwitches: Number(row[9]),
    state,
    // For threads that do not wait the table shows the reason of a wait that is over.
    waitReason: state === 'WAIT' ? row[10]! : null,
    waitMs: row[11] === undefined ? null : mexMilliseconds(row[11]),
    processor: processor === undefined ? null : Number(processor),
    line: start,
  };
  return { thread: draft, next: takeBlock(draft, lines, start + 1) };
}

function takeBlock(draft: Draft, lines: readonly string[], start: number): number {
  const objects: WaitObject[] = [];
  let part: 'waits' | 'priorities' | null = null;
  let i = start;
  for (; i < lines.length && i < start + LONGEST; i++) {
    const text = lines[i]!;
    if (/^\s*(?:# )?\s*(?:Child-SP|ChildEBP|#)\s/.test(text) || ROW.test(text)) break;
    if (/^\s*WaitBlockList:/.test(text)) part = 'waits';
    else if (/^\s*Priority:/.test(text)) part = 'priorities';
    else if (part === 'waits') {
      const object = /^\s+[0-9a-f]{8,16}\s+[A-Z]/.test(text) ? waitObjectIn(text.trim(), draft.address) : null;
      if (object)
        objects.push(
          object({ suspended: draft.waitReason === 'Suspended', messaging: /Lpc/.test(draft.waitReason ?? '') }),
        );
    } else if (part === 'priorities' && /^\s*\d/.test(text)) {
      const values = text.trim().split(/\s+/).map(Number);
      if (values.length !== 6 || values.some(Number.isNaN)) continue;
      [draft.priority, draft.basePriority, draft.priorityDecrement, draft.foregroundBoost, draft.ioPriority] =
        values as [number, number, number, number, number];
      draft.pagePriority = values[5]!;
      part = null;
    }
  }
  draft.waitObjects = objects;
  return i;
}

/** `16ms`, `43s.484`, `1m:59.953`, `2h:03:04.000`, `1d.02:03:04.500`; null for anything else. */
export function mexMilliseconds(text: string): number | null {
  if (text === '0') return 0;
  const short = /^(\d{1,9})ms$/.exec(text);
  if (short) return Number(short[1]);
  const seconds = /^(\d{1,9})s(?:\.(\d{1,3}))?$/.exec(text);
  if (seconds) return Number(seconds[1]) * 1000 + fraction(seconds[2]);
  const long = /^(?:(\d{1,5})d[.:])?(?:(\d{1,3})h?:)?(\d{1,3})m?:(\d{2})(?:\.(\d{1,3}))?$/.exec(text);
  if (!long) return null;
  const minutes = (Number(long[1] ?? 0) * 24 + Number(long[2] ?? 0)) * 60 + Number(long[3]);
  return minutes * 60_000 + Number(long[4]) * 1000 + fraction(long[5]);
}

function fraction(digits: string | undefined): number {
  return digits === undefined ? 0 : Number(digits.padEnd(3, '0'));
}
