// npm run bench [-- --runs 7] [--only TEXT]: what memoretics costs on this machine, on the corpus, next to what it may cost.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { analyze } from '../../src/analysis/report.ts';
import { renderReport } from '../../src/cli/report.ts';
import { openCase } from '../../src/evidence/open-case.ts';
import { PATTERNS } from '../../src/patterns/index.generated.ts';
import { nodeDisassembler } from '../../src/platform/node/disassembler.ts';
import { openFile } from '../../src/platform/node/file-source.ts';
import { type BenchModule, type Figure, median, table } from './figure.ts';
import { writeSparseDump } from './sparse-dump.ts';

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '7' }, only: { type: 'string', default: '' } },
});
const runs = Math.max(1, Number(values.runs));
const corpus = resolve('../shared/corpus');
const home = resolve('node_modules/.cache');
mkdirSync(home, { recursive: true });
const folder = mkdtempSync(join(home, 'bench-'));
const figures: Figure[] = [];

function files(path: string, pattern = /\.(dmp|log)$/): string[] {
  const whole = join(corpus, path);
  if (!existsSync(whole)) return [];
  return readdirSync(whole)
    .filter((name) => pattern.test(name))
    .map((name) => join(whole, name));
}

/** Runs the bundled command line; its highest resident memory is read from the child itself, on Linux. */
interface Measured {
  readonly seconds: number;
  /** Processor time of all its threads: what the machine's other work does not change. */
  readonly processor: number;
  readonly memory: number | null;
  readonly status: number | null;
}
function measure(cli: string, file: string): Measured {
  const preload = join(folder, 'memory.mjs');
  const started = performance.now();
  const ran = spawnSync(process.execPath, ['--import', preload, cli, 'analyze', file], { encoding: 'utf8' });
  const seconds = (performance.now() - started) / 1000;
  const peak = /VmHWM (\d+)/.exec(ran.stderr)?.[1];
  const processor = Number(/CPU ([\d.]+)/.exec(ran.stderr)?.[1] ?? Number.NaN);
  return { seconds, processor, memory: peak === undefined ? null : Number(peak) / 1024, status: ran.status };
}

const CLASSES: readonly (readonly [string, readonly string[], string])[] = [
  ['kernel triage dump', files('kernel-triage').filter((file) => statSync(file).size > 3.4e6), '< 0.4'],
  ['user minidump', files('user'), ''],
  ['full user dump', files('made', /f2.*\.dmp$/), ''],
  ['complete kernel dump', [...files('forged/x64'), ...files('forged/x86')], ''],
  ['log', files('logs'), ''],
];

try {
  execFileSync(process.execPath, ['scripts/build.mjs', join(folder, 'dist')], { stdio: 'inherit' });
  execFileSync(process.execPath, [
    '-e',
    `require('fs').writeFileSync(${JSON.stringify(join(folder, 'memory.mjs'))}, ${JSON.stringify(
      "import { readFileSync } from 'node:fs';\nprocess.on('exit', () => { try { process.stderr.write('VmHWM ' + /VmHWM:\\s+(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1] + '\\n'); } catch {} });\nprocess.on('exit', () => { const { user, system } = process.cpuUsage(); process.stderr.write('CPU ' + (user + system) / 1e6 + '\\n'); });\n",
    )})`,
  ]);
  const cli = join(folder, 'dist/cli.mjs');
  if (!existsSync(corpus)) console.log('../shared/corpus is absent: only what needs no corpus is measured');

  const bare = Array.from({ length: runs }, () => {
    const started = performance.now();
    spawnSync(process.execPath, ['-e', '0']);
    return (performance.now() - started) / 1000;
  });
  figures.push({ name: 'node alone, start to end', figure: median(bare), unit: 's', target: '' });
  for (const [name, list, target] of CLASSES) {
    if (list.length === 0 || !name.includes(values.only)) continue;
    const seconds: number[] = [];
    const processor: number[] = [];
    let memory: number | null = null;
    for (let run = 0; run < Math.max(runs, name === 'log' ? 0 : list.length); run++) {
      const measured = measure(cli, list[run % list.length]!);
      seconds.push(measured.seconds);
      processor.push(measured.processor);
      if (measured.memory !== null) memory = Math.max(memory ?? 0, measured.memory);
    }
    const note = `${seconds.length} runs over ${Math.min(list.length, seconds.length)} files`;
    figures.push({ name: `${name}, start to report`, figure: median(seconds), unit: 's', target, note });
    figures.push({ name: `${name}, processor time`, figure: median(processor), unit: 's', target: '' });
    figures.push({ name: `${name}, peak memory`, figure: memory, unit: 'MB', target: '< 200' });
  }

  const sparse = join(folder, 'sparse.dmp');
  writeSparseDump(sparse, 16 * 2 ** 30);
  const big = measure(cli, sparse);
  figures.push({
    name: 'sparse 16 GB kernel dump',
    figure: big.seconds,
    unit: 's',
    target: '',
    note: `exit ${big.status}`,
  });
  figures.push({ name: 'sparse 16 GB kernel dump, peak memory', figure: big.memory, unit: 'MB', target: '< 200' });

  for (const [name, list, target] of [
    ['triage dumps in one process', files('kernel-triage'), '> 25'],
    ['user minidumps in one process', files('user'), ''],
  ] as const) {
    if (list.length > 0) figures.push({ name, figure: rate(list), unit: 'dumps/s', target, note: 'processor time' });
  }
  figures.push(...stackwalk(cli));
  for (const file of readdirSync('test/bench').filter(
    (one) => one.endsWith('.bench.ts') && one.includes(values.only),
  )) {
    figures.push(...(await other(file)));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(table(figures));

/** Analyses per second of processor time, after a first round that warms the code up. */
function rate(list: readonly string[]): number {
  const round = () => {
    for (const path of list) {
      const file = openFile(path);
      renderReport(analyze(openCase(file, path, [], nodeDisassembler), PATTERNS), {
        width: 100,
        color: false,
        full: false,
      });
      file.close();
    }
  };
  round();
  const before = process.cpuUsage();
  for (let index = 0; index < 3; index++) round();
  const { user, system } = process.cpuUsage(before);
  return (3 * list.length * 1e6) / (user + system);
}

/** The same user minidumps through breakpad's minidump_stackwalk: whole processes, side by side. */
function stackwalk(cli: string): Figure[] {
  const names = [
    process.env['MINIDUMP_STACKWALK'],
    resolve('node_modules/minidump/bin/linux-x64/minidump_stackwalk'),
    '/tmp/oracle/node_modules/minidump/bin/linux-x64/minidump_stackwalk',
  ];
  const tool = names.find((name) => name && existsSync(name));
  const name = 'user minidumps against minidump_stackwalk';
  if (!tool) return [{ name, figure: null, unit: 'x its time', target: '', note: 'set MINIDUMP_STACKWALK' }];
  const ratios: number[] = [];
  const theirs: number[] = [];
  for (const file of files('user')) {
    const started = performance.now();
    const ran = spawnSync(tool, [file], { encoding: 'latin1', maxBuffer: 64 << 20 });
    if (ran.status !== 0) continue;
    const seconds = (performance.now() - started) / 1000;
    theirs.push(seconds);
    ratios.push(measure(cli, file).seconds / seconds);
  }
  if (ratios.length === 0)
    return [{ name, figure: null, unit: 'x its time', target: '', note: 'it read none of them' }];
  return [
    { name, figure: median(ratios), unit: 'x its time', target: '', note: `median of ${ratios.length} files` },
    { name: 'minidump_stackwalk, start to end', figure: median(theirs), unit: 's', target: '' },
  ];
}

/** Another bench module, bundled and run in a process of its own. */
async function other(file: string): Promise<readonly Figure[]> {
  const { bundle } = (await import(resolve('scripts/bundle.mjs'))) as {
    bundle(entry: string, out: string, name: string): Promise<void>;
  };
  try {
    await bundle(resolve('test/bench', file), folder, `${file}.mjs`);
    const loaded = (await import(join(folder, `${file}.mjs`))) as BenchModule;
    return await loaded.run();
  } catch (error) {
    return [{ name: file, figure: null, unit: '', target: '', note: `failed: ${String(error)}` }];
  }
}
