import { UsageError } from '../../bytes/errors.ts';
import { command } from '../../debugger/command.ts';

export default command<Record<string, never>, Record<string, never>>({
  name: 'q',
  aliases: ['qq', 'qd'],
  syntax: 'q | qq | qd',
  summary: 'Ends the session: what a script has after it is not run.',
  example: 'q',
  patterns: [],
  isWholeWord: true,
  parse(args, _, typed) {
    if (args.trim() !== '') throw new UsageError(typed, `Extra character error in '${args.trim()}'`, args.search(/\S/));
    return {};
  },
  run(session) {
    session.isEnded = true;
    return {};
  },
  render() {},
});
