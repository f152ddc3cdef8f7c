import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BuiltCommandLine, buildCommandLine, root } from './command-line.ts';

const corpus = join(root, '../shared/corpus');
const snapshot = join(
  corpus,
  'expected/rust-minidump__rust-minidump__test_minidump_stackwalk__json-pretty-symbols.snap',
);
let memoretics: BuiltCommandLine;
beforeAll(() => {
  memoretics = buildCommandLine();
}, 60_000);
afterAll(() => memoretics.remove());

test('the demo has every field of the contract', () => {
  const run = memoretics.run([
    'stackwalk',
    join(root, 'test/fixtures/demo/crash.dmp'),
    '--json',
    '--images',
    join(root, 'test/fixtures/demo'),
  ]);
  expect(run.status).toBe(0);
  const result = JSON.parse(run.stdout);
  expect(result).toMatchObject({
    status: 'OK',
    crash_info: { type: 'EXCEPTION_ACCESS_VIOLATION_READ', address: '0x0000000000000008', crashing_thread: 0 },
    system_info: { os: 'Windows NT', cpu_arch: 'amd64', cpu_count: 2 },
    crashing_thread: {
      threads_index: 0,
      frames: [
        { frame: 0, trust: 'context', function: 'customerName', module: 'orders.exe' },
        { trust: 'cfi' },
        { trust: 'cfi' },
        { trust: 'cfi' },
      ],
    },
  });
  expect(result.crashing_thread.frames[0].registers.rcx).toBe('0x0000000000000000');
});

test.skipIf(!existsSync(snapshot))(
  'rust-minidump agrees field by field (needs ../shared/corpus/expected/...json-pretty-symbols.snap)',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'memoretics-sym-'));
    copyFileSync(join(corpus, 'breakpad-sym/rust-minidump__rust-minidump__test_app.sym'), join(folder, 'test_app.sym'));
    const run = memoretics.run([
      'stackwalk',
      join(corpus, 'user/rust-minidump__rust-minidump__test.dmp'),
      '--symbols',
      folder,
    ]);
    rmSync(folder, { recursive: true, force: true });
    const text = readFileSync(snapshot, 'utf8');
    const theirs = JSON.parse(text.slice(text.indexOf('{')));
    const ours = JSON.parse(run.stdout);
    // Thread 1 wrote the dump, so rust-minidump leaves its frames out; "missing" is said there only of modules that were looked for.
    for (const both of [ours, theirs]) {
      both.threads.pop();
      for (const module of both.modules) delete module.missing_symbols;
    }
    expect(ours).toEqual(theirs);
  },
);
