import { readdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Completion } from '../../debugger/completion.ts';

const MOST = 200;
/** Commands whose argument is a file of the user's machine. */
const TAKES_FILE =
  /(?:^|[;{]\s*)\s*(?:\$\$?>?<|\$\$>a<|\.(?:logopen|logappend|nvload|opendump|notebook|export|writemem)\s+(?:\/\w+\s+)*)("?)([^";]*)$/i;

/** Names of files where a command wants one; null where it wants something else. */
export function completeFile(line: string, cursor: number): Completion | null {
  const found = TAKES_FILE.exec(line.slice(0, cursor));
  if (!found) return null;
  const [, quote = '', written = ''] = found;
  const home = written.startsWith('~/') ? join(homedir(), written.slice(2)) : written;
  const folder = /[\\/]$/.test(home) ? home : dirname(home);
  const last = /[^\\/]*$/.exec(home)![0];
  const kept = written.slice(0, written.length - last.length);
  const words: string[] = [];
  for (const { name, isFolder } of filesIn(folder === '' ? '.' : folder)) {
    if (!name.startsWith(last) || (name.startsWith('.') && !last.startsWith('.'))) continue;
    // A blank ends a name that is not in quotes.
    if (/[\s;"]/.test(name) && quote === '') continue;
    words.push(`${kept}${name}${isFolder ? '/' : ''}`);
    if (words.length >= MOST) break;
  }
  return { start: cursor - written.length, words: words.sort() };
}

function filesIn(folder: string): { readonly name: string; readonly isFolder: boolean }[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).map((entry) => ({
      name: entry.name,
      isFolder: entry.isDirectory() || (entry.isSymbolicLink() && isFolder(join(folder, entry.name))),
    }));
  } catch {
    return [];
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
