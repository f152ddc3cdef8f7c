import { toAddress, toUnsigned } from '../memory/space.ts';
import { isUserMode } from '../target/target.ts';
import { driverOfIrp, fileOfIrp } from '../windows/irp.ts';
import type { ThreadStack } from '../windows/stack.ts';
import type { StackWait } from '../windows/stack-wait.ts';
import type { ThreadSummary } from '../windows/summary.ts';
import type { ThreadObject } from '../windows/thread.ts';
import { waitReasonOf } from '../windows/wait-reason.ts';
import { awaitedSectionsFact } from './awaited-sections.ts';
import { type Case, fact, known, missing } from './case.ts';
import { criticalSectionsFact } from './critical-sections.ts';
import { kernelFact } from './kernel.ts';
import { logFact } from './log.ts';
import { processesFact } from './processes.ts';
import { resourcesFact } from './resources.ts';
import { frameArgumentsFact } from './stack-argument.ts';
import { threadObjectsFact } from './thread-objects.ts';
import { stackOf } from './thread-stack.ts';
import { threadsFact } from './threads.ts';
import { buildWaitGraph } from './wait-assembly.ts';
import { cyclesOf, type WaitCycle } from './wait-cycles.ts';
import type { WaitGraph } from './wait-graph-builder.ts';
import { headsOf, type WaitHead } from './wait-heads.ts';
import type { WaitNode } from './wait-node.ts';
import { threadKey, type WaitingThread } from './wait-sources.ts';

/** Who waits for whom, from every source that the Case has. */
export interface Waits {
  readonly graph: WaitGraph;
  readonly cycles: readonly WaitCycle[];
  /** Ends of chains through objects of all types. */
  readonly heads: readonly WaitHead[];
  /** The kernel's view of a thread in the graph; null in a process, and for threads that only a lock names. */
  threadAt(node: WaitNode): ThreadObject | null;
  /** The stack of a thread in the graph, of either mode. */
  stackAt(node: WaitNode): ThreadObject['stack'];
  /** What could have added edges and is not known, with the command that would show it. */
  readonly missing: readonly string[];
}

/** The wait graph; missing where neither threads with their waits nor locks are known. */
export const waitGraphFact = fact<Waits>('waitGraph', (theCase) => {
  const objects = threadObjectsFact(theCase);
  const resources = resourcesFact(theCase);
  const sections = criticalSectionsFact(theCase);
  const summaries = threadsFact(theCase);
  const awaited = awaitedSectionsFact(theCase);
  const processes = processesFact(theCase);
  const kernel = objects.known ? objects.value : [];
  const told = new Set(kernel.map(({ address }) => address));
  // Of some threads a log shows nothing but a stack.
  const others = summaries.known
    ? summaries.value.filter(({ address }) => address === null || !(theCase.target || told.has(address)))
    : [];
  if (kernel.length === 0 && !resources.known && !sections.known && others.length === 0)
    return missing('threads with what they wait for, and locks', '!locks; !process 0 7');
  const log = logFact(theCase);
  const stacks = new LazyStacks(theCase, summaries.known ? summaries.value : []);
  const threads = [...kernel.map((thread) => fromKernel(thread, stacks)), ...others.map(fromSummary)];
  const byAddress = new Map(kernel.map((thread) => [thread.address, thread]));
  const graph = buildWaitGraph({
    threads,
    resources: resources.known ? resources.value.resources : [],
    sections: [...(awaited.known ? awaited.value.values() : []), ...(sections.known ? sections.value.sections : [])],
    argumentOf: (thread, wait) => argumentOf(theCase, thread, wait),
    serverOf: (message) => serverOf(theCase, message),
    mutexOf: (event) => mutexOf(theCase, event, byAddress),
    processes: processes.known ? processes.value : [],
    pipeOf: (irp) => pipeOf(theCase, irp),
    ownedMutexes: log.known ? log.value.objects.mutexOwners : [],
    driverOf: (irp) => (theCase.target ? driverName(driverOfIrp(theCase.target, irp)) : loggedDriver(theCase, irp)),
  });
  const byKey = new Map(threads.map((thread) => [threadKey(thread), thread]));
  const isProcess = theCase.target !== null && isUserMode(theCase.target);
  // What only a kernel has is not missing in a process.
  const lost = (isProcess ? [sections] : [objects, resources, sections]).flatMap((answer) =>
    answer.known ? [] : [answer.remedy ? `${answer.missing} (${answer.remedy})` : answer.missing],
  );
  return known(
    {
      graph,
      cycles: cyclesOf(graph),
      heads: headsOf(graph),
      threadAt: ({ kind, address }) =>
        kind === 'thread' && address !== null ? (byAddress.get(address) ?? null) : null,
      stackAt: (node) => (node.kind === 'thread' ? (byKey.get(node.key)?.stack ?? null) : null),
      missing: stacks.left > 0 ? lost : [...lost, `the stacks of more than ${MOST_STACKS} waiting threads`],
    },
    theCase.target ? 'threads and locks in memory' : 'threads and locks in the log',
  );
});

/** Stacks that are walked for what their threads wait for: a system may have tens of thousands. */
const MOST_STACKS = 8192;
/** Reasons by which a thread waits for work or time: there its stack tells of no lock. */
const IDLE = new Set(['WrQueue', 'WrLpcReceive', 'DelayExecution', 'WrDelayExecution', 'Suspended']);

/** Walks stacks when the graph asks for them, up to a number. */
class LazyStacks {
  left = MOST_STACKS;
  readonly #case: Case;
  /** Stacks that a log shows apart from the thread: folded ones above all. */
  readonly #printed: ReadonlyMap<bigint, ThreadStack>;
  constructor(theCase: Case, summaries: readonly ThreadSummary[]) {
    this.#case = theCase;
    const printed = theCase.target ? [] : summaries.filter(({ stack }) => stack.frames.length > 0);
    this.#printed = new Map(
      printed.flatMap(({ address, stack }) => (address === null ? [] : [[address, stack] as const])),
    );
  }
  walk(thread: ThreadObject): ThreadObject['stack'] {
    const known = thread.stack ?? this.#printed.get(thread.address);
    if (known) return known;
    return this.left-- > 0 ? stackOf(this.#case, thread) : null;
  }
}

function fromKernel(thread: ThreadObject, stacks: LazyStacks): WaitingThread {
  const idle = IDLE.has(waitReasonOf(thread) ?? '');
  const cid = `${thread.processId?.toString(16) ?? '?'}.${thread.threadId?.toString(16) ?? '?'}`;
  const called = thread.processId === null && thread.threadId === null ? null : cid;
  return {
    address: thread.address,
    id: thread.threadId,
    process: thread.process,
    name: [thread.processName, called].filter((part) => part !== null).join(' ') || null,
    waitObjects: thread.waitObjects,
    waitAll: thread.waitsForAll,
    messageWait: thread.messageWait,
    serving: thread.serving,
    irps: thread.irps,
    get stack() {
      return stacks.walk(thread);
    },
    waitsOnLock: thread.state !== 'WAIT' ? thread.state === null : !idle,
    line: thread.line,
  };
}

function fromSummary(thread: ThreadSummary): WaitingThread {
  return {
    address: thread.address,
    id: thread.id,
    process: null,
    name: thread.name ?? (thread.index === null ? null : `~${thread.index}`),
    waitObjects: [],
    waitAll: null,
    messageWait: null,
    serving: null,
    irps: [],
    stack: thread.stack,
    waitsOnLock: true,
    line: null,
  };
}

function argumentOf(theCase: Case, { stack }: WaitingThread, wait: StackWait): bigint | null {
  // Fast mutexes, push locks and spin locks are taken by __fastcall functions: their argument is in no stack slot.
  if (!stack || !['critical-section', 'srw-lock', 'window-message', 'mutant'].includes(wait.kind)) return null;
  // In the kernel the first argument of sending is no handle.
  if (wait.kind === 'window-message' && !/^user32$/i.test(stack.frames[wait.frame]?.module ?? '')) return null;
  const awaited = awaitedSectionsFact(theCase);
  const section = awaited.known ? awaited.value.get(stack) : undefined;
  if (section) return section.address;
  const argumentsOf = frameArgumentsFact(theCase);
  return argumentsOf.known ? (argumentsOf.value(stack, wait.frame)[0] ?? null) : null;
}

function serverOf(theCase: Case, message: bigint): bigint | null {
  const log = logFact(theCase);
  if (log.known) return log.value.objects.alpcMessages.find(({ address }) => address === message)?.serverThread || null;
  const kernel = kernelFact(theCase);
  const at = toAddress(message);
  if (!kernel.known || at === null) return null;
  return kernel.value.object('_KALPC_MESSAGE', at).pointerValue('ServerThread') || null;
}

/**
 * The FAST_MUTEX (Event) or KGUARDED_MUTEX (Gate) around what a thread waits for: its Owner must be a thread that is
 * known, since nothing in the event itself tells what it lies in.
 */
function mutexOf(
  theCase: Case,
  event: bigint,
  threads: ReadonlyMap<bigint, ThreadObject>,
): { address: bigint; owner: bigint } | null {
  if (!theCase.target) return loggedMutex(theCase, event);
  const kernel = kernelFact(theCase);
  const at = toAddress(event);
  if (!kernel.known || at === null) return null;
  const candidates = [
    ['_FAST_MUTEX', 'Event'],
    ['_FAST_MUTEX', 'Gate'],
    ['_KGUARDED_MUTEX', 'Gate'],
  ] as const;
  for (const [structure, member] of candidates) {
    const offset = kernel.value.offset(structure, member);
    const mutex = offset === null ? null : kernel.value.object(structure, at - offset);
    // The low bits of the owner are flags.
    const owner = mutex?.pointerValue('Owner') ?? null;
    const thread = owner === null ? undefined : threads.get(owner & ~7n);
    if (mutex && thread) return { address: mutex.at, owner: thread.address };
  }
  return null;
}

/** The fast mutex that `dt nt!_FAST_MUTEX` shows around an event. */
function loggedMutex(theCase: Case, event: bigint): { address: bigint; owner: bigint } | null {
  const log = logFact(theCase);
  for (const { type, address, fields } of log.known ? log.value.objects.structures : []) {
    if (address === null || !/(?:^|!)_(FAST_MUTEX|KGUARDED_MUTEX)$/.test(type ?? '')) continue;
    const member = fields.find(({ name }) => name === 'Event' || name === 'Gate');
    const owner = fields.find(({ name }) => name === 'Owner')?.value ?? 0n;
    if (member && address + BigInt(member.offset) === event && owner !== 0n) return { address, owner: owner & ~7n };
  }
  return null;
}

const PIPES = /^\\FileSystem\\Npfs$/i;

/** The file object of a request to the file system of named pipes, with its name where a dump holds it. */
function pipeOf(theCase: Case, irp: bigint): { file: bigint; name: string | null } | null {
  const { target } = theCase;
  if (!target) {
    const location = loggedLocation(theCase, irp);
    return location && location.file !== 0n && PIPES.test(location.driverName ?? '')
      ? { file: location.file, name: null }
      : null;
  }
  const file = PIPES.test(driverOfIrp(target, irp)?.name ?? '') ? fileOfIrp(target, irp) : null;
  if (file === null) return null;
  const kernel = kernelFact(theCase);
  const name = kernel.known ? kernel.value.object('_FILE_OBJECT', file).unicodeString('FileName') : null;
  return { file: toUnsigned(file), name: name ? `\\Device\\NamedPipe${name}` : null };
}

function loggedLocation(theCase: Case, irp: bigint) {
  const log = logFact(theCase);
  const whole = log.known ? log.value.objects.irps.find(({ address }) => address === irp) : undefined;
  return whole?.locations[whole.currentLocation - 1];
}

/** The driver that `!irp` or `!irpfind` shows an IRP at. */
function loggedDriver(theCase: Case, irp: bigint): string | null {
  const log = logFact(theCase);
  if (!log.known) return null;
  const driver = loggedLocation(theCase, irp)?.driverName;
  return driver ?? log.value.objects.foundIrps.find(({ address }) => address === irp)?.driverName ?? null;
}

function driverName(owner: ReturnType<typeof driverOfIrp>): string | null {
  return owner?.module ?? owner?.name ?? null;
}
