import type { ThreadObject } from '../windows/thread.ts';

/** The time between two clock interrupts, as pairs of ticks and times in a log bound it. Units of 100 ns. */
export interface ClockIncrement {
  readonly lowest: number;
  readonly highest: number;
  /** The one of the increments that machines use which lies within; null when none or several do. */
  readonly known: number | null;
  readonly pairs: number;
}

/** 15.625 ms, 15.6001 ms and 15.6 ms, 10.0144 ms, 10 ms and 1 ms (KeMaximumIncrement of common timers). */
const COMMON = [156250, 156001, 156000, 100144, 100000, 10000];

/**
 * What the machine's clock increment must be for `Ticks: 30532 (0:00:07:56.302)` and its like: debuggers multiply and
 * cut, they do not round. Null without pairs, and where they contradict each other, as those of two machines do.
 */
export function clockIncrementOf(threads: readonly ThreadObject[]): ClockIncrement | null {
  let lowest = 1;
  let highest = Number.POSITIVE_INFINITY;
  let pairs = 0;
  for (const { waitTicks, waitMs } of threads) {
    if (waitTicks === null || waitMs === null || waitTicks <= 0n) continue;
    const ticks = Number(waitTicks);
    pairs++;
    lowest = Math.max(lowest, Math.ceil((waitMs * 10_000) / ticks));
    highest = Math.min(highest, Math.ceil(((waitMs + 1) * 10_000) / ticks) - 1);
  }
  if (pairs === 0 || lowest > highest) return null;
  const within = COMMON.filter((increment) => increment >= lowest && increment <= highest);
  return { lowest, highest, known: within.length === 1 ? within[0]! : null, pairs };
}
