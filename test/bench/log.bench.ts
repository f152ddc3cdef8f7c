import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { analyze } from '../../src/analysis/report.ts';
import { BytesSource } from '../../src/bytes/source.ts';
import { openCase } from '../../src/evidence/open-case.ts';
import { PATTERNS } from '../../src/patterns/index.generated.ts';
import type { Figure } from './figure.ts';

const LOGS = resolve('../shared/corpus/logs');
const RUNS = 5;

/** A megabyte of `!process 0 7`: threads with fourteen frames each, of many processes. */
function threadLog(size: number): string {
  const lines = ['0: kd> !process 0 7', '**** NT ACTIVE PROCESS DUMP ****'];
  const hex = (value: number) => value.toString(16).padStart(8, '0');
  let length = 0;
  for (let thread = 0; length < size; thread++) {
    const block: string[] = [];
    if (thread % 12 === 0) {
      const process = hex(0x88000000 + thread * 0x1000);
      block.push(
        `PROCESS ${process}  SessionId: 0  Cid: ${hex(thread + 4).slice(4)}    Peb: 7ffd6000  ParentCid: 0294`,
      );
      block.push(
        `    DirBase: 0a2c0320  ObjectTable: e1a3e008  HandleCount: 340.`,
        `    Image: service${thread}.exe`,
        '',
      );
    }
    const address = 0x89000000 + thread * 0x200;
    block.push(
      `        THREAD ${hex(address)}  Cid ${hex(thread - (thread % 12) + 4).slice(4)}.${hex(thread + 8).slice(4)}  Teb: 7ffdd000 Win32Thread: 00000000 WAIT: (UserRequest) UserMode Non-Alertable`,
      `            ${hex(address + 0x8000)}  SynchronizationEvent`,
      `        Wait Start TickCount      ${1000 + thread}         Ticks: 64 (0:00:00:01.000)`,
      `        Context Switch Count      ${thread}`,
      '        UserTime                  00:00:00.015',
      '        KernelTime                00:00:00.000',
      '        Stack Init b5d2c000 Current b5d2bc4c Base b5d2c000 Limit b5d29000 Call 0',
      '        Priority 8 BasePriority 8 PriorityDecrement 0 DecrementCount 0',
      '        ChildEBP RetAddr  ',
    );
    for (let frame = 0; frame < 14; frame++) {
      const number = (thread * 14 + frame) % 60;
      block.push(
        `        ${hex(0xb5d2b000 + frame * 16)} ${hex(0x8083d000 + number * 32)} nt!KiFunction${number}+0x${number}`,
      );
    }
    block.push('');
    for (const line of block) length += line.length + 1;
    lines.push(...block);
  }
  return lines.join('\r\n');
}

/** Milliseconds from opening to the findings: the first time, and the fastest of those that follow. */
function measure(name: string, bytes: Uint8Array): Figure[] {
  const times = Array.from({ length: RUNS }, () => {
    const started = performance.now();
    analyze(openCase(new BytesSource(bytes), 'some.log', []), PATTERNS);
    return ((performance.now() - started) * 1e6) / bytes.length;
  });
  const [first, ...again] = times;
  const note = `${(bytes.length / 1e6).toFixed(1)} MB`;
  return [
    { name: `${name}, first in its process`, figure: first!, unit: 'ms/MB', target: '', note },
    { name, figure: Math.min(...again), unit: 'ms/MB', target: '< 300', note },
  ];
}

/** How long logs of about a megabyte take: one of many commands, one of many threads, and a large one. */
export async function run(): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  if (existsSync(LOGS)) {
    const logs = readdirSync(LOGS).map((name) => readFileSync(`${LOGS}/${name}`));
    figures.push(...measure('log of many commands', Buffer.concat([...logs, ...logs])));
  } else figures.push({ name: 'log of many commands', figure: null, unit: '', target: '', note: `needs ${LOGS}` });
  figures.push(...measure('log of many threads', Buffer.from(threadLog(1e6))));
  figures.push(...measure('log of very many threads', Buffer.from(threadLog(12e6))));
  return figures;
}
