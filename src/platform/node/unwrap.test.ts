import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync as nodeGzip } from 'node:zlib';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SourceError } from '../../bytes/errors.ts';
import { BytesSource } from '../../bytes/source.ts';
import { UNWRAP_LIMITS, type UnwrapLimits, unwrap } from './unwrap.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'memoretics-test-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A thing that starts like a dump, compresses a little and is the same every time. */
function dump(size: number, seed = 1): Uint8Array {
  const bytes = new Uint8Array(size);
  let state = seed;
  for (let at = 0; at < size; at++) {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    bytes[at] = (at >> 9) % 3 === 0 ? state >>> 24 : (at >> 6) & 0xff;
  }
  bytes.set(Buffer.from('MDMP'));
  return bytes;
}
const open = (bytes: Uint8Array, limits: Partial<UnwrapLimits> = {}) =>
  unwrap(new BytesSource(bytes), 'in', { ...UNWRAP_LIMITS, ...limits });
const paths = (bytes: Uint8Array) => open(bytes).members.map((member) => member.path);
const codes = (bytes: Uint8Array, limits: Partial<UnwrapLimits> = {}) =>
  open(bytes, limits).problems.map((problem) => problem.code);
const only = (bytes: Uint8Array, limits: Partial<UnwrapLimits> = {}) => {
  const found = open(bytes, limits);
  expect(found.members.length).toBe(1);
  const { source } = found.members[0]!;
  const content = Uint8Array.from(source.read(0, source.size));
  found.close();
  return content;
};
const same = (a: Uint8Array, b: Uint8Array) => expect(Buffer.compare(a, b)).toBe(0);
const tool = (name: string) => (existsSync(`/usr/bin/${name}`) ? `/usr/bin/${name}` : null);

describe('what is not wrapped', () => {
  test('is its own only member', () => {
    const found = open(dump(5000));
    expect(found).toMatchObject({ wrapper: null, members: [{ path: 'in', kind: 'dump' }], problems: [] });
    expect(open(Buffer.from('Microsoft (R) Windows Debugger')).members[0]?.kind).toBe('text');
    expect(open(Uint8Array.of(0, 1, 2, 3)).members[0]?.kind).toBe('unknown');
  });
  test('wrappers that are not opened are named', () => {
    expect(() => open(Uint8Array.of(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 4))).toThrow(SourceError);
    expect(() => open(Uint8Array.of(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 4))).toThrow(/7-Zip/);
  });
  test('UTF-16 logs are text, with and without a byte-order mark; random bytes are not', () => {
    const log = Buffer.from('0: kd> !analyze -v\r\nBugcheck Analysis\r\n'.repeat(20), 'utf16le');
    expect(open(log).members[0]?.kind).toBe('text');
    expect(open(Buffer.concat([Buffer.from([0xff, 0xfe]), log])).members[0]?.kind).toBe('text');
    expect(open(dump(4000).subarray(100)).members[0]?.kind).toBe('unknown');
  });
});

describe('gzip', () => {
  test('one member, several members, padding, and a name', () => {
    const bytes = dump(300_000);
    same(only(nodeGzip(bytes)), bytes);
    const two = Buffer.concat([nodeGzip(bytes.subarray(0, 100_000)), nodeGzip(bytes.subarray(100_000))]);
    same(only(two), bytes);
    expect(codes(two)).toEqual([]);
    const padded = Buffer.concat([nodeGzip(bytes), Buffer.alloc(1000)]);
    same(only(padded), bytes);
    expect(codes(padded)).toEqual([]);
    expect(codes(Buffer.concat([nodeGzip(bytes), Buffer.from('junk at the end')]))).toEqual(['trailing-bytes']);
  });
  test('truncation keeps what there is and says so; wrong bytes are noticed', () => {
    const bytes = dump(300_000);
    const packed = nodeGzip(bytes);
    const cut = packed.subarray(0, packed.length / 2);
    const got = only(cut);
    expect(got.length).toBeGreaterThan(50_000);
    same(got, bytes.subarray(0, got.length));
    expect(codes(cut)).toEqual(['truncated']);
    const wrong = Buffer.from(packed);
    wrong[wrong.length - 6]! ^= 1;
    expect(codes(wrong)).toEqual(['checksum']);
    for (let at = 10; at < packed.length; at += 5999) {
      const bad = Buffer.from(packed);
      bad[at]! ^= 0x40;
      expect(codes(bad).length).toBeGreaterThan(0);
    }
  });
});

describe('zip', () => {
  test('stored and deflated dumps and logs are found by content; the rest is left aside and told', () => {
    const bytes = dump(200_000);
    const archive = zipSync({
      'dumps/a.dmp': [bytes, { level: 0 }],
      'b.txt': [dump(70_000, 7), { level: 6 }],
      'log.bin': Buffer.from('0:000> k\n'.repeat(10)),
      'photo.dmp': [dump(9000).subarray(500), { level: 6 }],
      'empty.dmp': new Uint8Array(0),
    });
    const found = open(archive);
    expect(found.wrapper).toBe('zip');
    expect(found.members.map(({ path, kind }) => `${kind} ${path}`)).toEqual([
      'dump in!dumps/a.dmp',
      'dump in!b.txt',
      'text in!log.bin',
    ]);
    for (const { path, source } of found.members.slice(0, 2)) {
      same(source.read(0, source.size), path.endsWith('a.dmp') ? bytes : dump(70_000, 7));
    }
    expect(found.problems.map((problem) => problem.code)).toEqual(['not-a-dump', 'not-a-dump']);
  });
  test('hostile names climb nowhere', () => {
    const archive = zipSync({ '../../etc/passwd': dump(100), '/abs.dmp': dump(100), 'C:\\x\\..\\y.dmp': dump(100) });
    expect(paths(archive)).toEqual(['in!etc/passwd', 'in!abs.dmp', 'in!C:/x/y.dmp']);
  });
  test('a zip in a zip, a gzip in a zip, and a limit to that', () => {
    const inner = zipSync({ 'x.dmp': dump(5000) });
    expect(paths(zipSync({ 'i.zip': inner, 'j.gz': nodeGzip(dump(6000)) }))).toEqual(['in!i.zip!x.dmp', 'in!j.gz!j']);
    let deep = inner;
    for (let level = 0; level < 5; level++) deep = zipSync({ z: deep });
    expect(codes(deep)).toEqual(['too-deep']);
  });
  test('without its directory, members at the start are still read', () => {
    const bytes = dump(200_000);
    const archive = zipSync({ 'a.dmp': bytes, 'b.dmp': dump(200_000, 3) });
    const cut = archive.subarray(0, archive.length * 0.75);
    const found = open(cut);
    expect(found.members.map((member) => member.path)).toEqual(['in!a.dmp', 'in!b.dmp']);
    same(found.members[0]!.source.read(0, 1e6), bytes);
    expect(found.members[1]!.source.size).toBeLessThan(200_000);
    expect(found.problems.map((problem) => problem.code)).toEqual(['truncated', 'truncated']);
  });
  test('bytes before the archive shift its offsets', () => {
    const archive = zipSync({ 'a.dmp': dump(5000) });
    expect(paths(Buffer.concat([archive.subarray(0, 0), archive]))).toEqual(['in!a.dmp']);
    const shifted = Buffer.concat([Buffer.from('PK\x03\x04 not a member'), archive]);
    expect(paths(shifted)).toEqual(['in!a.dmp']);
  });
  test('any damaged byte ends in members or problems, never in anything else', () => {
    const archive = zipSync({ 'a.dmp': dump(3000), 'b.dmp': [dump(1000), { level: 0 }] });
    for (let at = 0; at < archive.length; at += 2) {
      for (const bit of [0x21]) {
        const bad = archive.slice();
        bad[at]! ^= bit;
        try {
          const found = open(bad);
          for (const { source } of found.members) source.read(0, source.size);
          found.close();
        } catch (error) {
          expect(error).toBeInstanceOf(SourceError);
        }
      }
    }
  });
  test.skipIf(!tool('7z'))('deflate64, encryption and foreign methods (needs 7z)', () => {
    const bytes = dump(400_000);
    writeFileSync(join(folder, 'a.dmp'), bytes);
    const make = (name: string, ...options: string[]) => {
      const path = join(folder, name);
      execFileSync(tool('7z')!, ['a', '-tzip', ...options, path, join(folder, 'a.dmp')], { stdio: 'ignore' });
      return readFileSync(path);
    };
    const deflate64 = make('64.zip', '-mm=Deflate64');
    same(only(deflate64), bytes);
    expect(codes(deflate64)).toEqual([]);
    expect(codes(deflate64.subarray(0, deflate64.length / 2))).toContain('damaged');
    expect(open(make('pw.zip', '-psecret')).problems[0]?.message).toMatch(/encrypted/);
    expect(open(make('lzma.zip', '-mm=LZMA')).problems[0]?.message).toMatch(/LZMA/);
  });
  test.skipIf(!tool('zip'))('data descriptors and zip64 records (needs zip)', () => {
    const bytes = dump(100_000);
    const piped = execFileSync(tool('zip')!, ['-q', '-fz', '-', '-'], { input: bytes });
    same(only(piped), bytes);
    expect(codes(piped)).toEqual([]);
    // Without the directory nobody knows the sizes; what inflates is what there is.
    same(only(piped.subarray(0, piped.length - 85)), bytes);
  });
});

describe('limits', () => {
  const zeros = new Uint8Array(2 << 20);
  test('a bomb that looks like nothing costs one step; one that looks like a dump stops at the limit', () => {
    expect(codes(nodeGzip(zeros))).toEqual(['not-a-dump']);
    zeros.set(Buffer.from('MDMP'));
    const bomb = zipSync({ a: zeros, b: zeros, c: zeros });
    const limits = { freeBytes: 2_500_000, maxRatio: 10 };
    const found = open(bomb, limits);
    expect(found.members.length).toBe(1);
    expect(found.problems.map((problem) => problem.code)).toEqual(['limit']);
    expect(codes(nodeGzip(zeros), { maxBytes: 1 << 20 })).toEqual(['limit']);
  });
  test('members are counted over all levels', () => {
    const inner = zipSync(Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`${index}`, dump(10)])));
    const found = open(zipSync({ a: inner, b: inner }), { maxMembers: 25 });
    expect(found.members.length).toBeLessThan(25);
    expect(found.problems.map((problem) => problem.code)).toContain('limit');
  });
  test('what exceeds the memory budget is read from disk', () => {
    const bytes = dump(300_000);
    same(only(nodeGzip(bytes), { maxInMemory: 1000 }), bytes);
  });
});
