import { type Address, toUnsigned, tryPointer, tryU32 } from '../memory/space.ts';
import type { MemoryRegion } from '../target/target.ts';
import { pebOf } from './process-environment.ts';
import type { Session } from './session.ts';

/** What a region of a process is for. */
export interface RegionUsage {
  readonly usage: string;
  /** The debugger's number of the thread, for a stack. */
  readonly thread: number | null;
  /** Of a heap. */
  readonly heap: bigint | null;
}

const MEM_FREE = 0x10000;
const MEM_MAPPED = 0x40000;
const MEM_IMAGE = 0x1000000;
/** Heaps of one process; the PEB counts them in 32 bits, an index in each heap in 16. */
const MOST_HEAPS = 0xffff;
const SEGMENT_SIGNATURE = 0xffeeffee;

/**
 * Where a segment keeps its signature and its heap: since Windows Vista behind an entry of two pointers and links, on
 * 32-bit Windows before behind the entry alone (public symbols of _HEAP_SEGMENT).
 */
const SEGMENTS = {
  4: [
    [8, 0x18],
    [8, 0x10],
  ],
  8: [
    [0x10, 0x28],
    [0x10, 0x18],
  ],
} as const;

/** Tells what regions of the session's process are for; made once per command. */
export async function regionUsages(session: Session): Promise<(region: MemoryRegion) => RegionUsage> {
  const { target } = session;
  const peb = await pebOf(session);
  const heaps = heapsOf(session, peb?.u32('NumberOfHeaps') ?? 0, peb?.pointer('ProcessHeaps') ?? null);
  const stacks = stackAllocations(session);
  const holds = (region: MemoryRegion, at: Address | null | undefined) =>
    at != null && at >= region.base && at < region.base + region.size;
  const plain = (usage: string): RegionUsage => ({ usage, thread: null, heap: null });
  return (region) => {
    if (region.state === MEM_FREE) return plain('Free');
    const thread = region.allocationBase === null ? undefined : stacks.get(region.allocationBase);
    if (thread !== undefined) return { ...plain('Stack'), thread };
    if (region.type === MEM_IMAGE || session.moduleAt(toUnsigned(region.base))) return plain('Image');
    if (holds(region, peb?.at)) return plain('PEB');
    if (target.threads.some(({ teb }) => holds(region, teb))) return plain('TEB');
    const heap = region.allocationBase === null ? null : heapOf(session, region.allocationBase, heaps);
    if (heap !== null) return { ...plain('Heap'), heap: toUnsigned(heap) };
    return plain(region.type === MEM_MAPPED ? 'MappedFile' : '<unknown>');
  };
}

/** PEB or TEB at an address, for dumps without a list of regions; their sizes are whole pages. */
export async function environmentAt(
  session: Session,
  at: Address,
): Promise<{ readonly usage: 'PEB' | 'TEB'; readonly base: Address; readonly size: number } | null> {
  const tebSize = session.pointerSize === 8 ? 0x2000 : 0x1000;
  const teb = session.target.threads.find((thread) => thread.teb && at >= thread.teb && at < thread.teb + tebSize)?.teb;
  if (teb) return { usage: 'TEB', base: teb, size: tebSize };
  const peb = (await pebOf(session))?.at ?? null;
  return peb !== null && at >= peb && at < peb + 0x1000 ? { usage: 'PEB', base: peb, size: 0x1000 } : null;
}

function heapsOf(session: Session, count: number, array: Address | null): ReadonlySet<Address> {
  const heaps = new Set<Address>();
  const { memory, pointerSize } = session;
  for (let index = 0; array !== null && index < Math.min(count, MOST_HEAPS); index++) {
    const heap = tryPointer(memory, array + index * pointerSize, pointerSize);
    if (heap === null) break;
    heaps.add(heap);
  }
  return heaps;
}

/** The heap that an allocation is, or is a segment of; null when it is neither. */
function heapOf({ memory, pointerSize }: Session, base: Address, heaps: ReadonlySet<Address>): Address | null {
  if (heaps.has(base)) return base;
  for (const [signature, owner] of SEGMENTS[pointerSize]) {
    if (tryU32(memory, base + signature) !== SEGMENT_SIGNATURE) continue;
    const heap = tryPointer(memory, base + owner, pointerSize);
    if (heap !== null && heaps.has(heap)) return heap;
  }
  return null;
}

/** Threads by the allocation that their stack is in. */
function stackAllocations({ target }: Session): ReadonlyMap<Address, number> {
  const allocations = new Map<Address, number>();
  const regions = [...(target.memoryRegions ?? [])].sort((a, b) => a.base - b.base);
  const regionOf = (at: Address): MemoryRegion | null => {
    let low = 0;
    let high = regions.length - 1;
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const region = regions[middle]!;
      if (at < region.base) high = middle - 1;
      else if (at >= region.base + region.size) low = middle + 1;
      else return region;
    }
    return null;
  };
  for (const { context, stack, index } of target.threads) {
    for (const at of [context?.sp ?? null, stack === null ? null : stack.base - 1]) {
      const allocation = at === null ? null : (regionOf(at)?.allocationBase ?? null);
      if (allocation !== null) allocations.set(allocation, index);
    }
  }
  return allocations;
}
