import { UsageError } from '../../bytes/errors.ts';
import { hexPadded } from '../../bytes/hex.ts';
import { command } from '../../debugger/command.ts';
import { needWholeKernel } from '../../debugger/kernel.ts';
import { needProcessList } from '../../debugger/kernel-process.ts';
import { viewThreadStack } from '../../debugger/kernel-thread.ts';
import { writeMissingProcesses } from '../../debugger/process-text.ts';
import { callSite, PLAIN_FORM, writeStack } from '../../debugger/stack-text.ts';
import type { StackView } from '../../debugger/stack-view.ts';
import type { Text } from '../../debugger/text.ts';
import { plainAddress } from '../../debugger/thread-text.ts';
import { type KernelEra, kernelEra } from '../../windows/kernel-era.ts';
import { readProcess } from '../../windows/process-reader.ts';
import type { ThreadObject } from '../../windows/thread.ts';

interface Row {
  readonly thread: ThreadObject;
  readonly stack: StackView | null;
  /** The innermost call that is not the wait itself; null without a stack. */
  readonly blocker: string | null;
}

interface Group {
  readonly address: bigint;
  readonly image: string | null;
  readonly rows: readonly Row[];
  /** Why threads may be missing, for people. */
  readonly broken: string | null;
}

interface Data {
  readonly era: KernelEra;
  readonly pointerSize: 4 | 8;
  readonly level: 0 | 1 | 2;
  readonly groups: readonly Group[];
  readonly processed: number;
  /** Why processes may be missing, for people. */
  readonly broken: string | null;
}

/** The ways into a wait, which all blocked threads share. */
const WAYS_TO_WAIT =
  /^(SwapContext|KiSwapContext|KiSwapThread|KiCommitThreadWait|KeWaitFor\w+|KiSlowQuickWait|KeRemove(Queue|QueueEx|PriQueue)|KeDelayExecutionThread|KiStartContext)$/;

export default command<{ readonly level: 0 | 1 | 2; readonly filter: string }, Data>({
  name: '!stacks',
  syntax: '!stacks [0|1|2 [filter]]',
  summary:
    'Lists all threads with what they are blocked in; 1 those without a stack too, 2 whole stacks; only stacks that hold a text, where one is given.',
  example: '!stacks 0',
  patterns: [],
  notes:
    'The blocker is the innermost call that is not one of the ways into a wait. Columns of Vista and later have the ticks of the wait; they are from memory, as no public transcript of the corpus shows them. Stacks are walked as they are in the dump, also those of threads that WinDbg leaves out as idle workers.',
  parse(args, session) {
    void session.target;
    const [level = '0', ...rest] = args.trim().split(/\s+/).filter(Boolean);
    if (!/^[012]$/.test(level)) throw new UsageError('!stacks', `Syntax error: ${this.syntax}`, args.indexOf(level));
    return { level: Number(level) as 0 | 1 | 2, filter: rest.join(' ').replace(/^"|"$/g, '') };
  },
  async run(session, { level, filter }) {
    const kernel = await needWholeKernel(session, '!stacks', 'the threads of all processes');
    const wanted = filter.toLowerCase();
    const groups: Group[] = [];
    let processed = 0;
    const { items, broken } = needProcessList(kernel, '!stacks');
    for (const at of items) {
      const process = readProcess(kernel, at, { threads: true });
      if (!process) continue;
      const rows: Row[] = [];
      for (const thread of process.threads) {
        processed++;
        const stack = await viewThreadStack(session, kernel, thread);
        const row = { thread, stack, blocker: stack && blockerOf(stack) };
        if (row.blocker === null && level === 0) continue;
        if (wanted !== '' && !(stack && holds(stack, wanted))) continue;
        rows.push(row);
      }
      const { address, image, threadsBroken } = process;
      if (rows.length > 0 || wanted === '') groups.push({ address, image, rows, broken: threadsBroken });
    }
    return { era: kernelEra(kernel), pointerSize: kernel.pointerSize, level, groups, processed, broken };
  },
  render(data, text) {
    const { era, groups, processed, broken } = data;
    text.line(
      era === 'xp' ? 'Proc.Thread  .Thread  ThreadState  Blocker' : 'Proc.Thread  .Thread  Ticks   ThreadState Blocker',
    );
    for (const group of groups) writeGroup(text, group, data);
    text.line().line(`Threads Processed: ${processed}`);
    writeMissingProcesses(text, broken);
  },
});

function blockerOf(stack: StackView): string | null {
  const { frames, bits } = stack;
  const found = frames.find(({ frame }) => !WAYS_TO_WAIT.test(frame.function ?? '')) ?? frames[0];
  return found ? callSite(found.frame, bits) : null;
}

function holds({ frames, bits }: StackView, wanted: string): boolean {
  return frames.some(({ frame }) => callSite(frame, bits).toLowerCase().includes(wanted));
}

function writeGroup(text: Text, group: Group, { era, pointerSize, level }: Data): void {
  const process = plainAddress(group.address, pointerSize);
  const image = group.image ?? '?';
  text.line();
  text.line(era === 'xp' ? `${' '.repeat(37)}[${image}]` : `${' '.repeat(28)}[${process} ${image}]`);
  for (const { thread, stack, blocker } of group.rows) {
    const id = (value: number | null, width: number) =>
      value === null ? '?'.repeat(width) : hexPadded(BigInt(value), 0).padStart(width, width === 4 ? ' ' : '0');
    const ticks = era === 'xp' ? '' : `${thread.waitTicks === null ? '???????' : hexPadded(thread.waitTicks, 7)} `;
    const state = (thread.state === 'WAIT' ? 'Blocked' : (thread.state ?? '?')).padEnd(10);
    text.line(
      `${id(thread.processId, 4)}.${id(thread.threadId, 6)}  ${plainAddress(thread.address, pointerSize)} ${ticks}${era === 'xp' ? ' ' : ''}${state} ${blocker ?? 'Stack paged out'}`,
    );
    if (level < 2 || !stack) continue;
    writeStack(text, stack, { ...PLAIN_FORM, arguments: true, traps: true, unnumbered: true });
    text.line();
  }
  if (group.broken !== null) text.line(`Threads may be missing: ${group.broken}`);
}
