import { type Address, tryU64 } from '../memory/space.ts';
import type { Kernel } from './kernel.ts';

/** What a page of a segment heap is used for; since Windows 10 2004 (1903 in part) pool lies in such heaps. */
export interface SegmentHeapPage {
  readonly segment: bigint;
  readonly use: 'VS subsegment' | 'LFH subsegment' | 'allocation' | 'free' | 'segment header';
}

/** XORed into a segment's signature with its address and the heap key: Bayet and Fariello, SSTIC 2020. */
const SEGMENT_SIGNATURE = 0xa2e64eada2e64eadn;
/** RangeFlags of _HEAP_PAGE_RANGE_DESCRIPTOR, from the same paper. */
const RANGE_LFH = 0x01;
const RANGE_ALLOCATED = 0x04;
const RANGE_FIRST = 0x08;
const RANGE_VS = 0x20;
/** Segments are aligned to their size: 1 MB for small, 16 MB for large allocations. */
const ALIGNMENTS = [0x100000, 0x1000000] as const;
const DESCRIPTOR = '_HEAP_PAGE_RANGE_DESCRIPTOR';

/** The segment heap page at an address, proved by the segment's signature; null when it is none, or the key is unknown. */
export function segmentHeapPage(kernel: Kernel, address: Address): SegmentHeapPage | null {
  const globals = kernel.address('RtlpHpHeapGlobals');
  const key = globals === null ? null : kernel.object('_RTLP_HP_HEAP_GLOBALS', globals).u64('HeapKey');
  const size = kernel.sizeOf(DESCRIPTOR);
  if (key === null || !size) return null;
  for (const alignment of ALIGNMENTS) {
    const segment = Math.floor(address / alignment) * alignment;
    const shift = contextShift(kernel, segment, alignment, key);
    if (shift === null) continue;
    const index = Math.floor((address - segment) / 2 ** shift);
    return { segment: BigInt.asUintN(64, BigInt(segment)), use: useOf(kernel, segment, index, size) };
  }
  return null;
}

/** UnitShift of the context that owns a segment, when the signature leads to one whose mask agrees. */
function contextShift(kernel: Kernel, segment: Address, alignment: number, key: bigint): number | null {
  const place = kernel.object('_HEAP_PAGE_SEGMENT', segment).place('Signature');
  const signature = place === null ? null : tryU64(kernel.memory, place);
  if (signature === null) return null;
  const value = BigInt.asIntN(64, signature ^ SEGMENT_SIGNATURE ^ BigInt.asUintN(64, BigInt(segment)) ^ key);
  if (value >= 0n || value < -0x800000000000n) return null;
  const context = kernel.object('_HEAP_SEG_CONTEXT', Number(value));
  const mask = context.u64('SegmentMask');
  const shift = context.u8('UnitShift');
  return mask === BigInt.asUintN(64, BigInt(-alignment)) && shift !== null && shift >= 12 && shift <= 20 ? shift : null;
}

function useOf(kernel: Kernel, segment: Address, index: number, size: number): SegmentHeapPage['use'] {
  // A range's first descriptor has its flags; those behind tell in UnitOffset how far back it is.
  for (let at = index, steps = 0; at >= 0 && steps < 2; steps++) {
    const descriptor = kernel.object(DESCRIPTOR, segment + at * size);
    const flags = descriptor.u8('RangeFlags') ?? 0;
    if ((flags & RANGE_FIRST) !== 0) return useOfFlags(flags);
    const back = descriptor.u8('UnitOffset') ?? 0;
    if (back === 0) break;
    at -= back;
  }
  return index < Math.ceil((256 * size) / 0x1000) ? 'segment header' : 'free';
}

function useOfFlags(flags: number): SegmentHeapPage['use'] {
  if ((flags & RANGE_VS) !== 0) return 'VS subsegment';
  if ((flags & RANGE_LFH) !== 0) return 'LFH subsegment';
  return (flags & RANGE_ALLOCATED) !== 0 ? 'allocation' : 'free';
}
