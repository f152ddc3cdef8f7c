import { filetimeToIso } from '../bytes/time.ts';
import { type Address, toUnsigned } from '../memory/space.ts';
import { looksLikeThread } from '../target/kernel-objects.ts';
import type { Kernel } from './kernel.ts';
import { kernelClock, ticksSince, ticksToMs } from './kernel-clock.ts';
import type { KernelObject } from './kernel-object.ts';
import { unicodeStringAt } from './kernel-object.ts';
import { deviceMapOf, imageNameOf } from './process-identity.ts';
import { THREAD_STATES, type ThreadIrp, type ThreadObject } from './thread.ts';
import { readMessages, readWait } from './wait-reader.ts';

const WAITING = 5;
const GATE_WAIT = 8;
const RUNNING = 2;
const MOST_IRPS = 1000;
/** The bits of PS_CLIENT_SECURITY_CONTEXT and of NextProcessor that are no address and no number. */
const CONTEXT_FLAGS = 8;
const SHARED_READY_QUEUE = 0x80000000;
/** SECURITY_IMPERSONATION_LEVEL of winnt.h. */
const LEVELS = ['Anonymous', 'Identification', 'Impersonation', 'Delegation'];

/** The thread at an ETHREAD's address; null when there is none. Its stack is not walked, its starts are not named here. */
export function readThread(kernel: Kernel, address: Address): ThreadObject | null {
  if (!looksLikeThread(kernel.memory, address)) return null;
  const thread = kernel.object('_ETHREAD', address);
  const core = kernel.object('_KTHREAD', address);
  const clock = kernelClock(kernel);
  const state = core.number('State');
  const waiting = state === WAITING || state === GATE_WAIT;
  const wait = waiting ? readWait(kernel, core, state === GATE_WAIT) : null;
  const messages = readMessages(kernel, thread);
  const reason = core.number('WaitReason');
  const ticks = ticksSince(clock, core.u32('WaitTime'));
  const start = thread.pointer('StartAddress');
  const servesLpc = thread.number('LpcReceivedMsgIdValid') === 1;
  const win32Start = servesLpc ? null : thread.pointer('Win32StartAddress');
  return {
    address: toUnsigned(address),
    processId: thread.number('Cid.UniqueProcess'),
    threadId: thread.number('Cid.UniqueThread'),
    teb: core.pointerValue('Teb'),
    win32Thread: core.pointerValue('Win32Thread'),
    state: state === null ? null : (THREAD_STATES[state] ?? null),
    processor: processorOf(kernel, core, state),
    waitReason: reason === null ? null : (kernel.enumeration('_KWAIT_REASON')?.get(reason) ?? null),
    waitReasonCode: reason,
    waitMode: modeOf(core),
    alertable: flag(core, 'Alertable'),
    suspendCount: core.number('SuspendCount'),
    freezeCount: core.number('FreezeCount'),
    waitObjects: wait?.objects ?? [],
    waitsForAll: wait?.all ?? null,
    messageWait: waiting ? messages.waits : null,
    serving: messages.serves,
    irps: irpsOf(kernel, thread),
    ...impersonationOf(thread),
    ...processesOf(kernel, thread, core),
    waitStartTick: big(core.u32('WaitTime')),
    waitTicks: ticks,
    waitMs: ticksToMs(clock, ticks),
    contextSwitches: core.u32('ContextSwitches'),
    idealProcessor: core.number('IdealProcessor'),
    affinity: affinityOf(core),
    largeStack: flag(core, 'LargeStack'),
    userMs: ticksToMs(clock, core.u32('UserTime')),
    kernelMs: ticksToMs(clock, core.u32('KernelTime')),
    createdAt: createdAt(kernel, thread),
    startAddress: start === null ? null : toUnsigned(start),
    startSymbol: null,
    win32StartAddress: win32Start === null ? null : toUnsigned(win32Start),
    win32StartSymbol: null,
    ...stackOf(core),
    ...prioritiesOf(thread, core),
    name: nameOf(kernel, thread),
    stack: null,
    line: null,
  };
}

function big(value: number | null): bigint | null {
  return value === null ? null : BigInt(value);
}

function flag(object: KernelObject, ...paths: string[]): boolean | null {
  const value = object.number(...paths);
  return value === null ? null : value !== 0;
}

function modeOf(core: KernelObject): ThreadObject['waitMode'] {
  const mode = core.number('WaitMode');
  return mode === 0 ? 'KernelMode' : mode === 1 ? 'UserMode' : null;
}

/** A running thread's processor by the processors themselves; else the one that it is meant for. */
function processorOf(kernel: Kernel, core: KernelObject, state: number | null): number | null {
  const running = kernel.target.threads.find((thread) => thread.address === core.address);
  if (running?.processor != null) return running.processor;
  if (state === null || state === WAITING || (state === RUNNING && !core.has('NextProcessor'))) return null;
  const next = core.number('NextProcessor');
  return next === null ? null : next % SHARED_READY_QUEUE;
}

function irpsOf(kernel: Kernel, thread: KernelObject): ThreadIrp[] {
  const head = thread.place('IrpList');
  if (head === null) return [];
  const irps: ThreadIrp[] = [];
  for (const at of kernel.list(head, '_IRP', 'ThreadListEntry').items.slice(0, MOST_IRPS)) {
    const irp = kernel.object('_IRP', at);
    const type = irp.u16('Type');
    const size = irp.u16('Size');
    const flags = irp.u32('Flags');
    const mdl = irp.pointerValue('MdlAddress');
    if (type === null || size === null || flags === null || mdl === null) continue;
    irps.push({ address: irp.at, type, size, flags, mdl });
  }
  return irps;
}

type Impersonation = Pick<ThreadObject, 'impersonating' | 'impersonationToken' | 'impersonationLevel'>;

/** By PS_IMPERSONATION_INFORMATION up to Windows Server 2003, by the token and level in one word since Vista. */
function impersonationOf(thread: KernelObject): Impersonation {
  const active = flag(thread, 'ActiveImpersonationInfo');
  const none: Impersonation = { impersonating: active, impersonationToken: null, impersonationLevel: null };
  if (active === false) return none;
  const old = thread.target('_PS_IMPERSONATION_INFORMATION', 'ImpersonationInfo');
  if (old) {
    const level = old.u32('ImpersonationLevel');
    return {
      impersonating: true,
      impersonationToken: old.pointerValue('Token'),
      impersonationLevel: level === null ? null : (LEVELS[level] ?? null),
    };
  }
  const word = thread.pointer('ClientSecurity');
  if (word === null || word === 0) return none;
  const low = ((word % CONTEXT_FLAGS) + CONTEXT_FLAGS) % CONTEXT_FLAGS;
  return {
    impersonating: active ?? true,
    impersonationToken: toUnsigned(word - low),
    impersonationLevel: LEVELS[low & 3] ?? null,
  };
}

type Processes = Pick<
  ThreadObject,
  'deviceMap' | 'process' | 'processName' | 'attachedProcess' | 'attachedProcessName'
>;

function processesOf(kernel: Kernel, thread: KernelObject, core: KernelObject): Processes {
  const current = core.pointer('ApcState.Process');
  const process = core.pointer('Process') ?? thread.pointer('ThreadsProcess') ?? current;
  const own = process === null || process === 0 ? null : kernel.object('_EPROCESS', process);
  const attached = current !== null && current !== 0 && current !== process ? current : null;
  return {
    deviceMap: own === null ? null : deviceMapOf(own),
    process: own?.at ?? null,
    processName: own === null ? null : imageNameOf(own),
    attachedProcess: attached === null ? null : toUnsigned(attached),
    attachedProcessName: attached === null ? null : imageNameOf(kernel.object('_EPROCESS', attached)),
  };
}

type Stack = Pick<
  ThreadObject,
  'stackInitial' | 'stackCurrent' | 'stackBase' | 'stackLimit' | 'callStack' | 'kernelStackResident'
>;

function stackOf(core: KernelObject): Stack {
  return {
    stackInitial: core.pointerValue('InitialStack'),
    stackCurrent: core.pointerValue('KernelStack'),
    stackBase: core.pointerValue('StackBase'),
    stackLimit: core.pointerValue('StackLimit'),
    callStack: core.pointerValue('CallbackStack'),
    kernelStackResident: flag(core, 'KernelStackResident'),
  };
}

type Priorities = Pick<
  ThreadObject,
  | 'priority'
  | 'basePriority'
  | 'priorityDecrement'
  | 'unusualBoost'
  | 'foregroundBoost'
  | 'decrementCount'
  | 'ioPriority'
  | 'pagePriority'
>;

function prioritiesOf(thread: KernelObject, core: KernelObject): Priorities {
  return {
    priority: core.number('Priority'),
    basePriority: core.number('BasePriority'),
    priorityDecrement: core.number('PriorityDecrement'),
    unusualBoost: core.number('UnusualBoost'),
    foregroundBoost: core.number('ForegroundBoost'),
    decrementCount: core.number('DecrementCount'),
    ioPriority: thread.number('ThreadIoPriority'),
    pagePriority: thread.number('ThreadPagePriority', 'PagePriority'),
  };
}

/** A mask up to Vista, a GROUP_AFFINITY since Windows 7; null where a version keeps something else. */
function affinityOf(core: KernelObject): bigint | null {
  if (core.has('Affinity.Mask')) return core.value('Affinity.Mask');
  return core.kernel.member('_KTHREAD', 'Affinity')?.type.kind === 'base' ? core.value('Affinity') : null;
}

/** CreateTime of XP is shifted by three: the lowest bits of its place are NestedFaultCount and ApcNeeded. */
function createdAt(kernel: Kernel, thread: KernelObject): string | null {
  const time = thread.u64('CreateTime');
  if (time === null) return null;
  const shared = kernel.offset('_ETHREAD', 'NestedFaultCount');
  return filetimeToIso(shared !== null && shared === kernel.offset('_ETHREAD', 'CreateTime') ? time >> 3n : time);
}

/** Set by SetThreadDescription since Windows 10. */
function nameOf(kernel: Kernel, thread: KernelObject): string | null {
  const at = thread.pointer('ThreadName');
  return at === null || at === 0 ? null : unicodeStringAt(kernel, at) || null;
}
