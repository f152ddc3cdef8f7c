import { type Address, toUnsigned, tryU32, tryView } from '../memory/space.ts';
import type { StructureReader } from './structure-reader.ts';

/** Memory of a segment that is reserved but not committed. Addresses are unsigned, sizes bytes. */
export interface UncommittedRange {
  readonly address: bigint;
  readonly size: bigint;
}

export interface HeapSegment {
  readonly address: bigint;
  readonly base: bigint;
  /** Its end, by NumberOfPages. */
  readonly end: bigint;
  readonly committed: bigint;
  readonly flags: number | null;
  readonly firstEntry: bigint | null;
  readonly lastEntry: bigint | null;
  readonly pages: number;
  readonly uncommittedPages: number;
  readonly uncommitted: readonly UncommittedRange[];
  readonly lost: string | null;
}

/** A block that has its own allocation because it is large. */
export interface VirtualBlock {
  readonly address: bigint;
  readonly committed: bigint | null;
  readonly reserved: bigint | null;
}

/** A heap of a process. Addresses are unsigned, sizes bytes; null is unknown. */
export interface Heap {
  readonly address: bigint;
  /** `nt` is what Windows has had since NT; of segment heaps (Windows 10) only the kind is known here. */
  readonly kind: 'nt' | 'segment' | 'unknown';
  readonly flags: number | null;
  readonly forceFlags: number | null;
  /** Bytes of one unit of size: a heap entry. */
  readonly granularity: number;
  readonly segmentReserve: bigint | null;
  readonly segmentCommit: bigint | null;
  readonly decommitBlock: bigint | null;
  readonly decommitTotal: bigint | null;
  readonly reserved: bigint | null;
  readonly committed: bigint | null;
  /** Reserved but for large uncommitted ranges. */
  readonly virtual: bigint | null;
  readonly free: bigint | null;
  readonly maximumAllocation: bigint | null;
  readonly freeListLength: number | null;
  readonly uncommittedRanges: number | null;
  readonly lockContention: number | null;
  readonly lock: bigint | null;
  readonly frontEnd: 'none' | 'lookaside' | 'LFH' | null;
  readonly segments: readonly HeapSegment[];
  readonly virtualBlocks: readonly VirtualBlock[];
  /** What of it could not be read, for people. */
  readonly lost: string | null;
}

/** _HEAP.Signature, _HEAP_SEGMENT's and _SEGMENT_HEAP's: how `!heap` and its users have always known them. */
const HEAP_SIGNATURE = 0xeeffeeff;
const SEGMENT_SIGNATURE = 0xffeeffee;
const SEGMENT_HEAP_SIGNATURE = 0xddeeddee;
/** Before Windows Vista a heap has an array of this many segments. */
const MOST_SEGMENTS = 4096;
const PAGE = 4096n;
const FRONT_ENDS = ['none', 'lookaside', 'LFH'] as const;

/** What kind of heap stands at an address. */
export function heapKind(reader: StructureReader, at: Address): Heap['kind'] {
  if (reader.count(at, '_HEAP', 'Signature') === HEAP_SIGNATURE) return 'nt';
  // The signature of a segment heap is where an NT heap keeps that of its first segment.
  const offset = reader.offset('_SEGMENT_HEAP', 'Signature') ?? 2 * reader.pointerSize;
  return tryU32(reader.memory, at + offset) === SEGMENT_HEAP_SIGNATURE ? 'segment' : 'unknown';
}

/** The heap at an address, by the types of ntdll. */
export function readHeap(reader: StructureReader, at: Address): Heap {
  const kind = heapKind(reader, at);
  const granularity = reader.sizeOf('_HEAP_ENTRY') ?? 2 * reader.pointerSize;
  const isNt = kind === 'nt';
  const number = (...paths: string[]) => (isNt ? reader.number(at, '_HEAP', ...paths) : null);
  const count = (...paths: string[]) => (isNt ? reader.count(at, '_HEAP', ...paths) : null);
  const { segments, lost } = isNt ? segmentsOf(reader, at) : { segments: [], lost: null };
  const { blocks, broken } = isNt ? virtualBlocksOf(reader, at) : { blocks: [], broken: null };
  const sum = (values: readonly bigint[]) => values.reduce((total, value) => total + value, 0n);
  const segmentBytes = sum(segments.map((segment) => segment.end - segment.base));
  const committedBytes = sum(segments.map((segment) => segment.committed));
  const whole = lost === null && segments.length > 0;
  const reserved = number('Counters.TotalMemoryReserved') ?? (whole ? segmentBytes : null);
  const large =
    number('Counters.TotalMemoryLargeUCR') ??
    (whole ? sum(segments.flatMap(({ uncommitted }) => uncommitted.map(({ size }) => size))) : null);
  const free = number('TotalFreeSize');
  const type = count('FrontEndHeapType');
  const lock = isNt ? reader.pointer(at, '_HEAP', 'LockVariable') : null;
  return {
    address: toUnsigned(at),
    kind,
    flags: count('Flags'),
    forceFlags: count('ForceFlags'),
    granularity,
    segmentReserve: number('SegmentReserve'),
    segmentCommit: number('SegmentCommit'),
    decommitBlock: number('DeCommitFreeBlockThreshold'),
    decommitTotal: number('DeCommitTotalFreeThreshold'),
    reserved,
    committed: number('Counters.TotalMemoryCommitted') ?? (whole ? committedBytes : null),
    virtual: reserved === null || large === null ? null : reserved - large,
    free: free === null ? null : free * BigInt(granularity),
    maximumAllocation: number('MaximumAllocationSize'),
    freeListLength: isNt ? freeListLength(reader, at) : null,
    uncommittedRanges:
      count('Counters.TotalUCRs') ??
      (whole ? segments.reduce((total, { uncommitted }) => total + uncommitted.length, 0) : null),
    lockContention: count('Counters.LockCollisions'),
    lock: lock === null ? null : toUnsigned(lock),
    frontEnd: type === null ? null : (FRONT_ENDS[type] ?? null),
    segments,
    virtualBlocks: blocks,
    lost: kind === 'unknown' ? 'its header is not in the dump, or no heap is there' : (lost ?? broken),
  };
}

function segmentsOf(reader: StructureReader, heap: Address): { segments: HeapSegment[]; lost: string | null } {
  const link = reader.offset('_HEAP_SEGMENT', 'SegmentListEntry');
  const head = reader.offset('_HEAP', 'SegmentList');
  if (link !== null && head !== null) {
    const { items, broken } = reader.list(heap + head, MOST_SEGMENTS);
    const lost = broken === null ? null : `the list of segments: ${broken}`;
    return { segments: items.flatMap((entry) => readSegment(reader, entry - link) ?? []), lost };
  }
  // Up to Windows Server 2003: an array that ends at the first null.
  const array = reader.offset('_HEAP', 'Segments');
  if (array === null) return { segments: [], lost: 'the symbols of ntdll do not tell where its segments are' };
  const segments: HeapSegment[] = [];
  for (let index = 0; index < 64; index++) {
    const at = reader.pointerAt(heap + array + index * reader.pointerSize);
    if (at === null) return { segments, lost: 'the array of segments is not in the dump' };
    if (at === 0) break;
    const segment = readSegment(reader, at);
    if (!segment) return { segments, lost: `the segment at 0x${toUnsigned(at).toString(16)} is not in the dump` };
    segments.push(segment);
  }
  return { segments, lost: null };
}

/** A segment; null when it cannot be read or has not a segment's signature. */
function readSegment(reader: StructureReader, at: Address): HeapSegment | null {
  const signature = reader.count(at, '_HEAP_SEGMENT', 'SegmentSignature', 'Signature');
  const base = reader.pointer(at, '_HEAP_SEGMENT', 'BaseAddress');
  const pages = reader.count(at, '_HEAP_SEGMENT', 'NumberOfPages');
  if (signature !== SEGMENT_SIGNATURE || base === null || pages === null) return null;
  const uncommittedPages = reader.count(at, '_HEAP_SEGMENT', 'NumberOfUnCommittedPages') ?? 0;
  const { ranges, lost } = uncommittedOf(reader, at);
  const unsigned = (value: Address | null) => (value === null ? null : toUnsigned(value));
  return {
    address: toUnsigned(at),
    base: toUnsigned(base),
    end: toUnsigned(base) + BigInt(pages) * PAGE,
    committed: BigInt(Math.max(0, pages - uncommittedPages)) * PAGE,
    flags: reader.count(at, '_HEAP_SEGMENT', 'SegmentFlags', 'Flags'),
    firstEntry: unsigned(reader.pointer(at, '_HEAP_SEGMENT', 'FirstEntry')),
    lastEntry: unsigned(reader.pointer(at, '_HEAP_SEGMENT', 'LastValidEntry')),
    pages,
    uncommittedPages,
    uncommitted: ranges,
    lost,
  };
}

function uncommittedOf(reader: StructureReader, segment: Address): { ranges: UncommittedRange[]; lost: string | null } {
  const ranges: UncommittedRange[] = [];
  const keep = (at: Address, structure: string) => {
    const address = reader.pointer(at, structure, 'Address');
    const size = reader.number(at, structure, 'Size');
    if (address !== null && size !== null) ranges.push({ address: toUnsigned(address), size });
  };
  const head = reader.offset('_HEAP_SEGMENT', 'UCRSegmentList');
  const link = reader.offset('_HEAP_UCR_DESCRIPTOR', 'SegmentEntry');
  let lost: string | null = null;
  if (head !== null && link !== null) {
    const { items, broken } = reader.list(segment + head);
    for (const entry of items) keep(entry - link, '_HEAP_UCR_DESCRIPTOR');
    lost = broken;
  } else {
    // The three m are Microsoft's.
    const structure = '_HEAP_UNCOMMMTTED_RANGE';
    const seen = new Set<Address>();
    let at = reader.pointer(segment, '_HEAP_SEGMENT', 'UnCommittedRanges');
    for (; at !== null && at !== 0 && !seen.has(at); at = reader.pointer(at, structure, 'Next')) {
      seen.add(at);
      keep(at, structure);
    }
    if (at === null) lost = 'a link is not in the dump';
  }
  ranges.sort((a, b) => (a.address < b.address ? -1 : 1));
  return { ranges, lost: lost === null ? null : `uncommitted ranges: ${lost}` };
}

function virtualBlocksOf(reader: StructureReader, heap: Address): { blocks: VirtualBlock[]; broken: string | null } {
  const head = reader.offset('_HEAP', 'VirtualAllocdBlocks');
  if (head === null) return { blocks: [], broken: null };
  const { items, broken } = reader.list(heap + head);
  const structure = '_HEAP_VIRTUAL_ALLOC_ENTRY';
  const link = reader.offset(structure, 'Entry') ?? 0;
  const blocks = items.map((entry) => ({
    address: toUnsigned(entry - link),
    committed: reader.number(entry - link, structure, 'CommitSize'),
    reserved: reader.number(entry - link, structure, 'ReserveSize'),
  }));
  return { blocks, broken: broken === null ? null : `the list of large blocks: ${broken}` };
}

/** Blocks on the free lists; null when a list cannot be followed to its end. */
function freeListLength(reader: StructureReader, heap: Address): number | null {
  const offset = reader.offset('_HEAP', 'FreeLists');
  const size = 2 * reader.pointerSize;
  // One list since Vista, an array of 128 before.
  const { size: bytes = size } = offset === null ? {} : (fieldOf(reader, 'FreeLists') ?? {});
  if (offset === null) return null;
  let length = 0;
  for (let at = heap + offset; at < heap + offset + bytes; at += size) {
    if (!tryView(reader.memory, at, size)) return null;
    const { items, broken } = reader.list(at);
    if (broken !== null) return null;
    length += items.length;
  }
  return length;
}

function fieldOf(reader: StructureReader, name: string): { readonly size: number } | null {
  const type = reader.types.type('_HEAP');
  return type?.kind === 'struct' ? (type.field(name)?.type() ?? null) : null;
}
