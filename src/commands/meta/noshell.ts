import { command } from '../../debugger/command.ts';
import { noArguments } from '../../debugger/one-argument.ts';

export default command<Record<string, never>, Record<string, never>>({
  name: '.noshell',
  syntax: '.noshell',
  summary: 'Refuses .shell for the rest of the session, even where it was allowed.',
  example: '.noshell',
  patterns: [],
  notes: 'No public transcript shows what it prints.',
  parse(args) {
    noArguments(args, '.noshell');
    return {};
  },
  run(session) {
    session.runShell = null;
    return {};
  },
  render(_, text) {
    text.line('Shell commands are refused from now on.');
  },
});
