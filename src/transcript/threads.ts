import type { ThreadObject } from '../windows/thread.ts';
import { readMexThreadBlock } from './mex-thread.ts';
import { parseAddress, parseHex32 } from './symbol-text.ts';
import { readThreadBlock } from './thread-block.ts';

/** A thread as the line that introduces it says; null where that line does not. */
export interface ThreadText {
  /** The debugger's number of a user thread. */
  readonly index: number | null;
  readonly processId: number | null;
  readonly id: number | null;
  /** The ETHREAD. */
  readonly address: bigint | null;
  readonly teb: bigint | null;
  readonly name: string | null;
  readonly suspendCount: number | null;
  /** `running`, `wait`, `ready` ... in lower case. */
  readonly state: string | null;
  readonly waitReason: string | null;
  readonly processor: number | null;
  readonly process: string | null;
  readonly processAddress: bigint | null;
  /** Marked with `.` (current) or `#` (raised the exception). */
  readonly mark: '.' | '#' | null;
  readonly line: number;
}

const BLANK = {
  index: null,
  processId: null,
  id: null,
  address: null,
  teb: null,
  name: null,
  suspendCount: null,
  state: null,
  waitReason: null,
  processor: null,
  process: null,
  processAddress: null,
  mark: null,
} as const;

const USER =
  /^\s*([.#])?\s*(\d{1,6})\s+[Ii]d: ([0-9a-f]{1,8})\.([0-9a-f]{1,8})\s+(?:Suspend: (-?\d+)\s+)?T[Ee][Bb]:?\s+([0-9a-f`]{8,17})(?:\s+(Unfrozen|Frozen))?(?:\s+"(.*)")?/;
const MEX_USER = /^\s*(\d{1,6})\s+([0-9a-f]{1,8}) \(0n\d+\)\s/;

/** Every thread introduced by a line, in the order met. */
export function readThreads(lines: readonly string[]): readonly ThreadText[] {
  const found: ThreadText[] = [];
  for (let i = 0; i < lines.length; i++) {
    const text = lines[i]!;
    if (text.length > 600) continue;
    const thread = text.includes('THREAD ')
      ? kernelThread(readThreadBlock(lines, i)?.thread, i)
      : text.includes('d: ')
        ? userThread(text, i)
        : text.includes('(0n') || text.includes('(E|K')
          ? mexThread(lines, i)
          : null;
    if (thread) found.push(thread);
  }
  return found;
}

function userThread(text: string, line: number): ThreadText | null {
  const found = USER.exec(text);
  if (!found) return null;
  return {
    ...BLANK,
    mark: found[1] === '.' || found[1] === '#' ? found[1] : null,
    index: Number(found[2]),
    processId: parseHex32(found[3]!),
    id: parseHex32(found[4]!),
    suspendCount: found[5] === undefined ? null : Number(found[5]),
    teb: parseAddress(found[6]!),
    name: found[8] ?? null,
    line,
  };
}

function kernelThread(thread: ThreadObject | undefined, line: number): ThreadText | null {
  if (!thread) return null;
  return {
    ...BLANK,
    address: thread.address,
    processId: thread.processId,
    id: thread.threadId,
    teb: thread.teb === 0n ? null : thread.teb,
    state: thread.state?.toLowerCase() ?? null,
    processor: thread.processor,
    waitReason: thread.waitReason,
    suspendCount: thread.suspendCount,
    name: thread.name,
    process: thread.processName,
    processAddress: thread.process,
    line,
  };
}

/** The two tables that mex's `!t` prints above a stack. */
function mexThread(lines: readonly string[], line: number): ThreadText | null {
  if (!/^DbgID\s+ThreadID/.test(lines[line - 1] ?? ''))
    return kernelThread(readMexThreadBlock(lines, line)?.thread, line);
  const found = MEX_USER.exec(lines[line]!);
  return found ? { ...BLANK, index: Number(found[1]), id: parseHex32(found[2]!), line } : null;
}
