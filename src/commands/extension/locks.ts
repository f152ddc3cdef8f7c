import { UsageError } from '../../bytes/errors.ts';
import { command } from '../../debugger/command.ts';
import {
  parseUserLocks,
  renderUserLocks,
  runUserLocks,
  type UserLocksData,
  type UserLocksOptions,
} from '../../debugger/user-locks.ts';

export default command<UserLocksOptions, UserLocksData>({
  name: '!locks',
  syntax: '!locks [-v] [-o]',
  summary: 'Lists the critical sections of a process that are locked, or all of them with -v.',
  example: '!locks',
  patterns: [],
  notes:
    'Sections made without debug information, as most are since Windows 8, are on no list; !cs ADDRESS shows one. EntryCount and ContentionCount are left out where the debug information is not in the dump.',
  parse(args, session) {
    if (!session.target.kind.startsWith('user')) throw new UsageError('!locks', 'kernel resources: not available yet');
    return parseUserLocks(args);
  },
  run: runUserLocks,
  render: renderUserLocks,
});
