import { readFileSync, statSync } from 'node:fs';
import { printable } from '../bytes/text.ts';
import { checkRegistry, readRegistryFile } from '../handbook/registry-check.ts';
import { Page } from './page.ts';
import { terminal } from './terminal.ts';

/** An export of the keys that matter is a few kilobytes; a whole hive does not belong here. */
const LARGEST = 64 << 20;

/** Tells what the settings of a `.reg` file mean for the saving of dumps; 1 where the file cannot be read or says nothing of it. */
export function runRegistry(path: string, options: { readonly json?: boolean }): number {
  let text: string;
  try {
    if (statSync(path).size > LARGEST) throw new Error('it is larger than 64 MB');
    text = decoded(readFileSync(path));
  } catch (error) {
    process.stderr.write(`memoretics: ${printable(path)}: ${printable((error as Error).message)}\n`);
    return 1;
  }
  const remarks = checkRegistry(readRegistryFile(text));
  if (options.json) process.stdout.write(`${JSON.stringify(remarks, null, 2)}\n`);
  else if (remarks.length > 0) {
    const { width, color } = terminal();
    const page = new Page(width, color);
    for (const { key, name, text: said, wrong } of remarks) {
      page.line([[wrong ? 'red' : 'dim', wrong ? '[!] ' : '[x] '], ['bold', name], ` ${said}`], 0, 4);
      page.line([['dim', key]], 4, 4);
    }
    process.stdout.write(page.toString());
  }
  if (remarks.length === 0)
    process.stderr.write(
      `memoretics: ${printable(path)} has no values of AeDebug, CrashControl or PerfOptions: export these keys with regedit\n`,
    );
  return remarks.length > 0 ? 0 : 1;
}

/** Regedit writes UTF-16 with a mark; older exports are of one byte a character. */
function decoded(bytes: Uint8Array): string {
  return new TextDecoder(bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8').decode(bytes);
}
