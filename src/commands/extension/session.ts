import { command } from '../../debugger/command.ts';
import { needWholeKernel } from '../../debugger/kernel.ts';
import { currentProcess, needProcessList } from '../../debugger/kernel-process.ts';
import { noArguments } from '../../debugger/one-argument.ts';
import { writeMissingProcesses } from '../../debugger/process-text.ts';
import { sessionIdOf } from '../../windows/process-memory.ts';

interface Data {
  /** Ids of sessions with the number of their processes, in order. */
  readonly sessions: readonly { readonly id: number; readonly processes: number }[];
  readonly current: number | null;
  /** Why processes, hence sessions, may be missing, for people. */
  readonly broken: string | null;
}

export default command<null, Data>({
  name: '!session',
  syntax: '!session',
  summary: 'Lists the logon sessions that processes of the dump belong to, and the one of the current process.',
  example: '!session',
  patterns: [],
  notes:
    'Sessions are those that processes point to; one without processes is not found. The lines are from memory: no public transcript of the corpus shows them.',
  parse(args, session) {
    void session.target;
    noArguments(args, '!session');
    return null;
  },
  async run(session) {
    const kernel = await needWholeKernel(session, '!session', 'the list of processes');
    const counts = new Map<number, number>();
    const { items, broken } = needProcessList(kernel, '!session');
    for (const at of items) {
      const id = sessionIdOf(kernel, kernel.object('_EPROCESS', at));
      if (id !== null) counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    const at = await currentProcess(session, kernel);
    const sessions = [...counts].map(([id, processes]) => ({ id, processes })).sort((a, b) => a.id - b.id);
    return { sessions, current: at === null ? null : sessionIdOf(kernel, kernel.object('_EPROCESS', at)), broken };
  },
  render({ sessions, current, broken }, text) {
    text.line(`Sessions on machine: ${sessions.length}`);
    text.line(`Valid Sessions: ${sessions.map(({ id }) => id).join(' ')}`);
    text.line(current === null ? 'The current process is in no session' : `Current Session ${current}`);
    writeMissingProcesses(text, broken);
  },
});
