import { UsageError } from '../../bytes/errors.ts';
import { dateText, spanText } from '../../debugger/clock-text.ts';
import { command } from '../../debugger/command.ts';
import { noArguments } from '../../debugger/one-argument.ts';
import { isUserMode } from '../../target/target.ts';

interface Data {
  /** ISO 8601, UTC; null where the dump does not tell. */
  readonly createdAt: string | null;
  readonly kernelTimeMs: number | null;
  readonly userTimeMs: number | null;
}

export default command<Record<string, never>, Data>({
  name: '.ttime',
  syntax: '.ttime',
  summary: 'Shows when the current thread was created and how long it ran in kernel and user mode.',
  example: '.ttime',
  patterns: ['spiking-thread'],
  notes:
    'Only of dumps of a process that keep thread information; the time of creation is in UTC. !thread shows these of a system.',
  parse(args, session) {
    noArguments(args, '.ttime');
    void session.target;
    return {};
  },
  run({ thread, target }) {
    const { createdAt, kernelTimeMs, userTimeMs } = thread ?? { createdAt: null, kernelTimeMs: null, userTimeMs: null };
    if (createdAt === null && kernelTimeMs === null && userTimeMs === null)
      throw new UsageError(
        '.ttime',
        isUserMode(target)
          ? 'the dump was saved without the times of its threads'
          : 'a dump of the system has no such record: !thread shows the times of a thread',
      );
    return { createdAt, kernelTimeMs, userTimeMs };
  },
  render({ createdAt, kernelTimeMs, userTimeMs }, text) {
    const span = (ms: number | null) => (ms === null ? '<unknown>' : spanText(ms / 1000));
    text.line(`Created: ${createdAt === null ? '<unknown>' : `${dateText(new Date(createdAt), false)} (UTC)`}`);
    text.line(`Kernel:  ${span(kernelTimeMs)}`);
    text.line(`User:    ${span(userTimeMs)}`);
  },
});
