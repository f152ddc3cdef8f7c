import type { Address } from '../memory/space.ts';
import { hasExited, readCidTable } from './cid-table.ts';
import type { Kernel } from './kernel.ts';

/**
 * Processes that run and are not among those that the list holds, but that their own id leads to in PspCidTable:
 * unlinked by somebody, or behind a break of the list. Empty also where that table is not in the dump.
 */
export function unlistedProcesses(kernel: Kernel, listed: readonly Address[]): readonly Address[] {
  const table = readCidTable(kernel);
  const known = new Set(listed);
  const own = (at: Address) => kernel.object('_EPROCESS', at).number('UniqueProcessId') === table?.ids.get(at);
  return table?.processes.filter((at) => !known.has(at) && own(at) && !hasExited(kernel, at)) ?? [];
}
