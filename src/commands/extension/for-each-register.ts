import { UsageError } from '../../bytes/errors.ts';
import { command } from '../../debugger/command.ts';
import { type ForEach, type ForEachData, runForEach, writeForEach } from '../../debugger/for-each.ts';

const COMMAND = /^\s*-c:(.+)$/s;

export default command<ForEach, ForEachData>({
  name: '!for_each_register',
  syntax: '!for_each_register -c:commands',
  summary: 'Runs commands for each register that the dump holds, with @#RegisterName and @#RegisterValue replaced.',
  example: '!for_each_register -c:.echo @#RegisterName @#RegisterValue',
  patterns: [],
  holdsCommands: true,
  parse(args, session) {
    void session.target;
    const found = COMMAND.exec(args);
    if (!found) throw new UsageError('!for_each_register', 'Syntax error: !for_each_register needs -c:commands', 0);
    return { line: found[1]!.trim().replace(/^"(.*)"$/s, '$1'), after: '' };
  },
  async run(session, options) {
    const registers = session.context?.registers;
    if (!registers)
      throw new UsageError('!for_each_register', 'the registers of the current thread are not in this dump');
    const values = [...registers].map(([name, value]) => ({
      RegisterName: name,
      RegisterValue: `0x${value.toString(16)}`,
    }));
    return runForEach(session, '!for_each_register', options, values);
  },
  render: (data, text) => writeForEach(text, data),
});
