import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { Console } from '../transcripts/console.ts';
import type { Figure } from './figure.ts';

const CORPUS = resolve('../shared/corpus');
const FOLDERS = [`${CORPUS}/isf`, `${CORPUS}/forged/x86/symbols`, `${CORPUS}/forged/x64/binaries`];

/** Processor seconds of each command on every forged kernel dump, just opened; the names of nt are in the first. */
export async function commandCosts(
  commands: readonly string[],
  note: (text: string) => string,
): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const folder of ['x86', 'x64']) {
    const whole = `${CORPUS}/forged/${folder}`;
    if (!existsSync(whole)) continue;
    for (const name of readdirSync(whole).filter((file) => file.endsWith('.dmp'))) {
      const console = new Console(`${whole}/${name}`, FOLDERS);
      try {
        for (const command of commands) {
          const before = process.cpuUsage();
          const text = await console.text(command);
          const { user, system } = process.cpuUsage(before);
          const figure = (user + system) / 1e6;
          figures.push({
            name: `${command}, ${name.replace('.dmp', '')}`,
            figure,
            unit: 's',
            target: '',
            note: note(text),
          });
        }
      } finally {
        console.close();
      }
    }
  }
  return figures;
}
