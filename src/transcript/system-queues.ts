import type { ThreadObject } from '../windows/thread.ts';
import type { KernelTimer } from '../windows/timer.ts';
import type { WorkItem, WorkQueue } from '../windows/work-queue.ts';
import { parseAddress } from './symbol-text.ts';

/** A work queue of `!exqueue`, with the names of its items' routines in their order. */
export interface WorkQueueText extends Omit<WorkQueue, 'address'> {
  /** Debuggers print none. */
  readonly address: bigint | null;
  readonly routines: readonly (string | null)[];
  /** Line of the log, from 0. */
  readonly line: number;
}

/** A timer of `!timer`, with the name of its DPC's routine. */
export interface TimerText extends KernelTimer {
  readonly routineName: string | null;
  /** Line of the log, from 0. */
  readonly line: number;
}

const A = '[0-9a-f]{8}(?:`?[0-9a-f]{8})?';
const NODE = /^\s*\*{4} NUMA Node (\d{1,3}) \*{4}/;
/** `**** Critical WorkQueue( current = 0 maximum = 1 )`, in newer debuggers with more counters. */
const QUEUE = new RegExp(
  `^\\s*\\*{4}\\s+(\\S.*?) ?WorkQueue\\s*\\(\\s*current = (\\d{1,6}|\\?)(?: maximum = (\\d{1,6}|\\?))?.*?\\)(?:\\s+@ (${A}))?`,
);
const PENDING = new RegExp(
  `^\\s*PENDING: (?:IoWorkItem \\(${A}\\) )?(?:WorkerRoutine|Routine) (\\S+) \\((${A}|\\?{8,16})\\)(?: Parameter (${A}|\\?{8,16}))?(?:.*?\\bPriority (\\d{1,2}))?`,
);

/** The queues of every `!exqueue`; `threads` are those of the same lines, counted from `firstLine` too. */
export function readWorkQueues(
  lines: readonly string[],
  threads: readonly ThreadObject[],
  firstLine = 0,
): readonly WorkQueueText[] {
  const found: (WorkQueueText & {
    items: WorkItem[];
    routines: (string | null)[];
    threads: bigint[];
    lost: string | null;
  })[] = [];
  let node: number | null = null;
  for (let i = 0; i < lines.length; i++) {
    const text = lines[i]!;
    if (text.length > 400 || !/\*{4}|PENDING|^Not complete/.test(text)) continue;
    const numbered = NODE.exec(text);
    if (numbered) node = Number(numbered[1]);
    const queue = QUEUE.exec(text);
    const pending = queue ? null : PENDING.exec(text);
    const last = found.at(-1);
    const number = (value: string | undefined): number | null =>
      value === undefined || value === '?' ? null : Number(value);
    if (queue)
      found.push({
        address: queue[4] === undefined ? null : parseAddress(queue[4]),
        name: queue[1]!,
        node,
        current: number(queue[2]),
        maximum: number(queue[3]),
        processed: null,
        items: [],
        routines: [],
        threads: [],
        lost: null,
        line: firstLine + i,
      });
    else if (last && text.startsWith('Not complete: ')) last.lost = text.slice('Not complete: '.length);
    else if (pending && last) {
      last.items.push({
        address: 0n,
        routine: parseAddress(pending[2]!),
        parameter: pending[3] === undefined ? null : parseAddress(pending[3]),
        priority: number(pending[4]),
      });
      last.routines.push(pending[1] === '?' ? null : pending[1]!);
    }
  }
  let passed = 0;
  found.forEach((queue, index) => {
    const end = found[index + 1]?.line ?? Number.POSITIVE_INFINITY;
    while (passed < threads.length && threads[passed]!.line! < queue.line) passed++;
    for (; passed < threads.length && threads[passed]!.line! < end; passed++)
      queue.threads.push(threads[passed]!.address);
  });
  return found;
}

/** `0.5      fffff80001234560 9a3c1d20 00000012  [ 2/ 1/2008 09:10:20.703] ... nt!CcScanDpc (DPC @ ...)`. */
const TIMER = new RegExp(
  `^\\s*(?:(\\d{1,4})\\.)?(\\d{1,4})\\s+(${A})\\s+(?:[A-Z] )?([0-9a-f]{8}|\\?{8}) ([0-9a-f]{8}|\\?{8})\\s+\\[([^\\]]*)\\]\\s*(\\d{1,10}|\\?)?\\s*(.*?)\\s*$`,
);

/** The timers of every `!timer`, in the order met. */
export function readTimers(lines: readonly string[], firstLine = 0): readonly TimerText[] {
  const found: TimerText[] = [];
  for (let i = 0; i < lines.length; i++) {
    const text = lines[i]!;
    const row = text.includes('[') && text.length < 400 ? TIMER.exec(text) : null;
    const address = row ? parseAddress(row[3]!) : null;
    if (!row || address === null) continue;
    const [low, high] = [parseAddress(row[4]!), parseAddress(row[5]!)];
    const rest = row[8]!;
    const dpc = new RegExp(`\\(DPC @ (${A})\\)`).exec(rest);
    const name = /^([^\s(]+)/.exec(rest)?.[1];
    found.push({
      address,
      processor: row[1] === undefined ? null : Number(row[1]),
      list: Number(row[2]),
      due: low === null || high === null ? null : (high << 32n) | low,
      dueAt: /^\d{4}-\d{2}-\d{2}T/.test(row[6]!) ? row[6]! : null,
      period: row[7] === undefined || row[7] === '?' ? null : Number(row[7]),
      dpc: dpc ? parseAddress(dpc[1]!) : /^(?:thread|$)/.test(rest) ? 0n : null,
      routine: null,
      context: null,
      threads: [...rest.matchAll(new RegExp(`\\bthread (${A})`, 'g'))].map(([, thread]) => parseAddress(thread!)!),
      routineName: name?.includes('!') ? name : null,
      line: firstLine + i,
    });
  }
  return found;
}
