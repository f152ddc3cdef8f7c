import { command } from '../../debugger/command.ts';
import { type ForEach, type ForEachData, parseForEach, runForEach, writeForEach } from '../../debugger/for-each.ts';
import { needWholeKernel } from '../../debugger/kernel.ts';
import { needProcessList } from '../../debugger/kernel-process.ts';
import { toUnsigned } from '../../memory/space.ts';
import { threadList } from '../../windows/process-reader.ts';

/** More broken lists than this tell nothing new. */
const MOST_REASONS = 4;

export default command<ForEach, ForEachData>({
  name: '!for_each_thread',
  syntax: '!for_each_thread ["command"]',
  summary:
    'Runs a command for each thread of a kernel dump, with @#Thread replaced by its ETHREAD and @#Process by its EPROCESS.',
  example: '!for_each_thread "!thread @#Thread 0"',
  patterns: [],
  holdsCommands: true,
  parse(args, session) {
    void session.target;
    return parseForEach(args, '!thread @#Thread 2');
  },
  async run(session, options) {
    const kernel = await needWholeKernel(session, '!for_each_thread', 'the threads of all processes');
    const hex = (at: number) => `0x${toUnsigned(at).toString(16)}`;
    const processes = needProcessList(kernel, '!for_each_thread');
    const lists = processes.items.map((process) => ({ process, ...threadList(kernel, process) }));
    const values = lists.flatMap(({ process, items }) =>
      items.map((thread) => ({ Process: hex(process), Thread: hex(thread) })),
    );
    const broken = [processes, ...lists].flatMap((list) => list.broken ?? []).slice(0, MOST_REASONS);
    return runForEach(session, '!for_each_thread', options, values, broken.length > 0 ? broken.join('; ') : null);
  },
  render: (data, text) => writeForEach(text, data),
});
