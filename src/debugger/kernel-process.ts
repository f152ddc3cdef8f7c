import { UsageError } from '../bytes/errors.ts';
import type { Address } from '../memory/space.ts';
import { looksLikeProcess } from '../target/kernel-objects.ts';
import type { Kernel } from '../windows/kernel.ts';
import { kernelEra } from '../windows/kernel-era.ts';
import { imageNameOf } from '../windows/process-identity.ts';
import { processList, readProcess } from '../windows/process-reader.ts';
import { unlistedProcesses } from '../windows/unlisted-process.ts';
import { STACKS, viewThread, WAITS } from './kernel-thread.ts';
import { addressText } from './names.ts';
import { processOfThread } from './process-context.ts';
import type { ProcessView } from './process-text.ts';
import { evaluateIn } from './scope.ts';
import type { Session } from './session.ts';
import type { ThreadView } from './thread-text.ts';

/** The flag of `!process` for times, priorities and sizes. */
const STATISTICS = 1;
/** Where addresses of the kernel begin at the earliest; what is smaller is a process id. */
const LOWEST_KERNEL = 0x80000000n;

/** The process at an address with what `flags` ask for; null when there is none. */
export async function viewProcess(
  session: Session,
  kernel: Kernel,
  address: Address,
  flags: number,
): Promise<ProcessView | null> {
  const threads = (flags & (WAITS | STACKS)) !== 0;
  const process = readProcess(kernel, address, { threads });
  if (!process) return null;
  const views: ThreadView[] = [];
  for (const thread of process.threads) views.push(await viewThread(session, kernel, thread, flags));
  return {
    era: kernelEra(kernel),
    pointerSize: kernel.pointerSize,
    process: { ...process, threads: [] },
    inSession: kernel.object('_EPROCESS', address).pointer('Session') !== 0,
    statistics: (flags & STATISTICS) !== 0,
    threads: threads ? views : null,
  };
}

/** The process that the session is in: of its current thread, else as the dump was saved. Null when unknown. */
export async function currentProcess(session: Session, kernel: Kernel): Promise<Address | null> {
  const own = session.target.process?.address ?? null;
  if (own !== null) return own;
  const thread = session.thread?.address ?? null;
  return thread === null
    ? null
    : (kernel.object('_KTHREAD', thread).pointer('ApcState.Process') ?? processOfThread(session, thread));
}

/** Which processes an argument of `!process` means. */
export interface ProcessChoice {
  readonly addresses: readonly Address[];
  /** Of a search by id. */
  readonly id: number | null;
  /** All processes of the system. */
  readonly all: boolean;
  /** Those of `addresses` that are on no list. */
  readonly unlisted: readonly Address[];
  readonly broken: string | null;
}

/** Chooses processes as `!process` does: none or -1 the current one, 0 all of them, an id, an EPROCESS. */
export async function chooseProcesses(
  session: Session,
  kernel: Kernel,
  argument: string | null,
  command: string,
): Promise<ProcessChoice> {
  const one = { id: null, all: false, unlisted: [], broken: null };
  const value = argument === null || argument === '-1' ? null : await evaluateIn(session, argument);
  if (value === null) {
    const current = await currentProcess(session, kernel);
    if (current === null) throw new UsageError(command, 'the dump does not say which process is current');
    return { ...one, addresses: [current] };
  }
  if (value === 0n) {
    const { items, unlisted, broken } = needProcessList(kernel, command);
    return { id: null, addresses: items, all: true, unlisted, broken };
  }
  if (value < LOWEST_KERNEL) {
    const { items, unlisted, broken } = needProcessList(kernel, command);
    const id = Number(value);
    const addresses = items.filter((at) => kernel.object('_EPROCESS', at).number('UniqueProcessId') === id);
    if (addresses.length === 0)
      throw new UsageError(command, `no process of the dump has the id 0x${id.toString(16)}`, 0);
    return { addresses, id, all: false, unlisted, broken };
  }
  const at = session.address(value);
  if (at === null || !looksLikeProcess(kernel.memory, at)) {
    const shown = addressText(value, kernel.pointerSize);
    throw new UsageError(command, `TYPE mismatch for process object at ${shown}, or it is not in the dump`, 0);
  }
  return { ...one, addresses: [at] };
}

/** All processes that are found, those of the list first. */
export interface FoundProcesses {
  readonly items: readonly Address[];
  /** Those of `items` that are on no list, but in PspCidTable: unlinked, or behind a break. */
  readonly unlisted: readonly Address[];
  /** Why the list is cut, for people. */
  readonly broken: string | null;
}

/** The processes with why some may be missing; a UsageError where there are none, as in triage dumps. */
export function needProcessList(kernel: Kernel, command: string): FoundProcesses {
  const list = processList(kernel);
  const unlisted = unlistedProcesses(kernel, list.items);
  if (list.items.length + unlisted.length > 0)
    return { items: [...list.items, ...unlisted], unlisted, broken: list.broken };
  if (kernel.target.kind === 'kernel-triage-dump')
    throw new UsageError(command, 'the list of processes is not in a triage dump; the current process is: -1');
  throw new UsageError(command, `the list of processes is not in the dump (${list.broken ?? 'it is empty'})`);
}

/** Those whose image has a name, with `.exe` or without; letters of either case. */
export function withImage(kernel: Kernel, addresses: readonly Address[], image: string): Address[] {
  const wanted = image.toLowerCase();
  // Windows keeps 15 characters of the name, and one less in older versions.
  return addresses.filter((at) => {
    const name = imageNameOf(kernel.object('_EPROCESS', at))?.toLowerCase() ?? '';
    if (name === '') return false;
    return name === wanted || name === `${wanted}.exe` || (name.length >= 14 && wanted.startsWith(name));
  });
}
