import { afterEach, expect, test } from 'vitest';
import { Interruption, interruptWhen, poll } from './interruption.ts';

afterEach(() => interruptWhen(null));

function pollsUntilStopped(most: number): number {
  for (let done = 0; done < most; done++) {
    try {
      poll();
    } catch (error) {
      expect(error).toBeInstanceOf(Interruption);
      return done;
    }
  }
  return most;
}

test('work goes on while nobody asks, and ends within a few polls once somebody does', () => {
  expect(pollsUntilStopped(100)).toBe(100);
  let wanted = true;
  interruptWhen(() => !wanted);
  expect(pollsUntilStopped(100)).toBe(100);
  wanted = false;
  expect(pollsUntilStopped(100)).toBeLessThanOrEqual(16);
  // Work that is begun before the wish is taken back ends as well.
  expect(pollsUntilStopped(100)).toBeLessThanOrEqual(16);
});
