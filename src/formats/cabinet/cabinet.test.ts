import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type CabinetFolderInput, type CabinetOptions, writeCabinet } from '../../../test/synth/cabinet.ts';
import { FormatError } from '../../bytes/errors.ts';
import { Problems } from '../../bytes/problem.ts';
import { BytesSource } from '../../bytes/source.ts';
import { extractFolder } from './cabinet.ts';
import { isCabinet, readCabinetDirectory } from './directory.ts';

/** Machine-code-like bytes: repeats at all distances, calls to translate, some noise. */
function content(size: number, seed: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let state = seed;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 8;
  };
  for (let at = 0; at < size; ) {
    const what = next() % 10;
    if (what < 5 && at > 100) {
      const from = at - 1 - (next() % (next() % 3 ? Math.min(at, 500) : at));
      const length = 3 + (next() % (next() % 4 ? 20 : 400));
      for (let index = 0; index < length && at < size; index++) bytes[at++] = bytes[Math.max(0, from + index)]!;
    } else if (what === 5) {
      bytes[at++] = 0xe8;
      if (at + 4 <= size) new DataView(bytes.buffer).setInt32(at, (next() % 200_000) - 100_000, true);
      at += 4;
    } else for (let index = next() % 12; index >= 0 && at < size; index--) bytes[at++] = next() % (what < 8 ? 64 : 256);
  }
  return bytes;
}

function extract(cabinet: Uint8Array): { files: Map<string, Uint8Array>; problems: string[] } {
  const source = new BytesSource(cabinet);
  const problems = new Problems();
  const files = new Map<string, Uint8Array>();
  const directory = readCabinetDirectory(source, 1000, problems);
  for (let index = 0; index < directory.folders.length; index++) {
    const parts = new Map<string, Uint8Array[]>();
    try {
      extractFolder(
        source,
        directory,
        index,
        (file) => {
          parts.set(file.name, []);
          return (bytes) => parts.get(file.name)!.push(bytes.slice()) > 0;
        },
        problems,
      );
    } catch (error) {
      problems.catch(error, 'folder', null);
    }
    for (const [name, list] of parts) files.set(name, Buffer.concat(list));
  }
  return { files, problems: problems.list.map((problem) => problem.message) };
}
function roundTrip(folders: readonly CabinetFolderInput[], options?: CabinetOptions): Buffer {
  const cabinet = writeCabinet(folders, options);
  const { files, problems } = extract(cabinet);
  expect(problems).toEqual([]);
  for (const { files: wanted } of folders) {
    for (const { name, bytes } of wanted) {
      expect(`${name} ${Buffer.compare(files.get(name) ?? new Uint8Array(0), bytes)}`).toBe(`${name} 0`);
    }
  }
  return cabinet;
}
const lzx = (windowBits: number, seed: number, size: number, translationSize = 0): CabinetFolderInput => ({
  method: 'LZX',
  lzx: { windowBits, seed, translationSize },
  files: [
    { name: `a${seed}`, bytes: content(size, seed) },
    { name: `b${seed}`, bytes: content(size >> 2, seed + 1) },
  ],
});
const LZX_CASES = [15, 16, 17, 18, 19, 20, 21].map((bits) =>
  lzx(bits, bits * 7, 70_000 + bits * 1000, bits % 2 ? 150_000 : 0),
);
const cabextract = existsSync('/usr/bin/cabextract');

describe('cabinets', () => {
  test('stored, MSZIP and LZX folders, several files in each, reserved bytes', () => {
    const plain = {
      files: [
        { name: 'p', bytes: content(100_000, 5) },
        { name: 'q', bytes: content(40_000, 6) },
      ],
    };
    const zipped = {
      files: [
        { name: 'r', bytes: content(100_000, 7) },
        { name: 's', bytes: content(10, 8) },
      ],
    };
    const reserve = { header: 20, folder: 4, data: 3 };
    roundTrip([{ method: 'none', ...plain }, { method: 'MSZIP', ...zipped }, lzx(15, 9, 80_000)], { reserve });
  });

  test('LZX: all window sizes, kinds of blocks, with and without translated calls', () => {
    for (const folder of LZX_CASES) roundTrip([folder]);
  });

  test.skipIf(!cabextract)('the LZX and MSZIP cabinets mean the same to cabextract (needs cabextract)', () => {
    const folder = mkdtempSync(join(tmpdir(), 'memoretics-test-'));
    try {
      const zipped: CabinetFolderInput = { method: 'MSZIP', files: [{ name: 'z', bytes: content(150_000, 70) }] };
      const all = [...LZX_CASES, zipped];
      writeFileSync(join(folder, 'x.cab'), roundTrip(all));
      execFileSync('/usr/bin/cabextract', ['-q', '-d', folder, join(folder, 'x.cab')]);
      for (const { name, bytes } of all.flatMap(({ files }) => files)) {
        expect(`${name} ${Buffer.compare(readFileSync(join(folder, name)), bytes)}`).toBe(`${name} 0`);
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  test.skipIf(!existsSync('/usr/bin/gcab'))('a cabinet made by gcab (needs gcab)', () => {
    const folder = mkdtempSync(join(tmpdir(), 'memoretics-test-'));
    try {
      const bytes = content(300_000, 3);
      writeFileSync(join(folder, 'in'), bytes);
      execFileSync('/usr/bin/gcab', ['-c', '-z', '-n', join(folder, 'x.cab'), join(folder, 'in')], { stdio: 'ignore' });
      const { files, problems } = extract(readFileSync(join(folder, 'x.cab')));
      expect(problems).toEqual([]);
      expect(Buffer.compare([...files.values()][0]!, bytes)).toBe(0);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  test('Quantum, split sets and other versions are named', () => {
    const file = { name: 'a', bytes: content(100, 1) };
    expect(extract(writeCabinet([{ method: 'Quantum', files: [file] }])).problems.join()).toMatch(/Quantum/);
    const split = writeCabinet([{ method: 'none', files: [file], folderIndex: 0xfffe }], { next: 'disk2.cab' });
    const directory = readCabinetDirectory(new BytesSource(split), 10, new Problems());
    expect(directory).toMatchObject({ next: 'disk2.cab', previous: null, files: [{ name: 'a', folder: -1 }] });
    const version = writeCabinet([]);
    version[25] = 2;
    expect(() => readCabinetDirectory(new BytesSource(version), 10, new Problems())).toThrow(FormatError);
    expect(isCabinet(version)).toBe(true);
  });

  test('damage and truncation at any place end in bytes or problems, never in another error', () => {
    const cabinet = writeCabinet([
      lzx(15, 21, 3_000),
      { method: 'MSZIP', files: [{ name: 'm', bytes: content(3_000, 4) }] },
    ]);
    const good = extract(cabinet).files;
    const data = readCabinetDirectory(new BytesSource(cabinet), 10, new Problems()).folders[0]!.firstDataOffset;
    for (let at = 4; at < cabinet.length; at += 3) {
      const bad = Buffer.from(cabinet);
      bad[at]! ^= 1 << (at % 8);
      for (const bytes of [bad, cabinet.subarray(0, at)]) {
        let problems = ['refused'];
        let files = new Map<string, Uint8Array>();
        try {
          ({ files, problems } = extract(bytes));
        } catch (error) {
          expect(error).toBeInstanceOf(FormatError);
        }
        // Wrong content never comes without a problem; the directory itself has no checksum.
        if (at < data) continue;
        for (const [name, content] of files) {
          const right = good.get(name);
          if (problems.length === 0 && right) expect(Buffer.compare(content, right)).toBe(0);
        }
      }
    }
  });
});
