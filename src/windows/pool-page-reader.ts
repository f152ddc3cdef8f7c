import { type Address, toUnsigned } from '../memory/space.ts';
import { type BigPool, bigBlockAt } from './big-pool-reader.ts';
import type { Kernel } from './kernel.ts';
import type { PoolBlock, PoolPage } from './pool.ts';
import { PROTECTED_POOL, poolTagText } from './pool-tag-reader.ts';
import { segmentHeapPage } from './segment-heap.ts';
import { systemRegion } from './system-va.ts';

const PAGE = 0x1000;
const HEADER = '_POOL_HEADER';

/** The chain of blocks in one page of pool, as far as it holds together. */
export interface PoolChain {
  readonly blocks: readonly Omit<PoolBlock, 'asked'>[];
  /** Where and why the chain breaks, for people; null when it ends with the page. */
  readonly broken: { readonly address: bigint; readonly why: string; readonly unreadable: boolean } | null;
}

/** Sizes in headers count units of 8 bytes on 32-bit and 16 on 64-bit, which is what a POOL_HEADER measures. */
export function poolUnit(kernel: Kernel): 8 | 16 {
  return kernel.pointerSize === 4 ? 8 : 16;
}

/** Follows the POOL_HEADERs from the start of the page that holds `address`. */
export function readPoolChain(kernel: Kernel, address: Address): PoolChain {
  const start = address - (((address % PAGE) + PAGE) % PAGE);
  const unit = poolUnit(kernel);
  const blocks: Omit<PoolBlock, 'asked'>[] = [];
  let previous = 0;
  for (let at = start; at < start + PAGE; ) {
    const header = kernel.object(HEADER, at);
    const blockUnits = header.number('BlockSize');
    const previousUnits = header.number('PreviousSize');
    const type = header.number('PoolType');
    const key = header.u32('PoolTag');
    const broken = (why: string, unreadable = false) => ({
      blocks,
      broken: { address: toUnsigned(at), why, unreadable },
    });
    if (blockUnits === null || previousUnits === null || type === null || key === null)
      return broken('could not be read', true);
    if (previousUnits * unit !== previous)
      return broken(
        `invalid previous size [ 0x${previousUnits.toString(16)} ] should be [ 0x${(previous / unit).toString(16)} ]`,
      );
    const size = blockUnits * unit;
    if (size === 0 || at + size > start + PAGE)
      return broken(
        `invalid block size [ 0x${blockUnits.toString(16)} ] at most [ 0x${((start + PAGE - at) / unit).toString(16)} ]`,
      );
    blocks.push({
      address: toUnsigned(at),
      size,
      previousSize: previous,
      // The type of a free block is 0 in every version: allocated ones are marked in use.
      state: type === 0 ? 'Free' : 'Allocated',
      tag: poolTagText(key),
      isProtected: type !== 0 && (key & PROTECTED_POOL) !== 0,
      process: header.pointerValue('ProcessBilled') || null,
    });
    previous = size;
    at += size;
  }
  return { blocks, broken: null };
}

const REGIONS: Readonly<Record<string, string>> = {
  PagedPool: 'Paged pool',
  NonPagedPool: 'Nonpaged pool',
  SpecialPoolPaged: 'Special pool',
  SpecialPoolNonPaged: 'Special pool',
  SessionSpace: 'Paged session pool',
};

/** The words of `!pool` for the region that an address lies in. */
export function poolRegion(kernel: Kernel, address: Address): string {
  return REGIONS[systemRegion(kernel, address) ?? ''] ?? 'Unknown';
}

/** What `!pool` shows of the page at an address: its small blocks, a large allocation, or why neither. */
export function readPoolPage(kernel: Kernel, address: Address, big: BigPool | null): PoolPage {
  const asked = toUnsigned(address);
  const page = { address: asked, region: poolRegion(kernel, address), line: null };
  const large = big ? bigBlockAt(big, asked) : null;
  if (large && !large.isFree)
    return { ...page, blocks: [largeBlock(large.address, large.tag, large.size)], messages: [] };
  const chain = readPoolChain(kernel, address);
  const blocks = chain.blocks.map((block) => ({
    ...block,
    asked: asked >= block.address && asked < block.address + BigInt(block.size),
  }));
  if (!chain.broken) return { ...page, blocks, messages: [] };
  return { ...page, blocks: blocks.length > 1 ? blocks : [], messages: messagesFor(kernel, address, chain, big) };
}

function largeBlock(address: bigint, tag: string, size: bigint): PoolBlock {
  return {
    address,
    size: Number(size),
    previousSize: 0,
    state: 'Large',
    tag,
    isProtected: false,
    process: null,
    asked: true,
  };
}

function messagesFor(kernel: Kernel, address: Address, { blocks, broken }: PoolChain, big: BigPool | null): string[] {
  if (!broken) return [];
  const page = hexOf(kernel, BigInt.asUintN(64, BigInt(address)) & ~0xfffn);
  const messages: string[] = [];
  const segment = segmentHeapPage(kernel, address);
  if (segment) {
    messages.push(
      `${page} lies in a segment heap (segment ${hexOf(kernel, segment.segment)}, ${segment.use}): its blocks are no chain of headers`,
    );
    return messages;
  }
  if (!broken.unreadable && blocks.length > 0)
    messages.push(`${hexOf(kernel, broken.address)} is not a valid small pool allocation: ${broken.why}`);
  const known =
    big === null ? 'the table of large allocations is not in the dump' : 'is not a valid large pool allocation';
  messages.push(big === null ? known : `${page} ${known}`);
  if (broken.unreadable && blocks.length === 0)
    messages.push(`Address ${page} could not be read. It may be a freed, invalid or paged out page`);
  else messages.push(`${page} is not valid pool. Checking for freed (or corrupt) pool`);
  return messages;
}

function hexOf(kernel: Kernel, value: bigint): string {
  return value.toString(16).padStart(kernel.pointerSize * 2, '0');
}
