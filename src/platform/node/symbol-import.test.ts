import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { writeCabinet } from '../../../test/synth/cabinet.ts';
import { BytesSource } from '../../bytes/source.ts';
import { identifyFile, mismatch } from '../../symbols/file-identity.ts';
import { parseSearchPath } from '../../symbols/search-path.ts';
import type { SymbolFile } from '../../symbols/store-key.ts';
import { cacheFolder } from './cache-folder.ts';
import { importBundle, renderImport } from './symbol-import.ts';
import { locateSymbols } from './symbol-locator.ts';
import { SymbolStore } from './symbol-store.ts';

const DEMO = resolve('test/fixtures/demo');
const ISF = resolve('../shared/corpus/isf');
const GUID = '0f5e7e1b-9c2a-4d43-8f70-1234567890ab';
const SYM = `MODULE windows x86_64 ${GUID.replaceAll('-', '').toUpperCase()}1 app.pdb\nPUBLIC 10 0 f\n`;
const ISF_TEXT = `{"base_types":{},"metadata":{"windows":{"pdb":{"GUID":"${GUID.replaceAll('-', '').toUpperCase()}","age":2,"database":"ntkrnlmp.pdb"}}}}`;
const pdbBytes = readFileSync(join(DEMO, 'orders.pdb'));
const exeBytes = readFileSync(join(DEMO, 'orders.exe'));

let folder = '';
let store: SymbolStore;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'memoretics-test-'));
  store = new SymbolStore(join(folder, 'store'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const put = (name: string, bytes: Uint8Array | string) => {
  mkdirSync(join(folder, 'in/deep'), { recursive: true });
  writeFileSync(join(folder, 'in', name), bytes);
};

describe('identity', () => {
  test('an image names its PDB, and that PDB says the same of itself', () => {
    const image = identifyFile(new BytesSource(exeBytes));
    const pdb = identifyFile(new BytesSource(pdbBytes));
    if (image?.kind !== 'image' || pdb?.kind !== 'pdb' || !image.pdb) throw new Error('the demo has changed');
    expect({ guid: pdb.guid, age: pdb.age }).toEqual({ guid: image.pdb.guid, age: image.pdb.age });
    const wanted: SymbolFile = { kind: 'pdb', ...image.pdb };
    expect(mismatch(wanted, pdb)).toBeNull();
    expect(mismatch({ ...wanted, age: 9 }, pdb)).toMatch(/right GUID but age/);
    expect(mismatch({ ...wanted, guid: GUID }, pdb)).toMatch(/another GUID/);
    expect(mismatch(wanted, image)).toMatch(/Windows image, not a PDB/);
    expect(mismatch(wanted, null)).toMatch(/no symbol file/);
  });
  test('Breakpad and volatility3 files', () => {
    expect(identifyFile(new BytesSource(Buffer.from(SYM)))).toEqual({
      kind: 'breakpad',
      name: 'app.pdb',
      guid: GUID,
      age: 1,
    });
    expect(identifyFile(new BytesSource(Buffer.from(ISF_TEXT)))).toEqual({
      kind: 'isf',
      name: 'ntkrnlmp.pdb',
      guid: GUID,
      age: 2,
    });
    expect(identifyFile(new BytesSource(Buffer.from('hello')))).toBeNull();
  });
  test.skipIf(!existsSync('/bin/sh'))('the build id of an ELF file (needs /bin/sh)', () => {
    expect(identifyFile(new BytesSource(readFileSync('/bin/sh')))).toMatchObject({
      buildId: expect.stringMatching(/^[0-9a-f]{40}$/),
    });
  });
});

describe('importBundle', () => {
  test('a directory: each file by what it is, whatever it is called; a second time nothing is copied', async () => {
    put('wrong-name.pdb', pdbBytes);
    put('deep/orders.exe', exeBytes);
    put('deep/x', SYM);
    put('table.json', ISF_TEXT);
    put('readme.txt', 'hello');
    put('broken.pdb', pdbBytes.subarray(0, 100));
    put('app.pd_', writeCabinet([{ method: 'MSZIP', files: [{ name: 'app.pdb', bytes: pdbBytes.subarray(0) }] }]));
    const done = await importBundle(join(folder, 'in'), store);
    const outcomes = Object.fromEntries(done.map(({ from, outcome }) => [from.slice(folder.length + 4), outcome]));
    expect(outcomes).toEqual({
      'app.pd_': 'imported',
      'broken.pdb': 'failed',
      'readme.txt': 'ignored',
      'table.json': 'imported',
      'wrong-name.pdb': 'imported',
      'deep/orders.exe': 'imported',
      'deep/x': 'imported',
    });
    for (const { path, outcome } of done) if (outcome === 'imported') expect(path).toMatch(/store/);
    expect(renderImport(done)).toMatch(/5 imported, 0 already there, 1 failed, 1 ignored$/);
    const again = await importBundle(join(folder, 'in'), store);
    expect(again.filter(({ outcome }) => outcome === 'imported')).toEqual([]);
    // What was imported is found again, by its identity.
    const image = identifyFile(new BytesSource(exeBytes));
    if (image?.kind !== 'image') throw new Error('the demo has changed');
    const elements = parseSearchPath('srv*').elements;
    for (const file of [
      { kind: 'image', name: 'orders.exe', timestamp: image.timestamp, size: image.size },
      { kind: 'breakpad', name: 'app.pdb', guid: GUID, age: 1 },
      { kind: 'isf', name: 'ntkrnlmp.pdb', guid: GUID, age: 2 },
    ] as const) {
      expect((await locateSymbols(file, elements, { store: store.root })).path).not.toBeNull();
    }
  });
  test('a zip archive, with names that would climb', async () => {
    const path = join(folder, 'bundle.zip');
    writeFileSync(
      path,
      zipSync({ '../../../evil/orders.pdb': pdbBytes, 'a/CON': exeBytes, 'b.txt': Buffer.from('x') }),
    );
    const done = await importBundle(path, store);
    expect(done.map(({ outcome }) => outcome)).toEqual(['imported', 'failed', 'ignored']);
    expect(done[0]!.path!.startsWith(join(folder, 'store', 'orders.pdb'))).toBe(true);
    expect(Buffer.compare(readFileSync(done[0]!.path!), pdbBytes)).toBe(0);
  });
  test('what is not there is told', async () => {
    expect(await importBundle(join(folder, 'none'), store)).toMatchObject([{ outcome: 'failed' }]);
  });
  test.skipIf(!existsSync(ISF))('packed volatility3 tables (needs ../shared/corpus/isf)', async () => {
    const done = await importBundle(ISF, store);
    expect(done.map(({ outcome }) => outcome)).toEqual(['imported', 'imported', 'imported']);
    const file: SymbolFile = {
      kind: 'isf',
      name: 'ntkrnlmp.pdb',
      guid: '5278aff8-6c34-1677-d7d7-835c85b7b844',
      age: 1,
    };
    const elements = parseSearchPath(`srv*;${ISF}`).elements;
    expect((await locateSymbols(file, elements, { store: store.root })).path).toMatch(/store/);
    // A folder of downloaded tables is searched by the identity in their names.
    expect((await locateSymbols(file, elements, { store: join(folder, 'none') })).path).toMatch(/corpus/);
  });
});

test('the cache folder of each platform', () => {
  expect(cacheFolder({ XDG_CACHE_HOME: '/x' }, 'linux', '/h')).toBe('/x/memoretics');
  expect(cacheFolder({ XDG_CACHE_HOME: 'relative' }, 'linux', '/h')).toBe('/h/.cache/memoretics');
  expect(cacheFolder({}, 'darwin', '/h')).toBe('/h/Library/Caches/memoretics');
  expect(cacheFolder({ LOCALAPPDATA: '/l' }, 'win32', '/h')).toMatch(/^\/l.memoretics$/);
});
