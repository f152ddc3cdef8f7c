import { lastStartingAt } from '../bytes/ranges.ts';
import type { Source } from '../bytes/source.ts';
import type { Address, Hole, MemorySpace } from './space.ts';

/** A run of memory: `size` bytes at `start`, held at `offset` of a source. */
export interface Segment {
  readonly start: Address;
  readonly size: number;
  readonly source: Source;
  readonly offset: number;
}

/**
 * Memory made of a dump's runs. Overlapping segments are allowed: at each address the one that starts last wins, and an
 * enclosing segment answers again where a nested one ends. A segment whose bytes are past the end of its source (a
 * truncated file) answers `not-in-dump` there.
 */
export class SegmentsSpace implements MemorySpace {
  readonly segments: readonly Segment[];
  /** `reach[i]` is the furthest end of segments 0..i, to stop the search for an enclosing segment early. */
  readonly #reach: Float64Array;
  constructor(segments: readonly Segment[]) {
    this.segments = segments.filter((segment) => segment.size > 0).sort((a, b) => a.start - b.start || a.size - b.size);
    this.#reach = new Float64Array(this.segments.length);
    let furthest = -Infinity;
    this.segments.forEach((segment, index) => {
      furthest = Math.max(furthest, segment.start + segment.size);
      this.#reach[index] = furthest;
    });
  }
  read(address: Address, length: number): Uint8Array | Hole {
    const last = lastStartingAt(this.segments, address);
    let index = last;
    while (index >= 0) {
      if (this.#reach[index]! <= address) break;
      const segment = this.segments[index]!;
      const within = address - segment.start;
      if (within < segment.size) {
        const until = last + 1 < this.segments.length ? this.segments[last + 1]!.start - address : Infinity;
        const bytes = segment.source.read(segment.offset + within, Math.min(length, segment.size - within, until));
        if (bytes.length > 0) return bytes;
        return { reason: 'not-in-dump', length: Math.min(segment.size - within, until), level: 'truncated segment' };
      }
      index--;
    }
    const next = this.segments[last + 1];
    return { reason: 'not-in-dump', length: next ? Math.max(1, next.start - address) : Number.MAX_SAFE_INTEGER };
  }
}
