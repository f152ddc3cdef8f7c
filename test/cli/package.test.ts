import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const sample = join(root, 'test/fixtures/demo/crash.dmp');
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'memoretics-pack-'));
  // A prepared package, packed and installed as a stranger would: into an empty folder, without the registry.
  execFileSync('npm', ['pack', '--pack-destination', folder, '--silent'], { cwd: root, stdio: 'pipe' });
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  execFileSync('npm', ['init', '-y'], { cwd: folder, stdio: 'pipe' });
  execFileSync('npm', ['install', '--offline', '--no-audit', '--no-fund', `./memoretics-${version}.tgz`], {
    cwd: folder,
    stdio: 'pipe',
  });
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the installed command analyses the sample', () => {
  const run = spawnSync(join(folder, 'node_modules/.bin/memoretics'), ['analyze', sample, '--json'], {
    encoding: 'utf8',
  });
  expect(run.status).toBe(0);
  const result = JSON.parse(run.stdout);
  expect(result).toMatchObject({
    schema: 'memoretics.analysis/1',
    exception: { code: '0xc0000005', address: '0x140001030' },
    blame: { module: 'orders' },
  });
  expect(result.findings.map((finding: { pattern: string }) => finding.pattern)).toContain('null-pointer-data');
});

test('the installed library answers an import, with types', () => {
  const script = `import { analyze, openCase, openFile, PATTERNS } from 'memoretics';
    const analysis = analyze(openCase(openFile(${JSON.stringify(sample)}), 'crash.dmp'), PATTERNS);
    console.log(analysis.threads.length, analysis.blame?.module);`;
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', script], { cwd: folder, encoding: 'utf8' });
  expect(run.stdout.trim()).toBe('2 orders');
  const types = readFileSync(join(folder, 'node_modules/memoretics/dist/types/index.d.ts'), 'utf8');
  expect(types).toContain('openCase');
});
