import { UsageError } from '../../bytes/errors.ts';
import { command } from '../../debugger/command.ts';
import { needKernel, needWholeKernel } from '../../debugger/kernel.ts';
import { currentProcess, needProcessList } from '../../debugger/kernel-process.ts';
import { nameOf, nameText } from '../../debugger/names.ts';
import { writeMissingProcesses } from '../../debugger/process-text.ts';
import { evaluateIn } from '../../debugger/scope.ts';
import type { Session } from '../../debugger/session.ts';
import type { Text } from '../../debugger/text.ts';
import { plainAddress } from '../../debugger/thread-text.ts';
import { type Address, toUnsigned } from '../../memory/space.ts';
import type { ApcState, QueuedApc } from '../../windows/apc.ts';
import { readApcState } from '../../windows/apc-reader.ts';
import type { Kernel } from '../../windows/kernel.ts';
import { imageNameOf } from '../../windows/process-identity.ts';
import { threadList } from '../../windows/process-reader.ts';

interface Options {
  readonly of: 'all' | 'proc' | 'thre';
  readonly address: string;
}

interface NamedApc extends QueuedApc {
  readonly kernelName: string | null;
  readonly rundownName: string | null;
  readonly normalName: string | null;
}

interface ThreadApcs extends Omit<ApcState, 'apcs'> {
  readonly apcs: readonly NamedApc[];
}

interface Data {
  readonly pointerSize: 4 | 8;
  readonly of: Options['of'];
  readonly processes: readonly {
    readonly address: bigint;
    readonly image: string | null;
    readonly threads: readonly ThreadApcs[];
    /** Why threads may be missing, for people. */
    readonly broken: string | null;
  }[];
  /** Why processes may be missing, for people. */
  readonly broken: string | null;
}

export default command<Options, Data>({
  name: '!apc',
  syntax: '!apc [proc address | thre address]',
  summary:
    'Lists the asynchronous procedure calls that wait in the queues of all threads, of a process or of a thread.',
  example: '!apc',
  patterns: [],
  notes: 'Of one thread its APC state is shown too: pending flags and how often APCs are disabled.',
  parse(args, session) {
    void session.target;
    const [of, address, ...more] = args.trim().split(/\s+/).filter(Boolean);
    if (of === undefined) return { of: 'all', address: '' };
    const kind = of.toLowerCase().slice(0, 4);
    if ((kind !== 'proc' && kind !== 'thre') || more.length > 0)
      throw new UsageError('!apc', `Syntax error: ${this.syntax}`, args.indexOf(of));
    return { of: kind, address: address ?? '' };
  },
  async run(session, { of, address }) {
    const kernel =
      of === 'all'
        ? await needWholeKernel(session, '!apc', 'the threads of all processes')
        : await needKernel(session, '!apc');
    const { pointerSize } = kernel;
    const given = address === '' ? null : session.address(await evaluateIn(session, address));
    if (of === 'thre') {
      const at = given ?? session.thread?.address ?? null;
      const state = at === null ? null : readApcState(kernel, at);
      if (!state) throw new UsageError('!apc', 'no thread there, or it is not in the dump', 0);
      const own = kernel.object('_KTHREAD', at ?? 0).target('_EPROCESS', 'ApcState.Process');
      const threads = [await withNames(session, state)];
      return {
        pointerSize,
        of,
        processes: [{ address: own?.at ?? 0n, image: own && imageNameOf(own), threads, broken: null }],
        broken: null,
      };
    }
    const all = of === 'proc' ? null : needProcessList(kernel, '!apc');
    const chosen = all?.items ?? [given ?? (await currentProcess(session, kernel))];
    const processes = [];
    for (const at of chosen) {
      if (at === null) throw new UsageError('!apc', 'the dump does not say which process is current');
      processes.push({
        address: toUnsigned(at),
        image: imageNameOf(kernel.object('_EPROCESS', at)),
        ...(await threadsWithApcs(session, kernel, at)),
      });
    }
    return { pointerSize, of, processes, broken: all?.broken ?? null };
  },
  render({ pointerSize, of, processes, broken }, text) {
    const at = (value: bigint | null) => plainAddress(value, pointerSize);
    if (of === 'all') text.line('*** Enumerating APCs in all processes');
    for (const { address, image, threads, broken } of processes) {
      text.line(`Process ${at(address)} ${image ?? '?'}`);
      for (const thread of threads) writeThread(text, thread, pointerSize, of === 'thre');
      if (broken !== null) text.line(`    Threads may be missing: ${broken}`);
    }
    writeMissingProcesses(text, broken);
  },
});

async function threadsWithApcs(
  session: Session,
  kernel: Kernel,
  process: Address,
): Promise<{ threads: ThreadApcs[]; broken: string | null }> {
  const found: ThreadApcs[] = [];
  const { items, broken } = threadList(kernel, process);
  for (const at of items) {
    const state = readApcState(kernel, at);
    if (state && (state.apcs.length > 0 || state.broken !== null)) found.push(await withNames(session, state));
  }
  return { threads: found, broken };
}

async function withNames(session: Session, state: ApcState): Promise<ThreadApcs> {
  const name = async (address: bigint | null) => {
    const named = address ? await nameOf(session, address) : null;
    return named && nameText(named);
  };
  const apcs: NamedApc[] = [];
  for (const apc of state.apcs) {
    const [kernelName, rundownName] = [await name(apc.kernelRoutine), await name(apc.rundownRoutine)];
    apcs.push({ ...apc, kernelName, rundownName, normalName: await name(apc.normalRoutine) });
  }
  return { ...state, apcs };
}

function writeThread(text: Text, state: ThreadApcs, pointerSize: 4 | 8, whole: boolean): void {
  const at = (value: bigint | null) => plainAddress(value, pointerSize);
  for (const [mode, head] of state.heads.entries()) {
    const apcs = state.apcs.filter((apc) => (apc.mode === 'UserMode') === (mode === 1));
    if (apcs.length === 0) continue;
    text.line(
      `    Thread ${at(state.thread)} ApcStateIndex ${state.index ?? '?'} ApcListHead ${at(head)} [${mode === 1 ? 'USER' : 'KERNEL'}]`,
    );
    for (const apc of apcs) {
      text.line(`        KAPC @ ${at(apc.address)}`);
      text.line(`          Type           ${apc.type === null ? '?' : apc.type.toString(16)}`);
      const row = (name: string, value: bigint | null, symbol: string | null) =>
        text.line(`          ${name.padEnd(14)} ${at(value)}${symbol === null ? '' : ` ${symbol}`}`);
      row('KernelRoutine', apc.kernelRoutine, apc.kernelName);
      row('RundownRoutine', apc.rundownRoutine, apc.rundownName);
      if (apc.normalRoutine !== 0n) row('NormalRoutine', apc.normalRoutine, apc.normalName);
    }
  }
  if (state.broken !== null) text.line(`    Thread ${at(state.thread)}: the queue is broken: ${state.broken}`);
  if (!whole) return;
  const yes = (value: boolean | null) => (value === null ? '?' : value ? 'yes' : 'no');
  text.line(
    `    Kernel APC in progress: ${yes(state.kernelInProgress)}, pending: kernel ${yes(state.kernelPending)}, user ${yes(state.userPending)}`,
  );
  text.line(`    Disabled: kernel ${state.kernelDisable ?? '?'}, special ${state.specialDisable ?? '?'}`);
}
