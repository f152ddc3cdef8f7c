import { type Address, isHole, toAddress } from '../memory/space.ts';
import type { Kernel } from './kernel.ts';
import type { PoolBlock } from './pool.ts';
import { readPoolChain } from './pool-page-reader.ts';
import { mappedRegion, type SystemRegion, systemRegion, systemRegionSpan } from './system-va.ts';

/** Pages looked into at most: 8 GB of kernel space, some seconds. */
const MOST_PAGES = 2_000_000;
const PAGE = 0x1000;

/** What a search of all pages of pool found. */
export interface PoolSearch {
  readonly blocks: readonly Omit<PoolBlock, 'asked'>[];
  readonly pages: number;
  /** Why blocks may be missing; null when every page of kernel space in the dump was looked into. */
  readonly lost: string | null;
}

/**
 * Blocks whose chain of headers holds together, over the kernel's whole space as far as the dump has it: large holes
 * are skipped by the level of the page tables that answers them. Parts that the kernel's map says are no pool are not even read.
 */
export function searchPool(kernel: Kernel, wanted: (tag: string) => boolean, paged: boolean | null): PoolSearch {
  const blocks: Omit<PoolBlock, 'asked'>[] = [];
  let pages = 0;
  const end = kernel.pointerSize === 8 ? 0 : 2 ** 32;
  let partEnd = -Infinity;
  for (let at = startOfKernel(kernel), steps = 0; at < end; steps++) {
    if (at >= partEnd) {
      partEnd = at + partLeft(kernel, at);
      if (!isWanted(mappedRegion(kernel, at), paged)) {
        at = partEnd;
        continue;
      }
    }
    if (pages >= MOST_PAGES || steps >= MOST_PAGES * 2)
      return {
        blocks,
        pages,
        lost: `stopped after ${pages} pages at 0x${BigInt.asUintN(64, BigInt(at)).toString(16)}`,
      };
    const answer = kernel.memory.read(at, PAGE);
    if (isHole(answer)) {
      at += Math.max(PAGE, answer.length);
      continue;
    }
    pages++;
    if (answer.length >= PAGE && mayBePool(answer) && isWanted(systemRegion(kernel, at), paged)) {
      const { blocks: chain, broken } = readPoolChain(kernel, at);
      if (!broken) blocks.push(...chain.filter(({ tag }) => wanted(tag)));
    }
    at += PAGE;
  }
  return { blocks, pages, lost: null };
}

function startOfKernel(kernel: Kernel): Address {
  if (kernel.pointerSize === 8) return -(2 ** 47);
  return kernel.pointer('MmSystemRangeStart') ?? 0x80000000;
}

/** A page that begins with a block has no previous size, and some size of its own. */
function mayBePool(page: Uint8Array): boolean {
  return page[0] === 0 && (page[2] !== 0 || page[3] !== 0);
}

/** A region of unknown use is looked into: it may be pool. */
function isWanted(region: SystemRegion | null, paged: boolean | null): boolean {
  if (region === null) return true;
  if (region === 'PagedPool') return paged !== false;
  if (region === 'NonPagedPool') return paged !== true;
  return region === 'SessionSpace';
}

/** Bytes from an address to the end of its part of the kernel's map. */
function partLeft(kernel: Kernel, at: Address): number {
  const { base, size } = systemRegionSpan(kernel, at);
  const part = mappedRegion(kernel, at) === null ? 2 ** (kernel.pointerSize === 8 ? 39 : 22) : Number(size);
  const start = mappedRegion(kernel, at) === null ? Math.floor(at / part) * part : (toAddress(base) ?? at);
  return Math.max(PAGE, start + part - at);
}
