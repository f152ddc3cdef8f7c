import { command } from '../../debugger/command.ts';
import { type ForEach, type ForEachData, parseForEach, runForEach } from '../../debugger/for-each.ts';
import { needWholeKernel } from '../../debugger/kernel.ts';
import { needProcessList } from '../../debugger/kernel-process.ts';
import { toUnsigned } from '../../memory/space.ts';
import { threadList } from '../../windows/process-reader.ts';

export default command<ForEach, ForEachData>({
  name: '!for_each_thread',
  syntax: '!for_each_thread ["command"]',
  summary:
    'Runs a command for each thread of a kernel dump, with @#Thread replaced by its ETHREAD and @#Process by its EPROCESS.',
  example: '!for_each_thread "!thread @#Thread 0"',
  patterns: [],
  parse(args, session) {
    void session.target;
    return parseForEach(args, '!thread @#Thread 2');
  },
  async run(session, options) {
    const kernel = await needWholeKernel(session, '!for_each_thread', 'the threads of all processes');
    const hex = (at: number) => `0x${toUnsigned(at).toString(16)}`;
    const values = needProcessList(kernel, '!for_each_thread').items.flatMap((process) =>
      threadList(kernel, process).items.map((thread) => ({ Process: hex(process), Thread: hex(thread) })),
    );
    return runForEach(session, '!for_each_thread', options, values);
  },
  render({ outcomes }, text) {
    for (const outcome of outcomes) text.write(outcome.text);
  },
});
