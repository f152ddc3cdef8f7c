import type { ProcessorObject } from '../windows/processor.ts';
import type { QueuedLock } from '../windows/queued-lock.ts';
import { parseAddress } from './symbol-text.ts';

/** A row of `!qlocks`; its index is its place in the table. */
export interface QueuedLockText extends QueuedLock {
  /** Line of the log, from 0. */
  readonly line: number;
}

/** A processor of which nothing is known yet. */
export const EMPTY_PROCESSOR: Omit<ProcessorObject, 'number' | 'prcb'> = {
  pcr: null,
  currentThread: null,
  nextThread: null,
  idleThread: null,
  currentPriority: null,
  nextPriority: null,
  idle: null,
  irql: null,
  savedIrql: null,
  nestingLevel: null,
  dpcActive: null,
  dpcInterruptRequested: null,
  dpcQueueDepths: [],
  dpcs: [],
  locks: [],
  readySummary: null,
  readyThreads: [],
  interruptCount: null,
  contextSwitches: null,
  userTicks: null,
  kernelTicks: null,
  dpcTicks: null,
  interruptTicks: null,
  setMember: null,
  groupIndex: null,
  group: null,
  mhz: null,
  vendor: null,
  family: null,
  model: null,
  stepping: null,
  featureBits: null,
  updateSignature: null,
  frozen: null,
  tables: null,
};

const A = '[0-9a-f]{8}(?:[0-9a-f]{8})?';
const HEADING = /^\s*Prcbs?\s+Current\b.*\bNext\b/;
const IDLE = /^\s*Idle Processors:?\s+\(?([0-9a-f]{1,16})\)?/;
const PRIORITY = '(?:\\s+\\(\\s*(\\d{1,2}|\\?)\\))?';
const ROW = new RegExp(
  `^\\s*(\\d{1,4})\\s+(${A})\\s+(${A})${PRIORITY}(?:\\s+(${A})${PRIORITY})?(?:\\s+(${A}))?(?:\\s+([.OW?0-9]{1,33}))?\\s*$`,
);
const LOCK_STATES: Readonly<Record<string, 'owner' | 'waiting' | 'free' | null>> = {
  O: 'owner',
  W: 'waiting',
  '.': 'free',
  '?': null,
};

/** The processors of every `!running`, as its rows tell them. */
export function readRunning(lines: readonly string[]): readonly ProcessorObject[] {
  const found: ProcessorObject[] = [];
  let idle: bigint | null = null;
  let heading: string | null = null;
  for (const text of lines) {
    if (text.length > 300) continue;
    const mask = text.includes('Idle') ? IDLE.exec(text) : null;
    if (mask) idle = parseAddress(mask[1]!);
    if (text.includes('Prcb') && HEADING.test(text)) {
      heading = text;
      continue;
    }
    const row = heading === null ? null : ROW.exec(text);
    if (row) found.push(processorOf(row, idle, /\bIdle\s*$/.test(heading ?? '')));
  }
  return found;
}

function processorOf(row: RegExpExecArray, idle: bigint | null, hasIdleThread: boolean): ProcessorObject {
  const number = Number(row[1]);
  const address = (text: string | undefined): bigint | null => (text === undefined ? null : parseAddress(text));
  const priority = (text: string | undefined): number | null =>
    text === undefined || text === '?' ? null : Number(text);
  // With one address behind the current thread it is the idle thread where the table has such a column.
  const [next, idleThread] = hasIdleThread && row[7] === undefined ? [undefined, row[5]] : [row[5], row[7]];
  return {
    ...EMPTY_PROCESSOR,
    number,
    prcb: parseAddress(row[2]!)!,
    currentThread: parseAddress(row[3]!),
    currentPriority: priority(row[4]),
    nextThread: next === undefined ? 0n : address(next),
    nextPriority: next === undefined ? null : priority(row[6]),
    idleThread: address(idleThread),
    idle: idle === null || number > 63 ? null : ((idle >> BigInt(number)) & 1n) === 1n,
    locks: [...(row[8] ?? '')].map((mark) => LOCK_STATES[mark] ?? null),
  };
}

const LOCK_RULER = /^\s*Lock Name\s+((?:\d{1,3}\s*)+)$/;
const LOCK_ROW = /^(?:[A-Z][A-Za-z]{0,7}\s*- \S|(?:Unused|Lock) \d)/;

/** The rows of every `!qlocks`, in the order met. */
export function readQueuedLocks(lines: readonly string[], firstLine = 0): readonly QueuedLockText[] {
  const found: QueuedLockText[] = [];
  let processors: readonly { readonly number: number; readonly at: number }[] | null = null;
  let index = 0;
  for (let i = 0; i < lines.length; i++) {
    const text = lines[i]!;
    if (text.length > 400 || text.trim() === '') continue;
    if (text.includes('Lock Name')) {
      index = 0;
      const ruler = LOCK_RULER.exec(text);
      const begins = ruler ? text.length - ruler[1]!.length : 0;
      processors = ruler
        ? [...ruler[1]!.matchAll(/\d+/g)].map((mark) => ({ number: Number(mark[0]), at: begins + mark.index }))
        : null;
      continue;
    }
    const first = processors?.[0];
    if (!processors || !first) continue;
    const row = LOCK_ROW.exec(text);
    if (!row) {
      processors = null;
      continue;
    }
    found.push({ ...queuedLock(text, processors, first.at), index: index++, line: firstLine + i });
  }
  return found;
}

function queuedLock(
  text: string,
  processors: readonly { readonly number: number; readonly at: number }[],
  begins: number,
): Omit<QueuedLock, 'index'> {
  // A mark stands under its processor's number, give or take one column.
  const marks = [...text.slice(begins - 1).matchAll(/\S+/g)].map((mark) => {
    const at = begins - 1 + mark.index;
    const nearest = processors.reduce((a, b) => (Math.abs(b.at - at) < Math.abs(a.at - at) ? b : a));
    return { mark: mark[0], processor: nearest.number };
  });
  const waiting = marks.filter(({ mark }) => /^\d+$/.test(mark)).sort((a, b) => Number(a.mark) - Number(b.mark));
  return {
    name: text.slice(0, begins - 1).trim(),
    owner: marks.find(({ mark }) => mark === 'O')?.processor ?? null,
    waiting: waiting.map(({ processor }) => processor),
    corrupt: marks.filter(({ mark }) => mark === 'C').map(({ processor }) => processor),
  };
}
