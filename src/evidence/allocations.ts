import { toUnsigned } from '../memory/space.ts';
import { fact, known, missing } from './case.ts';

const MEM_FREE = 0x10000;
const MEM_PRIVATE = 0x20000;

/** A private allocation of a process as VirtualAlloc made it; addresses unsigned, bytes. */
export interface Allocation {
  readonly base: bigint;
  readonly size: bigint;
}

/** The private allocations of a process, each with all its regions, by the memory-information list of the dump. */
export const allocationsFact = fact<readonly Allocation[]>('allocations', ({ target }) => {
  if (!target?.memoryRegions)
    return missing('the list of memory regions, which dumps have that were saved with full memory information');
  const sizes = new Map<bigint, bigint>();
  for (const { allocationBase, base, size, state, type } of target.memoryRegions) {
    if (state === MEM_FREE || type !== MEM_PRIVATE) continue;
    const at = toUnsigned(allocationBase ?? base);
    sizes.set(at, (sizes.get(at) ?? 0n) + BigInt(size));
  }
  return known(
    [...sizes].map(([base, size]) => ({ base, size })),
    'memory-information list of the dump',
  );
});
