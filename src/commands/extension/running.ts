import { UsageError } from '../../bytes/errors.ts';
import { hexPadded } from '../../bytes/hex.ts';
import { viewBareThread } from '../../debugger/bare-kernel.ts';
import { command } from '../../debugger/command.ts';
import { viewThreadStack } from '../../debugger/kernel-thread.ts';
import { kernelForProcessors, processorsIn } from '../../debugger/processor-choice.ts';
import type { Session } from '../../debugger/session.ts';
import { PLAIN_FORM, writeStack } from '../../debugger/stack-text.ts';
import type { StackView } from '../../debugger/stack-view.ts';
import type { Text } from '../../debugger/text.ts';
import { plainAddress } from '../../debugger/thread-text.ts';
import { type Address, toAddress } from '../../memory/space.ts';
import type { Kernel } from '../../windows/kernel.ts';
import { type KernelEra, kernelEra } from '../../windows/kernel-era.ts';
import type { ProcessorObject } from '../../windows/processor.ts';
import { readThread } from '../../windows/thread-reader.ts';

interface Row {
  readonly processor: ProcessorObject;
  readonly stack: StackView | null;
}

interface Data {
  readonly era: KernelEra;
  readonly pointerSize: 4 | 8;
  readonly rows: readonly Row[];
  /** Bits of the processors that the dump tells of, and of those that are idle; by number. */
  readonly all: bigint;
  readonly idle: bigint;
  readonly stacks: boolean;
  /** How many processors the dump tells of, and how many the machine has; null when unknown. */
  readonly found: number;
  readonly processors: number | null;
}

export default command<{ readonly idle: boolean; readonly stacks: boolean }, Data>({
  name: '!running',
  syntax: '!running [-i] [-t]',
  summary: 'Lists the threads that run on processors; -i idle processors too, -t with stacks.',
  example: '!running -it',
  patterns: [],
  notes:
    'A processor is idle when it runs its idle thread and none is to run next. The marks are its queued spin locks: O owned, W waited for. The columns of Windows 7 and later are from memory of public transcripts.',
  parse(args) {
    const letters = [...args.trim().matchAll(/-([it]+)/gi)].map(([, flags]) => flags!.toLowerCase()).join('');
    const rest = args.replace(/-[it]+/gi, '').trim();
    if (rest !== '') throw new UsageError('!running', 'Syntax error: !running [-i] [-t]', args.indexOf(rest));
    return { idle: letters.includes('i'), stacks: letters.includes('t') };
  },
  async run(session, { idle, stacks }) {
    const kernel = await kernelForProcessors(session, '!running');
    const processors = processorsIn(session.target, kernel, '!running');
    const bits = (list: readonly ProcessorObject[]) =>
      list.reduce((mask, { number }) => mask | (1n << BigInt(number)), 0n);
    const rows: Row[] = [];
    for (const processor of processors) {
      if (processor.idle === true && !idle) continue;
      const at = processor.currentThread === null ? null : toAddress(processor.currentThread);
      rows.push({ processor, stack: stacks && at !== null ? await stackAt(session, kernel, at) : null });
    }
    return {
      era: kernel ? kernelEra(kernel) : session.pointerSize === 8 ? 'windows10' : 'xp',
      pointerSize: session.pointerSize,
      rows,
      all: bits(processors),
      idle: bits(processors.filter((processor) => processor.idle === true)),
      stacks,
      found: processors.length,
      processors: session.target.system.processors,
    };
  },
  render(data, text) {
    const { era, pointerSize, rows, all, idle, stacks, found, processors } = data;
    const modern = era === 'windows7' || era === 'windows10';
    text.line();
    if (modern) {
      const mask = (bits: bigint) => `(${hexPadded(bits, 16)})`;
      text.line(`System Processors:  ${mask(all)}`).line(`  Idle Processors:  ${mask(idle)}`);
    } else
      text.line(`System Processors ${all.toString(16)} (affinity mask)`).line(`  Idle Processors ${idle.toString(16)}`);
    const isWhole = processors === null || found >= processors;
    if (!isWhole) text.line(`Only ${found} of ${processors} processors are in the dump: both masks are of these`);
    if (idle === all && isWhole) text.line('All processors idle.');
    text.line();
    if (rows.length === 0) return;
    text.line(modern ? modernHeading(pointerSize) : oldHeading(pointerSize));
    for (const { processor, stack } of rows) {
      text.line(modern ? modernRow(processor, pointerSize) : oldRow(processor, pointerSize));
      if (!stacks) continue;
      text.line();
      writeRunningStack(text, stack);
      text.line();
    }
  },
});

async function stackAt(session: Session, kernel: Kernel | null, at: Address): Promise<StackView | null> {
  const thread = kernel && readThread(kernel, at);
  if (kernel) return thread && viewThreadStack(session, kernel, thread);
  return (await viewBareThread(session, at, 'all', true))?.stack ?? null;
}

function oldHeading(pointerSize: 4 | 8): string {
  const width = pointerSize * 2;
  return `     ${'Prcb'.padEnd(width)}  ${'Current'.padEnd(width)}  Next`;
}

function oldRow(processor: ProcessorObject, pointerSize: 4 | 8): string {
  const at = (value: bigint | null) => plainAddress(value, pointerSize);
  const next = processor.nextThread === 0n ? ' '.repeat(pointerSize * 2) : at(processor.nextThread);
  return `${String(processor.number).padStart(3)}  ${at(processor.prcb)}  ${at(processor.currentThread)}  ${next}  ${marks(processor)}`;
}

function modernHeading(pointerSize: 4 | 8): string {
  const width = pointerSize * 2;
  return `       ${'Prcbs'.padEnd(width)}  ${'Current'.padEnd(width)} (pri) ${'Next'.padEnd(width)} (pri) Idle`;
}

function modernRow(processor: ProcessorObject, pointerSize: 4 | 8): string {
  const at = (value: bigint | null) => plainAddress(value, pointerSize);
  const priority = (value: number | null) => `(${value === null ? ' ?' : String(value).padStart(2)})`;
  const none = ' '.repeat(pointerSize * 2 + 5);
  const next = processor.nextThread === 0n ? none : `${at(processor.nextThread)} ${priority(processor.nextPriority)}`;
  return `${String(processor.number).padStart(3)}    ${at(processor.prcb)}  ${at(processor.currentThread)} ${priority(processor.currentPriority)}  ${next}  ${at(processor.idleThread)}  ${marks(processor)}`;
}

function marks({ locks }: ProcessorObject): string {
  const letter = { owner: 'O', waiting: 'W', free: '.' } as const;
  return locks
    .slice(0, 16)
    .map((lock) => (lock === null ? '?' : letter[lock]))
    .join('');
}

function writeRunningStack(text: Text, stack: StackView | null): void {
  if (stack) writeStack(text, stack, { ...PLAIN_FORM, traps: true, unnumbered: stack.bits === 32 });
  else text.line('Its stack is not in the dump.');
}
