import { poll } from '../bytes/interruption.ts';
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

/** Where one segment answers. */
interface Piece {
  readonly start: Address;
  readonly end: Address;
  readonly segment: Segment;
}

/**
 * Memory made of a dump's runs. Overlapping segments are allowed: at each address the one that starts last wins, and an
 * enclosing segment answers again where a nested one ends. A segment whose bytes are past the end of its source (a
 * truncated file) answers `not-in-dump` there.
 */
export class SegmentsSpace implements MemorySpace {
  readonly segments: readonly Segment[];
  /** Disjoint and sorted, so that a read costs the same however deep a hostile file nests its segments. */
  readonly #pieces: readonly Piece[];
  constructor(segments: readonly Segment[]) {
    this.segments = segments.filter((segment) => segment.size > 0).sort((a, b) => a.start - b.start || a.size - b.size);
    this.#pieces = piecesOf(this.segments);
  }
  read(address: Address, length: number): Uint8Array | Hole {
    poll();
    const index = lastStartingAt(this.#pieces, address);
    const piece = this.#pieces[index];
    if (piece && address < piece.end) {
      const { segment, end } = piece;
      const room = end - address;
      const bytes = segment.source.read(segment.offset + (address - segment.start), Math.min(length, room));
      return bytes.length > 0 ? bytes : { reason: 'not-in-dump', length: room, level: 'truncated segment' };
    }
    const next = this.#pieces[index + 1];
    return { reason: 'not-in-dump', length: next ? Math.max(1, next.start - address) : Number.MAX_SAFE_INTEGER };
  }
}

/** Sorted segments as at most twice as many pieces; those still open wait on a stack, the latest on top. */
function piecesOf(sorted: readonly Segment[]): Piece[] {
  const pieces: Piece[] = [];
  const open: Segment[] = [];
  let at = -Infinity;
  const advance = (to: Address) => {
    while (at < to) {
      const segment = open.at(-1);
      if (!segment) return;
      const end = segment.start + segment.size;
      if (end <= at) open.pop();
      else {
        const stop = Math.min(end, to);
        pieces.push({ start: at, end: stop, segment });
        at = stop;
      }
    }
  };
  for (const segment of sorted) {
    advance(segment.start);
    at = segment.start;
    open.push(segment);
  }
  advance(Infinity);
  return pieces;
}
