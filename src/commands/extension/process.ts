import { UsageError } from '../../bytes/errors.ts';
import { viewBareProcess, WITHOUT_TYPES } from '../../debugger/bare-kernel.ts';
import { command } from '../../debugger/command.ts';
import { kernelOrNull, needKernel } from '../../debugger/kernel.ts';
import { chooseProcesses, viewProcess, withImage } from '../../debugger/kernel-process.ts';
import { type ProcessView, writeMissingProcesses, writeProcess } from '../../debugger/process-text.ts';
import { evaluateIn } from '../../debugger/scope.ts';
import { type Address, toUnsigned } from '../../memory/space.ts';
import type { Kernel } from '../../windows/kernel.ts';

interface Options {
  readonly session: string | null;
  readonly module: string | null;
  readonly process: string | null;
  readonly flags: string | null;
  readonly image: string | null;
}

interface Data {
  readonly all: boolean;
  /** Of a search by id. */
  readonly id: number | null;
  readonly processes: readonly ProcessView[];
  /** Addresses of those that are on no list of the kernel, but have an id. */
  readonly unlisted: readonly bigint[];
  /** The types of nt were not found. */
  readonly bareKernel: boolean;
  /** Why processes may be missing, for people. */
  readonly broken: string | null;
}

/** Statistics, and threads with what they wait for. */
const DEFAULT_FLAGS = 3;

export default command<Options, Data>({
  name: '!process',
  syntax: '!process [/s session] [/m module] [0|-1|address|pid [flags [image]]]',
  summary:
    'Shows processes of a kernel dump: all, one, or those of an image, with times, sizes, threads and stacks as flags ask.',
  example: '!process -1 0',
  patterns: [],
  notes:
    'Flags: 1 statistics, 2 threads with what they wait for, 4 with stacks, 8 without argument columns; stacks are always walked in their own process, as with 0x10. Processes that have exited say when and how; one that only PspCidTable leads to says so. A handle count is that of the kernel, null where a version keeps none.',
  parse(args, session) {
    void session.target;
    const words = args.trim().split(/\s+/).filter(Boolean);
    const options = { session: null as string | null, module: null as string | null };
    const rest: string[] = [];
    for (let index = 0; index < words.length; index++) {
      const word = words[index]!;
      if (!/^\/[sm]$/i.test(word)) rest.push(word);
      else {
        const value = words[++index];
        if (value === undefined)
          throw new UsageError('!process', `Syntax error: ${word} needs a value`, args.indexOf(word));
        options[word.toLowerCase() === '/s' ? 'session' : 'module'] = value;
      }
    }
    const [process = null, flags = null, image = null, ...more] = rest;
    if (more.length > 0) throw new UsageError('!process', `Syntax error: ${this.syntax}`, args.lastIndexOf(more[0]!));
    return { ...options, process, flags, image };
  },
  async run(session, { session: sessionId, module, process, flags, image }) {
    const known = await kernelOrNull(session);
    const bare = !known && (process === null || process === '-1') ? viewBareProcess(session.target) : null;
    if (bare) return { all: false, id: null, processes: [bare], unlisted: [], bareKernel: true, broken: null };
    const kernel = known ?? (await needKernel(session, '!process'));
    const bits = flags === null ? DEFAULT_FLAGS : Number(await evaluateIn(session, flags));
    const several = process === null && (sessionId !== null || module !== null);
    const choice = await chooseProcesses(session, kernel, several ? '0' : process, '!process');
    let { addresses } = choice;
    if (image !== null) addresses = withImage(kernel, addresses, image);
    if (module !== null) addresses = addresses.filter((at) => hasModule(kernel, at, module));
    const wanted = sessionId === null ? null : Number(await evaluateIn(session, sessionId));
    const processes: ProcessView[] = [];
    for (const at of addresses) {
      const view = await viewProcess(session, kernel, at, bits);
      if (view && (wanted === null || view.process.sessionId === wanted)) processes.push(view);
    }
    return {
      all: choice.all && image === null,
      id: choice.id,
      processes,
      bareKernel: false,
      unlisted: choice.unlisted.map(toUnsigned),
      broken: choice.broken,
    };
  },
  render({ all, id, processes, unlisted, bareKernel, broken }, text) {
    if (all) text.line('**** NT ACTIVE PROCESS DUMP ****');
    if (id !== null) text.line(`Searching for Process with Cid == ${id.toString(16)}`);
    for (const view of processes) {
      const hidden = unlisted.includes(view.process.address);
      writeProcess(text, view, hidden ? ['    Not on PsActiveProcessHead; found by its id in PspCidTable'] : []);
    }
    if (bareKernel) text.line(WITHOUT_TYPES);
    writeMissingProcesses(text, broken);
  },
});

function hasModule(kernel: Kernel, process: Address, module: string): boolean {
  const wanted = module.toLowerCase();
  const modules = kernel.inProcess(process)?.target.modules ?? [];
  return modules.some(
    ({ name, imageName, space }) =>
      space === 'user' && (name.toLowerCase() === wanted || imageName.toLowerCase() === wanted),
  );
}
