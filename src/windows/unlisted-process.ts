import type { Address } from '../memory/space.ts';
import { hasExited, readCidTable } from './cid-table.ts';
import type { Kernel } from './kernel.ts';

/**
 * Running processes that are not among those listed, but that their own id leads to in PspCidTable: unlinked by
 * somebody, or behind a break of the list. Empty also where that table is not in the dump.
 */
export function unlistedProcesses(kernel: Kernel, listed: readonly Address[]): Address[] {
  const known = new Set(listed);
  const table = readCidTable(kernel);
  if (!table) return [];
  return table.processes.filter(
    (at) =>
      !known.has(at) &&
      !hasExited(kernel, at) &&
      kernel.object('_EPROCESS', at).number('UniqueProcessId') === table.ids.get(at),
  );
}
