import { hexPadded } from '../bytes/hex.ts';
import type { Heap, HeapSegment } from '../windows/heap.ts';
import type { EntryWalk, HeapEntry } from '../windows/heap-entry.ts';
import type { Text } from './text.ts';

/** Numbers of one heap as `!heap` shows them; unknown ones are question marks. */
const kilobytes = (value: bigint | null) => (value === null ? '?' : (value / 1024n).toString());
const decimal = (value: number | null) => (value === null ? '?' : value.toString());
const hexOr = (value: number | bigint | null, width: number) =>
  value === null ? '?'.repeat(width) : hexPadded(value, width);

/** `!heap -s`: a line for each heap. */
export function writeHeapStatistics(text: Text, heaps: readonly Heap[], key: bigint | null, wide: number): void {
  if (key !== null) text.line(`LFH Key                   : 0x${hexPadded(key, wide)}`);
  const pad = ' '.repeat(wide - 8);
  text.line(`${pad}  Heap     Flags   Reserv  Commit  Virt   Free  List   UCR  Virt  Lock  Fast `);
  text.line(`${pad}                    (k)     (k)    (k)     (k) length      blocks cont. heap `);
  text.line('-'.repeat(77 + wide - 8));
  for (const heap of heaps) {
    const at = hexPadded(heap.address, wide);
    if (heap.kind !== 'nt') text.line(`${at} ${otherKind(heap)}`);
    else {
      const numbers = [
        kilobytes(heap.reserved).padStart(7),
        kilobytes(heap.committed).padStart(6),
        kilobytes(heap.virtual).padStart(6),
        kilobytes(heap.free).padStart(6),
        decimal(heap.freeListLength).padStart(5),
        decimal(heap.uncommittedRanges).padStart(5),
        heap.virtualBlocks.length.toString().padStart(4),
        (heap.lockContention === null ? '?' : heap.lockContention.toString(16)).padStart(6),
      ];
      const front = heap.frontEnd === 'LFH' ? 'LFH' : heap.frontEnd === 'lookaside' ? 'L  ' : '   ';
      text.line(`${at} ${hexOr(heap.flags, 8)} ${numbers.join(' ')}   ${front}`);
      if (heap.lost !== null) text.line(`    Not complete: ${heap.lost}`);
    }
  }
  text.line('-'.repeat(77 + wide - 8));
}

function otherKind({ kind, lost }: Heap): string {
  return kind === 'segment'
    ? 'Segment Heap: its structures are not read by this command'
    : `not read: ${lost ?? 'no heap is there'}`;
}

/** `!heap`: index and address of each heap. */
export function writeHeapList(text: Text, heaps: readonly Heap[], wide: number): void {
  text.line(`${'        Heap Address'.padEnd(26)}NT/Segment Heap`);
  text.line();
  for (const heap of heaps)
    text.line(
      `${hexPadded(heap.address, wide).padStart(20)}${' '.repeat(14)}${heap.kind === 'nt' ? 'NT Heap' : heap.kind === 'segment' ? 'Segment Heap' : 'not in the dump'}`,
    );
}

/** `!heap -a`: a heap with its segments. */
export function writeHeap(text: Text, heap: Heap, index: number, wide: number): void {
  const at = (value: bigint) => hexPadded(value, wide);
  text.line('Index   Address  Name      Debugging options enabled');
  text.line(`${String(index).padStart(3)}:   ${at(heap.address)} `);
  if (heap.kind !== 'nt') {
    text.line(`    ${otherKind(heap)}`);
    return;
  }
  for (const segment of heap.segments)
    text.line(
      `    Segment at ${at(segment.base)} to ${at(segment.end)} (${hexPadded(segment.committed, 8)} bytes committed)`,
    );
  const row = (label: string, value: string) => text.line(`    ${label.padEnd(21)} ${value}`);
  row('Flags:', hexOr(heap.flags, 8));
  row('ForceFlags:', hexOr(heap.forceFlags, 8));
  row('Granularity:', `${heap.granularity} bytes`);
  row('Segment Reserve:', hexOr(heap.segmentReserve, 8));
  row('Segment Commit:', hexOr(heap.segmentCommit, 8));
  row('DeCommit Block Thres:', hexOr(heap.decommitBlock, 8));
  row('DeCommit Total Thres:', hexOr(heap.decommitTotal, 8));
  row('Total Free Size:', hexOr(heap.free === null ? null : heap.free / BigInt(heap.granularity), 8));
  row('Max. Allocation Size:', hexOr(heap.maximumAllocation, wide));
  row('Lock Variable at:', hexOr(heap.lock, wide));
  if (heap.virtualBlocks.length > 0) {
    text.line(`    Virtual Alloc List:   ${heap.virtualBlocks.length}`);
    for (const { address, committed } of heap.virtualBlocks)
      text.line(`        ${at(address)}: ${hexOr(committed, 8)} bytes committed`);
  }
  const ranges = heap.segments.flatMap(({ uncommitted }) => uncommitted);
  text.line(`    Uncommitted ranges:   ${ranges.length}`);
  for (const { address, size } of ranges)
    text.line(`            ${at(address)}: ${hexPadded(size, 8)}  (${size} bytes)`);
  for (const [number, segment] of heap.segments.entries()) writeSegment(text, segment, number, wide);
  if (heap.lost !== null) text.line(`    Not complete: ${heap.lost}`);
}

function writeSegment(text: Text, segment: HeapSegment, number: number, wide: number): void {
  const row = (label: string, value: string) => text.line(`        ${label.padEnd(16)} ${value}`);
  text.line(`    Segment${hexPadded(number, 2)} at ${hexPadded(segment.address, wide)}:`);
  row('Flags:', hexOr(segment.flags, 8));
  row('Base:', hexPadded(segment.base, wide));
  row('First Entry:', hexOr(segment.firstEntry, wide));
  row('Last Entry:', hexOr(segment.lastEntry, wide));
  row('Total Pages:', hexPadded(segment.pages, 8));
  row('Total UnCommit:', hexPadded(segment.uncommittedPages, 8));
  row('UnCommitted Ranges:', `(${segment.uncommitted.length})`);
  if (segment.lost !== null) row('Not complete:', segment.lost);
}

/** The entries of a segment, as `!heap -a` and `-h` list them. */
export function writeEntries(
  text: Text,
  heap: bigint,
  number: number,
  { entries, broken }: EntryWalk,
  uncommitted: HeapSegment['uncommitted'],
  wide: number,
): void {
  text.line();
  text.line(`    Heap entries for Segment${hexPadded(number, 2)} in Heap ${hexPadded(heap, wide)}`);
  text.line(`${'address'.padStart(8 + wide)}: psize . size  flags   state (requested size)`);
  const holes = [...uncommitted];
  for (const entry of entries) {
    while (holes[0] && holes[0].address < entry.address) writeHole(text, holes.shift()!, wide);
    text.line(
      `        ${hexPadded(entry.address, wide)}: ${hexPadded(entry.previousSize, 5)} . ${hexPadded(entry.size, 5)} [${hexPadded(entry.flags, 2)}] - ${stateOf(entry)}`,
    );
  }
  for (const hole of holes) writeHole(text, hole, wide);
  if (broken) text.line(`        The walk ends at ${hexPadded(broken.address, wide)}: ${broken.reason}`);
}

function writeHole(text: Text, { address, size }: HeapSegment['uncommitted'][number], wide: number): void {
  text.line(`        ${hexPadded(address, wide)}:      ${hexPadded(size, 8)}      - uncommitted bytes.`);
}

function stateOf({ busy, internal, userSize }: HeapEntry): string {
  if (!busy) return 'free';
  const size = userSize === null ? '' : ` (${userSize.toString(16)})`;
  return internal ? `busy${size}, internal` : `busy${size}`;
}
