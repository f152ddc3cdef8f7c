// npm run fuzz -- --minutes 10 [--seed 1] [--only TEXT] [--first N]: damaged inputs through the whole pipeline. The
// only outcomes are a result or a typed error, in two seconds of processor time and without growth of memory.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { random } from '../synth/mutate.ts';
import { damage, drawer } from './damage.ts';
import { pipeline } from './pipeline.ts';
import { corpusSeeds, syntheticSeeds } from './seeds.ts';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '1' },
    seed: { type: 'string', default: String(Date.now() % 0x7fffffff) },
    only: { type: 'string', default: '' },
    cases: { type: 'string', default: 'Infinity' },
  },
});
/** Processor seconds that one case may take. */
const SLOW = 2;
/** Growth of resident memory, collected garbage apart, that means a leak. */
const GROWTH = 400 << 20;

const first = Number(values.seed);
const until = performance.now() + Number(values.minutes) * 60_000;
const seeds = [...syntheticSeeds(), ...corpusSeeds()].filter(({ name }) => name.includes(values.only));
if (seeds.length === 0) {
  console.error(`no seed has "${values.only}" in its name`);
  process.exit(1);
}
const draw = drawer(seeds);
const folder = mkdtempSync(join(tmpdir(), 'memoretics-fuzz-'));
const slowest: { name: string; seed: number; seconds: number }[] = [];
const failures = new Map<string, number>();
const outcomes = { analysed: 0, refused: 0 };
const collect = (globalThis as { gc?: () => void }).gc ?? (() => {});

console.log(`${seeds.length} inputs to damage, first seed ${first}`);
const started = performance.now();
let cases = 0;
let steady = 0;
let told = started;
while (performance.now() < until && cases < Number(values.cases)) {
  const number = first + cases++;
  const next = random(number);
  const seed = draw(next);
  const bytes = damage(seed, next, () => draw(next).bytes());
  const before = process.cpuUsage();
  let failure: string | null = null;
  try {
    const outcome = await pipeline(bytes, 'fuzz.dmp');
    if (outcome.cases.length > 0) outcomes.analysed++;
    else outcomes.refused++;
  } catch (error) {
    failure = error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
  const { user, system } = process.cpuUsage(before);
  const seconds = (user + system) / 1e6;
  if (seconds > SLOW) failure ??= `${seconds.toFixed(1)} s of processor time for ${bytes.length} bytes`;
  slowest.push({ name: seed.name, seed: number, seconds });
  slowest.sort((a, b) => b.seconds - a.seconds).splice(5);
  if (failure) {
    // One input for each kind of failure: its message and place without numbers.
    const key = failure.split('\n').slice(0, 3).join('\n').replace(/\d+/g, '#');
    const seen = failures.get(key) ?? 0;
    failures.set(key, seen + 1);
    if (seen === 0) {
      const file = join(folder, `seed-${number}`);
      writeFileSync(file, bytes);
      console.log(
        `FAILED seed ${number}, from ${seed.name}, kept as ${file}\n${failure.split('\n').slice(0, 8).join('\n')}`,
      );
    }
  }
  if (cases === 200) {
    collect();
    steady = process.memoryUsage().rss;
  }
  if (performance.now() - told > 30_000) {
    told = performance.now();
    console.log(`${cases} cases, ${rate()} a second, ${process.memoryUsage().rss >> 20} MB, ${failures.size} failures`);
  }
}
function rate(): string {
  return ((cases * 1000) / (performance.now() - started)).toFixed(1);
}
collect();
const grown = steady === 0 ? 0 : process.memoryUsage().rss - steady;
console.log(`${cases} cases, ${rate()} a second; ${outcomes.analysed} analysed, ${outcomes.refused} refused`);
console.log(`memory ${process.memoryUsage().rss >> 20} MB at the end, ${grown >> 20} MB more than after 200 cases`);
for (const { name, seed, seconds } of slowest) console.log(`slow: ${seconds.toFixed(2)} s, seed ${seed}, ${name}`);
if (grown > GROWTH) failures.set('memory grows', 1);
for (const [key, count] of failures) console.log(`${count} times: ${key}`);
process.exit(failures.size > 0 ? 1 : 0);
