import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { MemoreticsError } from '../../src/bytes/errors.ts';
import { SymbolFinder } from '../../src/cli/symbol-finder.ts';
import { mutate, random } from '../synth/mutate.ts';
import { randomLine } from './command-lines.ts';
import { damage, drawer } from './damage.ts';
import { runLines } from './debugger.ts';
import { CORPUS, corpusSeeds, type Seed, syntheticSeeds } from './seeds.ts';

const LINES = 12;

/** Random commands over damaged inputs, the same in every run: only the whole input may be refused. */
async function fuzz(seeds: readonly Seed[], cases: number, first: number) {
  const draw = drawer(seeds);
  const ends = { refused: 0, answers: 0, errors: 0 };
  for (let seed = first; seed < first + cases; seed++) {
    const next = random(seed);
    const drawn = draw(next);
    const bytes = next() < 0.2 ? drawn.bytes() : damage(drawn, next, () => draw(next).bytes());
    const lines = Array.from({ length: LINES }, () => randomLine(next));
    try {
      const ran = await runLines(bytes, lines, null);
      ends.answers += ran.answers;
      ends.errors += ran.errors;
    } catch (error) {
      if (!(error instanceof MemoreticsError))
        throw new Error(`seed ${seed} (from ${drawn.name}): ${error}`, { cause: error });
      ends.refused++;
    }
  }
  return ends;
}

test('random commands over four hundred damaged synthetic inputs: an answer or a typed error', async () => {
  const ends = await fuzz(syntheticSeeds(), 400, 1);
  expect(ends.refused).toBeLessThan(200);
  expect(ends.answers).toBeGreaterThan(300);
  expect(ends.errors).toBeGreaterThan(300);
});

test.skipIf(!existsSync(CORPUS))(
  'random commands over a hundred damaged files of the corpus (needs ../shared/corpus)',
  async () => {
    const ends = await fuzz(corpusSeeds(2 << 20), 100, 30_000);
    expect(ends.refused).toBeLessThan(60);
    expect(ends.answers).toBeGreaterThan(100);
  },
);

/** Commands that lead into every part of a symbol file, from a frame of the program itself on. */
const named = (module: string) => [
  ...['k', 'kP', 'kv', '.frame /r 3', 'dv', `x ${module}!*`, `dt ${module}!*`, 'u', 'ub', 'uf @$ip', 'ln @$ip'],
];
const PROGRAMS = [
  { dump: 'av-x64-f0.dmp', module: 'crash_x86_64_clang', files: ['crash-x86_64-clang.pdb', 'crash-x86_64-clang.exe'] },
  {
    dump: 'avfpo-x86-f0.dmp',
    module: 'crashfpo_i686_clang',
    files: ['crashfpo-i686-clang.pdb', 'crashfpo-i686-clang.exe'],
  },
  { dump: 'msvcex-x64-f2.dmp', module: 'msvcex_x86_64', files: ['msvcex-x86_64.pdb', 'msvcex-x86_64.exe'] },
];

test.skipIf(!existsSync(`${CORPUS}/made`)).each(PROGRAMS)(
  'commands with damaged symbols and images of $dump: shorter answers, no exception (needs ../shared/corpus/made)',
  async ({ dump, module, files }) => {
    const folder = mkdtempSync(join(tmpdir(), 'memoretics-fuzz-'));
    const bytes = new Uint8Array(readFileSync(`${CORPUS}/made/${dump}`));
    const whole = files.map((name) => new Uint8Array(readFileSync(`${CORPUS}/made/${name}`)));
    const run = async () => {
      const finder = new SymbolFinder('-', { symbols: [folder], images: [folder] });
      try {
        return await runLines(bytes, named(module), finder);
      } finally {
        finder.close();
      }
    };
    try {
      for (const [index, name] of files.entries()) writeFileSync(join(folder, name), whole[index]!);
      const good = await run();
      expect(good.answers).toBe(named(module).length);
      let shorter = 0;
      for (let seed = 1; seed <= 24; seed++) {
        const next = random(seed);
        for (const [index, name] of files.entries()) {
          // The head of a PDB names its streams: damage there, and all over.
          const hot = next() < 0.5 ? 4096 : whole[index]!.length;
          writeFileSync(join(folder, name), mutate(whole[index]!, next, hot));
        }
        const ran = await run().catch((error: unknown) => {
          throw new Error(`seed ${seed}: ${error}`, { cause: error });
        });
        if (ran.text < good.text) shorter++;
      }
      expect(shorter).toBeGreaterThan(4);
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
);
