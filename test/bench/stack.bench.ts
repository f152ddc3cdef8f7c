import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { BytesSource } from '../../src/bytes/source.ts';
import type { RawFrame } from '../../src/machine/unwind.ts';
import { openKernelTarget } from '../../src/target/kernel-target.ts';
import { openMinidumpTarget } from '../../src/target/minidump-target.ts';
import { StackEnvironment } from '../../src/target/stack-environment.ts';
import { describeFrames } from '../../src/target/stack-frames.ts';
import type { Target } from '../../src/target/target.ts';
import type { Figure } from './pdb.bench.ts';

const CORPUS = resolve('../shared/corpus');
const DUMPS = [
  { name: 'x64 hang-x64-f2-cv', path: `${CORPUS}/made/hang-x64-f2-cv.dmp`, target: '> 300000' },
  { name: 'x64 kernel w10-locks', path: `${CORPUS}/forged/x64/w10-locks.dmp`, target: '> 300000' },
  { name: 'x86 hang-x86-f0', path: `${CORPUS}/made/hang-x86-f0.dmp`, target: '' },
] as const;

function open(path: string): Target {
  const bytes = readFileSync(path);
  const source = new BytesSource(bytes);
  return bytes.toString('latin1', 0, 4) === 'MDMP' ? openMinidumpTarget(source) : openKernelTarget(source);
}

/** Walks over every thread, rules warm, without and with names, source lines and plain data. */
function measure(target: Target): { walked: number; named: number } {
  const environment = new StackEnvironment(target);
  const threads = target.threads.filter(({ context }) => context !== null);
  const walk = (index: number): readonly RawFrame[] => {
    const { context, stack } = threads[index % threads.length]!;
    return environment.unwinder(context!.architecture).walk(context!, { stack }).frames;
  };
  return {
    walked: rate((index) => walk(index).length),
    named: rate((index) => {
      const frames = walk(index);
      for (const frame of frames) describeFrames(frame, environment);
      return frames.length;
    }),
  };
}

/** Frames per second of processor time, which other processes disturb less than the clock. */
function rate(task: (index: number) => number): number {
  for (let index = 0; index < 500; index++) task(index);
  let frames = 0;
  let used = 0;
  const start = process.cpuUsage();
  for (let index = 0; used < 500_000; index++) {
    frames += task(index);
    if (index % 100 === 0) used = process.cpuUsage(start).user;
  }
  return Math.round((frames / used) * 1e6);
}

/** Frames per second per core against issue 4's targets; dumps that are absent are left out with a message. */
export async function run(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const { name, path, target } of DUMPS) {
    if (!existsSync(path)) {
      console.error(`skipped: ${name} (needs ${path})`);
      continue;
    }
    const { walked, named } = measure(open(path));
    figures.push({ name: `stacks of ${name}: frames`, figure: walked, unit: '/s', target });
    figures.push({ name: `stacks of ${name}: frames, named`, figure: named, unit: '/s', target: '' });
  }
  return figures;
}

if (process.argv[2] === 'stack') console.table(await run());
