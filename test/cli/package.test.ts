import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pageExamples } from './scripting-page.ts';

const root = resolve(import.meta.dirname, '../..');
const demo = join(root, 'test/fixtures/demo');
const sample = join(demo, 'crash.dmp');
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
}, 300_000);
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

/** Nothing of this machine's symbol set-up may decide a test. */
const environment = () => ({ PATH: process.env['PATH'] ?? '', MEMORETICS_SYMBOL_STORE: join(folder, 'store') });
const node = (...args: string[]) =>
  spawnSync(process.execPath, args, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...environment(), DUMP: sample, SYMBOLS: demo },
  });

test('the installed command runs a script from an empty folder', () => {
  writeFileSync(
    join(folder, 'threads.ts'),
    `import { openDump, print, type Dump } from 'memoretics';
const dump: Dump = await openDump();
for (const thread of await dump.threads()) print(String(thread.id), (await dump.stack(thread))[0]?.name);
dump.close();
`,
  );
  const args = ['script', 'threads.ts', sample, '--symbols', demo, '--images', demo];
  const run = spawnSync(join(folder, 'node_modules/.bin/memoretics'), args, {
    cwd: folder,
    encoding: 'utf8',
    env: environment(),
  });
  expect(run).toMatchObject({
    status: 0,
    stderr: '',
    stdout: expect.stringMatching(/^328 orders!customerName\n332 ntdll/),
  });
});

test('plain Node runs a program that imports it, as a module and by require', () => {
  const program = `openDump(${JSON.stringify(sample)}).then((dump) => { print(dump.kind); dump.close(); });\n`;
  writeFileSync(join(folder, 'program.mjs'), `import { openDump, print } from 'memoretics';\n${program}`);
  writeFileSync(join(folder, 'program.cjs'), `const { openDump, print } = require('memoretics');\n${program}`);
  for (const name of ['program.mjs', 'program.cjs'])
    expect(node('--no-warnings', name), name).toMatchObject({ status: 0, stdout: 'user-minidump\n', stderr: '' });
});

test('the test of docs/scripting.md passes under the runner of Node', () => {
  const example = pageExamples().find(({ language, file }) => language === 'js' && file !== null)!;
  writeFileSync(join(folder, example.file!), example.code);
  const run = node('--test', '--test-reporter=tap', example.file!);
  expect(run.stdout).toMatch(/^# pass 1$/m);
  expect(run.status).toBe(0);
});

describe('tsc --strict accepts scripts against the published types', () => {
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const check = (files: readonly string[], ...options: string[]) => {
    // Nothing but the package: no types of Node, no DOM, and its declarations are checked as well.
    const compilerOptions = { strict: true, noEmit: true, target: 'es2022', lib: ['es2022'], types: [] };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files }));
    return node(tsc, '-p', 'tsconfig.json', ...options);
  };
  test.each([
    ['nodenext', ['--module', 'nodenext']],
    ['bundler', ['--module', 'esnext', '--moduleResolution', 'bundler']],
  ])('module resolution %s', (_, options) => {
    const examples = pageExamples().filter(({ language }) => language === 'ts');
    const files = examples.map(({ code }, index) => {
      writeFileSync(join(folder, `example${index}.mts`), code);
      return `example${index}.mts`;
    });
    expect(files.length).toBeGreaterThan(15);
    expect(check(files, ...options)).toMatchObject({ status: 0, stdout: '' });
    writeFileSync(
      join(folder, 'wrong.mts'),
      "import { openDump } from 'memoretics';\nconst dump = await openDump(7);\ndump.modules[0]?.base.length;\n",
    );
    const wrong = check(['wrong.mts'], ...options);
    expect(wrong.status).not.toBe(0);
    expect(wrong.stdout).toMatch(/wrong\.mts\(2,29\)[^\n]*DumpInput/);
    expect(wrong.stdout).toMatch(/wrong\.mts\(3,23\)[^\n]*'length' does not exist on type 'bigint'/);
  });
});
