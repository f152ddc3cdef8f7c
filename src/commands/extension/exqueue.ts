import { UsageError } from '../../bytes/errors.ts';
import { command } from '../../debugger/command.ts';
import { needWholeKernel } from '../../debugger/kernel.ts';
import { viewThreadAt } from '../../debugger/kernel-thread.ts';
import { nameOf, nameText } from '../../debugger/names.ts';
import { evaluateIn } from '../../debugger/scope.ts';
import { plainAddress, type ThreadView, writeThread } from '../../debugger/thread-text.ts';
import { readWorkQueues, type WorkQueue } from '../../windows/work-queue.ts';

interface QueueView {
  readonly queue: WorkQueue;
  /** Names of the routines of its items, in their order. */
  readonly routines: readonly (string | null)[];
  readonly threads: readonly ThreadView[];
}

interface Data {
  readonly pointerSize: 4 | 8;
  readonly queues: readonly QueueView[];
}

export default command<{ readonly flags: string | null }, Data>({
  name: '!exqueue',
  syntax: '!exqueue [flags]',
  summary: 'Shows the work queues of the kernel: items that wait and the worker threads that serve them.',
  example: '!exqueue',
  patterns: [],
  notes:
    'Flags are those of !thread: 2 shows what each worker waits for, 4 its stack. Since Windows 8 each NUMA node has queues of its own, with 32 priorities. No public transcript shows this layout.',
  parse(args) {
    return { flags: args.trim() || null };
  },
  async run(session, { flags }) {
    const kernel = await needWholeKernel(session, '!exqueue', 'work queues');
    const bits = flags === null ? 0 : Number(await evaluateIn(session, flags));
    const found = readWorkQueues(kernel);
    if (found.length === 0) throw new UsageError('!exqueue', 'the work queues are not in the dump');
    const queues: QueueView[] = [];
    for (const queue of found) {
      const routines: (string | null)[] = [];
      for (const { routine } of queue.items) {
        const name = routine === null ? null : await nameOf(session, routine);
        routines.push(name && nameText(name));
      }
      const threads: ThreadView[] = [];
      for (const thread of queue.threads) {
        const at = session.address(thread);
        const view = at === null ? null : await viewThreadAt(session, kernel, at, bits);
        if (view) threads.push(view);
      }
      queues.push({ queue, routines, threads });
    }
    return { pointerSize: kernel.pointerSize, queues };
  },
  render({ pointerSize, queues }, text) {
    const at = (value: bigint | null) => plainAddress(value, pointerSize);
    let node: number | null = null;
    for (const { queue, routines, threads } of queues) {
      if (queue.node !== null && queue.node !== node) text.line(`**** NUMA Node ${queue.node} ****`);
      node = queue.node;
      text.line(
        `**** ${queue.name} WorkQueue( current = ${queue.current ?? '?'} maximum = ${queue.maximum ?? '?'} ) @ ${at(queue.address)}`,
      );
      for (const view of threads) writeThread(text, view);
      queue.items.forEach((item, index) => {
        const priority = item.priority === null ? '' : ` Priority ${item.priority}`;
        text.line(
          `PENDING: WorkerRoutine ${routines[index] ?? '?'} (${at(item.routine)}) Parameter ${at(item.parameter)}${priority}`,
        );
      });
      if (queue.lost !== null) text.line(`Not complete: ${queue.lost}`);
      text.line();
    }
  },
});
