import { expect, test } from 'vitest';
import {
  Bytes,
  elfBuildId,
  type MinidumpSpec,
  nb10,
  rsds,
  TYPE,
  utf16,
  writeMinidump,
  x64Context,
} from '../../../test/synth/minidump-writer.ts';
import { FormatError } from '../../bytes/errors.ts';
import { Problems } from '../../bytes/problem.ts';
import { BytesSource } from '../../bytes/source.ts';
import { minidumpTypeNames } from './header.ts';
import { openMinidump } from './minidump.ts';
import { streamTypeName } from './stream-type.ts';

function open(bytes: Uint8Array) {
  const problems = new Problems();
  return { dump: openMinidump(new BytesSource(bytes), problems), problems };
}
/** Opens what the description says and expects nothing wrong with it. */
function read(spec: MinidumpSpec) {
  const { dump, problems } = open(writeMinidump(spec));
  return { dump, codes: () => problems.list.map(({ code }) => code) };
}
const GUID = Uint8Array.from({ length: 16 }, (_, index) => index * 17);

test('a file without the signature, or shorter than the header, is no minidump', () => {
  expect(() => open(new TextEncoder().encode('PAGEDU64'.repeat(8)))).toThrow(FormatError);
  expect(() => open(new Uint8Array(0))).toThrow(FormatError);
  expect(() => open(writeMinidump({}).subarray(0, 20))).toThrow(FormatError);
});

test('a wrong version is told and read on', () => {
  const { dump, problems } = open(writeMinidump({ version: 0x1234a794, threads: [{ id: 7 }] }));
  expect(dump.threads?.map(({ ThreadId }) => ThreadId)).toEqual([7]);
  expect(problems.list.map(({ code }) => code)).toEqual(['bad-version']);
  const high = open(writeMinidump({ version: 0x61b1a793, threads: [] }));
  expect(high.problems.list).toEqual([]);
});

test('flags are named', () => {
  expect(minidumpTypeNames(0x40802n)).toEqual([
    'MiniDumpWithFullMemory',
    'MiniDumpWithFullMemoryInfo',
    'MiniDumpWithTokenInformation',
  ]);
});

test('unused entries are passed over; unknown streams are listed by type and size', () => {
  const { dump, codes } = read({ unusedEntries: 5, raw: [{ type: 0x12345678, bytes: new Uint8Array(10) }] });
  expect(dump.streams).toMatchObject([
    { type: 0x12345678, name: 'unknown stream 0x12345678', size: 10, available: 10 },
  ]);
  expect(codes()).toEqual([]);
  expect(streamTypeName(0xfacedead)).toBe('FacebookAbortReason');
});

test('of two streams of one type the first is used, unless it is empty', () => {
  const one = new Bytes().u32(1, 11).zeros(44).done();
  const two = new Bytes().u32(1, 22).zeros(44).done();
  const { dump, codes } = read({
    raw: [
      { type: 3, bytes: one },
      { type: 3, bytes: two },
    ],
  });
  expect(dump.threads?.[0]?.ThreadId).toBe(11);
  expect(codes()).toEqual(['duplicate']);
  const empty = read({
    raw: [
      { type: 3, bytes: new Uint8Array(0) },
      { type: 3, bytes: two },
    ],
  });
  expect(empty.dump.threads?.[0]?.ThreadId).toBe(22);
});

test.each([false, true])('lists with a count, padded as Breakpad does: %s', (padLists) => {
  const context = x64Context({ rip: 0x1234n });
  const { dump, codes } = read({
    quirks: { padLists },
    threads: [
      { id: 1, suspendCount: 2, priority: 0xfffffff1, teb: 0x7ffdd000n, context },
      { id: 2, stack: { start: 0x1000n, bytes: new Uint8Array(32) } },
    ],
    modules: [
      { base: 0x400000n, name: 'C:\\a.exe' },
      { base: 0x7ff812340000n, name: 'C:\\b.dll' },
    ],
    memory: [{ start: 0x7ff6_0000_1000n, bytes: Uint8Array.of(1, 2, 3) }],
    threadNames: [{ id: 2, name: 'worker ✓' }],
  });
  expect(dump.threads).toHaveLength(2);
  expect(dump.threads?.[0]).toMatchObject({ ThreadId: 1, SuspendCount: 2, Priority: 0xfffffff1, Teb: 0x7ffdd000n });
  expect(dump.threads?.[0]?.ThreadContext.DataSize).toBe(context.length);
  expect(dump.threads?.[1]?.Stack).toMatchObject({ StartOfMemoryRange: 0x1000n });
  expect(dump.modules?.map(({ record, path }) => [record.BaseOfImage, path])).toEqual([
    [0x400000n, 'C:\\a.exe'],
    [0x7ff812340000n, 'C:\\b.dll'],
  ]);
  expect(dump.memory).toMatchObject([{ start: 0x7ff6_0000_1000n, size: 3 }]);
  expect([...(dump.threadNames ?? [])]).toEqual([[2, 'worker ✓']]);
  expect(codes()).toEqual([]);
});

test('module records of 112 bytes are recognised by the size of the stream', () => {
  const modules = [1n, 2n, 3n].map((n) => ({ base: n << 20n, name: `m${n}.dll` }));
  for (const padLists of [false, true]) {
    const { dump, codes } = read({ modules, quirks: { moduleStride: 112, padLists } });
    expect(dump.modules?.map(({ path }) => path)).toEqual(['m1.dll', 'm2.dll', 'm3.dll']);
    expect(codes()).toEqual([]);
  }
});

test('CodeView records: RSDS, NB10, ELF, unknown, short', () => {
  const records = [
    rsds(GUID, 3, 'd:\\π.pdb'),
    nb10(0x3f4e5d6c, 2, 'old.pdb'),
    elfBuildId(Uint8Array.of(0xab, 0xcd, 0xef)),
    new Bytes().u32(0x31435653, 1, 2, 3).done(),
    Uint8Array.of(0x52, 0x53),
  ];
  const { dump } = read({ modules: records.map((codeView, index) => ({ base: BigInt(index), name: 'x', codeView })) });
  expect(dump.modules?.map(({ codeView }) => codeView)).toMatchObject([
    { kind: 'RSDS', guid: '33221100-5544-7766-8899-aabbccddeeff', age: 3, name: 'd:\\π.pdb' },
    { kind: 'NB10', signature: '3f4e5d6c', age: 2, name: 'old.pdb' },
    { kind: 'ELF', buildId: 'abcdef' },
    { kind: 'unknown', signature: 0x31435653 },
    null,
  ] as object[]);
});

test('IMAGE_DEBUG_MISC names a .dbg file in either encoding', () => {
  const ascii = new Bytes().u32(1, 32).u8(0).zeros(3).raw(new TextEncoder().encode('a.dbg\0')).done();
  const wide = new Bytes().u32(1, 32).u8(1).zeros(3).raw(utf16('b.dbg\0')).done();
  const { dump } = read({ modules: [ascii, wide].map((misc) => ({ base: 1n, name: 'x', misc })) });
  expect(dump.modules?.map(({ debugFile }) => debugFile)).toEqual(['a.dbg', 'b.dbg']);
});

test.each([{}, { extraEntryBytes: 8 }, { extraHeaderBytes: 16 }, { extraEntryBytes: 24, extraHeaderBytes: 4 }])(
  'lists that say the size of header and records: %o',
  (quirks) => {
    const { dump, codes } = read({
      quirks,
      unloadedModules: [1, 2].map((n) => ({
        base: BigInt(n) << 16n,
        size: n,
        checksum: 3,
        timestamp: 4,
        name: `u${n}.dll`,
      })),
      memoryInfos: [1n, 2n].map((n) => ({ base: n << 12n, size: 0x1000n, state: 0x1000, protect: 4, type: 0x20000 })),
      threadInfos: [1, 2].map((id) => ({
        id,
        flags: 2,
        createTime: 5n,
        userTime: 6n,
        startAddress: 0x7ff0n,
        affinity: 3n,
      })),
      handles: [1n, 2n].map((handle) => ({ handle, type: 'Mutant', name: `\\n${handle}`, access: 0x1f0001 })),
      handleOperations: [1n, 2n].map((handle) => ({
        handle,
        processId: 4,
        threadId: 5,
        operation: 3,
        backtrace: [0x10n, 0x20n],
      })),
    });
    expect(dump.unloadedModules?.map(({ path, record }) => [path, record.SizeOfImage])).toEqual([
      ['u1.dll', 1],
      ['u2.dll', 2],
    ]);
    expect(
      dump.memoryInfos?.map(({ BaseAddress, State, Protect, Type }) => [BaseAddress, State, Protect, Type]),
    ).toEqual([
      [0x1000n, 0x1000, 4, 0x20000],
      [0x2000n, 0x1000, 4, 0x20000],
    ]);
    expect(dump.threadInfos?.map(({ ThreadId, StartAddress, Affinity }) => [ThreadId, StartAddress, Affinity])).toEqual(
      [
        [1, 0x7ff0n, 3n],
        [2, 0x7ff0n, 3n],
      ],
    );
    expect(dump.handles?.map(({ record, typeName, objectName }) => [record.Handle, typeName, objectName])).toEqual([
      [1n, 'Mutant', '\\n1'],
      [2n, 'Mutant', '\\n2'],
    ]);
    expect(dump.handleOperations).toMatchObject([
      { handle: 1n, processId: 4, threadId: 5, operation: 'bad-reference', backtrace: [0x10n, 0x20n] },
      { handle: 2n },
    ]);
    expect(codes()).toEqual([]);
  },
);

test('object information of handles is a chain; handles of the first generation have none', () => {
  const handles = [
    {
      handle: 8n,
      type: 'Mutant',
      information: [
        { type: 2, bytes: Uint8Array.of(1, 2, 3, 4) },
        { type: 3, bytes: Uint8Array.of(5) },
        { type: 99, bytes: new Uint8Array(0) },
      ],
    },
  ];
  expect(read({ handles }).dump.handles?.[0]?.objectInformation).toEqual([
    { type: 2, typeName: 'MiniMutantInformation1', bytes: Uint8Array.of(1, 2, 3, 4) },
    { type: 3, typeName: 'MiniMutantInformation2', bytes: Uint8Array.of(5) },
    { type: 99, typeName: null, bytes: new Uint8Array(0) },
  ]);
  const first = read({ handles, quirks: { handleStride: 32 } });
  expect(first.dump.handles?.[0]).toMatchObject({ typeName: 'Mutant', objectInformation: [] });
});

test('Memory64: ranges follow each other from BaseRva', () => {
  const { dump, codes } = read({
    memory64: [
      { start: 0x10000n, bytes: new Uint8Array(100) },
      { start: 0xffff8000_00000000n, bytes: new Uint8Array(50) },
    ],
  });
  const base = dump.memory64?.[0]?.offset ?? 0;
  expect(dump.memory64).toEqual([
    { start: 0x10000n, size: 100, offset: base },
    { start: 0xffff8000_00000000n, size: 50, offset: base + 100 },
  ]);
  expect(codes()).toEqual([]);
});

test('exception, with no more than fifteen parameters', () => {
  const exception = { threadId: 9, code: 0xc0000005, address: 0x7ff6n, parameters: [1n, 0xffffffffffffffffn] };
  const { dump, codes } = read({ exception });
  expect(dump.exception).toMatchObject({ threadId: 9, parameters: [1n, 0xffffffffffffffffn] });
  expect(dump.exception?.record).toMatchObject({ ExceptionCode: 0xc0000005, ExceptionAddress: 0x7ff6n });
  expect(codes()).toEqual([]);
  const many = read({ exception: { ...exception, claimedParameters: 0xffffffff } });
  expect(many.dump.exception?.parameters).toHaveLength(15);
  expect(many.codes()).toEqual(['bad-count']);
});

test('system information: service pack, and a vendor only where one stands', () => {
  const cpu = new Bytes().raw(new TextEncoder().encode('AuthenticAMD')).u32(0x00800f12, 0x178bfbff, 0).done();
  const x86 = read({ system: { architecture: 0, csd: 'Service Pack 3', version: [5, 1, 2600], cpu } }).dump.systemInfo;
  expect(x86).toMatchObject({ csdVersion: 'Service Pack 3', cpuVendor: 'AuthenticAMD', cpuVersion: 0x00800f12 });
  const features = new Bytes().u64(0x1f04c, 1).done();
  expect(read({ system: { cpu: features } }).dump.systemInfo).toMatchObject({ cpuVendor: null, cpuVersion: null });
  expect(read({ system: { architecture: 12, cpu } }).dump.systemInfo?.cpuVendor).toBeNull();
});

test('miscellaneous information of every generation', () => {
  const misc = {
    processId: 4711,
    times: [1_700_000_000, 3, 4] as const,
    maxMhz: 3600,
    integrity: 0x2000,
    timeZoneId: 2,
    bias: -60,
    daylightBias: -60,
    daylightName: 'Summer',
    buildString: '19041.1.amd64fre.vb_release.191206-1406',
    debuggerBuildString: 'dbgcore.amd64,10.0.19041.1',
    xstateFeatures: 7n,
    processCookie: 0xabcdef01,
  };
  const at = (generation: 1 | 2 | 3 | 4 | 5) => read({ misc: { ...misc, generation } }).dump.miscInfo;
  expect(at(1)).toMatchObject({
    generation: 1,
    processId: 4711,
    processCreateTime: 1_700_000_000,
    processorMaxMhz: null,
  });
  expect(at(2)).toMatchObject({ generation: 2, processorMaxMhz: 3600, integrityLevel: null, timeZone: null });
  expect(at(3)).toMatchObject({
    generation: 3,
    integrityLevel: 0x2000,
    timeZone: { biasMinutes: -120, name: 'Summer', daylight: true },
    buildString: null,
  });
  expect(at(4)).toMatchObject({ generation: 4, buildString: misc.buildString, processCookie: null });
  expect(at(5)).toMatchObject({
    generation: 5,
    debuggerBuildString: misc.debuggerBuildString,
    xstateEnabledFeatures: 7n,
    processCookie: 0xabcdef01,
  });
  expect(read({ misc: { ...misc, flags: 0 } }).dump.miscInfo).toMatchObject({ processId: null, processCookie: null });
});

test('function tables, aligned or not', () => {
  const entries = new Bytes().u32(0x1000, 0x1100, 0x5000, 0x1100, 0x1200, 0x5010).done();
  const one = { minimum: 0x1000n, maximum: 0x2000n, base: 0x10000n, entries };
  for (const pad of [0, 4]) {
    const { dump, codes } = read({
      functionTables: [
        { ...one, pad },
        { ...one, base: 0x20000n, pad },
      ],
    });
    expect(dump.functionTables).toMatchObject([
      { baseAddress: 0x10000n, entrySize: 12, entryCount: 2, entries },
      { baseAddress: 0x20000n, entries },
    ]);
    expect(codes()).toEqual([]);
  }
});

test('tokens', () => {
  const { dump, codes } = read({
    tokens: [
      { id: 1, handle: 0x44n, bytes: Uint8Array.of(1, 2, 3) },
      { id: 2, handle: 0x48n, bytes: Uint8Array.of(9) },
    ],
  });
  expect(dump.tokens).toEqual([
    { id: 1, handle: 0x44n, bytes: Uint8Array.of(1, 2, 3) },
    { id: 2, handle: 0x48n, bytes: Uint8Array.of(9) },
  ]);
  expect(codes()).toEqual([]);
});

test('process VM counters of both revisions', () => {
  const first = new Bytes().u16(1).u16(0).u32(11).u64(1, 2, 3, 4, 5, 6, 7, 8, 9).done();
  expect(read({ vmCounters: first }).dump.processVmCounters).toMatchObject({
    revision: 1,
    pageFaultCount: 11,
    workingSetSize: 2n,
    privateUsage: 9n,
    virtualSize: null,
  });
  const second = new Bytes()
    .u16(2)
    .u16(2)
    .u32(11)
    .u64(...Array.from({ length: 18 }, (_, index) => index + 1))
    .done();
  expect(read({ vmCounters: second }).dump.processVmCounters).toMatchObject({
    revision: 2,
    peakVirtualSize: 9n,
    virtualSize: 10n,
    // Flags vouch for the virtual size only.
    privateUsage: null,
    privateWorkingSetSize: null,
  });
});

test('system memory', () => {
  const bytes = new Uint8Array(492);
  const view = new DataView(bytes.buffer);
  view.setUint32(4 + 8, 262144, true);
  view.setBigUint64(116 + 16, 777n, true);
  view.setUint32(148 + 44, 555, true);
  view.setBigUint64(148 + 336, 333n, true);
  const info = read({ systemMemory: bytes }).dump.systemMemoryInfo;
  expect(info?.BasicInfo.NumberOfPhysicalPages).toBe(262144);
  expect(info?.BasicPerfInfo.CommitLimit).toBe(777n);
  expect(info?.PerfInfo.AvailablePages).toBe(555);
  expect(info?.PerfInfo.SharedCommittedPages).toBe(333n);
});

test('comments in both encodings', () => {
  const { dump } = read({ commentA: 'grüße from a tool', commentW: 'für später' });
  expect([dump.commentA, dump.commentW]).toEqual(['grüße from a tool', 'für später']);
  expect(read({ raw: [{ type: TYPE.commentA, bytes: Uint8Array.of(0x67, 0xfc, 0) }] }).dump.commentA).toBe('gü');
});

test('Breakpad: who wrote, and the assertion', () => {
  const { dump } = read({
    breakpad: { validity: 2, dumpThreadId: 1, requestingThreadId: 77 },
    assertion: { expression: 'p != 0', function: 'f', file: 'a.c', line: 12, type: 1 },
  });
  expect(dump.breakpadInfo).toEqual({ dumpThreadId: null, requestingThreadId: 77 });
  expect(dump.assertionInfo).toEqual({ expression: 'p != 0', function: 'f', file: 'a.c', line: 12, type: 1 });
});

test('Crashpad: annotations of the process and of modules', () => {
  const { dump, codes } = read({
    crashpad: {
      reportId: GUID,
      simple: { prod: 'demo', ver: '1' },
      modules: [
        {
          index: 3,
          list: ['abort() called'],
          simple: { a: 'b' },
          objects: [{ name: 'typed', type: 1, value: new TextEncoder().encode('✓') }],
        },
      ],
    },
  });
  expect(dump.crashpadInfo).toMatchObject({
    version: 1,
    reportId: '33221100-5544-7766-8899-aabbccddeeff',
    modules: [{ moduleIndex: 3, listAnnotations: ['abort() called'], annotationObjects: [{ name: 'typed', type: 1 }] }],
  });
  expect(Object.fromEntries(dump.crashpadInfo?.simpleAnnotations ?? [])).toEqual({ prod: 'demo', ver: '1' });
  expect(Object.fromEntries(dump.crashpadInfo?.modules[0]?.simpleAnnotations ?? [])).toEqual({ a: 'b' });
  expect(codes()).toEqual([]);
});

test('Linux texts and the auxiliary vector', () => {
  const { dump } = read({
    linux: { cmd: new TextEncoder().encode('./a\0-x\0'), auxv: new Bytes().u64(6, 4096, 0, 0).done() },
  });
  expect(dump.linuxText(TYPE.cmd)).toBe('./a\n-x');
  expect(dump.auxiliaryVector(8)).toEqual([
    [6n, 4096n],
    [0n, 0n],
  ]);
});

test('the dynamic linker list, packed or with padding', () => {
  for (const padded of [false, true]) {
    const whole = writeMinidump({
      raw: [
        { type: 0x77, bytes: new Uint8Array(400) },
        { type: 0x4767000a, bytes: new Uint8Array(36) },
      ],
    });
    const view = new DataView(whole.buffer);
    const listAt = view.getUint32(32 + 8, true);
    const debugAt = view.getUint32(32 + 12 + 8, true);
    const stride = padded ? 24 : 20;
    for (let index = 0; index < 3; index++) {
      const nameAt = listAt + 200 + index * 16;
      view.setUint32(nameAt, 4, true);
      view.setUint16(nameAt + 4, 0x61 + index, true);
      view.setUint16(nameAt + 6, 0x2e, true);
      const at = listAt + index * stride;
      view.setBigUint64(at, BigInt(index) << 32n, true);
      view.setUint32(at + 8, nameAt, true);
      view.setBigUint64(at + stride - 8, 5n, true);
    }
    view.setUint32(debugAt + 4, listAt, true);
    view.setUint32(debugAt + 8, 3, true);
    expect(open(whole).dump.dsoDebug(8)).toEqual(
      [0n, 1n, 2n].map((n) => ({ address: n << 32n, name: `${'abc'[Number(n)]}.`, dynamic: 5n })),
    );
  }
});
