import { decodeAscii } from '../bytes/text.ts';
import { type Address, readAvailable, toUnsigned } from '../memory/space.ts';
import type { Kernel } from './kernel.ts';
import type { KernelObject } from './kernel-object.ts';
import type { ProcessorObject, ProcessorTables, QueuedDpc } from './processor.ts';
import { readyLists } from './ready-list.ts';

/** More processors than Windows runs on. */
const MOST_PROCESSORS = 2048;
/** LOCK_QUEUE_WAIT and LOCK_QUEUE_OWNER: bits of a queued spin lock's pointer to its lock. */
const LOCK_WAIT = 1;
const LOCK_OWNER = 2;
/** More DPCs than any queue holds. */
const MOST_DPCS = 10_000;

/** The processors in order of their numbers; those whose KPRCB is not in the dump are left out. */
export function readProcessors(
  kernel: Kernel,
  symbol: (address: Address) => string | null = () => null,
): ProcessorObject[] {
  const found = new Map<Address, number>();
  const block = kernel.address('KiProcessorBlock');
  const told = kernel.u32('KeNumberProcessors') ?? kernel.target.system.processors ?? 1;
  // A byte in old versions, whose neighbours are other variables.
  const count = told > MOST_PROCESSORS ? told % 256 : told;
  for (let index = 0; block !== null && index < count; index++) {
    const at = kernel.pointerAt(block + index * kernel.pointerSize);
    if (at !== null && at !== 0) found.set(at, index);
  }
  for (const { number, address } of kernel.target.prcbs ?? []) if (!found.has(address)) found.set(address, number);
  const processors: ProcessorObject[] = [];
  for (const [at, index] of found) {
    const processor = readProcessor(kernel, at, index, symbol);
    if (processor) processors.push(processor);
    else kernel.lost('_KPRCB', at, 'not in the dump');
  }
  return processors.sort((a, b) => a.number - b.number);
}

/** The KPCR around a KPRCB: on x86 it is PrcbData, Prcb being a pointer there; on other processors it is Prcb. */
export function pcrOf(kernel: Kernel, prcb: Address): KernelObject | null {
  const place = kernel.offset('_KPCR', 'PrcbData') ?? kernel.offset('_KPCR', 'Prcb');
  return place === null ? null : kernel.object('_KPCR', prcb - place);
}

function readProcessor(
  kernel: Kernel,
  address: Address,
  index: number,
  symbol: (address: Address) => string | null,
): ProcessorObject | null {
  const prcb = kernel.object('_KPRCB', address);
  const current = prcb.pointer('CurrentThread');
  if (current === null) return null;
  const next = prcb.pointer('NextThread');
  const idle = prcb.pointer('IdleThread');
  const pcr = pcrOf(kernel, address);
  const priorityOf = (thread: Address | null) =>
    thread === null || thread === 0 ? null : kernel.object('_KTHREAD', thread).number('Priority');
  const summary = prcb.u32('ReadySummary');
  return {
    number: prcb.number('Number') ?? index,
    pcr: pcr?.at ?? null,
    prcb: prcb.at,
    currentThread: toUnsigned(current),
    nextThread: next === null ? null : toUnsigned(next),
    idleThread: idle === null ? null : toUnsigned(idle),
    currentPriority: priorityOf(current),
    nextPriority: priorityOf(next),
    idle: idle === null || next === null ? null : current === idle && next === 0,
    irql: pcr?.number('Irql') ?? null,
    savedIrql: prcb.number('DebuggerSavedIRQL'),
    nestingLevel: prcb.number('NestingLevel'),
    dpcActive: flag(prcb.number('DpcRoutineActive')),
    dpcInterruptRequested: flag(prcb.number('DpcInterruptRequested', 'DpcNormalProcessingRequested')),
    ...dpcsOf(kernel, prcb, symbol),
    locks: locksOf(kernel, prcb),
    readySummary: summary,
    readyThreads: readyLists(kernel, prcb),
    interruptCount: prcb.u32('InterruptCount'),
    contextSwitches: prcb.u32('KeContextSwitches'),
    userTicks: prcb.u32('UserTime'),
    kernelTicks: prcb.u32('KernelTime'),
    dpcTicks: prcb.u32('DpcTime'),
    interruptTicks: prcb.u32('InterruptTime'),
    setMember: prcb.value('GroupSetMember', 'SetMember'),
    groupIndex: prcb.number('GroupIndex'),
    group: prcb.number('Group'),
    mhz: prcb.number('MHz'),
    vendor: vendorOf(prcb),
    family: prcb.u8('CpuType'),
    model: prcb.has('CpuStep') ? high(prcb.u16('CpuStep')) : null,
    stepping: prcb.has('CpuStep') ? low(prcb.u16('CpuStep')) : null,
    featureBits: prcb.value('FeatureBits'),
    updateSignature: prcb.u64('UpdateSignature'),
    frozen: prcb.u32('IpiFrozen'),
    tables: pcr && tablesOf(kernel, pcr),
  };
}

const flag = (value: number | null) => (value === null ? null : value !== 0);
const high = (value: number | null) => (value === null ? null : value >>> 8);
const low = (value: number | null) => (value === null ? null : value & 0xff);

function vendorOf(prcb: KernelObject): string | null {
  const at = prcb.place('VendorString');
  const text = at === null ? '' : decodeAscii(readAvailable(prcb.kernel.memory, at, 12));
  return /^[\x20-\x7e]{4,12}$/.test(text) ? text : null;
}

type Dpcs = Pick<ProcessorObject, 'dpcQueueDepths' | 'dpcs'>;

/** One queue up to XP; since Windows Server 2003 an array of KDPC_DATA, the second for threaded DPCs. */
function dpcsOf(kernel: Kernel, prcb: KernelObject, symbol: (address: Address) => string | null): Dpcs {
  const data = prcb.place('DpcData');
  const size = kernel.sizeOf('_KDPC_DATA');
  if (data === null || size === null) {
    const head = prcb.place('DpcListHead');
    const dpcs = head === null ? [] : doublyLinked(kernel, head, symbol);
    return { dpcQueueDepths: [prcb.u32('DpcQueueDepth')], dpcs };
  }
  const queues = [0, 1].map((index) => kernel.object('_KDPC_DATA', data + index * size));
  return {
    dpcQueueDepths: queues.map((queue) => queue.number('DpcQueueDepth')),
    dpcs: queues.flatMap((queue, index) => queuedIn(kernel, queue, symbol, index === 1)),
  };
}

/** KDPC_DATA.DpcListHead up to Windows 7; a singly linked DpcList since. */
function queuedIn(
  kernel: Kernel,
  queue: KernelObject,
  symbol: (address: Address) => string | null,
  threaded: boolean,
): QueuedDpc[] {
  const head = queue.place('DpcListHead');
  if (head !== null) return doublyLinked(kernel, head, symbol, threaded);
  const link = kernel.offset('_KDPC', 'DpcListEntry');
  const dpcs: QueuedDpc[] = [];
  const seen = new Set<Address>();
  let at = queue.pointer('DpcList.ListHead.Next');
  while (link !== null && at !== null && at !== 0 && !seen.has(at) && dpcs.length < MOST_DPCS) {
    seen.add(at);
    dpcs.push(dpcAt(kernel, at - link, symbol, threaded));
    at = kernel.pointerAt(at);
  }
  return dpcs;
}

function doublyLinked(
  kernel: Kernel,
  head: Address,
  symbol: (address: Address) => string | null,
  threaded = false,
): QueuedDpc[] {
  const { items } = kernel.list(head, '_KDPC', 'DpcListEntry');
  return items.slice(0, MOST_DPCS).map((at) => dpcAt(kernel, at, symbol, threaded));
}

function dpcAt(kernel: Kernel, at: Address, symbol: (address: Address) => string | null, threaded: boolean): QueuedDpc {
  const dpc = kernel.object('_KDPC', at);
  const routine = dpc.pointer('DeferredRoutine');
  return {
    address: dpc.at,
    routine: routine === null ? null : toUnsigned(routine),
    symbol: routine === null ? null : symbol(routine),
    context: dpc.pointerValue('DeferredContext'),
    threaded,
  };
}

function locksOf(kernel: Kernel, prcb: KernelObject): ProcessorObject['locks'] {
  const type = kernel.member('_KPRCB', 'LockQueue')?.type;
  const at = prcb.place('LockQueue');
  const size = kernel.sizeOf('_KSPIN_LOCK_QUEUE');
  if (type?.kind !== 'array' || at === null || size === null) return [];
  return Array.from({ length: Math.min(type.count, 64) }, (_, index) => {
    const lock = kernel.object('_KSPIN_LOCK_QUEUE', at + index * size).pointer('Lock');
    if (lock === null) return null;
    const bits = ((lock % 4) + 4) % 4;
    return (bits & LOCK_OWNER) !== 0 ? 'owner' : (bits & LOCK_WAIT) !== 0 ? 'waiting' : 'free';
  });
}

function tablesOf(kernel: Kernel, pcr: KernelObject): ProcessorTables {
  const words = Array.from({ length: 7 }, (_, index) => kernel.wordAt(pcr.address + index * kernel.pointerSize));
  return {
    major: pcr.u16('MajorVersion'),
    minor: pcr.u16('MinorVersion'),
    tib: words,
    self: pcr.pointerValue('SelfPcr', 'Self'),
    irr: pcr.u32('IRR'),
    idr: pcr.u32('IDR'),
    interruptMode: pcr.u32('InterruptMode'),
    idt: pcr.pointerValue('IDT', 'IdtBase'),
    gdt: pcr.pointerValue('GDT', 'GdtBase'),
    tss: pcr.pointerValue('TSS', 'TssBase'),
  };
}
