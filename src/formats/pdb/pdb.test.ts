import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { pdbutilFacts } from '../../../test/oracle/llvm-pdbutil.ts';
import { difference, ourFacts } from '../../../test/oracle/pdb-facts.ts';
import { FormatError } from '../../bytes/errors.ts';
import { Problems } from '../../bytes/problem.ts';
import { BytesSource } from '../../bytes/source.ts';
import { FrameTable } from './frame-record.ts';
import { injectedFiles } from './injected-source.ts';
import { pdbFlavour } from './msf.ts';
import { Pdb } from './pdb.ts';
import { sourceServer, sourceServerTarget } from './source-server.ts';
import type { Member } from './type-shape.ts';

const FIXTURES = resolve(import.meta.dirname, '../../../test/fixtures/pdb');
const bytesOf = (name: string) => new Uint8Array(readFileSync(join(FIXTURES, name)));
const open = (name: string) => new Pdb(new BytesSource(bytesOf(name)));

test('all that llvm-pdbutil says of the fixtures is found, and nothing else', () => {
  for (const name of ['kinds', 'frames']) {
    const theirs = pdbutilFacts(readFileSync(join(FIXTURES, `${name}.pdbutil.txt`), 'utf8'));
    const { problems, ...ours } = ourFacts(new BytesSource(bytesOf(`${name}.pdb`)));
    for (const [kind, facts] of Object.entries(theirs)) {
      expect(difference(ours[kind as keyof typeof ours], facts), `${name} ${kind}`).toEqual({ ours: [], theirs: [] });
    }
    expect(problems).toEqual([]);
    const counts = Object.fromEntries(Object.entries(theirs).map(([kind, facts]) => [kind, facts.length]));
    expect(counts).toMatchObject(
      name === 'kinds'
        ? { publics: 27, globals: 41, procedures: 15, inlineSites: 8, types: 20, lines: 60, inlinees: 5 }
        : { publics: 5, globals: 7, procedures: 4, types: 1, lines: 25, frames: 9 },
    );
  }
});

test('the directory, the information stream and the named streams', () => {
  const pdb = open('kinds.pdb');
  expect(pdbFlavour(new BytesSource(bytesOf('kinds.pdb')))).toBe('msf-7.00');
  expect(pdb.msf.pageSize).toBe(4096);
  let total = 0;
  for (let index = 0; index < pdb.msf.streamCount; index++) {
    const size = pdb.msf.streamSize(index);
    expect(pdb.msf.stream(index)?.size ?? 0).toBe(size);
    total += size;
  }
  expect(total).toBeLessThan(bytesOf('kinds.pdb').length);
  expect(pdb.msf.stream(pdb.msf.streamCount)).toBeNull();
  expect(pdb.msf.stream(0xffff)).toBeNull();
  expect([...pdb.info.namedStreams.keys()].sort()).toEqual(['/LinkInfo', '/names']);
  expect(pdb.info).toMatchObject({ version: 20000404, age: 1, features: ['VC140'] });
  expect(pdb.identity.guid).toMatch(/^[0-9A-F-]{36}$/i);
  expect(pdb.dbi).toMatchObject({ machine: 0x8664, isStripped: false });
  expect(pdb.strings.text(2)).toBe('C:\\pdb\\kinds.cpp');
  expect(pdb.sections.sections.map(({ name }) => name)).toContain('.text');
  expect(pdb.problems.list).toEqual([]);
});

test('each public and each global is reached through its hash, and each public through its address', () => {
  for (const name of ['kinds.pdb', 'frames.pdb']) {
    const { publics, globals } = open(name);
    let count = 0;
    for (let index = 0; index < (publics?.count ?? 0); index++) {
      const symbol = publics?.get(index);
      if (!symbol) continue;
      count++;
      // lld hashes names of exactly eight bytes, which COFF does not terminate, with what stands behind them.
      if (symbol.name.length === 8) continue;
      const found = [...(publics?.hash?.candidates(symbol.name) ?? [])].map((record) => record.parse());
      expect(found, symbol.name).toContainEqual(symbol);
      const last = publics?.lastAt(symbol.section, symbol.offset) ?? -1;
      expect(publics?.key(last)).toBe(publics?.key(index));
    }
    expect(count).toBe(publics?.count);
    expect([...(globals?.candidates('start') ?? [])].map((record) => record.kindName)).toContain('S_PROCREF');
  }
});

test('type records: by index, by name, and every kind of member', () => {
  const { types } = open('kinds.pdb');
  const byName = new Map<string, Member[]>();
  const kinds = new Set<string>();
  for (const record of types?.all() ?? []) {
    // By index and in passing, the same bytes.
    expect(types?.record(record.index)?.data).toEqual(record.data);
    const parsed = record.parse();
    kinds.add(parsed.is);
    if (parsed.is !== 'udt' || parsed.isForward) continue;
    // Types without a name are hashed by their content.
    const isNamed = !parsed.name.includes('<unnamed');
    const [hashed] = [
      ...(types?.candidates(parsed.name) ?? []),
      ...(types?.candidates(parsed.uniqueName ?? '') ?? []),
    ].filter(({ index }) => index === record.index);
    if (isNamed) expect(hashed?.index, parsed.name).toBe(record.index);
    const list = types?.record(parsed.fields)?.parse();
    if (list?.is === 'field-list') byName.set(parsed.name, [...list.members()]);
  }
  expect([...kinds].sort()).toEqual([
    'array',
    'bitfield',
    'field-list',
    'list',
    'member-function',
    'method-list',
    'modifier',
    'pointer',
    'procedure',
    'udt',
    'vtable-shape',
  ]);
  const members = new Set([...byName.values()].flat().map(({ is }) => is));
  expect([...members].sort()).toEqual([
    'base',
    'enumerate',
    'member',
    'method',
    'methods',
    'nested',
    'static-member',
    'virtual-base',
    'vtable-pointer',
  ]);
  expect(byName.get('shop::Both')?.filter(({ is }) => is === 'virtual-base')).toMatchObject([
    { isIndirect: true, pointerOffset: 0, tableOffset: 1 },
  ]);
  expect(types?.record(types.end)).toBeNull();
  expect(types?.record(0xfff)).toBeNull();
});

test('frame data: nested records, the innermost first; FPO_DATA by the bits of winnt.h', () => {
  const { frameData, strings } = open('frames.pdb');
  expect(frameData?.count).toBe(9);
  // `total` pushes three registers and reserves 64 bytes: each step has a record of its own.
  expect(frameData?.at(0x1016)).toMatchObject({ rva: 0x1016, localsSize: 64, savedRegistersSize: 12, prologSize: 0 });
  expect(frameData?.at(0x1012)).toMatchObject({ rva: 0x1012, savedRegistersSize: 8, isFunctionStart: false });
  expect(strings.text(frameData?.at(0x1012)?.programOffset ?? -1)).toContain('$edi $T0 8 - ^ =');
  expect(frameData?.at(0x100c)).toBeNull();
  expect(frameData?.at(0xfff)).toBeNull();

  const bytes = new Uint8Array(32);
  const view = new DataView(bytes.buffer);
  // Out of order, as a linker may leave them.
  for (const [at, start, bits] of [
    [0, 0x2000, 0x4000 | 0x0800 | 0x0300 | 7],
    [16, 0x1000, 0x1000 | 0x0700 | 0xff],
  ] as const) {
    view.setUint32(at, start, true);
    view.setUint32(at + 4, 0x20, true);
    view.setUint32(at + 8, 5, true);
    view.setUint16(at + 12, 2, true);
    view.setUint16(at + 14, bits, true);
  }
  const fpo = new FrameTable('fpo', new BytesSource(bytes));
  expect(fpo.at(0x2001)).toMatchObject({
    kind: 'fpo',
    rva: 0x2000,
    localsSize: 20,
    parametersSize: 8,
    prologSize: 7,
    savedRegistersSize: 12,
    hasSeh: true,
    usesBasePointer: false,
    frameType: 1,
  });
  expect(fpo.at(0x1010)).toMatchObject({
    prologSize: 0xff,
    savedRegistersSize: 28,
    usesBasePointer: true,
    hasSeh: false,
    frameType: 0,
  });
  expect(fpo.at(0x1020)).toBeNull();
});

test('injected natvis files and the source-server stream', () => {
  const pdb = open('frames.pdb');
  const [natvis, ...more] = injectedFiles(pdb);
  expect(more).toEqual([]);
  expect(natvis).toMatchObject({ name: 'frames.natvis', kind: 'natvis', compression: 'none', size: 221 });
  const content = natvis?.content?.read(0, 1000) ?? new Uint8Array(0);
  expect(Buffer.from(content).equals(readFileSync(join(FIXTURES, 'frames.natvis')))).toBe(true);
  const server = sourceServer(pdb);
  expect(server?.files).toEqual([{ path: 'C:\\pdb\\frames.c', fields: ['C:\\pdb\\frames.c', 'frames.c'] }]);
  expect(server && sourceServerTarget(server, server.files[0]?.fields ?? [])).toBe('https://example.org/pdb/frames.c');
  const endless = { files: [], sourceLink: null, variables: new Map([['srcsrvtrg', '%srcsrvtrg%%srcsrvtrg%']]) };
  expect(sourceServerTarget(endless, [])).toBeNull();
  expect(injectedFiles(open('kinds.pdb'))).toEqual([]);
  expect(sourceServer(open('kinds.pdb'))).toBeNull();
});

test('files of other kinds are refused with what they are', () => {
  const text = (head: string, size = 4096) => {
    const bytes = new Uint8Array(size);
    for (let at = 0; at < head.length; at++) bytes[at] = head.charCodeAt(at);
    return () => new Pdb(new BytesSource(bytes));
  };
  expect(text('Microsoft C/C++ program database 2.00\r\n\x1aJG\0\0')).toThrow(/MSF 2\.00 format of Visual C\+\+ 6/);
  expect(text('BSJB\x01\0\x01\0')).toThrow(/portable PDB .*managed/);
  expect(text('MSCF\0\0\0\0')).toThrow(/compressed file .*expand it first/);
  expect(text('MZ')).toThrow(/not a program database/);
  expect(text('', 0)).toThrow(FormatError);
  expect(text('Microsoft C/C++ MSF 7.00\r\n\x1aDS\0\0\0', 32)).toThrow(FormatError);
});

test('a fastlink PDB says where its symbols are', () => {
  const bytes = bytesOf('kinds.pdb');
  const needle = new Uint8Array(new Uint32Array([20140508]).buffer);
  const at = bytes.findIndex((_, index) => needle.every((byte, place) => bytes[index + place] === byte));
  expect(at).toBeGreaterThan(0);
  new DataView(bytes.buffer).setUint32(at, 1229867341, true);
  const pdb = new Pdb(new BytesSource(bytes));
  expect(pdb.isFastLink).toBe(true);
  expect(pdb.problems.list.map(({ code, message }) => `${code}: ${message}`).join()).toMatch(
    /fastlink-pdb: .*\/DEBUG:FASTLINK.*mspdbcmf/,
  );
});

test('a truncated file gives what is left of it, and says that it is cut', () => {
  const whole = bytesOf('kinds.pdb');
  let opened = 0;
  for (let size = 0; size < whole.length; size += 997) {
    const problems = new Problems();
    try {
      const pdb = new Pdb(new BytesSource(whole.subarray(0, size)), problems);
      opened++;
      expect(problems.list.map(({ code }) => code)).toContain('truncated');
      for (const record of pdb.types?.all() ?? []) record.parse();
      pdb.publics?.visit(() => {});
    } catch (error) {
      expect(error).toBeInstanceOf(FormatError);
    }
  }
  // The directory is the last page that lld writes, or near it.
  expect(opened).toBeLessThan(whole.length / 997);
});
