import { lastStartingAt } from '../bytes/ranges.ts';
import { BytesSource, type Source } from '../bytes/source.ts';
import type { Segment } from '../memory/segments.ts';
import { type Address, toAddress } from '../memory/space.ts';

/** A raw address of a dump as an Address: 32-bit ones may be sign-extended; null when it is not canonical. */
export function dumpAddress(value: bigint, pointerSize: 4 | 8): Address | null {
  if (pointerSize === 8) return toAddress(value);
  const high = value >> 32n;
  return high === 0n || high === 0xffffffffn ? Number(value & 0xffffffffn) : null;
}

/** A run that a dump claims to hold. */
export interface ClaimedRange {
  readonly start: Address;
  readonly size: number;
  readonly offset: number;
}

export interface DumpedMemory {
  /** Disjoint and sorted; those whose bytes the file has lost answer `not-in-dump` as truncated. */
  readonly segments: readonly Segment[];
  /** Bytes really present, each address counted once. */
  readonly bytes: number;
  /** Ranges and bytes that lie past the end of the file. */
  readonly lostRanges: number;
  readonly lostBytes: number;
  /** Ranges that overlap another one with other bytes. */
  readonly conflicts: number;
}

const LOST = new BytesSource(new Uint8Array(0));

const MOST_COMPARED = 4096;
const COMPARED = 256;

function differ(source: Source, one: number, other: number, size: number): boolean {
  const a = source.read(one, size);
  const b = source.read(other, size);
  return a.some((byte, index) => byte !== b[index]);
}

/** Cuts overlaps away from sorted ranges and joins those that are neighbours in memory and in the file. */
function disjoint(ranges: readonly ClaimedRange[], source: Source | null): { runs: ClaimedRange[]; conflicts: number } {
  const sorted = [...ranges].sort((a, b) => a.start - b.start || b.size - a.size);
  const runs: { start: number; size: number; offset: number }[] = [];
  let last: { start: number; size: number; offset: number } | null = null;
  let conflicts = 0;
  let compared = 0;
  for (const { start, size, offset } of sorted) {
    const covered = last ? last.start + last.size : -Infinity;
    const cut = Math.max(0, covered - start);
    if (source && last && cut > 0 && offset - start !== last.offset - last.start && compared < MOST_COMPARED) {
      compared++;
      if (differ(source, last.offset + start - last.start, offset, Math.min(cut, size, COMPARED))) conflicts++;
    }
    if (cut >= size) continue;
    if (last && covered === start + cut && last.offset + last.size === offset + cut) {
      last.size += size - cut;
    } else {
      last = { start: start + cut, size: size - cut, offset: offset + cut };
      runs.push(last);
    }
  }
  return { runs, conflicts };
}

/**
 * The memory that a dump's ranges describe, in n log n. Writers list thread stacks twice, and damaged files let ranges
 * overlap: what the file holds wins over what it has lost, and the range that starts first wins over later ones.
 */
export function dumpedMemory(source: Source, ranges: readonly ClaimedRange[]): DumpedMemory {
  const present: ClaimedRange[] = [];
  const lost: ClaimedRange[] = [];
  for (const { start, size, offset } of ranges) {
    if (!(size > 0)) continue;
    const there = Math.max(0, Math.min(size, source.size - offset));
    if (there > 0) present.push({ start, size: there, offset });
    if (there < size) lost.push({ start: start + there, size: size - there, offset: offset + there });
  }
  const { runs, conflicts } = disjoint(present, source);
  const segments: Segment[] = runs.map(({ start, size, offset }) => ({ start, size, offset, source }));
  let lostBytes = 0;
  for (const gap of lost.length > 0 ? disjoint(lost, null).runs : []) {
    let at = gap.start;
    const end = gap.start + gap.size;
    let index = Math.max(0, lastStartingAt(runs, at));
    while (at < end) {
      const run = runs[index];
      const stop = run ? Math.min(end, Math.max(at, run.start)) : end;
      if (stop > at) {
        segments.push({ start: at, size: stop - at, source: LOST, offset: 0 });
        lostBytes += stop - at;
      }
      if (!run) break;
      at = Math.max(stop, Math.min(end, run.start + run.size));
      index++;
    }
  }
  if (lostBytes > 0) segments.sort((a, b) => a.start - b.start);
  return {
    segments,
    bytes: runs.reduce((sum, run) => sum + run.size, 0),
    lostRanges: lost.length,
    lostBytes,
    conflicts,
  };
}
