import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { BytesSource } from '../../src/bytes/source.ts';
import { PDBUTIL_OPTIONS, type PdbFacts, pdbutilFacts } from '../oracle/llvm-pdbutil.ts';
import { difference, ourFacts } from '../oracle/pdb-facts.ts';

const SHARED = resolve(import.meta.dirname, '../../../shared/corpus');
const TOOL = ['/usr/bin/llvm-pdbutil-19', '/usr/bin/llvm-pdbutil'].find(existsSync);
/** Microsoft-compiled PDBs of the npm package node-pty, where somebody installed it; MEMORETICS_PDBS adds a folder. */
const FOLDERS = [
  resolve(import.meta.dirname, '../fixtures/pdb'),
  join(SHARED, 'made'),
  join(SHARED, 'forged'),
  resolve(import.meta.dirname, '../../node_modules/node-pty/prebuilds'),
  ...(process.env['MEMORETICS_PDBS'] ?? '').split(':').filter(Boolean),
];
const LONG = process.env['MEMORETICS_LONG'] === '1';

function pdbs(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? pdbs(path) : path.endsWith('.pdb') ? [path] : [];
  });
}

function foreign(path: string): PdbFacts {
  const text = execFileSync(TOOL ?? '', ['dump', ...PDBUTIL_OPTIONS, path], {
    encoding: 'utf8',
    maxBuffer: 1 << 30,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return pdbutilFacts(text);
}

const all = FOLDERS.flatMap(pdbs);
// A few stand for the rest, since the tool takes a second for each; MEMORETICS_LONG takes every file.
const some = all.filter(
  (path) =>
    LONG || /fixtures|crashfpo-i686|msvcex|lockdrv|F2781F79.*ntkrpamp|win32-x64\/conpty_console_list/.test(path),
);

test.skipIf(!TOOL || some.length === 0)(
  'publics, globals, procedures, types, lines, inlinees, contributions and frame records are those of llvm-pdbutil (needs llvm-pdbutil-19; more with ../shared/corpus)',
  () => {
    const counts = new Map<string, number>();
    for (const path of some) {
      const { problems, ...ours } = ourFacts(new BytesSource(readFileSync(path)));
      const theirs = foreign(path);
      for (const kind of Object.keys(theirs) as (keyof PdbFacts)[]) {
        expect(difference(ours[kind], theirs[kind]), `${kind} of ${path}`).toEqual({ ours: [], theirs: [] });
        counts.set(kind, (counts.get(kind) ?? 0) + ours[kind].length);
      }
      expect(problems, path).toEqual([]);
    }
    console.info(
      `PDBs against llvm-pdbutil: ${some.length} files, ${JSON.stringify(Object.fromEntries(counts))}, 0 differ`,
    );
    for (const kind of ['publics', 'globals', 'procedures', 'types', 'lines', 'contributions', 'frames']) {
      expect(counts.get(kind), kind).toBeGreaterThan(0);
    }
  },
);
