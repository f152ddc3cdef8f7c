import { type Address, toUnsigned } from '../memory/space.ts';
import type { StructureReader } from './structure-reader.ts';

/** An allocation of the debug page heap (GFlags, Application Verifier). Addresses are unsigned, sizes bytes. */
export interface PageHeapBlock {
  readonly root: bigint;
  readonly address: bigint;
  readonly state: 'busy' | 'free';
  readonly userAddress: bigint;
  readonly userSize: bigint;
  readonly virtualAddress: bigint;
  readonly virtualSize: bigint;
  /** Return addresses of the call that made or freed it, innermost first; null where none were kept or read. */
  readonly trace: readonly bigint[] | null;
}

export interface PageHeapSearch {
  readonly block: PageHeapBlock | null;
  readonly heaps: number;
  /** Why an allocation may have been missed, for people. */
  readonly lost: string | null;
}

const MOST_BLOCKS = 500_000;
const MOST_HEAPS = 4096;
const MOST_CALLS = 64;
const ROOT = '_DPH_HEAP_ROOT';
const BLOCK = '_DPH_HEAP_BLOCK';

/**
 * The page heap's allocation that holds an address, along the list of page heaps that ntdll or verifier keeps at `head`.
 * Busy allocations are in a balanced tree since Windows Vista, in a list before; freed ones in a list.
 */
export function findPageHeapBlock(reader: StructureReader, head: Address, address: bigint): PageHeapSearch {
  const link = reader.offset(ROOT, 'NextHeap');
  if (link === null) return { block: null, heaps: 0, lost: `the symbols have no ${ROOT}.NextHeap` };
  const { items, broken } = reader.list(head, MOST_HEAPS);
  let lost = broken;
  for (const entry of items) {
    const root = entry - link;
    for (const state of ['busy', 'free'] as const) {
      const walk = state === 'busy' ? busyBlocks(reader, root) : freeBlocks(reader, root);
      lost ??= walk.broken;
      for (const place of walk.items) {
        const block = readBlock(reader, root, place, state);
        if (block && address >= block.virtualAddress && address < block.virtualAddress + block.virtualSize)
          return { block, heaps: items.length, lost };
      }
    }
  }
  return { block: null, heaps: items.length, lost };
}

interface Blocks {
  readonly items: readonly Address[];
  readonly broken: string | null;
}

function busyBlocks(reader: StructureReader, root: Address): Blocks {
  const tree = reader.offset(ROOT, 'BusyNodesTable.BalancedRoot');
  if (tree === null) return chain(reader, root, 'pBusyAllocationListHead');
  const left = reader.offset('_RTL_BALANCED_LINKS', 'LeftChild');
  const right = reader.offset('_RTL_BALANCED_LINKS', 'RightChild');
  if (left === null || right === null) return { items: [], broken: 'the symbols have no _RTL_BALANCED_LINKS' };
  const within = reader.offset(BLOCK, 'TableLinks') ?? 0;
  const items: Address[] = [];
  const seen = new Set<Address>();
  let broken: string | null = null;
  // The tree hangs on the right side of its root.
  const pending = [reader.pointerAt(root + tree + right)];
  while (pending.length > 0 && items.length < MOST_BLOCKS) {
    const node = pending.pop();
    if (node === null || node === undefined) broken = 'a node of the busy allocations is not in the dump';
    else if (node !== 0 && !seen.has(node)) {
      seen.add(node);
      items.push(node - within);
      pending.push(reader.pointerAt(node + left), reader.pointerAt(node + right));
    }
  }
  return { items, broken };
}

function freeBlocks(reader: StructureReader, root: Address): Blocks {
  const head = reader.offset(ROOT, 'FreeAllocationListHead');
  const link = reader.offset(BLOCK, 'AvailableEntry');
  if (head === null || link === null) return chain(reader, root, 'pFreeAllocationListHead');
  const { items, broken } = reader.list(root + head, MOST_BLOCKS);
  return { items: items.map((entry) => entry - link), broken };
}

/** A list of blocks that are linked by pNextAlloc. */
function chain(reader: StructureReader, root: Address, head: string): Blocks {
  const items: Address[] = [];
  const seen = new Set<Address>();
  let at = reader.pointer(root, ROOT, head);
  for (; at && !seen.has(at) && items.length < MOST_BLOCKS; at = reader.pointer(at, BLOCK, 'pNextAlloc')) {
    seen.add(at);
    items.push(at);
  }
  return { items, broken: at === null ? `${head} cannot be followed` : null };
}

function readBlock(
  reader: StructureReader,
  root: Address,
  at: Address,
  state: PageHeapBlock['state'],
): PageHeapBlock | null {
  const user = reader.pointer(at, BLOCK, 'pUserAllocation');
  const virtual = reader.pointer(at, BLOCK, 'pVirtualBlock');
  const virtualSize = reader.number(at, BLOCK, 'nVirtualBlockSize');
  if (user === null || virtual === null || virtualSize === null) return null;
  return {
    root: toUnsigned(root),
    address: toUnsigned(at),
    state,
    userAddress: toUnsigned(user),
    userSize: reader.number(at, BLOCK, 'nUserRequestedSize') ?? 0n,
    virtualAddress: toUnsigned(virtual),
    virtualSize,
    trace: traceOf(reader, at),
  };
}

function traceOf(reader: StructureReader, block: Address): bigint[] | null {
  const trace = reader.pointer(block, BLOCK, 'StackTrace');
  if (!trace) return null;
  const count = reader.count(trace, '_RTL_TRACE_BLOCK', 'Size');
  const frames = reader.pointer(trace, '_RTL_TRACE_BLOCK', 'Trace');
  if (count === null || !frames) return null;
  const calls: bigint[] = [];
  for (let index = 0; index < Math.min(count, MOST_CALLS); index++) {
    const call = reader.pointerAt(frames + index * reader.pointerSize);
    if (call === null || call === 0) break;
    calls.push(toUnsigned(call));
  }
  return calls.length > 0 ? calls : null;
}
