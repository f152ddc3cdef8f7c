import type { Address } from '../memory/space.ts';
import { looksLikeProcess, looksLikeThread } from '../target/kernel-objects.ts';
import { readHandleSlots } from './handle-table-reader.ts';
import type { Kernel } from './kernel.ts';

/** PspCidTable: every process and thread by its id, a second way to them beside the lists. */
export interface CidTable {
  readonly processes: readonly Address[];
  readonly threads: readonly Address[];
  /** Ids by what they lead to, processes, threads and what is neither. */
  readonly ids: ReadonlyMap<Address, number>;
  /** Why entries may be missing, for people. */
  readonly lost: string | null;
}

/** KTHREAD_STATE: Terminated. */
const TERMINATED = 4;

const tables = new WeakMap<Kernel, CidTable | null>();

/** The table of process and thread ids; null when it is not in the dump, or unknown to the symbols of nt. */
export function readCidTable(kernel: Kernel): CidTable | null {
  let table = tables.get(kernel);
  if (table === undefined) {
    table = readTable(kernel);
    tables.set(kernel, table);
  }
  return table;
}

function readTable(kernel: Kernel): CidTable | null {
  const at = kernel.pointer('PspCidTable');
  if (at === null || at === 0) return null;
  const { slots, levels, lost } = readHandleSlots(kernel, at);
  if (levels === null) return null;
  const ids = new Map(slots.map(({ pointer, handle }) => [pointer, handle]));
  const pointers = [...ids.keys()];
  return {
    processes: pointers.filter((pointer) => looksLikeProcess(kernel.memory, pointer)),
    threads: pointers.filter((pointer) => looksLikeThread(kernel.memory, pointer)),
    ids,
    lost,
  };
}

/** The process of a thread. */
export function ownerOf(kernel: Kernel, thread: Address): Address | null {
  return (
    kernel.object('_KTHREAD', thread).pointer('Process') ?? kernel.object('_ETHREAD', thread).pointer('ThreadsProcess')
  );
}

/** Whether a process has exited: what still refers to it may keep it on the list and not in the table, or the other way. */
export function hasExited(kernel: Kernel, process: Address): boolean {
  return Boolean(kernel.object('_EPROCESS', process).u64('ExitTime'));
}

/** The same of a thread. */
export function hasEnded(kernel: Kernel, thread: Address): boolean {
  return kernel.object('_KTHREAD', thread).number('State') === TERMINATED;
}
