import type { Frame } from '../windows/stack.ts';
import type { ThreadObject } from '../windows/thread.ts';
import { readStacks, type StackText } from './stack.ts';
import { parseAddress, parseHex32, parseSymbolText } from './symbol-text.ts';
import { EMPTY_THREAD } from './unknown-objects.ts';

const HEADER = /^\s*Proc\.Thread\s+\.Thread\s+(?:Ticks\s+)?ThreadState\s+Blocker\s*$/;
/** `                            [8a7dd7a0 System]`; old debuggers print the name alone. */
const PROCESS = /^\s{8,}\[(?:([0-9a-f]{8}(?:`?[0-9a-f]{8})?)\s+)?(\S.*?)\]\s*$/;
/** `   4.000010  8a7dcda8 000021f Blocked    nt!ExpWorkerThread+0xc9`. */
const THREAD =
  /^\s*([0-9a-f]{1,8})\.([0-9a-f]{1,8})\s+([0-9a-f]{8}(?:`?[0-9a-f]{8})?)\s+(?:([0-9a-f]{7,8})\s+)?([A-Za-z]+)(?:\s+(\S.*?))?\s*$/;
const MORE = /^\s{12,}(\S.*?)\s*$/;
const MOST_STRANGE = 6;

/** The threads of `!stacks`: state, blocking function, and with level 2 the whole stack. */
export function readThreadSummaries(
  lines: readonly string[],
  firstLine = 0,
  stacks: readonly StackText[] = readStacks(lines),
): readonly ThreadObject[] {
  const found: ThreadObject[] = [];
  let inside = false;
  let process: { address: bigint | null; name: string } | null = null;
  let frames: Frame[] | null = null;
  let strange = 0;
  for (let i = 0; i < lines.length; i++) {
    const text = lines[i]!;
    if (text.length > 600) continue;
    if (text.includes('Proc.Thread') && HEADER.test(text)) {
      inside = true;
      process = frames = null;
      strange = 0;
      continue;
    }
    if (!inside || text.trim() === '') continue;
    const named = PROCESS.exec(text);
    const row = named ? null : THREAD.exec(text);
    const more = named || row ? null : MORE.exec(text);
    if (named || row) strange = 0;
    if (named) {
      process = { address: named[1] === undefined ? null : parseAddress(named[1]), name: named[2]! };
      frames = null;
    } else if (row) {
      frames = [];
      found.push(threadOf(row, process, frames, firstLine + i));
    } else if (more && frames) {
      const frame = frameOf(more[1]!);
      if (frame) frames.push(frame);
    } else if (/^\s*Threads Processed:/.test(text) || ++strange > MOST_STRANGE) inside = false;
  }
  let passed = 0;
  return found.map((thread, index) => {
    const at = thread.line! - firstLine;
    const end = (found[index + 1]?.line ?? Number.POSITIVE_INFINITY) - firstLine;
    while (passed < stacks.length && stacks[passed]!.firstLine <= at) passed++;
    const stack = stacks[passed];
    return stack && stack.firstLine < Math.min(end, at + 3) ? { ...thread, stack: stack.stack } : thread;
  });
}

function threadOf(
  row: RegExpExecArray,
  process: { address: bigint | null; name: string } | null,
  frames: Frame[],
  line: number,
): ThreadObject {
  const state = row[5]!.toUpperCase();
  const blocker = row[6] === undefined ? null : frameOf(row[6]);
  if (blocker) frames.push(blocker);
  return {
    ...EMPTY_THREAD,
    address: parseAddress(row[3]!)!,
    processId: parseHex32(row[1]!),
    threadId: parseHex32(row[2]!),
    process: process?.address ?? null,
    processName: process?.name ?? null,
    state: state === 'BLOCKED' ? 'WAIT' : state,
    waitTicks: row[4] === undefined ? null : parseAddress(row[4]),
    kernelStackResident: row[6] !== undefined && /^Stack paged out/i.test(row[6]) ? false : null,
    stack: {
      frames,
      end: 'transcript',
      endReason: 'of this stack !stacks shows the function that blocks, and more only with level 2',
      warnings: [],
    },
    line,
  };
}

function frameOf(text: string): Frame | null {
  const symbol = parseSymbolText(text);
  if (!symbol) return null;
  return {
    address: symbol.address,
    stackPointer: null,
    framePointer: null,
    module: symbol.module,
    function: symbol.function,
    offset: symbol.offset,
    source: symbol.source,
    inline: false,
    trust: 'transcript',
    trapFrame: symbol.trapFrame,
    unloadedModule: symbol.unloadedModule,
  };
}
