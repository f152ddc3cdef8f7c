import type { ProcessObject } from '../windows/process.ts';
import type { ThreadObject } from '../windows/thread.ts';
import { mexMilliseconds } from './mex-thread.ts';
import { parseAddress, parseHex32 } from './symbol-text.ts';
import { EMPTY_PROCESS, EMPTY_THREAD } from './unknown-objects.ts';

/** Where a column of a table begins and ends, by the rule of equal signs under the titles. */
interface Column {
  readonly start: number;
  end: number;
}

const RULE = /^=+(?: +=+)+\s*$/;
/** Of mex's `!running`, `!ready` and lists like them. */
const NEEDED = ['Process', 'PID', 'Thread', 'Id', 'State'];
const PROCESS_ROW = /^0x([0-9a-f]{1,8})\s+0n(\d{1,10})\s+([0-9a-f]{16}|[0-9a-f]{8})\s+(\S.*?)(?:\s{2,}.*|)$/;

/** The threads in tables of the mex extension (`!mex.running`, `!mex.ready`), which many logs have in place of the debugger's own. */
export function readMexThreads(lines: readonly string[], firstLine = 0): readonly ThreadObject[] {
  const found: ThreadObject[] = [];
  for (let i = 1; i < lines.length; i++) {
    if (!lines[i]!.startsWith('=') || !RULE.test(lines[i]!)) continue;
    const columns = columnsOf(lines[i - 1]!, lines[i]!);
    if (!columns || !NEEDED.every((title) => columns.has(title))) continue;
    for (i++; i < lines.length; i++) {
      const thread = threadIn(lines[i]!, columns, firstLine + i);
      if (!thread) break;
      found.push(thread);
    }
  }
  return found;
}

/** The processes in the lists of mex's `!tl`, with ids, addresses and names alone. */
export function readMexProcesses(lines: readonly string[], firstLine = 0): readonly ProcessObject[] {
  const found: ProcessObject[] = [];
  for (let i = 0; i < lines.length; i++) {
    const text = lines[i]!;
    const row = text.startsWith('0x') && text.length < 300 ? PROCESS_ROW.exec(text) : null;
    const address = row ? parseAddress(row[3]!) : null;
    const id = row ? parseHex32(row[1]!) : null;
    // Both notations must tell the same number, or it is another table.
    if (!row || address === null || id !== Number(row[2])) continue;
    const image = row[4]!.replace(/\*32$/, '').replace(/\(\d+\)$/, '');
    found.push({ ...EMPTY_PROCESS, address, id, image, wow64: row[4]!.endsWith('*32') || null, line: firstLine + i });
  }
  return found;
}

/** The columns under the titles; the last has no end. */
function columnsOf(titles: string, rule: string): ReadonlyMap<string, Column> | null {
  const columns = new Map<string, Column>();
  let last: Column | null = null;
  for (const mark of rule.matchAll(/=+/g)) {
    const start = mark.index;
    const end = start + mark[0].length;
    const title = titles.slice(start, end).trim();
    if (title === '') return null;
    last = { start, end };
    columns.set(title, last);
  }
  if (last) last.end = Number.POSITIVE_INFINITY;
  return columns;
}

function threadIn(text: string, columns: ReadonlyMap<string, Column>, line: number): ThreadObject | null {
  const cell = (title: string): string => {
    const column = columns.get(title);
    return column ? text.slice(column.start, column.end).trim() : '';
  };
  const address = /^[0-9a-f]{8,16}$/.test(cell('Thread')) ? parseAddress(cell('Thread')) : null;
  if (address === null) return null;
  const number = (value: string): number | null => (/^-?\d{1,15}$/.test(value) ? Number(value) : null);
  const state = cell('State').toUpperCase();
  return {
    ...EMPTY_THREAD,
    address,
    processId: parseHex32(cell('PID')),
    threadId: parseHex32(cell('Id')),
    processName: cell('Process') || null,
    state: state === 'WAITING' ? 'WAIT' : state || null,
    processor: state === 'RUNNING' ? number(cell('Next CPU')) : null,
    idealProcessor: number(cell('Ideal CPU')),
    priority: number(cell('Pri')),
    basePriority: number(cell('Base Pri')),
    contextSwitches: number(cell('CSwitches')),
    userMs: mexMilliseconds(cell('User')),
    kernelMs: mexMilliseconds(cell('Kernel')),
    waitMs: mexMilliseconds(cell('Time')),
    // For others the table shows the reason of a wait that is over.
    waitReason: state.startsWith('WAIT') ? cell('Reason') || null : null,
    line,
  };
}
