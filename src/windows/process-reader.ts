import { filetimeToIso } from '../bytes/time.ts';
import { type Address, toUnsigned } from '../memory/space.ts';
import { looksLikeProcess } from '../target/kernel-objects.ts';
import type { Kernel } from './kernel.ts';
import { kernelClock, ticksToMs } from './kernel-clock.ts';
import type { KernelObject } from './kernel-object.ts';
import type { ProcessObject } from './process.ts';
import { deviceMapOf, imageNameOf } from './process-identity.ts';
import { commandLineOf, sessionIdOf } from './process-memory.ts';
import type { Walk } from './structure-reader.ts';
import type { ThreadObject } from './thread.ts';
import { readThread } from './thread-reader.ts';

/** The processes on PsActiveProcessHead, in its order. */
export function processList(kernel: Kernel): Walk {
  const head = listHead(kernel, 'PsActiveProcessHead');
  if (head === null) return { items: [], broken: 'PsActiveProcessHead: not known' };
  const { items, broken } = kernel.list(head, '_EPROCESS', 'ActiveProcessLinks');
  const processes = items.filter((at) => {
    if (looksLikeProcess(kernel.memory, at)) return true;
    kernel.lost('_EPROCESS', at, 'on the list of processes, but no process');
    return false;
  });
  return { items: processes, broken: broken === null ? null : brokenBy(kernel, broken) };
}

/** The address of a list head variable by the symbols, else as the kernel's debugger data tells it. */
export function listHead(kernel: Kernel, name: string): Address | null {
  const known = kernel.address(name);
  if (known !== null) return known;
  const told = kernel.target.kernelPointers?.get(name);
  return told === undefined || told === 0n ? null : Number(BigInt.asIntN(64, told));
}

/** The idle process, which is on no list; null when unknown. */
export function idleProcess(kernel: Kernel): Address | null {
  const at = kernel.pointer('PsIdleProcess') ?? kernel.address('KiIdleProcess') ?? kernel.address('KiInitialProcess');
  return at !== null && at !== 0 && looksLikeProcess(kernel.memory, at) ? at : null;
}

/** The threads of a process by its own list; where that is broken, by the scheduler's and by what ran on processors too. */
export function threadList(kernel: Kernel, process: Address): Walk {
  const head = kernel.object('_EPROCESS', process).place('ThreadListHead');
  const first: Walk = head === null ? NO_LIST : kernel.list(head, '_ETHREAD', 'ThreadListEntry');
  if (first.broken === null) return first;
  const other = kernel.object('_KPROCESS', process).place('ThreadListHead');
  const second: Walk = other === null ? NO_LIST : kernel.list(other, '_KTHREAD', 'ThreadListEntry');
  const running = kernel.target.threads
    .map(({ address }) => address)
    .filter((at): at is Address => at !== null && processOf(kernel, at) === process);
  return {
    items: [...new Set([...first.items, ...second.items, ...running])],
    broken: second.broken === null ? null : brokenBy(kernel, first.broken),
  };
}

/** Why a list is cut, for people: a triage dump keeps no list. */
function brokenBy(kernel: Kernel, broken: string): string {
  return kernel.target.kind === 'kernel-triage-dump' ? 'the rest of the list is not in a triage dump' : broken;
}

function processOf(kernel: Kernel, thread: Address): Address | null {
  return kernel.object('_ETHREAD', thread).pointer('Tcb.Process', 'ThreadsProcess');
}

const NO_LIST: Walk = { items: [], broken: 'the symbols of nt have no EPROCESS.ThreadListHead' };

/** How much of a process is read. */
export interface ProcessReading {
  readonly threads: boolean;
}

/** The process at an EPROCESS's address; null when there is none. */
export function readProcess(kernel: Kernel, address: Address, reading: ProcessReading): ProcessObject | null {
  if (!looksLikeProcess(kernel.memory, address)) return null;
  const process = kernel.object('_EPROCESS', address);
  const core = kernel.object('_KPROCESS', address);
  const clock = kernelClock(kernel);
  const createTime = process.u64('CreateTime');
  const exitTime = process.u64('ExitTime');
  const activeThreads = process.u32('ActiveThreads');
  const listed = reading.threads ? threadList(kernel, address) : null;
  const threads: ThreadObject[] = [];
  for (const at of listed?.items ?? []) {
    const thread = readThread(kernel, at);
    if (thread) threads.push(thread);
    else kernel.lost('_ETHREAD', at, 'on the list of its process, but no thread');
  }
  const elapsed = createTime && clock.systemTime !== null ? clock.systemTime - createTime : null;
  return {
    address: toUnsigned(address),
    id: process.number('UniqueProcessId'),
    parentId: process.number('InheritedFromUniqueProcessId'),
    sessionId: sessionIdOf(kernel, process),
    peb: process.pointerValue('Peb'),
    directoryBase: directoryBase(kernel, core),
    objectTable: process.pointerValue('ObjectTable'),
    handleCount: handleCount(kernel, process),
    image: imageNameOf(process),
    imagePath: imagePath(process),
    commandLine: commandLineOf(kernel, process),
    ...vadsOf(kernel, process),
    cloneCount: process.pointer('CloneRoot') === 0 ? 0 : null,
    privatePages: process.value('NumberOfPrivatePages'),
    modifiedPages: process.value('ModifiedPageCount'),
    lockedPages: process.value('NumberOfLockedPages'),
    deviceMap: deviceMapOf(process),
    token: fastReference(process, 'Token'),
    createdAt: createTime === null ? null : filetimeToIso(createTime),
    exitedAt: exitTime === null ? null : filetimeToIso(exitTime),
    exitStatus: process.u32('ExitStatus'),
    elapsedMs: elapsed === null || elapsed < 0n ? null : Number(elapsed / 10_000n),
    userMs: ticksToMs(clock, core.u32('UserTime')),
    kernelMs: ticksToMs(clock, core.u32('KernelTime')),
    ...quotasOf(kernel, process),
    ...workingSetOf(process),
    virtualSize: process.value('VirtualSize'),
    peakVirtualSize: process.value('PeakVirtualSize'),
    basePriority: core.number('BasePriority'),
    commitCharge: process.value('CommitCharge'),
    job: process.pointerValue('Job'),
    debugPort: process.pointerValue('DebugPort'),
    wow64: wow64Of(kernel, process),
    protection: process.u8('Protection.Level'),
    frozen: frozenOf(core),
    zombie: zombieOf(process, exitTime, activeThreads),
    activeThreads,
    threads,
    threadsListed: listed !== null,
    threadsBroken: listed?.broken ?? null,
    line: null,
  };
}

/**
 * It has exited and is kept by references: by its time, or by its flags when no thread is left. Threads alone do not
 * tell: processes of the system itself (Idle, Secure System) may have none.
 */
function zombieOf(process: KernelObject, exitTime: bigint | null, activeThreads: number | null): boolean | null {
  if (exitTime === null) return null;
  if (exitTime !== 0n) return true;
  if (activeThreads !== 0) return false;
  return process.number('ProcessExiting') === 1 || process.number('ProcessDelete') === 1;
}

function directoryBase(kernel: Kernel, core: KernelObject): bigint | null {
  const at = core.place('DirectoryTableBase');
  return at === null ? null : kernel.wordAt(at);
}

function fastReference(object: KernelObject, member: string): bigint | null {
  const at = object.fastReference(member);
  return at === null ? null : toUnsigned(at);
}

/** More free lists than any machine has processors. */
const MOST_FREE_LISTS = 4096;

/** HANDLE_TABLE.HandleCount up to Windows 7; since then the counts of its free lists, one for a group of processors. */
export function handleCount(kernel: Kernel, process: KernelObject): number | null {
  const table = process.target('_HANDLE_TABLE', 'ObjectTable');
  if (!table) return process.pointer('ObjectTable') === 0 ? 0 : null;
  if (table.has('HandleCount')) return table.number('HandleCount');
  const first = table.place('FreeLists');
  const size = kernel.sizeOf('_HANDLE_TABLE_FREE_LIST');
  if (first === null || size === null) return null;
  const lists = Math.min(kernel.u32('ExpFreeListCount') || 1, MOST_FREE_LISTS);
  let total = 0;
  for (let index = 0; index < lists; index++) {
    const count = kernel.object('_HANDLE_TABLE_FREE_LIST', first + index * size).number('HandleCount');
    if (count === null) return null;
    total += count;
  }
  return total;
}

/** The NT path of the image, as the audit information keeps it: in paged pool. */
function imagePath(process: KernelObject): string | null {
  const name = process.target('_OBJECT_NAME_INFORMATION', 'SeAuditProcessCreationInfo.ImageFileName');
  return name?.unicodeString('Name') || null;
}

/** Root and count of the tree of address descriptors, which was a pointer, a table and a tree. */
function vadsOf(kernel: Kernel, process: KernelObject): Pick<ProcessObject, 'vadRoot' | 'vadCount'> {
  const root = ['VadRoot.Root', 'VadRoot.BalancedRoot.RightChild'].find((path) => process.has(path)) ?? 'VadRoot';
  const plain = root !== 'VadRoot' || kernel.member('_EPROCESS', 'VadRoot')?.type.kind === 'pointer';
  return {
    vadRoot: plain ? process.pointerValue(root) : null,
    vadCount: process.number('VadCount', 'VadRoot.NumberGenericTableElements', 'NumberOfVads'),
  };
}

/** PS_QUOTA_TYPE of the pools: nonpaged is the first, paged the second; in bytes. */
function quotasOf(kernel: Kernel, process: KernelObject): Pick<ProcessObject, 'quotaPaged' | 'quotaNonPaged'> {
  const at = process.place('ProcessQuotaUsage', 'QuotaUsage');
  if (at === null) return { quotaPaged: null, quotaNonPaged: null };
  return { quotaNonPaged: kernel.wordAt(at), quotaPaged: kernel.wordAt(at + kernel.pointerSize) };
}

type WorkingSet = Pick<
  ProcessObject,
  'workingSet' | 'workingSetMinimum' | 'workingSetMaximum' | 'peakWorkingSet' | 'pageFaults' | 'memoryPriority'
>;

/** MMSUPPORT, which since Windows 10 is one part of two. */
function workingSetOf(process: KernelObject): WorkingSet {
  const of = (member: string) => process.value(`Vm.${member}`, `Vm.Instance.${member}`);
  const priority = process.number('Vm.Flags.MemoryPriority', 'Vm.Instance.Flags.MemoryPriority');
  return {
    workingSet: of('WorkingSetSize'),
    workingSetMinimum: of('MinimumWorkingSetSize'),
    workingSetMaximum: of('MaximumWorkingSetSize'),
    peakWorkingSet: of('PeakWorkingSetSize'),
    pageFaults: of('PageFaultCount'),
    memoryPriority: priority,
  };
}

/** Whether it is a 32-bit process on 64-bit Windows; false on 32-bit Windows. */
function wow64Of(kernel: Kernel, process: KernelObject): boolean | null {
  if (kernel.pointerSize === 4) return false;
  const at = process.pointer('WoW64Process', 'Wow64Process');
  return at === null ? null : at !== 0;
}

/** Frozen by a debugger, a job or the system that suspends apps; null before Windows 8. */
function frozenOf(core: KernelObject): boolean | null {
  const count = core.u32('FreezeCount');
  const deep = core.number('DeepFreeze');
  if (count === null && deep === null) return null;
  return (count ?? 0) > 0 || deep === 1;
}
