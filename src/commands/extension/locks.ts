import { command } from '../../debugger/command.ts';
import {
  type KernelLocksData,
  type KernelLocksOptions,
  parseKernelLocks,
  renderKernelLocks,
  runKernelLocks,
} from '../../debugger/kernel-locks.ts';
import {
  parseUserLocks,
  renderUserLocks,
  runUserLocks,
  type UserLocksData,
  type UserLocksOptions,
} from '../../debugger/user-locks.ts';
import { isUserMode } from '../../target/target.ts';

type Options =
  | { readonly mode: 'user'; readonly user: UserLocksOptions }
  | { readonly mode: 'kernel'; readonly kernel: KernelLocksOptions };

export default command<Options, UserLocksData | KernelLocksData>({
  name: '!locks',
  syntax: '!locks [-v] [-o] | !locks [-v] [-d] [address]',
  summary:
    'Lists the executive resources of a kernel with their owners and waiters, or the critical sections of a process that are locked.',
  example: '!locks',
  patterns: ['wait-chain-executive-resources', 'deadlock-executive-resources'],
  notes:
    'Sections made without debug information, as most are since Windows 8, are on no list; !cs ADDRESS shows one. EntryCount and ContentionCount are left out where the debug information is not in the dump. In a kernel dump resources that are held are listed, of XP and Server 2003 only those that threads wait for, as transcripts of that time have it; -d lists all, and -p changes nothing. The dots that show progress are not printed. A star marks an owner: threads without one wait for shared access. Since Windows 8 waiters are found by records on their stacks that no public symbols describe.',
  parse(args, session) {
    return isUserMode(session.target)
      ? { mode: 'user', user: parseUserLocks(args) }
      : { mode: 'kernel', kernel: parseKernelLocks(args) };
  },
  run: (session, options) =>
    options.mode === 'user' ? runUserLocks(session, options.user) : runKernelLocks(session, options.kernel),
  render: (data, text) => (data.kind === 'user' ? renderUserLocks(data, text) : renderKernelLocks(data, text)),
});
