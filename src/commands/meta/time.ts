import { command } from '../../debugger/command.ts';
import { noArguments } from '../../debugger/one-argument.ts';
import { type VersionView, viewVersion, writeTimes } from '../../debugger/version-view.ts';

export default command<Record<string, never>, VersionView>({
  name: '.time',
  syntax: '.time',
  summary: 'Shows when the dump was saved and how long system and process had been running.',
  example: '.time',
  patterns: ['young-system'],
  notes: 'Times are in UTC.',
  parse(args, session) {
    noArguments(args, '.time');
    void session.target;
    return {};
  },
  run: (session) => viewVersion(session),
  render: (data, text) => writeTimes(text, data),
});
