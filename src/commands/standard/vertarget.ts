import { command } from '../../debugger/command.ts';
import { noArguments } from '../../debugger/one-argument.ts';
import { type VersionView, viewVersion, writeVersion } from '../../debugger/version-view.ts';

export default command<Record<string, never>, VersionView>({
  name: 'vertarget',
  aliases: ['version'],
  syntax: 'vertarget',
  summary: 'Shows the system the dump was saved on, when, and how long it had been running.',
  example: 'vertarget',
  patterns: ['young-system'],
  notes:
    'Times are in UTC: the time zone of the machine is not applied. Kernel and user times of the process are whole seconds, as dumps keep them.',
  parse(args, session) {
    noArguments(args, 'vertarget');
    void session.target;
    return {};
  },
  run: (session) => viewVersion(session),
  render: (data, text) => writeVersion(text, data),
});
