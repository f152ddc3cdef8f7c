import { UsageError } from '../../bytes/errors.ts';
import { command } from '../../debugger/command.ts';
import { needWholeKernel } from '../../debugger/kernel.ts';
import { currentProcess, needProcessList, viewProcess, withImage } from '../../debugger/kernel-process.ts';
import { type ProcessView, writeMissingProcesses, writeProcess } from '../../debugger/process-text.ts';
import { evaluateIn } from '../../debugger/scope.ts';
import { sessionIdOf } from '../../windows/process-memory.ts';

interface Options {
  readonly session: string | null;
  readonly flags: string | null;
  readonly image: string | null;
}

interface Data {
  /** Null for all sessions. */
  readonly session: number | null;
  readonly processes: readonly ProcessView[];
  /** Why processes may be missing, for people. */
  readonly broken: string | null;
}

/** The session that means all of them. */
const ALL = -4;

export default command<Options, Data>({
  name: '!sprocess',
  syntax: '!sprocess [session|-1|-4 [flags [image]]]',
  summary: 'Shows the processes of a session (-1 the current one, -4 all of them), with the flags of !process.',
  example: '!sprocess -4 0',
  patterns: [],
  parse(args, session) {
    void session.target;
    const [id = null, flags = null, image = null, ...more] = args.trim().split(/\s+/).filter(Boolean);
    if (more.length > 0) throw new UsageError('!sprocess', `Syntax error: ${this.syntax}`, args.lastIndexOf(more[0]!));
    return { session: id, flags, image };
  },
  async run(session, { session: id, flags, image }) {
    const kernel = await needWholeKernel(session, '!sprocess', 'the list of processes');
    const of = (at: number) => sessionIdOf(kernel, kernel.object('_EPROCESS', at));
    const bits = flags === null ? 0 : Number(await evaluateIn(session, flags));
    let wanted: number | null =
      id === null || id === '-1' ? null : id === '-4' ? ALL : Number(await evaluateIn(session, id));
    if (wanted === null) {
      const current = await currentProcess(session, kernel);
      wanted = current === null ? null : of(current);
      if (wanted === null) throw new UsageError('!sprocess', 'the current process is in no session', 0);
    }
    const { items: all, broken } = needProcessList(kernel, '!sprocess');
    const items = image === null ? all : withImage(kernel, all, image);
    const processes: ProcessView[] = [];
    for (const at of items) {
      const own = of(at);
      if (own === null || (wanted !== ALL && own !== wanted)) continue;
      const view = await viewProcess(session, kernel, at, bits);
      if (view) processes.push(view);
    }
    return { session: wanted === ALL ? null : wanted, processes, broken };
  },
  render({ session, processes, broken }, text) {
    text.line(session === null ? 'Dumping all sessions' : `Dumping Session ${session}`).line();
    for (const view of processes) writeProcess(text, view);
    writeMissingProcesses(text, broken);
  },
});
