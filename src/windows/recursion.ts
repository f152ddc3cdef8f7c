import type { Frame } from './stack.ts';

/** A cycle of calls at the inner end of a stack. */
export interface Recursion {
  /** One round, innermost first. */
  readonly frames: readonly Frame[];
  readonly repeats: number;
}

const LONGEST_CYCLE = 32;
const FEWEST_REPEATS = 4;

/**
 * The shortest cycle of return addresses that repeats at least four times in a row, starting within the innermost 64
 * frames; null when there is none. Linear in the number of frames.
 */
export function recursionOf(frames: readonly Frame[]): Recursion | null {
  const keys = frames.map((frame) => frame.address?.toString() ?? `${frame.module}!${frame.function}+${frame.offset}`);
  let best: Recursion | null = null;
  for (let length = 1; length <= LONGEST_CYCLE; length++) {
    let start = -1;
    for (let at = 0; at + length < keys.length; at++) {
      if (keys[at] === keys[at + length]) {
        if (start < 0) start = at;
        const repeats = Math.floor((at - start + 1) / length) + 1;
        if (
          repeats >= FEWEST_REPEATS &&
          start <= 64 &&
          (!best || repeats * length > best.repeats * best.frames.length)
        ) {
          best = { frames: frames.slice(start, start + length), repeats };
        }
      } else start = -1;
    }
    if (best) return best;
  }
  return best;
}
