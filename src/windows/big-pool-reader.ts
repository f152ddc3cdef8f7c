import { type Address, readAvailable, tryPointer } from '../memory/space.ts';
import type { Kernel } from './kernel.ts';
import { variableWord } from './kernel-variable.ts';
import type { BigPoolBlock } from './pool.ts';
import { poolTagText } from './pool-tag-reader.ts';
import { entriesInHole } from './table-hole.ts';

/** All allocations of a page and more that the kernel's table names, by address. */
export interface BigPool {
  readonly blocks: readonly BigPoolBlock[];
  /** Why blocks may be missing; null when they are not. */
  readonly lost: string | null;
}

/** A table of 64 MB names more allocations than any machine had. */
const MOST_BYTES = 0x4000000;
const STRUCTURE = '_POOL_TRACKER_BIG_PAGES';

/** Reads PoolBigPageTable; null where symbols or memory do not tell where it is. */
export function readBigPool(kernel: Kernel): BigPool | null {
  const size = kernel.sizeOf(STRUCTURE);
  const va = kernel.offset(STRUCTURE, 'Va');
  const key = kernel.offset(STRUCTURE, 'Key');
  const table = kernel.pointer('PoolBigPageTable');
  const count = variableWord(kernel, 'PoolBigPageTableSize');
  if (!size || va === null || key === null || table === null || table === 0 || count === null) return null;
  const most = Math.min(Number(count), Math.floor(MOST_BYTES / size));
  const blocks: BigPoolBlock[] = [];
  let missing = 0;
  for (let index = 0; index < most; index++) {
    const at = table + index * size;
    const word = tryPointer(kernel.memory, at + va, kernel.pointerSize);
    if (word === null) {
      const left = Math.min(entriesInHole(kernel.memory, at + va, size), most - index);
      missing += left;
      index += left - 1;
      continue;
    }
    const block = word === 0 || word === 1 ? null : blockAt(kernel, at, word, key);
    if (block) blocks.push(block);
  }
  const lost = missing > 0 ? `${missing} of ${most} entries of PoolBigPageTable are not in the dump` : null;
  return { blocks: blocks.sort((a, b) => (a.address < b.address ? -1 : a.address > b.address ? 1 : 0)), lost };
}

function blockAt(kernel: Kernel, at: Address, word: Address, key: number): BigPoolBlock | null {
  const entry = kernel.object(STRUCTURE, at);
  const tag = readAvailable(kernel.memory, at + key, 4);
  if (tag.length < 4) return null;
  const bytes = entry.value('NumberOfBytes');
  const pages = bytes === null ? entry.value('NumberOfPages') : null;
  // Bit 0 of the address marks an entry whose allocation is freed.
  const isFree = (word & 1) !== 0;
  const type = entry.value('PoolType');
  return {
    address: BigInt.asUintN(kernel.pointerSize * 8, BigInt(isFree ? word - 1 : word)),
    tag: poolTagText(new DataView(tag.buffer, tag.byteOffset, 4).getUint32(0, true)),
    size: bytes ?? (pages ?? 0n) * 0x1000n,
    // Bit 0 of POOL_TYPE is PagedPool.
    isPaged: type === null ? null : (type & 1n) !== 0n,
    isFree,
  };
}

/** The allocation that an address lies in, freed ones last; null when none is known. */
export function bigBlockAt(pool: BigPool, address: bigint): BigPoolBlock | null {
  const inside = pool.blocks.filter(({ address: start, size }) => address >= start && address < start + size);
  return inside.find(({ isFree }) => !isFree) ?? inside[0] ?? null;
}
