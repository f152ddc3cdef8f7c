import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { random } from '../synth/mutate.ts';
import { damage, drawer } from './damage.ts';
import { pipeline } from './pipeline.ts';
import { CORPUS, corpusSeeds, type Seed, syntheticSeeds } from './seeds.ts';

/** The short form of `npm run fuzz`: the same inputs in every run. */
async function fuzz(seeds: readonly Seed[], cases: number, first: number) {
  const draw = drawer(seeds);
  const ends = { analysed: 0, refused: 0 };
  for (let seed = first; seed < first + cases; seed++) {
    const next = random(seed);
    const drawn = draw(next);
    const bytes = damage(drawn, next, () => draw(next).bytes());
    try {
      const { cases: found, refusals, wrapperProblems } = await pipeline(bytes);
      if (found.length > 0) ends.analysed++;
      else {
        ends.refused++;
        expect(refusals.length + wrapperProblems.length, `seed ${seed}`).toBeGreaterThan(0);
      }
    } catch (error) {
      throw new Error(`npm run fuzz -- --seed ${seed} --cases 1 (from ${drawn.name}): ${error}`, { cause: error });
    }
  }
  return ends;
}

test('whole synthetic inputs of every kind are analysed without refusal', async () => {
  for (const seed of syntheticSeeds()) {
    const { cases, refusals } = await pipeline(seed.bytes());
    expect([cases.length, refusals.length], seed.name).toEqual([1, 0]);
  }
});

test('four hundred damaged synthetic inputs: a result or a typed error', async () => {
  const ends = await fuzz(syntheticSeeds(), 400, 1);
  expect(ends.analysed + ends.refused).toBe(400);
  expect(ends.analysed).toBeGreaterThan(200);
});

test.skipIf(!existsSync(CORPUS))(
  'a hundred damaged files of the corpus: a result or a typed error (needs ../shared/corpus)',
  async () => {
    const ends = await fuzz(corpusSeeds(2 << 20), 100, 20_000);
    expect(ends.analysed + ends.refused).toBe(100);
    expect(ends.analysed).toBeGreaterThan(40);
  },
);
