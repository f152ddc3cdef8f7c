// Messages and exit statuses of `memoretics analyze` as a script sees them: 0 analysed, 1 wrong usage or a file that
// cannot be read at all, 2 no dump or log, or nothing in it can be trusted.
import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { unsafeAt } from '../fuzz/pipeline.ts';
import { writeMinidump, x64Context } from '../synth/minidump-writer.ts';
import { mutate, random } from '../synth/mutate.ts';

const root = resolve(import.meta.dirname, '../..');
let folder = '';
let cli = '';

const DUMP = writeMinidump({
  system: {},
  modules: [{ base: 0x140000000n, size: 0x4000, name: 'C:\\app.exe' }],
  threads: [
    {
      id: 1,
      context: x64Context({ rip: 0x140001000n, rsp: 0x9000n }),
      stack: { start: 0x9000n, bytes: new Uint8Array(64) },
    },
  ],
  exception: {
    threadId: 1,
    code: 0xc0000005,
    address: 0x140001000n,
    parameters: [0n, 0n],
    context: x64Context({ rip: 0x140001000n, rsp: 0x9000n }),
  },
});
const LOG = `Microsoft (R) Windows Debugger Version 10.0.22621.1 AMD64
Loading Dump File [C:\\one.dmp]
0:000> k
 # Child-SP          RetAddr               Call Site
00 00000000\`0014f000 00007ff6\`00001000     app!main+0x10
`;

beforeAll(() => {
  const cache = join(root, 'node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  folder = mkdtempSync(join(cache, 'exit-codes-'));
  execFileSync(process.execPath, [join(root, 'scripts/build.mjs'), join(folder, 'dist')], { cwd: root, stdio: 'pipe' });
  cli = join(folder, 'dist/cli.mjs');
  writeFileSync(join(folder, 'one.dmp'), DUMP);
  writeFileSync(join(folder, 'one.log'), LOG);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ran {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}
function run(args: readonly string[], input: Uint8Array | string | number = ''): Ran {
  const ran = spawnSync(process.execPath, [cli, ...args], {
    encoding: 'utf8',
    cwd: folder,
    maxBuffer: 64 << 20,
    timeout: 50_000,
    ...(typeof input === 'number' ? { stdio: [input, 'pipe', 'pipe'] } : { input }),
  });
  expect(ran.error).toBeUndefined();
  expect([unsafeAt(ran.stdout), unsafeAt(ran.stderr)]).toEqual([-1, -1]);
  expect(ran.stderr).not.toContain('a defect of memoretics');
  return { status: ran.status, out: ran.stdout, err: ran.stderr };
}
const analyze = (...paths: string[]) => run(['analyze', ...paths]);

describe('0: analysed', () => {
  test('a dump, a log, both; results on standard output, nothing on standard error', () => {
    const dump = analyze('one.dmp');
    expect([dump.status, dump.err]).toEqual([0, '']);
    expect(dump.out).toContain('c0000005');
    const log = analyze('one.log');
    expect([log.status, log.err]).toEqual([0, '']);
    expect(log.out).toContain("Debugger's log");
    expect(analyze('one.dmp', 'one.log').status).toBe(0);
  });

  test('whatever was found, wrapped or linked', () => {
    writeFileSync(join(folder, 'one.dmp.gz'), gzipSync(DUMP));
    writeFileSync(join(folder, 'two.zip'), zipSync({ 'a/one.dmp': DUMP, 'one.log': Buffer.from(LOG) }));
    symlinkSync('one.dmp', join(folder, 'link'));
    for (const name of ['one.dmp.gz', 'two.zip', 'link']) expect(analyze(name).status, name).toBe(0);
    expect(analyze('two.zip').out).toContain('two.zip!a/one.dmp');
  });

  test('standard input: a dump and a log through a pipe, a file redirected', () => {
    for (const input of [DUMP, LOG]) {
      const { status, out } = run(['analyze', '-', '--json'], input);
      expect(status).toBe(0);
      expect(JSON.parse(out).source.path).toBe('-');
    }
    expect(run(['analyze', '-'], openSync(join(folder, 'one.dmp'), 'r')).status).toBe(0);
  });
});

describe('1: wrong usage, or not readable at all', () => {
  test('usage', () => {
    for (const args of [[], ['analyze'], ['analyse', 'x'], ['analyze', 'one.dmp', '--no-such-option']]) {
      const { status, out, err } = run(args);
      expect([status, out], args.join(' ')).toEqual([1, '']);
      expect(err.length).toBeGreaterThan(10);
    }
    expect(run(['--help']).status).toBe(0);
    expect(run(['--version']).out).toMatch(/^\d+\.\d+\.\d+/);
  });

  test('no such file, an empty one, an empty folder, a folder as standard input, empty standard input', () => {
    writeFileSync(join(folder, 'empty.dmp'), '');
    mkdirSync(join(folder, 'nothing'));
    const expected: [Ran, RegExp][] = [
      [analyze('absent.dmp'), /absent\.dmp: no such file/],
      [analyze('one.dmp/x'), /no such file/],
      [analyze('empty.dmp'), /empty\.dmp: the file is empty/],
      [analyze('nothing'), /no file/],
      [analyze('a\u001b[31mb.dmp'), /\\x1b\[31mb\.dmp: no such file/],
      [run(['analyze', '-'], openSync(folder, 'r')), /standard input is a directory/],
      [run(['analyze', '-'], ''), /standard input is empty/],
    ];
    for (const [{ status, out, err }, message] of expected) {
      expect(err).toMatch(message);
      expect([status, out], err).toEqual([1, '']);
    }
  });

  test.skipIf(process.platform === 'win32')('a pipe, a device, a file without permission (POSIX)', () => {
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    const pipe = analyze('pipe');
    expect([pipe.status, pipe.out]).toEqual([1, '']);
    expect(pipe.err).toMatch(/is a pipe; give it as standard input/);
    const zero = analyze('/dev/zero');
    expect([zero.status, zero.out]).toEqual([1, '']);
    expect(zero.err).toMatch(/is a device/);
    expect(run(['analyze', '-'], openSync('/dev/null', 'r')).status).toBe(1);
    writeFileSync(join(folder, 'secret.dmp'), DUMP);
    chmodSync(join(folder, 'secret.dmp'), 0);
    // The superuser reads it nevertheless.
    const secret = analyze('secret.dmp');
    if (process.getuid?.() === 0) expect(secret.status).toBe(0);
    else expect([secret.status, /permission denied/.test(secret.err)]).toEqual([1, true]);
    rmSync(join(folder, 'secret.dmp'), { force: true });
    rmSync(join(folder, 'pipe'));
  });

  test('one unreadable file among others does not keep them from being analysed', () => {
    const { status, out, err } = analyze('one.dmp', 'absent.dmp', 'one.log');
    expect(status).toBe(1);
    expect([out.includes('c0000005'), out.includes("Debugger's log")]).toEqual([true, true]);
    expect(err).toContain('absent.dmp');
  });

  test('JSON of a file that cannot be read says why', () => {
    const { status, out } = run(['analyze', 'absent.dmp', '--json']);
    expect(status).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      schema: 'memoretics.analysis/1',
      source: { path: 'absent.dmp', kind: null },
      bugcheck: null,
      problems: [{ code: 'source' }],
    });
  });
});

describe('2: no dump or log, or nothing can be trusted', () => {
  test('other files are named as what they are', () => {
    const files: [string, Uint8Array | string, RegExp][] = [
      ['elf', Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, ...new Uint8Array(60)]), /ELF/],
      ['exe', Uint8Array.from([0x4d, 0x5a, ...new Uint8Array(60)]), /program/],
      ['zeros', new Uint8Array(5000), /zeros/],
      ['poem', 'Roses are red,\nviolets are blue,\n'.repeat(20), /neither/],
      ['void.zip', zipSync({ 'readme.txt': Buffer.from('hello'), 'x.bin': new Uint8Array(9) }), /neither|left aside/],
    ];
    for (const [name, bytes, message] of files) {
      writeFileSync(join(folder, name), bytes);
      const { status, err } = analyze(name);
      expect(err, name).toMatch(message);
      expect(status, name).toBe(2);
    }
  });

  test('a dump of which nothing can be trusted prints what it is and why', () => {
    writeFileSync(join(folder, 'cut.dmp'), DUMP.slice(0, 40));
    const { status, out } = analyze('cut.dmp');
    expect(status).toBe(2);
    expect(out).toContain('nothing in it can be trusted');
    const json = run(['analyze', 'cut.dmp', '--json']);
    expect(json.status).toBe(2);
    expect(JSON.parse(json.out).problems.length).toBeGreaterThan(0);
  });
});

test('a folder of fifty mixed files: each dump and log analysed, the rest passed over and counted', () => {
  const many = join(folder, 'many');
  mkdirSync(join(many, 'deep/er'), { recursive: true });
  const next = random(5);
  let good = 0;
  for (let index = 0; index < 50; index++) {
    const place = join(many, index % 3 === 0 ? 'deep/er' : index % 3 === 1 ? 'deep' : '', `file-${index}`);
    if (index % 5 === 0) writeFileSync(place, `not a dump ${index}\n`);
    else {
      good++;
      if (index % 5 === 1) writeFileSync(place, DUMP);
      else if (index % 5 === 2) writeFileSync(place, LOG);
      else if (index % 5 === 3) writeFileSync(place, gzipSync(DUMP));
      // Damage past the header, so that it stays a dump.
      else writeFileSync(place, Buffer.concat([DUMP.slice(0, 0x100), mutate(DUMP.slice(0x100), next)]));
    }
  }
  const { status, out, err } = run(['analyze', many, '--jsonl']);
  const lines = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines).toHaveLength(good);
  expect(new Set(lines.map((line) => line.source.path)).size).toBe(good);
  expect(lines.every((line) => line.schema === 'memoretics.analysis/1' && line.source.kind !== null)).toBe(true);
  expect(err).toContain('10 files that are neither dump nor log passed over');
  expect([0, 2]).toContain(status);
  const array = JSON.parse(run(['analyze', many, '--json']).out);
  expect(array).toHaveLength(good);
  expect(run(['analyze', join(many, 'deep')]).out.length).toBeGreaterThan(1000);
});

test('streams has the same statuses', () => {
  expect(run(['streams', 'one.dmp']).status).toBe(0);
  expect(run(['streams', 'absent.dmp'])).toMatchObject({ status: 1, out: '' });
  writeFileSync(join(folder, 'other'), new Uint8Array(100));
  expect(run(['streams', 'other'])).toMatchObject({ status: 2, out: '' });
});

test('a reader that leaves early is no failure', () => {
  if (process.platform === 'win32' || !existsSync('/bin/sh')) return;
  const ran = spawnSync('/bin/sh', ['-c', `"${process.execPath}" "${cli}" analyze one.dmp one.dmp one.dmp | head -1`], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect([ran.status, ran.stderr]).toEqual([0, '']);
  expect(readFileSync(join(folder, 'one.dmp')).length).toBe(DUMP.length);
});
