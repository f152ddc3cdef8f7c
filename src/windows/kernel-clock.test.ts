import { expect, test } from 'vitest';
import { type KernelClock, ticksSince, ticksToMs } from './kernel-clock.ts';

const clock = (ticks: bigint | null, increment: number | null): KernelClock => ({
  ticks,
  increment,
  systemTime: null,
  interruptTime: null,
});

test.each([
  [18111n, 12669, 156250, 5442n, 85031],
  [163646n, 122850, 156250, 40796n, 637437],
  [43499n, 12967, 156001, 30532n, 476302],
])('waits of the posts: at tick %d since %d', (ticks, start, increment, waited, ms) => {
  const own = clock(ticks, increment);
  expect(ticksSince(own, start)).toBe(waited);
  expect(ticksToMs(own, waited)).toBe(ms);
});

test('a start stored in 32 bits is before the dump, also when the clock has passed 2^32', () => {
  expect(ticksSince(clock(0x1_0000_0010n, 156250), 0xffff_fff0)).toBe(0x20n);
  expect(ticksSince(clock(0x10n, 156250), 0xffff_fff0)).toBe(0x20n);
});

test('without a clock or its increment nothing is made up', () => {
  expect(ticksSince(clock(null, 156250), 5)).toBeNull();
  expect(ticksSince(clock(5n, 156250), null)).toBeNull();
  expect(ticksToMs(clock(5n, null), 5n)).toBeNull();
});
