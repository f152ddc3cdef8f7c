import { hexPadded } from '../bytes/hex.ts';
import type { Heap } from '../windows/heap.ts';
import type { EntryWalk, HeapEntry } from '../windows/heap-entry.ts';
import type { Text } from './text.ts';

/** Busy blocks of one size, by what their callers asked for. */
export interface SizeGroup {
  readonly size: number;
  readonly count: number;
  readonly total: number;
}

/** The busy blocks of a heap by size. */
export interface HeapSizes {
  readonly heap: bigint;
  /** The groups that take most first. */
  readonly groups: readonly SizeGroup[];
  readonly busyBytes: number;
  /** Bytes of blocks that the front end divides further: their parts are not counted. */
  readonly dividedBytes: number;
  /** Why blocks may be missing; null when all were read. */
  readonly lost: string | null;
}

export type SizeOrder = 'TOTSIZE' | 'BLOCKCOUNT' | 'SIZE';

export function heapSizes(heap: Heap, walks: readonly EntryWalk[], order: SizeOrder): HeapSizes {
  const counts = new Map<number, number>();
  let busyBytes = 0;
  let dividedBytes = 0;
  for (const { entries } of walks)
    for (const { busy, internal, size, userSize } of entries) {
      if (!busy || userSize === null) continue;
      if (internal) dividedBytes += size;
      else {
        counts.set(userSize, (counts.get(userSize) ?? 0) + 1);
        busyBytes += userSize;
      }
    }
  const groups = [...counts].map(([size, count]) => ({ size, count, total: size * count }));
  const by = { TOTSIZE: 'total', BLOCKCOUNT: 'count', SIZE: 'size' } as const;
  groups.sort((a, b) => b[by[order]] - a[by[order]] || b.size - a.size);
  const broken = walks.find((walk) => walk.broken !== null)?.broken;
  const lost = broken
    ? `a segment was read up to 0x${broken.address.toString(16)}: ${broken.reason}`
    : heap.kind === 'segment'
      ? 'the blocks of segment heaps are not read'
      : heap.lost;
  return { heap: heap.address, groups, busyBytes, dividedBytes, lost };
}

/** `!heap -stat -h`, as public transcripts have it. */
export function writeHeapSizes(text: Text, sizes: HeapSizes, order: SizeOrder, most: number, wide: number): void {
  text.line(` heap @ ${hexPadded(sizes.heap, wide)}`);
  text.line(`group-by: ${order} max-display: ${most}`);
  text.line('    size     #blocks     total     ( %) (percent of total busy bytes)');
  for (const { size, count, total } of sizes.groups.slice(0, most)) {
    const share = sizes.busyBytes === 0 ? 0 : (total / sizes.busyBytes) * 100;
    text.line(`    ${size.toString(16)} ${count.toString(16)} - ${total.toString(16)}  (${share.toFixed(2)})`);
  }
  if (sizes.dividedBytes > 0)
    text.line(
      `    ${sizes.dividedBytes.toString(16)} bytes more are in blocks that the low-fragmentation heap divides further, which are not counted`,
    );
  if (sizes.lost !== null) text.line(`    Not complete: ${sizes.lost}`);
}

/** `!heap -flt`: the blocks whose requested size is in a range. */
export interface SizedBlocks {
  readonly heap: bigint;
  readonly granularity: number;
  readonly entries: readonly HeapEntry[];
}

export function blocksOfSize(heap: Heap, walks: readonly EntryWalk[], least: number, most: number): SizedBlocks {
  const entries = walks.flatMap((walk) =>
    walk.entries.filter(({ userSize }) => userSize !== null && userSize >= least && userSize <= most),
  );
  return { heap: heap.address, granularity: heap.granularity, entries };
}

export function writeSizedBlocks(text: Text, { heap, granularity, entries }: SizedBlocks, wide: number): void {
  const at = (value: bigint) => hexPadded(value, wide);
  text.line(`    _HEAP @ ${heap.toString(16)}`);
  if (entries.length === 0) return;
  text.line(`      ${'HEAP_ENTRY'.padStart(wide + 2)} Size Prev Flags   ${'UserPtr'.padStart(wide)} UserSize - state`);
  for (const { address, size, previousSize, flags, userAddress, userSize, internal } of entries)
    text.line(
      `        ${at(address)} ${hexPadded(size / granularity, 4)} ${hexPadded(previousSize / granularity, 4)}  [${hexPadded(flags, 2)}]   ${at(userAddress)}    ${hexPadded(userSize ?? 0, 5)} - (${internal ? 'busy, divided further' : 'busy'})`,
    );
}
