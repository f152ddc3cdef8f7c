/** Half-open ranges sorted by start; overlapping additions are refused by `sorted`, kept by the caller's choice. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Index of the last range that starts at or before `at` in an array sorted by `start`, or -1. */
export function lastStartingAt(ranges: ArrayLike<{ readonly start: number }>, at: number): number {
  let low = 0;
  let high = ranges.length - 1;
  let found = -1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    if (ranges[middle]!.start <= at) {
      found = middle;
      low = middle + 1;
    } else high = middle - 1;
  }
  return found;
}
