import { command } from '../../debugger/command.ts';
import {
  type KernelHandlesData,
  type KernelHandlesOptions,
  parseKernelHandles,
  renderKernelHandles,
  runKernelHandles,
} from '../../debugger/kernel-handles.ts';
import {
  parseUserHandles,
  renderUserHandles,
  runUserHandles,
  type UserHandlesData,
  type UserHandlesOptions,
} from '../../debugger/user-handles.ts';
import { isUserMode } from '../../target/target.ts';

type Options =
  | { readonly mode: 'user'; readonly user: UserHandlesOptions }
  | { readonly mode: 'kernel'; readonly kernel: KernelHandlesOptions };

export default command<Options, UserHandlesData | KernelHandlesData>({
  name: '!handle',
  syntax: '!handle [handle [flags [type]]] | !handle [handle [flags [process [type]]]]',
  summary:
    'Shows handles of a process, in a kernel dump of any or all: type, access, counts and names of their objects.',
  example: '!handle',
  patterns: [],
  notes:
    'In a kernel dump the process is an address, an id, or 0 for all of them; flag 2 shows the objects. Names of files and registry keys are those in the objects themselves.',
  parse(args, session) {
    return isUserMode(session.target)
      ? { mode: 'user', user: parseUserHandles(args) }
      : { mode: 'kernel', kernel: parseKernelHandles(args) };
  },
  run: (session, options) =>
    options.mode === 'user' ? runUserHandles(session, options.user) : runKernelHandles(session, options.kernel),
  render: (data, text) => (data.kind === 'user' ? renderUserHandles(data, text) : renderKernelHandles(data, text)),
});
