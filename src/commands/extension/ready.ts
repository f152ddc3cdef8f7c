import { command } from '../../debugger/command.ts';
import { needWholeKernel } from '../../debugger/kernel.ts';
import { viewThreadAt } from '../../debugger/kernel-thread.ts';
import { needProcessors } from '../../debugger/processor-choice.ts';
import { evaluateIn } from '../../debugger/scope.ts';
import { type ThreadView, writeThread } from '../../debugger/thread-text.ts';
import { toAddress } from '../../memory/space.ts';

interface List {
  readonly priority: number;
  readonly threads: readonly ThreadView[];
  readonly broken: string | null;
}

interface Queue {
  readonly processor: number;
  /** Shared with neighbours, or the system's; `processor` is then the first that has it. */
  readonly shared: boolean;
  readonly lists: readonly List[];
}

export default command<{ readonly flags: string }, { readonly queues: readonly Queue[] }>({
  name: '!ready',
  syntax: '!ready [flags]',
  summary: 'Lists the threads that are ready to run, by processor and priority; flags as those of !thread.',
  example: '!ready',
  patterns: [],
  notes:
    'Up to XP the ready threads are the system’s and stand under processor 0. Of queues that processors share, each is shown once.',
  parse: (args) => ({ flags: args.trim() }),
  async run(session, { flags }) {
    const kernel = await needWholeKernel(session, '!ready', 'threads that are ready to run');
    const processors = needProcessors(kernel, '!ready');
    const bits = flags === '' ? 0 : Number(await evaluateIn(session, flags));
    const seen = new Set<bigint>();
    const queues: Queue[] = [];
    for (const { number, readyThreads } of processors) {
      for (const shared of [false, true]) {
        const lists: List[] = [];
        for (const list of readyThreads.filter((item) => item.shared === shared)) {
          const threads: ThreadView[] = [];
          for (const address of list.threads) {
            const at = toAddress(address);
            if (at === null || seen.has(address)) continue;
            seen.add(address);
            const view = await viewThreadAt(session, kernel, at, bits);
            if (view) threads.push(view);
          }
          if (threads.length > 0 || list.broken !== null)
            lists.push({ priority: list.priority, threads, broken: list.broken });
        }
        if (!shared || lists.length > 0) queues.push({ processor: number, shared, lists });
      }
    }
    return { queues };
  },
  render({ queues }, text) {
    for (const { processor, shared, lists } of queues) {
      const name = `${shared ? 'Shared queue of p' : 'P'}rocessor ${processor}`;
      if (lists.length === 0) text.line(`${name}: No threads in READY state`);
      else text.line(`${name}: Ready Threads at priority ${lists.map(({ priority }) => priority).join(', ')}`);
      for (const { threads, broken } of lists) {
        for (const thread of threads) writeThread(text, thread, 4);
        if (broken !== null) text.line(`    The list is broken: ${broken}`);
      }
    }
  },
});
