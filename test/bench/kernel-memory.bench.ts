import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isHole, type MemorySpace, tryU64 } from '../../src/memory/space.ts';
import { openFile } from '../../src/platform/node/file-source.ts';
import { openKernelTarget } from '../../src/target/kernel-target.ts';
import { Console } from '../transcripts/console.ts';
import { type Figure, median } from './figure.ts';

const CORPUS = resolve('../shared/corpus');
const RUNS = 5;
const READS = 1_000_000;

function perSecond(work: () => number): number {
  work();
  return median(
    Array.from({ length: RUNS }, () => {
      const before = process.cpuUsage();
      const done = work();
      const { user, system } = process.cpuUsage(before);
      return (done * 1e6) / (user + system);
    }),
  );
}

/** Addresses of all pages of kernel space in a dump. */
function kernelPages(memory: MemorySpace): number[] {
  const pages: number[] = [];
  for (let at = -(2 ** 47); at < 0; ) {
    const answer = memory.read(at, 0x1000);
    if (isHole(answer)) at += answer.length;
    else {
      pages.push(at);
      at += 0x1000;
    }
  }
  return pages;
}

function reads(): Figure[] {
  const path = join(CORPUS, 'forged/x64/w10-memory.dmp');
  if (!existsSync(path)) return [];
  const file = openFile(path);
  const { memory } = openKernelTarget(file);
  const pages = kernelPages(memory);
  const small = perSecond(() => {
    for (let i = 0; i < READS; i++) tryU64(memory, pages[(i * 7919) & 255]! + ((i * 13) & 0x1ff) * 8);
    return READS / 1e6;
  });
  const bulk = perSecond(() => {
    let bytes = 0;
    for (let round = 0; round < 20; round++)
      for (const page of pages) bytes += (memory.read(page, 0x1000) as Uint8Array).length;
    return bytes / 1e9;
  });
  file.close();
  return [
    {
      name: 'virtual reads of 8 bytes, four levels',
      figure: small,
      unit: 'million/s',
      target: '> 2',
      note: '256 pages',
    },
    { name: 'virtual memory page by page', figure: bulk, unit: 'GB/s', target: '> 1' },
  ];
}

/** Time of a command on one dump, its symbols loaded before. */
async function timed(dump: string, command: string): Promise<Figure> {
  const path = join(CORPUS, 'forged', `${dump}.dmp`);
  const folders = [join(CORPUS, 'isf'), join(CORPUS, 'forged/x86/symbols')];
  const name = `${command} on ${dump}`;
  if (!existsSync(path)) return { name, figure: null, unit: 's', target: '', note: 'absent' };
  const console = new Console(path, folders);
  await console.text(command);
  const times: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const before = process.cpuUsage();
    await console.text(command);
    const { user, system } = process.cpuUsage(before);
    times.push((user + system) / 1e6);
  }
  console.close();
  return { name, figure: median(times), unit: 's', target: '' };
}

export async function run(): Promise<readonly Figure[]> {
  if (!existsSync(CORPUS) || readdirSync(CORPUS).length === 0) return [];
  return [
    ...reads(),
    await timed('x86/w2003-pte', '!vm'),
    await timed('x64/w10-memory', '!vm'),
    await timed('x64/w10-memory', '!poolused 2'),
    await timed('x64/w10-memory', '!poolfind Leak'),
  ];
}
