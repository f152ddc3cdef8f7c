import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { undecorate } from '../../src/symbols/undecorate.ts';

const NAMES = resolve(import.meta.dirname, '../fixtures/undecorate/names.tsv');
const MADE = resolve(import.meta.dirname, '../../../shared/corpus/made');
const UNDNAME = '/usr/bin/llvm-undname-19';
const PDBUTIL = '/usr/bin/llvm-pdbutil-19';

function disagreements(pairs: readonly (readonly [string, string])[]): string[] {
  return pairs.flatMap(([name, expected]) => {
    const ours = undecorate(name);
    // LLVM drops what a compiler appended behind the name (`.cold`, `.resume`); we keep it.
    const suffix = /\.[a-z]+$/.exec(name)?.[0] ?? '';
    return ours === expected || ours === expected + suffix ? [] : [`${name}\n  ${expected}\n  ${ours}`];
  });
}

test('C++ constructs of clang for x64 and x86: the words of llvm-undname', () => {
  const pairs = readFileSync(NAMES, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split('\t') as [string, string]);
  expect(pairs.length).toBeGreaterThan(500);
  expect(disagreements(pairs)).toEqual([]);
  for (const [name] of pairs) {
    const short = undecorate(name, 'name-only');
    expect(short).not.toBe('');
    if (!name.startsWith('??@') && !name.startsWith('??_C@')) expect(short).not.toMatch(/^\?/);
  }
});

const ready = existsSync(MADE) && existsSync(UNDNAME) && existsSync(PDBUTIL);
test.skipIf(!ready)(
  'publics of the PDBs in the corpus (needs ../shared/corpus/made, llvm-pdbutil-19, llvm-undname-19)',
  () => {
    const publics = spawnSync(PDBUTIL, ['dump', '-publics', `${MADE}/msvcex-x86_64.pdb`], {
      encoding: 'utf8',
      maxBuffer: 1 << 26,
    });
    const names = [...publics.stdout.matchAll(/S_PUB32 .*`(\?.*)`/g)].map((match) => match[1] ?? '');
    const lines = spawnSync(UNDNAME, { input: `${names.join('\n')}\n`, encoding: 'utf8' }).stdout.split('\n');
    const pairs = names.map((name) => [name, lines[lines.indexOf(name) + 1] ?? ''] as const);
    expect(pairs.length).toBeGreaterThan(0);
    expect(disagreements(pairs)).toEqual([]);
  },
);
