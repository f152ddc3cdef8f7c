import { expect, test } from 'vitest';
import { CountingSource, exhaustMinidump } from '../../test/synth/exhaust-target.ts';
import { Bytes, type MinidumpSpec, TYPE, writeMinidump, x64Context } from '../../test/synth/minidump-writer.ts';
import { mutate, random } from '../../test/synth/mutate.ts';
import { MemoreticsError } from '../bytes/errors.ts';
import { BytesSource } from '../bytes/source.ts';
import { openMinidumpTarget } from './minidump-target.ts';

/** Opens hostile bytes, asks for everything, and holds the work against the size of the file. */
function survive(bytes: Uint8Array) {
  const source = new CountingSource(new BytesSource(bytes));
  const target = openMinidumpTarget(source);
  exhaustMinidump(target);
  // Some thirty streams may each claim the whole file; RVAs are good for twice its size and a megabyte.
  expect(source.bytes).toBeLessThan(bytes.length * 48 + (4 << 20));
  expect(source.reads).toBeLessThan(bytes.length + 4096);
  return { target, source, codes: [...new Set(target.problems.map(({ code }) => code))] };
}
const patched = (bytes: Uint8Array, patch: (view: DataView) => void) => {
  patch(new DataView(bytes.buffer));
  return bytes;
};
const first = (bytes: Uint8Array) => new DataView(bytes.buffer).getUint32(32 + 8, true);

test('36 bytes that claim gigabytes', () => {
  for (const type of [3, 4, 5, 8, 9, 12, 13, 14, 16, 17, 18, 19, 24, 0x43500001, 0x4767000a]) {
    const bytes = new Bytes()
      .raw(new TextEncoder().encode('MDMP'))
      .u32(0xa793, 1, 24, 0, 0, type, 0xffffffff, 0)
      .done();
    const { target, codes } = survive(bytes);
    expect(target.threads.length + target.modules.length).toBe(0);
    expect(codes).toContain('truncated');
  }
});

test('38 million streams', () => {
  const bytes = patched(writeMinidump({ threads: [{ id: 1 }] }), (view) => view.setUint32(8, 38_161_477, true));
  const { target, codes } = survive(bytes);
  expect(target.minidump.streams.length).toBeLessThan(bytes.length / 12);
  expect(codes).toContain('bad-count');
});

test('a directory as large as its claim is cut at what no writer reaches', () => {
  const count = 70_000;
  const bytes = new Bytes().raw(new TextEncoder().encode('MDMP')).u32(0xa793, count, 32, 0, 0).u64(0n);
  for (let index = 0; index < count; index++) bytes.u32(0x100000 + index, 4, 0);
  const { target, codes } = survive(bytes.done());
  expect(target.minidump.streams).toHaveLength(65_536);
  expect(codes).toContain('bad-count');
});

test.each([
  ['threads', { threads: [{ id: 1 }] }, 0],
  ['modules', { modules: [{ base: 1n, name: 'a' }] }, 0],
  ['memory', { memory: [{ start: 1n, bytes: new Uint8Array(8) }] }, 0],
  ['memory64', { memory64: [{ start: 1n, bytes: new Uint8Array(8) }] }, 0],
  ['unloaded modules', { unloadedModules: [{ base: 1n, name: 'a' }] }, 8],
  ['memory infos', { memoryInfos: [{ base: 1n, size: 1n, state: 1, protect: 1, type: 1 }] }, 8],
  ['handles', { handles: [{ handle: 1n }] }, 8],
  ['function tables', { functionTables: [{ minimum: 0n, maximum: 1n, base: 0n, entries: new Uint8Array(12) }] }, 16],
  ['tokens', { tokens: [{ id: 1, handle: 1n, bytes: new Uint8Array(4) }] }, 4],
] as [string, MinidumpSpec, number][])(
  '%s that claim four thousand million records keep the one that is there',
  (_, spec, at) => {
    const bytes = patched(writeMinidump(spec), (view) => {
      view.setUint32(first(new Uint8Array(view.buffer)) + at, 0xffffffff, true);
    });
    const { target, codes } = survive(bytes);
    const { minidump } = target;
    const lists = [
      minidump.threads,
      minidump.modules,
      minidump.memory,
      minidump.memory64,
      minidump.unloadedModules,
      minidump.memoryInfos,
      minidump.handles,
      minidump.functionTables,
      minidump.tokens,
    ];
    expect(lists.filter((list) => list !== null).map((list) => list.length)).toEqual([1]);
    expect(codes).toContain('bad-count');
  },
);

test('Memory64 that claims 2^64-1 ranges, sizes and offsets', () => {
  const huge = 0xffffffffffffffffn;
  const list = (...values: bigint[]) => writeMinidump({ raw: [{ type: 9, bytes: new Bytes().u64(...values).done() }] });
  expect(survive(list(huge, 32n, 0x1000n, 8n)).target.memoryBytes).toBe(8);
  const sizes = survive(list(2n, 32n, 0x1000n, huge, 0x2000n, 8n));
  expect([sizes.target.memoryBytes, sizes.codes.includes('bad-size')]).toEqual([0, true]);
  expect(survive(list(1n, huge, 0x1000n, 8n)).target.memoryBytes).toBe(0);
  expect(survive(list(1n)).target.minidump.memory64).toBeNull();
  expect(survive(list(1n, 100n, huge - 3n, 8n)).target.memory.read(0, 8)).toMatchObject({ reason: 'not-in-dump' });
});

test('lists that say their records are 0 or 4,294,967,295 bytes long', () => {
  for (const size of [0, 1, 0xffffffff]) {
    for (const type of [
      TYPE.unloadedModules,
      TYPE.memoryInfos,
      TYPE.threadInfos,
      TYPE.handles,
      TYPE.handleOperations,
    ]) {
      const bytes = new Bytes().u32(16, size, 0xffffffff, 0).zeros(512).done();
      expect(survive(writeMinidump({ raw: [{ type, bytes }] })).codes.some((code) => /^bad-/.test(code))).toBe(true);
      const header = new Bytes().u32(size, 64, 1, 0).zeros(512).done();
      survive(writeMinidump({ raw: [{ type, bytes: header }] }));
    }
  }
});

test('every stream claims the whole file', () => {
  const raw = Object.values(TYPE).map((type) => ({
    type,
    bytes: new Uint8Array(0),
    claimedSize: 0x7fffffff,
    claimedRva: 0,
  }));
  survive(writeMinidump({ raw: [...raw, { type: 0x77, bytes: new Uint8Array(100_000).fill(3) }] }));
  survive(writeMinidump({ raw: [...raw, { type: 0x77, bytes: new Uint8Array(100_000) }] }));
});

test('strings, contexts and annotations that all point at the same long bytes cost them once', () => {
  const size = 50_000;
  const text = new Bytes().u32(size).zeros(size).done();
  const modules = Array.from({ length: 5_000 }, (_, index) => ({ base: BigInt(index) << 16n, name: null }));
  const bytes = writeMinidump({ modules, raw: [{ type: 0x77, bytes: text }] });
  const view = new DataView(bytes.buffer);
  const listAt = view.getUint32(32 + 8, true) + 4;
  const textAt = view.getUint32(32 + 12 + 8, true);
  // Shifted by two each, so that no cache by place helps; each is as long as the bytes allow.
  modules.forEach((_, index) => {
    view.setUint32(listAt + index * 108 + 20, textAt + (index % 2000) * 2, true);
    view.setUint32(listAt + index * 108 + 76, size, true);
    view.setUint32(listAt + index * 108 + 80, textAt, true);
  });
  for (let index = 0; index < 2000; index++) view.setUint16(textAt + index * 2, 0x7000, true);
  const { codes, target } = survive(bytes);
  expect(target.modules).toHaveLength(5_000);
  expect(codes).toContain('overlap');
  const context = x64Context({ rip: 1n });
  const threads = Array.from({ length: 20_000 }, (_, id) => ({ id }));
  const many = writeMinidump({ system: {}, threads, raw: [{ type: 0x77, bytes: context }] });
  const manyView = new DataView(many.buffer);
  const threadsAt = manyView.getUint32(32 + 8, true) + 4;
  threads.forEach((_, index) => {
    manyView.setUint32(threadsAt + index * 48 + 40, 0x4000, true);
    manyView.setUint32(threadsAt + index * 48 + 44, 64, true);
  });
  expect(survive(many).codes).toContain('overlap');
});

test('chains and lists that lead back into themselves end', () => {
  const handles = [{ handle: 1n, information: [{ type: 1, bytes: new Uint8Array(4) }] }];
  const bytes = writeMinidump({ handles });
  const view = new DataView(bytes.buffer);
  const chain = view.getUint32(first(bytes) + 16 + 32, true);
  view.setUint32(chain, chain, true);
  const { target, codes } = survive(bytes);
  expect(target.minidump.handles?.[0]?.objectInformation).toHaveLength(32);
  expect(codes).toContain('loop');
  const links = Array.from({ length: 3_000 }, (_, index) => ({ index, list: ['x'] }));
  const crashpad = writeMinidump({
    crashpad: { modules: links },
    raw: [{ type: 0x77, bytes: new Uint8Array(200_000) }],
  });
  const crashpadView = new DataView(crashpad.buffer);
  const info = first(crashpad);
  const linkAt = crashpadView.getUint32(info + 48, true);
  // Every module's annotation list becomes the whole file.
  links.forEach((_, index) => {
    const module = crashpadView.getUint32(linkAt + 4 + index * 12 + 8, true);
    crashpadView.setUint32(module + 4, crashpad.length, true);
    crashpadView.setUint32(module + 8, 32, true);
  });
  expect(survive(crashpad).codes).toContain('overlap');
});

test('a million bytes of memory ranges inside each other are read in the time of one', () => {
  const count = 30_000;
  const list = new Bytes().u32(count);
  for (let index = 0; index < count; index++) list.u64(0x10000 + index).u32(0x7fffffff - index * 2, 32);
  const { target } = survive(writeMinidump({ system: {}, raw: [{ type: TYPE.memory, bytes: list.done() }] }));
  expect(target.memory.segments.length).toBeLessThan(count * 2 + 2);
  for (let at = 0x10000; at < 0x10000 + 100_000; at += 7) target.memory.read(at, 8);
});

test('modules of one name at one base have names of their own', () => {
  const modules = Array.from({ length: 5_000 }, () => ({ base: 0x400000n, name: 'a.dll' }));
  const { target } = survive(writeMinidump({ system: {}, modules }));
  expect(new Set(target.modules.map(({ name }) => name)).size).toBe(5_000);
});

const RICH: MinidumpSpec = {
  flags: 2n,
  unusedEntries: 2,
  system: { csd: 'Service Pack 1' },
  misc: { processId: 1, buildString: '7601.1.x' },
  modules: [1n, 2n].map((n) => ({
    base: n << 20n,
    name: `m${n}.dll`,
    codeView: new Bytes().u32(0x53445352).zeros(30).done(),
  })),
  threads: [1, 2, 3].map((id) => ({
    id,
    teb: 0x5000n,
    context: x64Context({ rip: 1n << 20n, rsp: 0x9000n }),
    stack: { start: 0x9000n, bytes: new Uint8Array(128) },
  })),
  threadsEx: [{ id: 4 }],
  threadInfos: [{ id: 1, createTime: 5n }],
  threadNames: [{ id: 1, name: 'x' }],
  unloadedModules: [{ base: 3n << 20n, name: 'u.dll' }],
  memory: [{ start: 0x5000n, bytes: new Uint8Array(0x100) }],
  memory64: [{ start: 0x10000n, bytes: new Uint8Array(0x200) }],
  memoryInfos: [{ base: 0n, size: 0x1000n, state: 0x1000, protect: 4, type: 0x20000 }],
  exception: { threadId: 1, code: 0xc0000005, address: 1n, parameters: [0n, 0n], context: x64Context({}) },
  handles: [{ handle: 1n, type: 'File', name: '\\x', information: [{ type: 1, bytes: new Uint8Array(8) }] }],
  handleOperations: [{ handle: 1n, processId: 1, threadId: 1, operation: 1, backtrace: [1n] }],
  functionTables: [{ minimum: 0n, maximum: 1n, base: 0n, entries: new Uint8Array(24) }],
  tokens: [{ id: 1, handle: 1n, bytes: new Uint8Array(12) }],
  vmCounters: new Uint8Array(152),
  systemMemory: new Uint8Array(492),
  commentA: 'a',
  commentW: 'w',
  breakpad: { validity: 3, dumpThreadId: 1, requestingThreadId: 2 },
  assertion: { expression: 'e', function: 'f', file: 'g', line: 1, type: 1 },
  crashpad: {
    simple: { a: 'b' },
    modules: [{ index: 0, list: ['l'], objects: [{ name: 'n', type: 1, value: new Uint8Array(3) }] }],
  },
  linux: { cpu: new TextEncoder().encode('a: b'), auxv: new Uint8Array(32), maps: new Uint8Array(8) },
};

test('six hundred damaged dumps: a target or a typed error, in work bounded by size', () => {
  const whole = writeMinidump(RICH);
  expect(openMinidumpTarget(new BytesSource(whole)).problems).toEqual([]);
  const next = random(20260801);
  const ends = { target: 0, error: 0 };
  for (let round = 0; round < 600; round++) {
    const bytes = mutate(whole, next);
    try {
      survive(bytes);
      ends.target++;
    } catch (error) {
      if (!(error instanceof MemoreticsError)) throw error;
      ends.error++;
    }
  }
  expect(ends.target).toBeGreaterThan(400);
  expect(ends.target + ends.error).toBe(600);
});
