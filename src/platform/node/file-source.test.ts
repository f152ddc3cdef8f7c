import { execFileSync, spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SourceError } from '../../bytes/errors.ts';
import { openFile } from './file-source.ts';
import { Spool, SpoolFile } from './spool-file.ts';
import { openStandardInput } from './standard-input.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'memoretics-test-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const write = (name: string, bytes: Uint8Array | string) => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
};
const message = (call: () => unknown) => {
  try {
    call();
  } catch (error) {
    expect(error).toBeInstanceOf(SourceError);
    return (error as SourceError).message;
  }
  throw new Error('nothing was thrown');
};

describe('openFile', () => {
  test('reads what is there, at any offset, and short at the end', () => {
    const bytes = new Uint8Array(300_000).map((_, index) => index % 251);
    const file = openFile(write('plain', bytes));
    expect(file.size).toBe(bytes.length);
    for (const [at, length] of [
      [0, 4],
      [65_530, 12],
      [1, 299_000],
      [299_990, 100],
    ] as const) {
      expect(Buffer.compare(file.read(at, length), bytes.subarray(at, at + length))).toBe(0);
    }
    expect(file.read(300_000, 1).length).toBe(0);
    expect(file.read(-1, 1).length).toBe(0);
    expect(file.read(Number.NaN, 1).length).toBe(0);
    expect(file.failure).toBeNull();
    file.close();
    file.close();
    expect(message(() => file.read(0, 1))).toMatch(/closed/);
  });

  test('says what is wrong with what cannot be opened', () => {
    expect(message(() => openFile(join(folder, 'absent')))).toMatch(/no such file/);
    expect(message(() => openFile(join(write('file', 'x'), 'below')))).toMatch(/no such file/);
    expect(message(() => openFile(folder))).toMatch(/directory/);
    expect(message(() => openFile(write('empty', '')))).toMatch(/empty/);
    expect(message(() => openFile('a\0b'))).toMatch(/NUL/);
    expect(message(() => openFile(join(folder, 'n'.repeat(5000))))).toMatch(/too long/);
  });

  test.skipIf(process.platform === 'win32')('pipes and devices are refused and never block (needs mkfifo)', () => {
    const pipe = join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    expect(message(() => openFile(pipe))).toMatch(/pipe/);
    expect(message(() => openFile('/dev/zero'))).toMatch(/device/);
  });

  test('a file that shrinks while open gives short reads and says so', () => {
    const path = write('shrinking', new Uint8Array(200_000).fill(7));
    const file = openFile(path);
    file.read(0, 4);
    truncateSync(path, 70_000);
    expect(file.read(69_990, 100).length).toBe(10);
    expect(file.read(150_000, 100).length).toBe(0);
    expect(file.failure).toMatch(/changed while it was read/);
    file.close();
  });

  test('a 16 GB sparse file costs what a small one costs', () => {
    const path = join(folder, 'sparse');
    const descriptor = openSync(path, 'w');
    const size = 16 * 2 ** 30;
    writeSync(descriptor, Buffer.from('END!'), 0, 4, size - 4);
    closeSync(descriptor);
    const before = process.memoryUsage().arrayBuffers;
    const file = openFile(path);
    expect(file.size).toBe(size);
    expect(Buffer.from(file.read(size - 4, 100)).toString()).toBe('END!');
    expect(file.read(8 * 2 ** 30 + 5, 64)).toEqual(new Uint8Array(64));
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(4e6);
    expect(message(() => file.read(0, size))).toMatch(/in parts/);
    file.close();
  });
});

describe('SpoolFile', () => {
  test('is the same in memory, on disk, alone and interleaved with another', () => {
    const bytes = new Uint8Array(200_000).map((_, index) => index % 241);
    for (const most of [1e6, 100_000, 0]) {
      const spool = new Spool('x', most);
      const one = new SpoolFile(spool);
      const two = new SpoolFile(spool);
      for (let at = 0; at < bytes.length; at += 777) {
        one.write(bytes.subarray(at, at + 777));
        if (at % 2) two.write(bytes.subarray(at, at + 777));
      }
      const source = one.finish();
      expect(source.size).toBe(bytes.length);
      expect(Buffer.compare(source.read(0, bytes.length), bytes)).toBe(0);
      expect(Buffer.compare(source.read(99_999, 70_000), bytes.subarray(99_999, 169_999))).toBe(0);
      expect(two.finish().size).toBe(two.size);
      spool.close();
    }
  });
});

describe('openStandardInput', () => {
  const open = (path: string) => openSync(path, 'r');
  test('reads a redirected file in place', () => {
    const file = openStandardInput(undefined, open(write('in', 'MDMP....')));
    expect(file.size).toBe(8);
    expect(Buffer.from(file.read(4, 10)).toString()).toBe('....');
  });

  test('refuses what is endless, empty or a directory', () => {
    const limits = { maxBytes: 1 << 20, maxInMemory: 1 << 16 };
    expect(message(() => openStandardInput(limits, open(write('nothing', ''))))).toMatch(/empty/);
    expect(message(() => openStandardInput(limits, 987))).toMatch(/closed/);
    if (process.platform === 'win32') return;
    expect(message(() => openStandardInput(limits, open('/dev/zero')))).toMatch(/longer than 1048576/);
    expect(message(() => openStandardInput(limits, open(folder)))).toMatch(/directory/);
  });

  test.skipIf(process.platform === 'win32')('reads a pipe to its end, past the memory limit (needs mkfifo)', () => {
    const pipe = join(folder, 'pipe-in');
    execFileSync('mkfifo', [pipe]);
    const writer = spawnSync('sh', ['-c', `head -c 300000 /dev/zero > '${pipe}' &`], { stdio: 'ignore' });
    expect(writer.status).toBe(0);
    const file = openStandardInput({ maxBytes: 1 << 20, maxInMemory: 1 << 16 }, open(pipe));
    expect(file.size).toBe(300_000);
    expect(file.read(299_999, 2)).toEqual(new Uint8Array(1));
    file.close();
  });
});
