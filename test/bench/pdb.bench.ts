import { closeSync, existsSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openFile } from '../../src/platform/node/file-source.ts';
import { openPdbTable } from '../../src/symbols/pdb.ts';

export interface Figure {
  readonly name: string;
  readonly figure: number;
  readonly unit: string;
  readonly target: string;
}

const PAGE = 4096;
const PUBLICS = 500_000;
const FILLER = 240_000;

/**
 * A PDB of about a gigabyte with one code section, half a million publics and a type stream of sparse pages, written
 * here from the published layouts: what matters is that nothing reads the filler.
 */
function writeLarge(path: string): void {
  const records = Buffer.alloc(PUBLICS * 40);
  const map = Buffer.alloc(PUBLICS * 4);
  for (let index = 0; index < PUBLICS; index++) {
    const at = index * 40;
    records.writeUInt16LE(38, at);
    records.writeUInt16LE(0x110e, at + 2);
    records.writeUInt32LE(2, at + 4);
    records.writeUInt32LE(index * 32, at + 8);
    records.writeUInt16LE(1, at + 12);
    records.write(`function_number_${String(index).padStart(7, '0')}`, at + 14, 'latin1');
    map.writeUInt32LE(at, index * 4);
  }
  const publics = Buffer.alloc(28 + 16 + map.length);
  publics.writeUInt32LE(16, 0);
  publics.writeUInt32LE(map.length, 4);
  publics.writeUInt32LE(0xffff_ffff, 28);
  publics.writeUInt32LE(0xeffe_0000 + 19_990_810, 32);
  map.copy(publics, 44);
  const info = Buffer.alloc(28 + 4 + 8 + 8 + 4);
  info.writeUInt32LE(20_000_404, 0);
  info.writeUInt32LE(1, 8);
  const dbi = Buffer.alloc(64 + 22, 0);
  dbi.writeInt32LE(-1, 0);
  dbi.writeUInt32LE(19_990_903, 4);
  dbi.writeUInt32LE(1, 8);
  dbi.writeUInt16LE(0xffff, 12);
  dbi.writeUInt16LE(5, 16);
  dbi.writeUInt16LE(6, 20);
  dbi.writeInt32LE(22, 48);
  dbi.writeUInt16LE(0x8664, 58);
  dbi.fill(0xff, 64);
  dbi.writeUInt16LE(7, 64 + 10);
  const section = Buffer.alloc(40);
  section.write('.text', 0, 'latin1');
  section.writeUInt32LE(PUBLICS * 32, 8);
  section.writeUInt32LE(0x1000, 12);
  section.writeUInt32LE(PUBLICS * 32, 16);
  section.writeUInt32LE(0x6000_0020, 36);

  const streams = [Buffer.alloc(0), info, FILLER * PAGE, dbi, Buffer.alloc(0), publics, records, section];
  const file = openSync(path, 'w');
  let page = 3;
  const sizes: number[] = [];
  const pages: number[] = [];
  for (const stream of streams) {
    const size = typeof stream === 'number' ? stream : stream.length;
    sizes.push(size);
    const count = Math.ceil(size / PAGE);
    // A hole in the file: the type stream's pages are never written.
    if (typeof stream !== 'number' && size > 0) writeSync(file, stream, 0, size, page * PAGE);
    for (let index = 0; index < count; index++) pages.push(page + index);
    page += count;
  }
  const directory = Buffer.from(new Uint32Array([streams.length, ...sizes, ...pages]).buffer);
  const directoryPages = Math.ceil(directory.length / PAGE);
  writeSync(file, directory, 0, directory.length, page * PAGE);
  const list = Buffer.from(Uint32Array.from({ length: directoryPages }, (_, index) => page + index).buffer);
  page += directoryPages;
  writeSync(file, list, 0, list.length, page * PAGE);
  const head = Buffer.alloc(PAGE);
  head.write('Microsoft C/C++ MSF 7.00\r\n\x1aDS\0\0\0', 0, 'latin1');
  head.writeUInt32LE(PAGE, 32);
  head.writeUInt32LE(1, 36);
  head.writeUInt32LE(page + 1, 40);
  head.writeUInt32LE(directory.length, 44);
  head.writeUInt32LE(page, 52);
  writeSync(file, head, 0, PAGE, 0);
  writeSync(file, Buffer.alloc(1), 0, 1, (page + 1) * PAGE - 1);
  closeSync(file);
}

function median(times: number[]): number {
  return times.sort((a, b) => a - b)[times.length >> 1] ?? Number.NaN;
}

/** Median milliseconds of opening a PDB and resolving one address. */
function openAndResolve(path: string, rva: number, expected: (name: string) => boolean): number {
  const times: number[] = [];
  for (let round = 0; round < 7; round++) {
    const start = performance.now();
    const file = openFile(path);
    const symbol = openPdbTable(file, path).at(rva);
    times.push(performance.now() - start);
    file.close();
    if (!symbol || !expected(symbol.name)) throw new Error(`wrong symbol ${symbol?.name} in ${path}`);
  }
  return median(times);
}

/** Figures of the PDB reader against issue 3's targets. */
export async function run(): Promise<Figure[]> {
  const figures: Figure[] = [];
  const real = [
    process.env['MEMORETICS_BENCH_PDB'] ?? '',
    resolve('node_modules/node-pty/prebuilds/win32-x64/conpty.pdb'),
    '/tmp/oracle/node_modules/node-pty/prebuilds/win32-x64/conpty.pdb',
    resolve('../shared/corpus/made/msvcex-x86_64.pdb'),
  ].find((path) => path !== '' && existsSync(path));
  if (real !== undefined) {
    const file = openFile(real);
    const mb = (file.size / 1e6).toFixed(1);
    const table = openPdbTable(file, real);
    const rvas = [...table.symbols()].filter(({ kind }) => kind === 'function').map(({ rva }) => rva);
    const first = openAndResolve(real, rvas[rvas.length >> 1] ?? 0, () => true);
    figures.push({ name: `PDB of ${mb} MB: open, resolve one address`, figure: first, unit: 'ms', target: '< 10' });
    const asked = Array.from({ length: 1000 }, (_, index) => rvas[(index * 7919) % rvas.length]! + (index % 3));
    for (const rva of asked) table.at(rva);
    const start = performance.now();
    for (const rva of asked) table.at(rva);
    const lookups = performance.now() - start;
    figures.push({ name: `PDB of ${mb} MB: 1000 lookups, warm`, figure: lookups, unit: 'ms', target: '< 20' });
    file.close();
  }
  const folder = mkdtempSync(join(tmpdir(), 'memoretics-bench-pdb-'));
  try {
    const path = join(folder, 'large.pdb');
    writeLarge(path);
    const rva = 0x1000 + 123_456 * 32 + 5;
    const large = openAndResolve(path, rva, (name) => name === 'function_number_0123456');
    figures.push({ name: 'PDB of 1 GB: open, resolve one address', figure: large, unit: 'ms', target: '< 40' });
    const times: number[] = [];
    const before = process.memoryUsage().rss;
    for (let round = 0; round < 5; round++) {
      const file = openFile(path);
      const table = openPdbTable(file, path);
      const start = performance.now();
      let count = 0;
      table.pdb.publics?.visit(() => {
        count++;
      });
      times.push(performance.now() - start);
      file.close();
      if (count !== PUBLICS) throw new Error(`${count} publics`);
    }
    const publics = median(times);
    figures.push({ name: `PDB of 1 GB: read ${PUBLICS} publics`, figure: publics, unit: 'ms', target: '< 702' });
    const grown = (process.memoryUsage().rss - before) / 1e6;
    figures.push({ name: 'PDB of 1 GB: resident growth by that', figure: grown, unit: 'MB', target: '' });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return figures;
}
