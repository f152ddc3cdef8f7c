import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { Console } from '../transcripts/console.ts';
import type { Figure } from './figure.ts';

const CORPUS = resolve('../shared/corpus');
const FOLDERS = [`${CORPUS}/isf`, `${CORPUS}/forged/x86/symbols`, `${CORPUS}/forged/x64/binaries`];
const COMMANDS = ['!process 0 0', '!process 0 7'] as const;

/** Processor seconds of each command on a dump that was just opened, the names of nt included in the first. */
async function costs(path: string): Promise<Figure[]> {
  const console = new Console(path, FOLDERS);
  const figures: Figure[] = [];
  const name = path.split('/').at(-1)!.replace('.dmp', '');
  try {
    for (const command of COMMANDS) {
      const before = process.cpuUsage();
      const text = await console.text(command);
      const { user, system } = process.cpuUsage(before);
      const threads = text.match(/^ {8}THREAD /gm)?.length ?? 0;
      const blocks = text.match(/^PROCESS /gm)?.length ?? 0;
      const note = `${blocks} processes${threads > 0 ? `, ${threads} threads` : ''}`;
      figures.push({ name: `${command}, ${name}`, figure: (user + system) / 1e6, unit: 's', target: '', note });
    }
  } finally {
    console.close();
  }
  return figures;
}

export async function run(): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const folder of ['x86', 'x64']) {
    const whole = `${CORPUS}/forged/${folder}`;
    if (!existsSync(whole)) continue;
    for (const name of readdirSync(whole).filter((file) => file.endsWith('.dmp')))
      figures.push(...(await costs(`${whole}/${name}`)));
  }
  return figures;
}
