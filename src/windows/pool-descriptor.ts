import { type Address, toUnsigned, tryPointer } from '../memory/space.ts';
import type { Kernel } from './kernel.ts';
import { pointersInArray } from './kernel-variable.ts';

/** A POOL_DESCRIPTOR: one of the kernel's pools before Windows 10 2004, where segment heaps took their place. */
export interface PoolDescriptor {
  readonly address: bigint;
  readonly index: number | null;
  /** Pages in use, those of allocations of a page and more included; null when not in the dump. */
  readonly pages: bigint | null;
  readonly bytes: bigint | null;
  readonly allocations: bigint | null;
  readonly frees: bigint | null;
}

/** The system's pools; empty where this kernel has no descriptors or its symbols do not name them. */
export interface PoolDescriptors {
  readonly nonPaged: readonly PoolDescriptor[];
  readonly paged: readonly PoolDescriptor[];
}

/** More pools than any Windows has: the paged ones are bounded by the array's 256 elements of Windows 8. */
const MOST_POOLS = 256;

export function poolDescriptors(kernel: Kernel): PoolDescriptors {
  if (!kernel.structure('_POOL_DESCRIPTOR')) return { nonPaged: [], paged: [] };
  return { nonPaged: nonPaged(kernel), paged: paged(kernel) };
}

function nonPaged(kernel: Kernel): PoolDescriptor[] {
  const count = kernel.u32('ExpNumberOfNonPagedPools') ?? 1;
  const single = kernel.address('NonPagedPoolDescriptor');
  const array = kernel.address('ExpNonPagedPoolDescriptor');
  if (single !== null && (count <= 1 || array === null)) return [descriptorAt(kernel, single)];
  if (array === null) return [];
  const most = Math.min(count, pointersInArray(kernel, 'ExpNonPagedPoolDescriptor', MOST_POOLS));
  return pointers(kernel, array, most);
}

/** The first descriptor is that of large allocations only, hence one more than `ExpNumberOfPagedPools`. */
function paged(kernel: Kernel): PoolDescriptor[] {
  const count = kernel.u32('ExpNumberOfPagedPools');
  const array = kernel.address('ExpPagedPoolDescriptor');
  if (count === null || array === null) return [];
  return pointers(kernel, array, Math.min(count + 1, pointersInArray(kernel, 'ExpPagedPoolDescriptor', MOST_POOLS)));
}

function pointers(kernel: Kernel, array: Address, count: number): PoolDescriptor[] {
  const found: PoolDescriptor[] = [];
  for (let index = 0; index < count; index++) {
    const at = tryPointer(kernel.memory, array + index * kernel.pointerSize, kernel.pointerSize);
    if (at === null) kernel.lost('_POOL_DESCRIPTOR', array, `pointer ${index} is not in the dump`);
    else if (at !== 0) found.push(descriptorAt(kernel, at));
  }
  return found;
}

function descriptorAt(kernel: Kernel, at: Address): PoolDescriptor {
  const pool = kernel.object('_POOL_DESCRIPTOR', at);
  const small = pool.value('TotalPages');
  const large = pool.value('TotalBigPages');
  return {
    address: toUnsigned(at),
    index: pool.u32('PoolIndex'),
    pages: small === null || large === null ? null : small + large,
    bytes: pool.value('TotalBytes'),
    allocations: pool.value('RunningAllocs'),
    frees: pool.value('RunningDeAllocs'),
  };
}
