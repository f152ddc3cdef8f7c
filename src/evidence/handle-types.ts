import { toAddress } from '../memory/space.ts';
import { readHandles } from '../windows/handle-reader.ts';
import type { Kernel } from '../windows/kernel.ts';
import { fact, known } from './case.ts';
import { kernelFact } from './kernel.ts';

/** How many handles of one type a process has. */
export interface HandleTypeCount {
  readonly type: string;
  readonly count: number;
}

/** Counts the handles of a process (by its EPROCESS) by type, the most frequent first; null where its table is not in the dump. */
export type CountHandleTypes = (process: bigint) => readonly HandleTypeCount[] | null;

/** Handles by type, counted when first asked for. Missing for logs and without the structures of nt. */
export const handleTypesFact = fact<CountHandleTypes>('handleTypes', (theCase) => {
  const kernel = kernelFact(theCase);
  if (!kernel.known) return kernel;
  const counted = new Map<bigint, readonly HandleTypeCount[] | null>();
  return known((process) => {
    let types = counted.get(process);
    if (types === undefined) {
      types = typesOf(kernel.value, process);
      counted.set(process, types);
    }
    return types;
  }, 'handle tables');
});

function typesOf(kernel: Kernel, process: bigint): readonly HandleTypeCount[] | null {
  const at = toAddress(process);
  const table = at === null ? null : readHandles(kernel, at);
  if (!table || table.handles.length === 0) return null;
  const counts = new Map<string, number>();
  for (const { type } of table.handles) if (type !== null) counts.set(type, (counts.get(type) ?? 0) + 1);
  return [...counts].map(([type, count]) => ({ type, count })).sort((a, b) => b.count - a.count);
}
