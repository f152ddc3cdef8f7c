import type { Address } from '../memory/space.ts';
import { hasExited, readCidTable } from './cid-table.ts';
import type { Kernel } from './kernel.ts';
import { processList } from './process-reader.ts';

const found = new WeakMap<Kernel, readonly Address[]>();

/**
 * Processes that run and are on no list, but that their own id leads to in PspCidTable: unlinked by somebody, or behind
 * a break of the list. Empty also where that table is not in the dump.
 */
export function unlistedProcesses(kernel: Kernel): readonly Address[] {
  let processes = found.get(kernel);
  if (!processes) {
    const table = readCidTable(kernel);
    const listed = new Set(processList(kernel).items);
    const own = (at: Address) => kernel.object('_EPROCESS', at).number('UniqueProcessId') === table?.ids.get(at);
    processes = table?.processes.filter((at) => !listed.has(at) && own(at) && !hasExited(kernel, at)) ?? [];
    found.set(kernel, processes);
  }
  return processes;
}
