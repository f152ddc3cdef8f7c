import { type Address, readAvailable } from '../memory/space.ts';
import type { Kernel } from './kernel.ts';
import { pointersInArray, variableWord } from './kernel-variable.ts';
import { type PoolTagUse, type PoolUse, totalOf } from './pool.ts';
import { entriesInHole } from './table-hole.ts';

/** PROTECTED_POOL of ntddk.h: a flag in the highest bit of a tag, no part of its text. */
export const PROTECTED_POOL = 0x80000000;
/** Far more tags than any kernel's table has; the product with its entry size bounds what is read. */
const MOST_TAGS = 0x40000;
/** No kernel has more processors, hence tables, than this. */
const MOST_TABLES = 2048;

const COUNTS = {
  nonPagedAllocations: 'NonPagedAllocs',
  nonPagedFrees: 'NonPagedFrees',
  nonPagedBytes: 'NonPagedBytes',
  pagedAllocations: 'PagedAllocs',
  pagedFrees: 'PagedFrees',
  pagedBytes: 'PagedBytes',
} as const;
type Count = keyof typeof COUNTS;
const COUNT_NAMES = Object.keys(COUNTS) as Count[];
type Sums = Record<Count, bigint>;

/** A tag's four characters without the protected bit. */
export function poolTagText(key: number): string {
  const plain = key & 0x7fffffff;
  return String.fromCharCode(...[0, 8, 16, 24].map((shift) => (plain >>> shift) & 0xff));
}

/**
 * Pool use by tag since boot: the sum over all processors' tables, as memory that one processor allocates another may
 * free. Null where symbols do not tell the tables.
 */
export function readPoolUse(kernel: Kernel): PoolUse | null {
  return poolUse(kernel, tables);
}

/**
 * The same of session pool, whose one table lies at the same address in every session: `kernel` is seen from a process
 * of the session that is meant.
 */
export function readSessionPoolUse(kernel: Kernel): PoolUse | null {
  return poolUse(kernel, sessionTable);
}

function poolUse(kernel: Kernel, tablesOf: (kernel: Kernel, lost: string[]) => Iterable<Table>): PoolUse | null {
  const layout = layoutOf(kernel);
  if (!layout) return null;
  const tags = new Map<number, Sums>();
  const lost: string[] = [];
  for (const { at, count } of apart([...tablesOf(kernel, lost)], layout.size)) {
    const read = addTable(kernel, layout, at, count, tags);
    if (read < count) lost.push(`${count - read} of ${count} entries of a table are not in the dump`);
  }
  if (tags.size === 0 && lost.length === 0) lost.push('no table of tags was found');
  const list = [...tags].map(([key, sums]) => ({ tag: poolTagText(key), ...sums, owner: null }));
  return {
    tags: list.sort((a, b) => (a.tag < b.tag ? -1 : a.tag > b.tag ? 1 : 0)),
    total: totalOf(list),
    sorting: null,
    lost: lost.length > 0 ? [...new Set(lost)].join('; ') : null,
    line: null,
  };
}

interface Layout {
  readonly size: number;
  readonly key: number;
  readonly counts: readonly { readonly name: Count; readonly offset: number; readonly size: number }[];
}

function layoutOf(kernel: Kernel): Layout | null {
  const size = kernel.sizeOf('_POOL_TRACKER_TABLE');
  const key = kernel.offset('_POOL_TRACKER_TABLE', 'Key');
  if (!size || key === null) return null;
  const counts = [];
  for (const name of COUNT_NAMES) {
    const member = kernel.member('_POOL_TRACKER_TABLE', COUNTS[name]);
    if (!member || (member.type.size !== 4 && member.type.size !== 8)) return null;
    counts.push({ name, offset: member.offset, size: member.type.size });
  }
  return { size, key, counts };
}

/** One table per processor since Windows Server 2003, and an expansion where they were full. */
function* tables(kernel: Kernel, lost: string[]): Generator<Table> {
  const size = variableWord(kernel, 'PoolTrackTableSize');
  const first = kernel.pointer('PoolTrackTable');
  const count = size === null ? 0 : Math.min(Number(size), MOST_TAGS);
  if (size === null || first === null) {
    lost.push('PoolTrackTable or its size is not in the dump');
    return;
  }
  const seen = new Set<Address>([0]);
  const array = kernel.address('ExPoolTagTables');
  const most = pointersInArray(kernel, 'ExPoolTagTables', MOST_TABLES);
  for (let index = 0; array !== null && index < most; index++) {
    const table = kernel.pointerAt(array + index * kernel.pointerSize);
    if (table === null || seen.has(table)) continue;
    seen.add(table);
    yield { at: table, count };
  }
  if (!seen.has(first)) yield { at: first, count };
  const expansion = kernel.pointer('PoolTrackTableExpansion');
  const more = variableWord(kernel, 'PoolTrackTableExpansionSize');
  if (expansion && more) yield { at: expansion, count: Math.min(Number(more), MOST_TAGS) };
}

function* sessionTable(kernel: Kernel, lost: string[]): Generator<Table> {
  const size = variableWord(kernel, 'ExpSessionPoolTrackTableSize');
  const at = kernel.pointer('ExpSessionPoolTrackTable');
  if (size === null || at === null) lost.push('ExpSessionPoolTrackTable or its size is not in the dump');
  else if (at === 0) lost.push('ExpSessionPoolTrackTable is null');
  else yield { at, count: Math.min(Number(size), MOST_TAGS) };
}

interface Table {
  readonly at: Address;
  readonly count: number;
}

/** Tables by address, none reaching into the next: what a wrong size would count twice. */
function apart(tables: readonly Table[], size: number): Table[] {
  const sorted = [...tables].sort((a, b) => a.at - b.at);
  return sorted.map(({ at, count }, index) => {
    const next = sorted[index + 1];
    return { at, count: next ? Math.min(count, Math.floor((next.at - at) / size)) : count };
  });
}

/** Adds the entries of one table; tells how many could be read. */
function addTable(kernel: Kernel, layout: Layout, at: Address, count: number, tags: Map<number, Sums>): number {
  let read = 0;
  // In chunks, so that a hostile count costs what is really there.
  const chunk = Math.max(1, Math.floor(0x10000 / layout.size));
  for (let index = 0; index < count; ) {
    const wanted = Math.min(chunk, count - index);
    const bytes = readAvailable(kernel.memory, at + index * layout.size, wanted * layout.size);
    const there = Math.floor(bytes.length / layout.size);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    for (let entry = 0; entry < there; entry++) addEntry(view, entry * layout.size, layout, tags);
    read += there;
    index += there;
    if (there < wanted) index += entriesInHole(kernel.memory, at + index * layout.size, layout.size);
  }
  return read;
}

function addEntry(view: DataView, offset: number, layout: Layout, tags: Map<number, Sums>): void {
  const key = view.getUint32(offset + layout.key, true);
  if (key === 0) return;
  const plain = key & ~PROTECTED_POOL;
  const sums = tags.get(plain) ?? zero();
  tags.set(plain, sums);
  for (const { name, offset: at, size } of layout.counts) {
    const place = offset + at;
    const value = size === 8 ? view.getBigUint64(place, true) : BigInt(view.getUint32(place, true));
    // Bytes of one processor's table may wrap below zero where another processor freed more than it allocated.
    sums[name] = BigInt.asUintN(name.endsWith('Bytes') ? size * 8 : 64, sums[name] + value);
  }
}

function zero(): Sums {
  return {
    nonPagedAllocations: 0n,
    nonPagedFrees: 0n,
    nonPagedBytes: 0n,
    pagedAllocations: 0n,
    pagedFrees: 0n,
    pagedBytes: 0n,
  };
}

/** Allocations that are not freed yet; null when one of the two is unknown. */
export function outstanding(use: PoolTagUse, pool: 'nonPaged' | 'paged'): bigint | null {
  const allocated = use[`${pool}Allocations`];
  const freed = use[`${pool}Frees`];
  return allocated === null || freed === null ? null : allocated - freed;
}
