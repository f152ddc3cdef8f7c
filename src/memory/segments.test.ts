import { expect, test } from 'vitest';
import { random } from '../../test/synth/mutate.ts';
import { BytesSource } from '../bytes/source.ts';
import { type Segment, SegmentsSpace } from './segments.ts';
import { isHole } from './space.ts';

const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
const source = new BytesSource(bytes);
const segment = (start: number, size: number, offset: number): Segment => ({ start, size, offset, source });

test('segments: nested, overlapping and truncated ones answer as a search of all of them would', () => {
  const next = random(7);
  const number = (below: number) => Math.floor(next() * below);
  for (let round = 0; round < 200; round++) {
    const segments = Array.from({ length: 1 + number(12) }, () => segment(number(60), number(30), number(270)));
    const space = new SegmentsSpace(segments);
    for (let at = -2; at < 100; at++) {
      const owner = space.segments.filter(({ start, size }) => at >= start && at < start + size).at(-1);
      const there = owner ? bytes[owner.offset + at - owner.start] : undefined;
      const answer = space.read(at, 1 + number(20));
      if (isHole(answer)) {
        expect(there).toBeUndefined();
        expect(answer.length).toBeGreaterThan(0);
        expect(answer.level).toBe(owner ? 'truncated segment' : undefined);
      } else expect(answer[0]).toBe(there);
    }
  }
});

test('segments: ten thousand inside each other cost no more than ten thousand beside each other', () => {
  const count = 10_000;
  let asked = 0;
  const counting = {
    size: 2 ** 40,
    read: (_: number, length: number) => {
      asked++;
      return new Uint8Array(Math.min(length, 8));
    },
  };
  const space = new SegmentsSpace(
    Array.from({ length: count }, (_, index) => ({
      start: index,
      size: 2 * (count - index),
      offset: 0,
      source: counting,
    })),
  );
  for (let at = 0; at < 2 * count; at++) space.read(at, 8);
  expect(asked).toBe(2 * count);
});
