import { command } from '../../debugger/command.ts';
import { type ForEach, type ForEachData, parseForEach, runForEach, writeForEach } from '../../debugger/for-each.ts';
import { needWholeKernel } from '../../debugger/kernel.ts';
import { needProcessList } from '../../debugger/kernel-process.ts';
import { toUnsigned } from '../../memory/space.ts';

export default command<ForEach, ForEachData>({
  name: '!for_each_process',
  syntax: '!for_each_process ["command"]',
  summary: 'Runs a command for each process of a kernel dump, with @#Process replaced by its EPROCESS.',
  example: '!for_each_process "!process @#Process 0"',
  patterns: [],
  holdsCommands: true,
  parse(args, session) {
    void session.target;
    return parseForEach(args, '!process @#Process 0');
  },
  async run(session, options) {
    const kernel = await needWholeKernel(session, '!for_each_process', 'the list of processes');
    const { items, broken } = needProcessList(kernel, '!for_each_process');
    const values = items.map((at) => ({ Process: `0x${toUnsigned(at).toString(16)}` }));
    return runForEach(session, '!for_each_process', options, values, broken);
  },
  render: (data, text) => writeForEach(text, data),
});
