import { readAvailable, toAddress } from '../memory/space.ts';
import type { MemoryRegion, Target } from '../target/target.ts';

/** What may be done at an address; each right null where the dump does not say. */
export interface AccessRights {
  readonly read: boolean | null;
  readonly write: boolean | null;
  readonly execute: boolean | null;
}

const NOTHING: AccessRights = { read: false, write: false, execute: false };

const MEM_COMMIT = 0x1000;
/** PAGE_* of winnt.h. */
const PAGE_GUARD = 0x100;
const PAGE_WRITABLE = 0x04 | 0x08 | 0x40 | 0x80;
const PAGE_EXECUTABLE = 0x10 | 0x20 | 0x40 | 0x80;
const PAGE_ANY = 0x02 | PAGE_WRITABLE | PAGE_EXECUTABLE;
/** Bytes below a stack's committed part in which Windows keeps its guard pages (at most three of them, 4 KB each). */
const GUARD_AREA = 0x3000;
const PAGE = 0x1000;
const STACK_OVERFLOW = 0xc00000fd;

/**
 * The rights at an unsigned address: by the memory-information list; without one only that it can be read, when it lies
 * in a module or in memory that the dump holds. Null is unknown.
 */
export function accessRights(target: Target, address: bigint): AccessRights | null {
  const at = toAddress(address);
  if (at === null || (target.pointerSize === 8 && !isCanonical(address))) return NOTHING;
  if (target.memoryRegions) {
    const region = regionAt(target.memoryRegions, at);
    if (region) return rightsOf(region);
    // Such a list covers the whole user address space of a process, so what it leaves out is free.
    return at >= 0 && target.memoryRegions.length > 0 && !isReadable(target, at) ? NOTHING : null;
  }
  const inModule = target.modules.some(({ base, size }) => at >= base && at < base + size);
  return inModule || isReadable(target, at) ? { read: true, write: null, execute: null } : null;
}

/** Whether an address is canonical in four-level paging: bits 63 to 47 are all equal. */
export function isCanonical(address: bigint): boolean {
  const top = BigInt.asIntN(64, address) >> 47n;
  return top === 0n || top === -1n;
}

/** A page that exists to be run into: PAGE_GUARD, no access between accessible neighbours, or right below a stack. */
export function isLikelyGuardPage(target: Target, address: bigint): boolean {
  const at = toAddress(address);
  if (at === null) return false;
  const regions = target.memoryRegions;
  const region = regions && regionAt(regions, at);
  if (region) {
    if (region.state === MEM_COMMIT && region.protection & PAGE_GUARD) return true;
    const isFence = region.state === MEM_COMMIT && !rightsOf(region).read && region.size <= 0x10000;
    const before = regions && regionAt(regions, region.base - 1);
    if (isFence && before && rightsOf(before).read) return true;
  }
  // Without its TEB a stack is bounded by what was saved of it, which begins near the stack pointer, not at a page: only
  // an exception that says so makes that its end.
  const overflown = (target.exception?.code ?? 0) >>> 0 === STACK_OVERFLOW;
  return target.threads.some(
    ({ stack }) =>
      stack && (overflown || stack.limit % PAGE === 0) && at < stack.limit && at >= stack.limit - GUARD_AREA,
  );
}

function rightsOf({ state, protection }: MemoryRegion): AccessRights {
  if (state !== MEM_COMMIT || protection & PAGE_GUARD) return NOTHING;
  return {
    read: (protection & PAGE_ANY) !== 0,
    write: (protection & PAGE_WRITABLE) !== 0,
    execute: (protection & PAGE_EXECUTABLE) !== 0,
  };
}

function regionAt(regions: readonly MemoryRegion[], at: number): MemoryRegion | null {
  return regions.find(({ base, size }) => at >= base && at < base + size) ?? null;
}

function isReadable(target: Target, at: number): boolean {
  return readAvailable(target.memory, at, 1).length === 1;
}
