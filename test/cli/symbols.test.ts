import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BuiltCommandLine, buildCommandLine, root } from './command-line.ts';

const demo = join(root, 'test/fixtures/demo');
const dump = join(demo, 'crash.dmp');
let memoretics: BuiltCommandLine;
let folder = '';

beforeAll(() => {
  memoretics = buildCommandLine();
  folder = mkdtempSync(join(tmpdir(), 'memoretics-symbols-'));
}, 60_000);
afterAll(() => {
  memoretics.remove();
  rmSync(folder, { recursive: true, force: true });
});

const frames = (...args: string[]) => framesOf(dump, ...args);
const framesOf = (file: string, ...args: string[]) => {
  const run = memoretics.run(['analyze', file, '--json', ...args]);
  expect(run.status).toBe(0);
  return JSON.parse(run.stdout).threads[0].frames as {
    function: string | null;
    trust: string;
    source: { line: number } | null;
  }[];
};

test('names, lines and unwind data come from the image and its PDB', () => {
  const found = frames('--symbols', demo, '--images', demo);
  expect(found.slice(0, 3)).toMatchObject([
    { function: 'customerName', trust: 'context', source: { line: 21 } },
    { function: 'printInvoice', trust: 'unwind-info' },
    { function: 'start', trust: 'unwind-info' },
  ]);
});

test('a PDB of another build is refused, and marked in every name when forced', () => {
  const wrong = join(folder, 'wrong');
  copyTo(wrong, 'orders.exe');
  const pdb = readFileSync(join(demo, 'orders.pdb'));
  const image = readFileSync(join(demo, 'orders.exe'));
  // The identity in the image's debug record is changed, so that the PDB beside it no longer belongs to it.
  const at = image.indexOf('RSDS');
  image[at + 4] = image[at + 4]! ^ 0xff;
  writeFileSync(join(wrong, 'orders.exe'), image);
  writeFileSync(join(wrong, 'orders.pdb'), pdb);
  expect(frames('--symbols', wrong, '--images', wrong).every((frame) => frame.function === null)).toBe(true);
  const forced = frames('--symbols', wrong, '--images', wrong, '--force-symbols');
  expect(forced[0]?.function).toBe('customerName[mismatched]');
  const check = memoretics.run(['symbols', 'check', dump, '--symbols', wrong, '--images', wrong]);
  expect(check.stdout).toMatch(/orders +none .*orders\.pdb/s);
});

test('a missing or damaged symbol file costs the names and nothing else', () => {
  const damaged = join(folder, 'damaged');
  copyTo(damaged, 'orders.exe');
  // Away from the sample's folder, where the whole PDB lies.
  copyFileSync(dump, join(damaged, 'crash.dmp'));
  writeFileSync(join(damaged, 'orders.pdb'), readFileSync(join(demo, 'orders.pdb')).subarray(0, 9000));
  const found = framesOf(join(damaged, 'crash.dmp'), '--symbols', damaged, '--images', damaged);
  expect(found[0]?.function).toBeNull();
  expect(found[1]?.trust).toBe('unwind-info');
});

test('needed lists what the dump wants in four forms', () => {
  expect(memoretics.run(['symbols', 'needed', dump]).stdout).toContain('orders.exe timestamp');
  const json = JSON.parse(memoretics.run(['symbols', 'needed', '--json', dump]).stdout);
  expect(json).toHaveLength(4);
  const manifest = memoretics.run(['symbols', 'needed', '--format', 'symchk', dump]).stdout;
  expect(manifest).toMatch(/^orders\.exe,[0-9A-F]{8}[0-9a-f]+,1\r\n/);
  expect(memoretics.run(['symbols', 'needed', '--format', 'curl', dump]).stdout).toContain('url = "https://');
});

test('an imported bundle is found from the store without any path', () => {
  const store = join(folder, 'store');
  const env = { MEMORETICS_SYMBOL_STORE: store };
  const run = memoretics.run(['symbols', 'import', demo], { env });
  expect(run.status).toBe(0);
  expect(run.stdout).toContain('orders.pdb');
  const away = join(folder, 'away');
  copyTo(away, 'crash.dmp');
  const analysis = JSON.parse(memoretics.run(['analyze', join(away, 'crash.dmp'), '--json'], { env }).stdout);
  expect(analysis.threads[0].frames[0].function).toBe('customerName');
  expect(analysis.modules.find((module: { name: string }) => module.name === 'orders').symbols).toBe('pdb');
});

test('dump streams records of a kind as JSON Lines', () => {
  const run = memoretics.run(['symbols', 'dump', join(demo, 'orders.pdb'), '--kind', 'procedure']);
  const records = run.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(records.map(({ name, size }) => [name, size])).toContainEqual(['customerName', 9]);
  expect(records.every(({ kind }) => kind === 'procedure')).toBe(true);
  expect(memoretics.run(['symbols', 'dump', dump]).status).toBe(2);
});

function copyTo(to: string, name: string): void {
  rmSync(to, { recursive: true, force: true });
  mkdirSync(to, { recursive: true });
  copyFileSync(join(demo, name), join(to, name));
}
