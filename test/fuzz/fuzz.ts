// npm run fuzz -- --minutes 10 [--seed 1] [--only TEXT] [--cases N] [--commands]: damaged inputs through the whole
// pipeline, or with --commands random debugger commands over them. The only outcomes are a result or a typed error, in
// little processor time and without growth of memory.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { MemoreticsError } from '../../src/bytes/errors.ts';
import { random } from '../synth/mutate.ts';
import { randomLine } from './command-lines.ts';
import { damage, drawer } from './damage.ts';
import { runLines } from './debugger.ts';
import { pipeline } from './pipeline.ts';
import { corpusSeeds, syntheticSeeds } from './seeds.ts';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '1' },
    seed: { type: 'string', default: String(Date.now() % 0x7fffffff) },
    only: { type: 'string', default: '' },
    cases: { type: 'string', default: 'Infinity' },
    commands: { type: 'boolean', default: false },
  },
});
/** Lines of commands for one input. */
const LINES = 20;
/** Processor seconds that one case may take; of commands each line has a limit of its own. */
const SLOW = values.commands ? LINES : 2;
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
    if (await isAnalysed(bytes, next)) outcomes.analysed++;
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
/** False when the whole input was refused by a typed error; throws what must not be. */
async function isAnalysed(bytes: Uint8Array, next: () => number): Promise<boolean> {
  if (!values.commands) return (await pipeline(bytes, 'fuzz.dmp')).cases.length > 0;
  try {
    await runLines(
      bytes,
      Array.from({ length: LINES }, () => randomLine(next)),
      null,
    );
    return true;
  } catch (error) {
    if (error instanceof MemoreticsError) return false;
    throw error;
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
