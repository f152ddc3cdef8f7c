import { describe, expect, test } from 'vitest';
import { mutate, random } from '../../../test/synth/mutate.ts';
import { nb10, rsds, versionInfo, writePe } from '../../../test/synth/pe-writer.ts';
import { FormatError } from '../../bytes/errors.ts';
import { Problems } from '../../bytes/problem.ts';
import { BytesSource, type Source } from '../../bytes/source.ts';
import { MemorySource } from '../../memory/memory-source.ts';
import { SegmentsSpace } from '../../memory/segments.ts';
import { readDebugDirectory } from './debug-directory.ts';
import { openFunctionTable } from './exception-directory.ts';
import { readExports } from './exports.ts';
import { isExecutable, openPe, type PeImage } from './image.ts';
import { readImports } from './imports.ts';
import { readLoadConfig } from './load-config.ts';
import { readVersion } from './version-resource.ts';

const GUID = Uint8Array.from([0x78, 0x56, 0x34, 0x12, 0xbc, 0x9a, 0xf0, 0xde, 1, 2, 3, 4, 5, 6, 7, 8]);

const FULL = {
  exports: {
    module: 'sample.dll',
    base: 7,
    entries: [
      { name: 'Zeta', rva: 0x1010 },
      { rva: 0x1020 },
      { name: 'Alpha', rva: 0x1000 },
      { name: 'Forwarded', forwarder: 'NTDLL.RtlThing' },
      { name: 'SameAsAlpha', rva: 0x1000 },
      {},
    ],
  },
  imports: { 'KERNEL32.dll': ['CreateFileW', 'CloseHandle'], 'OLEAUT32.dll': [2, 'SysFreeString'] },
  debug: [
    { type: 2, data: rsds(GUID, 3, 'C:\\build\\sample.pdb') },
    { type: 16, data: new Uint8Array(36) },
    { type: 13, data: new Uint8Array(8) },
  ],
  pdata: [
    [0x1000, 0x1010, 0x3000],
    [0x1010, 0x1018, 0x3010],
    [0x1020, 0x1100, 0x3020],
  ],
  version: versionInfo([10, 0, 19041, 804], [10, 0, 19041, 1], {
    CompanyName: 'Example Corporation',
    FileVersion: '10.0.19041.804 (build)',
    Empty: '',
  }),
} as const;

function open(bytes: Uint8Array | Source, layout: 'file' | 'mapped'): PeImage {
  return openPe(bytes instanceof Uint8Array ? new BytesSource(bytes) : bytes, layout, new Problems());
}

describe.each(['file', 'mapped'] as const)('an image %s', (layout) => {
  const image = open(writePe(FULL)[layout], layout);

  test('has its headers, sections and layout', () => {
    expect(image).toMatchObject({ machine: 0x8664, is64: true, timestamp: 0x5f000000, imageBase: 0x180000000n });
    expect(image.sections.map(({ name, rva }) => [name, rva])).toEqual([
      ['.text', 0x1000],
      ['.rdata', 0x2000],
      ['.rsrc', 0x3000],
    ]);
    expect(isExecutable(image, 0x1010)).toBe(true);
    expect(isExecutable(image, 0x2010)).toBe(false);
    expect([...image.read(0x1000, 4)]).toEqual([0xcc, 0xcc, 0xcc, 0xcc]);
  });

  test('exports names, ordinals, aliases and forwarders, sorted by address', () => {
    const exports = readExports(image)!;
    expect(exports.moduleName).toBe('sample.dll');
    expect(exports.complete).toBe(true);
    const functions = exports.entries.filter(({ forwarder }) => forwarder === null);
    expect(functions.map(({ name, ordinal, rva }) => [name, ordinal, rva])).toEqual([
      ['Alpha', 9, 0x1000],
      ['SameAsAlpha', 11, 0x1000],
      ['Zeta', 7, 0x1010],
      [null, 8, 0x1020],
    ]);
    expect(exports.entries.filter(({ forwarder }) => forwarder !== null)).toMatchObject([
      { name: 'Forwarded', ordinal: 10, forwarder: 'NTDLL.RtlThing' },
    ]);
  });

  test('imports names and ordinals, each with its slot', () => {
    const imports = readImports(image);
    expect(imports.map(({ moduleName, functions }) => [moduleName, functions.map(({ name }) => name)])).toEqual([
      ['KERNEL32.dll', ['CreateFileW', 'CloseHandle']],
      ['OLEAUT32.dll', ['#2', 'SysFreeString']],
    ]);
    const [first, second] = imports[0]!.functions;
    expect(second!.slot - first!.slot).toBe(8);
    expect(image.sectionAt(first!.slot)?.name).toBe('.rdata');
  });

  test('names its PDB and how it was linked', () => {
    const debug = readDebugDirectory(image);
    expect(debug.codeView).toEqual({
      format: 'RSDS',
      guid: '12345678-9abc-def0-0102-030405060708',
      age: 3,
      path: 'C:\\build\\sample.pdb',
    });
    expect(debug).toMatchObject({ reproducible: true, hasPogo: true, hasEmbeddedPortablePdb: false });
    expect(debug.entries.map(({ typeName }) => typeName)).toEqual(['CODEVIEW', 'REPRO', 'POGO']);
  });

  test('has a version resource with its strings', () => {
    const version = readVersion(image)!;
    expect(version).toMatchObject({ fileVersion: '10.0.19041.804', productVersion: '10.0.19041.1', flags: 1 });
    expect([...version.strings]).toEqual([
      ['CompanyName', 'Example Corporation'],
      ['FileVersion', '10.0.19041.804 (build)'],
      ['Empty', ''],
    ]);
  });

  test('finds functions by address, and knows gaps', () => {
    const table = openFunctionTable(image)!;
    expect(table.count).toBe(3);
    const begins = [0xfff, 0x1000, 0x100f, 0x1010, 0x1018, 0x101f, 0x1020, 0x10ff, 0x1100].map((rva) => {
      const entry = table.find(rva);
      return entry === null || entry === 'missing' ? entry : entry.begin;
    });
    expect(begins).toEqual([null, 0x1000, 0x1000, 0x1010, null, null, 0x1020, 0x1020, null]);
  });
});

test('a PE32 image has 32-bit thunks and an NB10 record', () => {
  const { file } = writePe({ ...FULL, machine: 0x14c, debug: [{ type: 2, data: nb10(0x3e1b2c4d, 1, 'old.pdb') }] });
  const image = open(file, 'file');
  expect(image).toMatchObject({ is64: false, machine: 0x14c, imageBase: 0x400000n });
  expect(readDebugDirectory(image).codeView).toEqual({ format: 'NB10', guid: '3e1b2c4d', age: 1, path: 'old.pdb' });
  expect(readImports(image)[1]!.functions.map(({ name }) => name)).toEqual(['#2', 'SysFreeString']);
  expect(openFunctionTable(image)).toBeNull();
});

test('an ARM64 image has function entries without an end', () => {
  const pdata = [
    [0x1000, 0x10_0005],
    [0x1040, 0x3000],
  ];
  const table = openFunctionTable(open(writePe({ machine: 0xaa64, pdata }).file, 'file'))!;
  expect(table.entrySize).toBe(8);
  expect(table.find(0x103c)).toEqual({ begin: 0x1000, end: 0, unwind: 0x10_0005 });
  expect(table.find(0x5000)).toEqual({ begin: 0x1040, end: 0, unwind: 0x3000 });
});

/** The mapped image with only some pages in the dump. */
function withPages(bytes: Uint8Array, pages: readonly number[]): PeImage {
  const source = new BytesSource(bytes);
  const space = new SegmentsSpace(pages.map((page) => ({ start: page, size: 0x1000, source, offset: page })));
  return open(new MemorySource(space, 0, bytes.length), 'mapped');
}

test('what lies on missing pages is unknown, the rest is read', () => {
  const { mapped } = writePe(FULL);
  const headersOnly = withPages(mapped, [0]);
  expect(headersOnly.sections.length).toBe(3);
  expect(readExports(headersOnly)).toBeNull();
  expect(readVersion(headersOnly)).toBeNull();
  expect(readImports(headersOnly)).toEqual([]);
  expect(readDebugDirectory(headersOnly).codeView).toBeNull();
  expect(openFunctionTable(headersOnly)!.find(0x1000)).toBe('missing');
  const withData = withPages(mapped, [0, 0x2000]);
  expect(readExports(withData)!.entries.length).toBe(5);
  expect(readVersion(withData)).toBeNull();
  expect(() => withPages(mapped, [0x1000])).toThrow(FormatError);
});

test('export names on a missing page leave the table incomplete, not empty', () => {
  const entries = Array.from({ length: 400 }, (_, index) => ({ name: `Function${1000 + index}`, rva: 0x1000 + index }));
  const { mapped } = writePe({ exports: { module: 'm', base: 1, entries } });
  const exports = readExports(withPages(mapped, [0, 0x2000]))!;
  expect(exports.complete).toBe(false);
  expect(exports.entries.length).toBeGreaterThan(100);
  expect(exports.entries.length).toBeLessThanOrEqual(400);
});

test('a thousand damaged images: every reader answers or throws a FormatError', () => {
  const { mapped, file } = writePe({ ...FULL, directories: { 10: [0x1000, 0x100] } });
  let opened = 0;
  for (let seed = 0; seed < 1000; seed++) {
    const layout = seed % 2 ? 'mapped' : 'file';
    const bytes = mutate(seed % 2 ? mapped : file, random(seed));
    let image: PeImage;
    try {
      image = open(bytes, layout);
    } catch (error) {
      expect(error).toBeInstanceOf(FormatError);
      continue;
    }
    opened++;
    readExports(image);
    readImports(image);
    readDebugDirectory(image);
    readVersion(image);
    readLoadConfig(image);
    const table = openFunctionTable(image);
    for (const rva of [0, 0x1000, 0x1020, 0x7fffffff, 0xffffffff]) table?.find(rva);
  }
  expect(opened).toBeGreaterThan(200);
});

const u32 = (...values: number[]): Uint8Array => new Uint8Array(Uint32Array.from(values).buffer);

test('export names that overlap cost no more than a real table', () => {
  // 65,536 names that all begin in one run of bytes without an end.
  const count = 0x10000;
  const code = new Uint8Array(0x100000).fill(0x41);
  code.set(u32(0, 0, 0, 0x1000, 1, count, count, 0x2000, 0x2000, 0x80000), 0);
  code.fill(1, 0x1000, 0x1000 + count * 4);
  const image = open(writePe({ code, directories: { 0: [0x1000, 0x28] } }).mapped, 'mapped');
  const exports = readExports(image)!;
  expect(exports.complete).toBe(false);
  const characters = exports.entries.reduce((sum, { name }) => sum + (name?.length ?? 0), 0);
  expect(characters).toBeLessThan(16 << 20);
});

test('import tables that overlap are cut', () => {
  // Each of 4,096 descriptors names the same thunks, which do not end.
  const code = new Uint8Array(0x80000).fill(0x22);
  const image = open(writePe({ code, directories: { 1: [0x1000, 0x1000] } }).mapped, 'mapped');
  const functions = readImports(image).reduce((sum, entry) => sum + entry.functions.length, 0);
  expect(functions).toBeLessThanOrEqual(0x20000);
});

test('resource directories that contain themselves end', () => {
  const code = new Uint8Array(0x1000);
  code.set([0, 0, 1, 0], 12);
  code.set(u32(16, 0x80000000), 16);
  expect(readVersion(open(writePe({ code, directories: { 2: [0x1000, 0x1000] } }).mapped, 'mapped'))).toBeNull();
});

test('more sections than bytes is a problem, not an allocation', () => {
  const { file } = writePe();
  new DataView(file.buffer).setUint16(0x80 + 6, 0xffff, true);
  const problems = new Problems();
  const image = openPe(new BytesSource(file), 'file', problems);
  expect(image.sections.length).toBeLessThan(100);
  expect(problems.list.map(({ code }) => code)).toContain('bad-count');
});
