import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { MemoreticsError } from '../../src/bytes/errors.ts';
import { BytesSource } from '../../src/bytes/source.ts';
import { openMinidumpTarget } from '../../src/target/minidump-target.ts';
import { CountingSource, exhaustMinidump } from '../synth/exhaust-target.ts';
import { mutate, random } from '../synth/mutate.ts';

const CORPUS = resolve(import.meta.dirname, '../../../shared/corpus');
const HAS = existsSync(join(CORPUS, 'MANIFEST.tsv'));

interface Row {
  readonly file: string;
  readonly architecture: string;
  readonly what: string;
}

const rows: Row[] = HAS
  ? readFileSync(join(CORPUS, 'MANIFEST.tsv'), 'utf8')
      .split('\n')
      .map((line) => line.split('\t'))
      .map(([file = '', architecture = '', , , , , what = '']) => ({ file, architecture, what }))
  : [];
const user = rows.filter(({ file }) => file.startsWith('user/'));

/** The number behind a word of the manifest's description; its `None` is null. */
function figure(what: string, word: string): number | null {
  const found = new RegExp(`${word} (0x[0-9a-f]+|\\d+)`).exec(what)?.[1];
  return found === undefined ? null : Number(found);
}
const load = (file: string) => readFileSync(join(CORPUS, file));

test.skipIf(!HAS)('the manifest lists user minidumps (needs ../shared/corpus/MANIFEST.tsv)', () => {
  expect(user.length).toBeGreaterThanOrEqual(19);
});

test.skipIf(!HAS).each(user)('$file agrees with the manifest (needs ../shared/corpus/user)', (row) => {
  const { what, architecture } = row;
  const target = openMinidumpTarget(new BytesSource(load(row.file)));
  const { minidump } = target;
  expect(target.kind).toBe('user-minidump');
  expect(target.architecture).toBe(architecture);
  expect(target.flags).toBe(BigInt(figure(what, 'flags') ?? -1));
  expect(target.threads.length).toBe(figure(what, 'threads'));
  expect(target.threads.every(({ context }) => context?.ip && context.sp)).toBe(true);
  expect(target.modules.length).toBe(figure(what, 'modules'));
  expect(new Set(target.modules.map(({ name }) => name)).size).toBe(target.modules.length);
  expect(minidump.memory?.length ?? null).toBe(figure(what, 'memlist'));
  expect(minidump.memory64?.length ?? null).toBe(figure(what, 'mem64'));
  const unloaded = figure(what, 'unloaded');
  expect([target.hasUnloadedModuleList, target.unloadedModules.length]).toEqual([unloaded !== null, unloaded ?? 0]);
  expect(target.handles?.length ?? null).toBe(figure(what, 'handles'));
  expect(target.exception?.code ?? null).toBe(figure(what, 'exception'));
  const address = /exception 0x[0-9a-f]+ at (0x[0-9a-f]+)/.exec(what)?.[1];
  expect(target.exception?.address ?? null).toBe(address === undefined ? null : BigInt(address));
  if (target.exception) expect(target.currentThread?.id).toBe(target.exception.threadId);
  const types = /streams ([\d,]+)/.exec(what)?.[1]?.split(',').map(Number) ?? [];
  expect([...new Set(minidump.streams.map(({ type }) => type))].sort((a, b) => a - b)).toEqual(
    types.filter((type) => type !== 0),
  );
  expect(target.problems).toEqual([]);
});

const MADE: readonly (readonly [file: string, kind: string, threads: number, modules: number, code: number | null])[] =
  [
    ['av-x64-f0.dmp', 'user-minidump', 6, 8, 0xc0000005],
    ['av-x86-f0.dmp', 'user-minidump', 6, 8, 0xc0000005],
    ['avfpo-x86-f0.dmp', 'user-minidump', 6, 8, 0xc0000005],
    ['hang-x64-f2-cv.dmp', 'user-full-dump', 6, 8, null],
    ['hang-x86-f0.dmp', 'user-minidump', 6, 8, null],
    ['msvcex-x64-f2.dmp', 'user-full-dump', 1, 5, 0xe06d7363],
  ];

test.skipIf(!HAS).each(MADE)(
  'made/%s opens as %s (needs ../shared/corpus/made)',
  (file, kind, threads, modules, code) => {
    const source = new CountingSource(new BytesSource(load(`made/${file}`)));
    const target = openMinidumpTarget(source);
    expect(target.kind).toBe(kind);
    expect([target.threads.length, target.modules.length]).toEqual([threads, modules]);
    expect(target.exception?.code ?? null).toBe(code);
    expect(target.threads.every(({ context, stack }) => context !== null && stack !== null)).toBe(true);
    expect(target.problems.filter(({ code: problem }) => problem === 'truncated')).toEqual([]);
    // Megabytes of memory stay unread: opening costs what the lists cost.
    expect(source.bytes).toBeLessThan(1 << 20);
  },
);

test.skipIf(!HAS)('the compressed stack overflow opens once unpacked (needs ../shared/corpus/made)', () => {
  const target = openMinidumpTarget(new BytesSource(gunzipSync(load('made/so-x86-f2.dmp.gz'))));
  expect(target).toMatchObject({ kind: 'user-full-dump', architecture: 'x86' });
  expect(target.exception?.code).toBe(0xc00000fd);
  expect(target.currentThread?.context?.ip).not.toBeNull();
});

const hostile = HAS ? readdirSync(join(CORPUS, 'hostile')) : [];

test.skipIf(!HAS).each(hostile)('hostile/%s ends in bounded work (needs ../shared/corpus/hostile)', (name) => {
  const bytes = load(`hostile/${name}`);
  const source = new CountingSource(new BytesSource(bytes));
  const target = openMinidumpTarget(source);
  exhaustMinidump(target);
  expect(source.bytes).toBeLessThan(bytes.length * 48 + (4 << 20));
  // One of them is sound: lldb's list of two Memory64 ranges.
  expect(target.problems.length > 0).toBe(!name.includes('regions-memlist64'));
});

test.skipIf(!HAS)(
  'a truncated full dump of a 64-bit system keeps what stands before the cut (needs ../shared/corpus/hostile)',
  () => {
    const target = openMinidumpTarget(
      new BytesSource(load('hostile/rizinorg__rizin-testbins__crash-0a4b90615b8dd830e86ef1c4e5e80ea9')),
    );
    expect(target).toMatchObject({ kind: 'user-full-dump', architecture: 'x64' });
    expect([target.threads.length, target.modules.length, target.minidump.memory64?.length]).toEqual([1, 10, 83]);
    expect(target.memoryRegions).toHaveLength(127);
    expect(target.problems.some(({ code }) => code === 'truncated')).toBe(true);
  },
);

test.skipIf(!HAS)(
  'damaged copies of small user dumps end in a target or a typed error (needs ../shared/corpus/user)',
  () => {
    const next = random(4711);
    const originals = user.map(({ file }) => load(file)).filter(({ length }) => length < 40_000);
    let opened = 0;
    for (let round = 0; round < 400; round++) {
      const bytes = mutate(originals[round % originals.length] ?? new Uint8Array(0), next, 4096);
      const source = new CountingSource(new BytesSource(bytes));
      try {
        exhaustMinidump(openMinidumpTarget(source));
        opened++;
      } catch (error) {
        if (!(error instanceof MemoreticsError)) throw error;
      }
      expect(source.bytes).toBeLessThan(bytes.length * 48 + (4 << 20));
    }
    expect(opened).toBeGreaterThan(300);
  },
);
