import { type Address, toAddress, toUnsigned } from '../memory/space.ts';
import { dispatcherType, mutantOwner } from './dispatcher-object.ts';
import { readHandles } from './handle-reader.ts';
import type { Kernel } from './kernel.ts';
import type { Mutant, Mutants } from './mutant.ts';
import { objectPath } from './object-name.ts';
import { processList, threadList } from './process-reader.ts';
import { objectWaiters } from './resource-waiters.ts';

/** KOBJECTS: MutantObject. */
const MUTANT = 2;

/** The mutant at an address; null when its header is no mutant's, or not in the dump. */
export function readMutant(kernel: Kernel, address: Address): Mutant | null {
  if (dispatcherType(kernel, address) !== MUTANT) return null;
  const mutant = kernel.object('_KMUTANT', address);
  const state = mutant.number('Header.SignalState');
  const waiting = objectWaiters(kernel, address);
  const owner = mutantOwner(kernel, address);
  const abandoned = mutant.number('Abandoned');
  const apcs = mutant.number('ApcDisable');
  return {
    address: toUnsigned(address),
    owner: owner === null ? (mutant.pointer('OwnerThread') === 0 ? 0n : null) : toUnsigned(owner),
    // A signal state of 1 is free; each acquisition takes one.
    recursion: state === null ? null : 1 - state,
    abandoned: abandoned === null ? null : abandoned !== 0,
    disablesApcs: apcs === null ? null : apcs !== 0,
    waiters: waiting.threads.map(toUnsigned),
    name: objectPath(kernel, address),
    lost: waiting.broken,
  };
}

/** The mutants that a thread owns, by its own list. */
export function ownedMutants(kernel: Kernel, thread: Address): readonly Address[] {
  const head = kernel.object('_KTHREAD', thread).place('MutantListHead');
  return head === null ? [] : kernel.list(head, '_KMUTANT', 'MutantListEntry').items;
}

/** Every mutant that a thread owns or waits for, and with `handles` every one that a process has open. */
export function readMutants(kernel: Kernel, handles: boolean): Mutants {
  const found = new Set<Address>();
  const { items, broken } = processList(kernel);
  for (const process of items) {
    for (const thread of threadList(kernel, process).items) {
      for (const at of ownedMutants(kernel, thread)) found.add(at);
      for (const at of awaited(kernel, thread)) found.add(at);
    }
    if (!handles) continue;
    for (const { type, object } of readHandles(kernel, process)?.handles ?? []) {
      const at = type === 'Mutant' || type === 'Mutex' ? toAddress(object) : null;
      if (at !== null) found.add(at);
    }
  }
  return {
    mutants: [...found].map((at) => readMutant(kernel, at)).filter((mutant) => mutant !== null),
    from: ['lists of owners', 'wait blocks', ...(handles ? ['handle tables'] : [])],
    lost: broken,
  };
}

function awaited(kernel: Kernel, thread: Address): Address[] {
  const object = kernel.object('_KTHREAD', thread).target('_KWAIT_BLOCK', 'WaitBlockList')?.pointer('Object');
  return object && dispatcherType(kernel, object) === MUTANT ? [object] : [];
}
