import { expect, test } from 'vitest';
import {
  Bytes,
  elfBuildId,
  type MinidumpSpec,
  rsds,
  writeMinidump,
  x64Context,
  x86Context,
} from '../../test/synth/minidump-writer.ts';
import { BytesSource } from '../bytes/source.ts';
import { isHole, readAvailable } from '../memory/space.ts';
import { openMinidumpTarget } from './minidump-target.ts';

const open = (spec: MinidumpSpec) => openMinidumpTarget(new BytesSource(writeMinidump(spec)));
const codes = (target: ReturnType<typeof open>) => target.problems.map(({ code }) => code);
const GUID = Uint8Array.from({ length: 16 }, (_, index) => index * 17);
const filled = (size: number, byte: number) => new Uint8Array(size).fill(byte);

test('a small dump of a crash: system, process, modules, threads, exception', () => {
  const context = x64Context({ rip: 0x140001514n, rsp: 0x12ff00n });
  const target = open({
    timestamp: 1_700_000_100,
    flags: 0x120n,
    system: { version: [10, 0, 22631], csd: '', suites: 0x110 },
    misc: { processId: 4711, times: [1_700_000_000, 1, 1], buildString: '22621.1.amd64fre.ni_release.220506-1250' },
    modules: [
      { base: 0x140000000n, size: 0x10000, name: 'C:\\lab\\my-app.exe', timestamp: 5, fileVersion: [1, 2, 3, 4] },
      { base: 0x7ff800000000n, name: 'C:\\Windows\\System32\\ntdll.dll', codeView: rsds(GUID, 1, 'ntdll.pdb') },
    ],
    threads: [
      { id: 10, context: x64Context({ rip: 0x7ff800001000n, rsp: 0x22ff00n }) },
      { id: 11, suspendCount: 0xffffffff, priority: -2, context, stack: { start: 0x12ff00n, bytes: filled(256, 7) } },
    ],
    threadNames: [{ id: 11, name: 'main' }],
    exception: { threadId: 11, code: 0xc0000005, address: 0x140001514n, parameters: [0n, 16n], context },
  });
  expect(target).toMatchObject({
    kind: 'user-minidump',
    format: 'MDMP',
    dumpType: null,
    flags: 0x120n,
    architecture: 'x64',
    pointerSize: 8,
    process: { name: 'my-app.exe', id: 4711 },
    hasUnloadedModuleList: false,
    memoryRegions: null,
    handles: null,
    memoryBytes: 256,
  });
  expect(target.system).toMatchObject({
    platform: 'windows',
    os: 'Windows 11',
    build: 22631,
    revision: null,
    servicePack: null,
    product: 'Workstation',
    suites: ['TerminalServer', 'SingleUserTS'],
    capturedAt: '2023-11-14T22:15:00.000Z',
    processUptimeSeconds: 100,
    uptimeSeconds: null,
    computerName: null,
  });
  expect(target.modules).toMatchObject([
    { name: 'my_app', imageName: 'my-app.exe', fileVersion: '1.2.3.4', productVersion: null, pdb: null, timestamp: 5 },
    { name: 'ntdll', pdb: { name: 'ntdll.pdb', guid: '33221100-5544-7766-8899-aabbccddeeff', age: 1 }, buildId: null },
  ]);
  const thread = target.currentThread;
  expect(thread).toMatchObject({ index: 1, id: 11, name: 'main', suspendCount: null, priority: -2, processId: 4711 });
  expect(thread?.context).toMatchObject({ ip: 0x140001514, sp: 0x12ff00 });
  expect(thread?.stack).toEqual({ base: 0x130000, limit: 0x12ff00 });
  expect(target.exception).toMatchObject({ code: 0xc0000005, parameters: [0n, 16n], threadId: 11 });
  expect(target.exception?.context?.registers.get('rip')).toBe(0x140001514n);
  expect(codes(target)).toEqual([]);
  expect(target.parts.find(({ name }) => name === 'ThreadListStream')?.summary).toBe('2 threads');
});

test('modules of one name are told apart by their base', () => {
  const names = ['C:\\w\\ntdll.dll', 'C:\\x\\NTDLL.DLL', null, 'a b.c.dll'];
  const target = open({ system: {}, modules: names.map((name, index) => ({ base: BigInt(index + 1) << 20n, name })) });
  expect(target.modules.map(({ name }) => name)).toEqual(['ntdll', 'NTDLL_200000', 'image00300000', 'a_b_c']);
});

test('times, start address and flags of ThreadInfoList', () => {
  const infos = [
    { id: 1, createTime: 133_444_736_000_000_000n, kernelTime: 20_000n, userTime: 30_000n, startAddress: 0x7ff6n },
    { id: 2, flags: 0x8 | 0x10 | 0x20, createTime: 1n, startAddress: 1n },
  ];
  const context = x64Context({ rip: 1n, rsp: 2n });
  const target = open({
    system: {},
    threads: infos.map(({ id }) => ({ id, context, teb: 0x1000n })),
    threadInfos: infos,
  });
  expect(target.threads[0]).toMatchObject({
    createdAt: '2023-11-14T22:13:20.000Z',
    kernelTimeMs: 2,
    userTimeMs: 3,
    startAddress: 0x7ff6,
    teb: 0x1000,
  });
  expect(target.threads[1]).toMatchObject({ createdAt: null, startAddress: null, teb: null, context: null });
});

test('the stack is what the TEB says, when that encloses the range of the dump', () => {
  const teb = (base: bigint, limit: bigint) => new Bytes().u64(0, base, limit).done();
  const stack = { start: 0x12f000n, bytes: filled(64, 1) };
  const at = (bytes: Uint8Array) =>
    open({ system: {}, threads: [{ id: 1, teb: 0x5000n, stack }], memory: [{ start: 0x5000n, bytes }] }).threads[0]
      ?.stack;
  expect(at(teb(0x130000n, 0x120000n))).toEqual({ base: 0x130000, limit: 0x120000 });
  expect(at(teb(0x230000n, 0x220000n))).toEqual({ base: 0x12f040, limit: 0x12f000 });
  expect(at(teb(0x120000n, 0x130000n))).toEqual({ base: 0x12f040, limit: 0x12f000 });
});

test('32-bit registers of a WOW64 thread are found through the 64-bit TEB', () => {
  const area = new Bytes()
    .u16(0)
    .u16(0x14c)
    .raw(x86Context({ eip: 0x77a1, esp: 0x6ff00, ebp: 0x6ff10 }))
    .done();
  const teb = new Uint8Array(0x1490);
  new DataView(teb.buffer).setBigUint64(0x1488, 0x9000n, true);
  const spec = (module: string, bytes: Uint8Array): MinidumpSpec => ({
    system: {},
    modules: [
      { base: 1n << 20n, name: 'a.exe' },
      { base: 2n << 20n, name: module },
    ],
    threads: [{ id: 1, teb: 0x5000n, context: x64Context({ rip: 1n, rsp: 1n }) }],
    memory: [
      { start: 0x5000n, bytes: teb },
      { start: 0x9000n, bytes },
    ],
  });
  const thread = open(spec('C:\\Windows\\System32\\wow64cpu.dll', area)).threads[0];
  expect(thread?.wow64Context).toMatchObject({ architecture: 'x86', ip: 0x77a1, sp: 0x6ff00, fp: 0x6ff10 });
  expect(open(spec('other.dll', area)).threads[0]?.wow64Context).toBeNull();
  expect(open(spec('wow64.dll', filled(800, 0))).threads[0]?.wow64Context).toBeNull();
  expect(open(spec('wow64.dll', area.subarray(0, 60))).threads[0]?.wow64Context).toBeNull();
});

test('full dumps: by flag and Memory64, or by holding every image', () => {
  const memory64 = [{ start: 0x400000n, bytes: filled(4096, 1) }];
  const modules = [{ base: 0x400000n, name: 'a.exe' }];
  expect(open({ system: {}, flags: 2n, memory64 }).kind).toBe('user-full-dump');
  expect(open({ system: {}, modules, memory64 }).kind).toBe('user-full-dump');
  expect(open({ system: {}, modules: [{ base: 0x500000n, name: 'b.exe' }], memory64 }).kind).toBe('user-minidump');
  expect(open({ system: {}, flags: 2n, memory: memory64 }).kind).toBe('user-minidump');
});

test('32-bit addresses may be sign-extended', () => {
  const high = 0xffffffff_80001000n;
  const target = open({
    system: { architecture: 0 },
    modules: [{ base: 0xffffffff_90000000n, name: 'laa.exe' }],
    memory: [{ start: high, bytes: filled(16, 9) }],
    threads: [{ id: 1, context: x86Context({ eip: 0x90000010, esp: 0x80001000 }) }],
    exception: { threadId: 1, code: 0xc0000005, address: 0xffffffff_90000010n, parameters: [8n, 0xffffffff_ffffffffn] },
  });
  expect(target.modules[0]?.base).toBe(0x90000000);
  expect(readAvailable(target.memory, 0x80001000, 16)).toEqual(filled(16, 9));
  expect(target.exception).toMatchObject({ address: 0x90000010n, parameters: [8n, 0xffffffffn] });
});

test('memory: stacks without a memory list, neighbours read as one, gaps are not in the dump', () => {
  const target = open({
    system: {},
    threads: [{ id: 1, stack: { start: 0x9000n, bytes: filled(64, 3) } }],
    memory: [
      { start: 0x2000n, bytes: filled(0x1000, 2) },
      { start: 0x1000n, bytes: filled(0x1000, 1) },
    ],
  });
  expect(readAvailable(target.memory, 0x1ff0, 0x2000)).toHaveLength(0x1010);
  expect(readAvailable(target.memory, 0x9000, 100)).toEqual(filled(64, 3));
  expect(target.memory.read(0x8000, 16)).toMatchObject({ reason: 'not-in-dump', length: 0x1000 });
  expect(target.memoryBytes).toBe(0x2040);
});

test('overlapping ranges count once; only different bytes are a problem', () => {
  const same = open({
    system: {},
    memory: [
      { start: 0x1000n, bytes: filled(0x2000, 1) },
      { start: 0x1800n, bytes: filled(0x2000, 1) },
    ],
  });
  expect(same.memoryBytes).toBe(0x2800);
  expect(codes(same)).toEqual([]);
  const other = open({
    system: {},
    memory: [
      { start: 0x1000n, bytes: filled(0x2000, 1) },
      { start: 0x1800n, bytes: filled(0x2000, 2) },
    ],
  });
  expect(readAvailable(other.memory, 0x2ff0, 32)).toEqual(Uint8Array.of(...filled(16, 1), ...filled(16, 2)));
  expect(codes(other)).toEqual(['overlap']);
});

test('a file cut anywhere gives what stands before the cut', () => {
  const spec: MinidumpSpec = {
    flags: 2n,
    system: {},
    threads: [{ id: 1, context: x64Context({ rip: 0x1111n, rsp: 0x2222n }) }],
    modules: [{ base: 0x400000n, name: 'a.exe' }],
    memory64: [0, 1, 2, 3].map((n) => ({ start: BigInt(0x10000 * (n + 1)), bytes: filled(0x1000, n) })),
  };
  const whole = writeMinidump(spec);
  const full = openMinidumpTarget(new BytesSource(whole));
  expect(full.problems).toEqual([]);
  for (let size = 32; size < whole.length; size += 97) {
    const target = openMinidumpTarget(new BytesSource(whole.subarray(0, size)));
    expect(target.problems.length, `cut at ${size}`).toBeGreaterThan(0);
    expect(target.memoryBytes).toBeLessThan(full.memoryBytes);
  }
  const cut = openMinidumpTarget(new BytesSource(whole.subarray(0, whole.length - 0x1800)));
  expect(cut.threads[0]?.context?.ip).toBe(0x1111);
  expect(cut.memoryBytes).toBe(0x2800);
  expect(readAvailable(cut.memory, 0x30000, 0x1000)).toEqual(filled(0x800, 2));
  const hole = cut.memory.read(0x30800, 4);
  expect(isHole(hole) && hole).toMatchObject({ reason: 'not-in-dump', length: 0x800, level: 'truncated segment' });
  expect(cut.memory.read(0x40000, 4)).toMatchObject({ reason: 'not-in-dump', level: 'truncated segment' });
  expect(cut.problems).toMatchObject([{ code: 'truncated', structure: 'MINIDUMP_MEMORY64_LIST' }]);
  expect(cut.problems[0]?.message).toContain('6144 bytes');
});

test('without system information the contexts tell the processor, and the guess is told', () => {
  const x64 = open({ threads: [{ id: 1, context: x64Context({ rip: 0x7ff6n, rsp: 1n }) }] });
  expect(x64.architecture).toBe('x64');
  expect(x64.system).toMatchObject({ os: null, majorVersion: null, build: null, processors: null, cpu: null });
  expect(x64.problems[0]).toMatchObject({ code: 'missing-stream', structure: 'MINIDUMP_SYSTEM_INFO' });
  const x86 = open({ threads: [{ id: 1, context: x86Context({ eip: 0x401000, esp: 0x12ff00 }) }] });
  expect([x86.architecture, x86.threads[0]?.context?.ip]).toEqual(['x86', 0x401000]);
  expect(open({}).architecture).toBe('unknown');
});

test('uptime is InterruptTime of the page that Windows shares with every process, when it is consistent', () => {
  const page = (high1: number, high2: number) => new Bytes().u32(0, 0, 0xd693a400, high1, high2).done();
  const at = (bytes: Uint8Array) => open({ system: {}, memory: [{ start: 0x7ffe0000n, bytes }] }).system.uptimeSeconds;
  expect(at(page(2, 2))).toBe(Math.floor((2 * 0x100000000 + 0xd693a400) / 1e7));
  expect(at(page(2, 3))).toBeNull();
  expect(open({ system: {} }).system.uptimeSeconds).toBeNull();
});

test.each([
  ['282', 'Windows NT 10.0.22000.282', 22000, 282],
  ['', '10.0.14393.1715 (rs1_release_inmarket.170906-1810)', 14393, 1715],
  ['', '10.0.14393.0 (rs1_release.160715-1616)', 14393, null],
  ['', '19041.1.amd64fre.vb_release.191206-1406', 19041, null],
  ['', '7601.18247.amd64fre.win7sp1_gdr.130828-1532', 7601, 18247],
  ['Service Pack 1', '10.0.14393.1715 (x)', 7601, null],
])('revision from %j and %j is known or not', (csd, buildString, build, revision) => {
  const target = open({ system: { csd, version: [10, 0, build] }, misc: { buildString } });
  expect(target.system.revision).toBe(revision);
  expect(target.system.servicePack).toBe(/^S/.test(csd) ? csd : null);
});

test('Linux: names, build ids and texts', () => {
  const encode = (text: string) => new TextEncoder().encode(text);
  const id = Uint8Array.from({ length: 20 }, (_, index) => index);
  const target = open({
    system: { platform: 0x8201, version: [0, 0, 0], csd: 'Linux 6.1.0-18-amd64 #1 SMP Debian x86_64' },
    modules: [
      { base: 0x400000n, name: '/opt/demo/server', codeView: elfBuildId(id) },
      { base: 0x7f0000000000n, name: '/lib/libstdc++.so.6', codeView: rsds(GUID, 0, 'libstdc++.so.6') },
    ],
    linux: {
      status: encode('Name:\tserver\nPid:\t321\n'),
      cpu: encode('processor\t: 0\nvendor_id\t: GenuineIntel\n'),
      cmd: encode('/opt/demo/server\0--port\x008080\0'),
      lsb: encode('DISTRIB_ID=Debian\nDISTRIB_DESCRIPTION="Debian 12"\n'),
    },
    breakpad: { validity: 3, dumpThreadId: 1, requestingThreadId: 2 },
    threads: [{ id: 1 }, { id: 2 }],
  });
  expect(target.system).toMatchObject({
    platform: 'linux',
    os: 'Linux 6.1.0-18-amd64',
    majorVersion: null,
    build: null,
    product: null,
    cpu: { vendor: 'GenuineIntel' },
  });
  expect(target.process).toEqual({ name: 'server', id: 321, address: null });
  expect(target.modules).toMatchObject([
    { name: 'server', buildId: '000102030405060708090a0b0c0d0e0f10111213' },
    { name: 'libstdc___so', buildId: '00112233445566778899aabbccddeeff' },
  ]);
  expect(target.annotations.get('linux.commandLine')).toBe('/opt/demo/server --port 8080');
  expect(target.annotations.get('linux.distribution')).toBe('Debian 12');
  expect(target.currentThread?.id).toBe(2);
});

test('Crashpad on Apple: UUIDs, the marked program, annotations of modules', () => {
  const target = open({
    system: { platform: 0x8101, version: [10, 15, 7], csd: '19H114' },
    misc: { generation: 1, processId: 5 },
    modules: [
      { base: 0x1000n, name: '/usr/lib/dyld', fileType: 2, codeView: rsds(GUID, 0, 'dyld') },
      { base: 0x100000000n, name: '/Applications/Demo', fileType: 1 },
    ],
    crashpad: { simple: { prod: 'demo' }, modules: [{ index: 1, list: ['abort() called'], simple: { a: 'b' } }] },
  });
  expect(target.system).toMatchObject({
    platform: 'macos',
    os: 'macOS 10.15.7',
    buildLab: '19H114',
    servicePack: null,
  });
  expect(target.process).toMatchObject({ name: 'Demo', id: 5 });
  expect(target.modules[0]?.buildId).toBe('33221100554477668899aabbccddeeff');
  expect(Object.fromEntries(target.annotations)).toEqual({
    prod: 'demo',
    'Demo:a': 'b',
    'Demo:list': 'abort() called',
  });
});

test('regions, handles, unloaded modules and comments', () => {
  const target = open({
    system: {},
    memoryInfos: [
      { base: 0n, size: 0x10000n, state: 0x10000, protect: 1, type: 0 },
      { base: 0x10000n, size: 0x1000n, state: 0x1000, protect: 4, type: 0x20000, allocationProtect: 2 },
    ],
    handles: [{ handle: 0x14n, type: 'Event', name: '', access: 0x1f0003, handleCount: 2, pointerCount: 32 }],
    unloadedModules: [{ base: 0x7ff800000000n, size: 0x8000, timestamp: 1, name: 'gone.dll' }],
    commentA: 'by hand',
    commentW: '',
  });
  expect(target.memoryRegions).toMatchObject([
    { base: 0, size: 0x10000, allocationBase: null, state: 0x10000 },
    { base: 0x10000, allocationBase: 0x10000, protection: 4, allocationProtection: 2, type: 0x20000 },
  ]);
  expect(target.handles).toMatchObject([{ handle: 0x14n, typeName: 'Event', objectName: null, pointerCount: 32 }]);
  expect(target.hasUnloadedModuleList).toBe(true);
  expect(target.unloadedModules).toMatchObject([{ name: 'gone.dll', base: 0x7ff800000000, size: 0x8000 }]);
  expect(target.comments).toEqual(['by hand']);
});
