import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { FormatError, openDump, openDumps, SourceError } from '../../src/index.ts';

const DEMO = resolve(import.meta.dirname, '../fixtures/demo');
const crash = join(DEMO, 'crash.dmp');
let folder = '';
const path = (name: string) => join(folder, name);
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'memoretics-library-'));
  const dump = readFileSync(crash);
  const log = readFileSync(join(DEMO, 'hang.log'));
  writeFileSync(path('both.zip'), zipSync({ 'a/crash.dmp': dump, 'b/hang.log': log, 'read.me': new Uint8Array(3) }));
  writeFileSync(path('one.zip'), zipSync({ 'crash.dmp': dump }));
  writeFileSync(path('none.zip'), zipSync({ 'read.me': new Uint8Array(3) }));
  mkdirSync(path('many'));
  writeFileSync(path('many/1.dmp'), dump);
  writeFileSync(path('many/2.txt'), 'nothing of a debugger');
  writeFileSync(path('many/3.zip'), zipSync({ 'inner.dmp': dump }));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('an archive of one dump opens as the dump; of several, one is named', async () => {
  using one = await openDump(path('one.zip'));
  expect(one.kind).toBe('user-minidump');
  expect(one.path).toBe(`${path('one.zip')}!crash.dmp`);
  await expect(openDump(path('both.zip'))).rejects.toThrow(/holds 2 dumps: a\/crash\.dmp, b\/hang\.log; name one/);
  await expect(openDump(path('both.zip'), { member: 'c.dmp' })).rejects.toThrow('holds no c.dmp, but a/crash.dmp');
  using log = await openDump(path('both.zip'), { member: 'hang.log' });
  expect(log.kind).toBe('debugger-log');
  await expect(openDump(path('none.zip'))).rejects.toBeInstanceOf(FormatError);
  await expect(openDump(path('absent.dmp'))).rejects.toBeInstanceOf(SourceError);
  await expect(openDump(path('absent.dmp'))).rejects.toThrow(`${path('absent.dmp')}: no such file`);
  await expect(openDump(path('many/2.txt'))).rejects.toThrow(`${path('many/2.txt')}: this is neither`);
});

test('bytes and blobs open as files do', async () => {
  const bytes = readFileSync(crash);
  using fromBytes = await openDump(new Uint8Array(bytes), { symbols: [DEMO], images: [DEMO] });
  using fromBlob = await openDump(new Blob([bytes]), { symbols: [DEMO], images: [DEMO] });
  expect(fromBytes.path).toBe('-');
  expect((await fromBytes.stack()).map(({ name }) => name)).toEqual((await fromBlob.stack()).map(({ name }) => name));
  await expect(openDump(new Uint8Array(16))).rejects.toBeInstanceOf(FormatError);
});

test('openDumps goes over folders and archives, closes each, and tells what it skips', async () => {
  const skipped: string[] = [];
  const met: string[] = [];
  for await (const dump of openDumps(path('many'), { onSkipped: (at) => skipped.push(at) })) {
    met.push(dump.path.slice(folder.length + 1));
    expect(dump.modules.length).toBeGreaterThan(0);
  }
  expect(met).toEqual(['many/1.dmp', 'many/3.zip!inner.dmp']);
  expect(skipped).toEqual([path('many/2.txt')]);
  const both: string[] = [];
  for await (const { kind } of openDumps([path('both.zip'), crash])) both.push(kind);
  expect(both).toEqual(['user-minidump', 'debugger-log', 'user-minidump']);
  const named = openDumps(path('many/2.txt'));
  await expect(named.next()).rejects.toBeInstanceOf(FormatError);
});

test('a log answers analyze and facts; memory of it is refused in words', async () => {
  using log = await openDump(join(DEMO, 'hang.log'));
  expect((await log.findings()).map(({ pattern }) => pattern.id)).toContain('deadlock-executive-resources');
  const { resources, waits, poolUse } = await log.facts();
  expect(resources.known && resources.value.resources.length).toBe(2);
  expect(waits.known && waits.value.cycles.length).toBe(1);
  expect(poolUse.known).toBe(false);
  expect(() => log.read(0n, 1)).toThrow('the file is a log of a debugger');
  await expect(log.run('k')).rejects.toThrow('the file is a log of a debugger');
});

test('a script is called with its arguments, also where its path has blanks', async () => {
  mkdirSync(path('my scripts'));
  // biome-ignore lint/suspicious/noTemplateCurlyInString: an argument of the debugger's script.
  writeFileSync(path('my scripts/add.wds'), 'r $t9 = ${$arg1} + ${$arg2}\n.echo ${$arg3}\n');
  using dump = await openDump(crash);
  const { text } = await dump.runScript(path('my scripts/add.wds'), '2', '3', 'two words');
  expect(text).toBe('two words\n');
  expect(await dump.evaluate('@$t9')).toBe(5n);
  await expect(dump.runScript(path('absent.wds'))).rejects.toThrow('absent.wds');
  await expect(dump.runScript('a"; .shell x')).rejects.toThrow('holds a quote');
});
