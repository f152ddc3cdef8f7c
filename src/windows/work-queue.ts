import { type Address, toUnsigned, tryU32 } from '../memory/space.ts';
import type { Kernel } from './kernel.ts';
import type { KernelObject } from './kernel-object.ts';

/** A queue of work items that system threads serve. Addresses are unsigned; null is unknown. */
export interface WorkQueue {
  readonly address: bigint;
  /** `Critical`, `Delayed`, `HyperCritical`; since Windows 8 `ExPool`, `IoPool` ... of one NUMA node. */
  readonly name: string;
  readonly node: number | null;
  /** Worker threads that run now, and how many may. */
  readonly current: number | null;
  readonly maximum: number | null;
  readonly processed: number | null;
  readonly items: readonly WorkItem[];
  readonly threads: readonly bigint[];
  /** Why items or threads may be missing, for people. */
  readonly lost: string | null;
}

export interface WorkItem {
  readonly address: bigint;
  readonly routine: bigint | null;
  readonly parameter: bigint | null;
  /** 0 to 31 since Windows 8; null where queues have no priorities. */
  readonly priority: number | null;
}

/** WORK_QUEUE_TYPE of wdm.h, whose queues ExWorkerQueue held up to Windows 7. */
const CLASSIC = ['Critical', 'Delayed', 'HyperCritical'];
/** EXQUEUEINDEX in public symbols: ExPoolUntrusted, IoPoolUntrusted, and six that a partition may add. */
const POOLS = ['ExPoolUntrusted', 'IoPoolUntrusted'];
const MOST_POOLS = 8;
const MOST_NODES = 64;
/** Items shown of one queue. */
const MOST_ITEMS = 10_000;

/** The system's work queues; empty when this kernel's layout leads to none. */
export function readWorkQueues(kernel: Kernel): WorkQueue[] {
  return placesOf(kernel).flatMap(({ at, name, node }) => {
    const queue = readQueue(kernel, at, name, node);
    return queue ? [queue] : [];
  });
}

interface Place {
  readonly at: Address;
  readonly name: string;
  readonly node: number | null;
}

function placesOf(kernel: Kernel): Place[] {
  const array = kernel.address('ExWorkerQueue');
  const size = kernel.sizeOf('_EX_WORK_QUEUE');
  // Up to Windows 7 an EX_WORK_QUEUE begins with a KQUEUE, and ExWorkerQueue is an array of three.
  if (kernel.member('_EX_WORK_QUEUE', 'WorkerQueue') && array !== null && size !== null)
    return CLASSIC.map((name, index) => ({ at: array + index * size, name, node: null }));
  return kernel.structure('_EX_PARTITION') ? ofPartition(kernel) : ofNodes(kernel);
}

/** Windows 10: EX_PARTITION.WorkQueues has for each node an array of pointers to queues. */
function ofPartition(kernel: Kernel): Place[] {
  const system = kernel.pointer('PspSystemPartition');
  const partition = system ? kernel.object('_EPARTITION', system).target('_EX_PARTITION', 'ExPartition') : null;
  const nodes = partition?.pointer('WorkQueues');
  if (!nodes) return [];
  return Array.from({ length: nodeCount(kernel) }, (_, node) => {
    const queues = kernel.pointerAt(nodes + node * kernel.pointerSize);
    return queues ? pointersAt(kernel, queues, MOST_POOLS, node) : [];
  }).flat();
}

/** Windows 8: the nodes themselves hold the queues, or since 8.1 pointers to them. */
function ofNodes(kernel: Kernel): Place[] {
  const block = kernel.address('KeNodeBlock');
  const member = kernel.member('_ENODE', 'ExWorkQueues') ?? kernel.member('_ENODE', 'ExWorkerQueues');
  if (block === null || member?.type.kind !== 'array') return [];
  const { type, offset } = member;
  const element = type.element();
  return Array.from({ length: nodeCount(kernel) }, (_, node): Place[] => {
    const at = kernel.pointerAt(block + node * kernel.pointerSize);
    if (!at) return [];
    if (element.kind === 'pointer') return pointersAt(kernel, at + offset, Math.min(type.count, MOST_POOLS), node);
    return Array.from({ length: Math.min(type.count, MOST_POOLS) }, (_, index) => ({
      at: at + offset + index * element.size,
      name: poolName(index),
      node,
    }));
  }).flat();
}

function pointersAt(kernel: Kernel, at: Address, count: number, node: number): Place[] {
  return Array.from({ length: count }, (_, index): Place[] => {
    const queue = kernel.pointerAt(at + index * kernel.pointerSize);
    return queue ? [{ at: queue, name: poolName(index), node }] : [];
  }).flat();
}

const poolName = (index: number) => POOLS[index] ?? `Pool ${index}`;

function nodeCount(kernel: Kernel): number {
  return Math.min(kernel.u16('KeNumberNodes') || 1, MOST_NODES);
}

function readQueue(kernel: Kernel, at: Address, name: string, node: number | null): WorkQueue | null {
  const fields = kernel.object('_EX_WORK_QUEUE', at);
  const priorities = fields.has('WorkPriQueue');
  const inner = priorities ? fields.inner('WorkPriQueue', '_KPRIQUEUE') : fields.inner('WorkerQueue', '_KQUEUE');
  if (!inner || inner.pointer('ThreadListHead') === null) return null;
  const { items, broken } = itemsOf(kernel, inner);
  const head = inner.place('ThreadListHead') ?? 0;
  const threads = kernel.list(head, '_KTHREAD', 'QueueListEntry');
  return {
    address: toUnsigned(at),
    name,
    node,
    current: priorities ? sumOfCounts(inner) : inner.number('CurrentCount'),
    maximum: inner.number('MaximumCount'),
    processed: fields.u32('WorkItemsProcessed'),
    items,
    threads: threads.items.map(toUnsigned),
    lost: broken ?? (threads.broken === null ? null : `worker threads: ${threads.broken}`),
  };
}

/** The heads of a queue's lists: one, or one for each priority, the highest served first. */
function headsOf(queue: KernelObject): { head: Address; priority: number | null }[] {
  const member = queue.kernel.member(queue.structure, 'EntryListHead');
  if (!member) return [];
  const first = queue.address + member.offset;
  if (member.type.kind !== 'array') return [{ head: first, priority: null }];
  const { count } = member.type;
  const step = member.type.element().size;
  return Array.from({ length: count }, (_, index) => count - 1 - index).map((priority) => ({
    head: first + priority * step,
    priority,
  }));
}

function itemsOf(kernel: Kernel, queue: KernelObject): { items: WorkItem[]; broken: string | null } {
  const items: WorkItem[] = [];
  let broken: string | null = null;
  for (const { head, priority } of headsOf(queue)) {
    const list = kernel.list(head, '_WORK_QUEUE_ITEM', 'List');
    broken ??= list.broken;
    for (const at of list.items.slice(0, MOST_ITEMS - items.length)) {
      const item = kernel.object('_WORK_QUEUE_ITEM', at);
      items.push({
        address: toUnsigned(at),
        routine: item.pointerValue('WorkerRoutine'),
        parameter: item.pointerValue('Parameter'),
        priority,
      });
    }
  }
  return { items, broken };
}

/** KPRIQUEUE.CurrentCount counts the threads by priority. */
function sumOfCounts(queue: KernelObject): number | null {
  const member = queue.kernel.member(queue.structure, 'CurrentCount');
  if (member?.type.kind !== 'array') return queue.number('CurrentCount');
  let total = 0;
  for (let index = 0; index < member.type.count; index++) {
    const count = tryU32(queue.kernel.memory, queue.address + member.offset + index * 4);
    if (count === null) return null;
    total += count | 0;
  }
  return total;
}
