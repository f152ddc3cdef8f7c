import { describe, expect, test } from 'vitest';
import { SynthMachine, synthBitmapDump, synthFullDump, synthRangesDump } from '../../test/synth/kernel-dump-writer.ts';
import { type KernelScene, synthKernel } from '../../test/synth/kernel-scene.ts';
import { synthTriageDump } from '../../test/synth/triage-writer.ts';
import { MemoreticsError } from '../bytes/errors.ts';
import { BytesSource } from '../bytes/source.ts';
import { isHole, readExactly } from '../memory/space.ts';
import { openKernelTarget } from './kernel-target.ts';

const open = (bytes: Uint8Array) => openKernelTarget(new BytesSource(bytes));
const codes = (target: { problems: readonly { code: string }[] }) => target.problems.map(({ code }) => code);
const unsigned = (value: number, size: 4 | 8) => BigInt.asUintN(size * 8, BigInt(value));

/** A machine with a kernel in it, so that a test can damage it before it is written. */
function build(mode: 'x64' | 'x64-5' | 'pae' | 'x86', modules = 3): { machine: SynthMachine; scene: KernelScene } {
  const machine = new SynthMachine(mode);
  return { machine, scene: synthKernel(machine, modules) };
}

describe.each(['x64', 'x64-5', 'pae', 'x86'] as const)('%s', (mode) => {
  test.each(['runs', 'bitmap', 'ranges'] as const)('a kernel through %s', (form) => {
    if (form === 'ranges' && (mode === 'pae' || mode === 'x86')) return expect(form).toBe('ranges');
    const { machine, scene } = build(mode);
    const write = { runs: synthFullDump, bitmap: synthBitmapDump, ranges: synthRangesDump }[form];
    const target = open(write(machine, scene.header));
    const size = machine.pointerSize;
    expect(target.problems).toEqual([]);
    expect(target.kind).toBe(form === 'bitmap' ? 'kernel-dump' : 'complete-dump');
    expect(unsigned(target.system.kernelBase!, size)).toBe(scene.kernelBase);
    expect(target.modules.map(({ name }) => name)).toEqual(['nt', 'hal', 'disk']);
    expect(target.modules[0]).toMatchObject({
      imageName: 'ntoskrnl.exe',
      timestamp: 0x5f000001,
      pdb: { name: 'ntkrnlmp.pdb', guid: '04030201-0605-0807-090a-0b0c0d0e0f10', age: 1 },
    });
    // Images that are not in memory leave their timestamp unknown, not zero.
    expect(target.modules[1]).toMatchObject({ timestamp: null, pdb: null, checksum: 0x1112 });
    expect(target.threads.map(({ processor, id, processId }) => [processor, id, processId])).toEqual([
      [0, 0x600, 0x4d4],
      [1, 0x604, 0x4d4],
    ]);
    expect(target.currentThread?.processor).toBe(1);
    expect(unsigned(target.currentThread!.address!, size)).toBe(scene.threads[1]);
    expect(unsigned(target.currentThread!.stack!.base, size)).toBe(scene.stackBase + 0x10000n);
    expect(target.process).toMatchObject({ name: 'synth.exe', id: 0x4d4 });
    expect(target.exception).toBeNull();
    expect(target.bugcheck).toMatchObject({ code: 0xd1 });
    expect(target.system.servicePack).toBe(size === 4 ? 'Service Pack 2' : null);
  });
});

describe('damage', () => {
  test('a module list that runs in a circle ends with a problem', () => {
    const { machine, scene } = build('x64', 5);
    machine.writePointer(scene.modules[3]!.entry, scene.modules[1]!.entry);
    const target = open(synthFullDump(machine, scene.header));
    expect(target.modules).toHaveLength(4);
    expect(codes(target)).toContain('broken-list');
  });

  test('a wrong directory base is replaced by one that maps itself', () => {
    const { machine, scene } = build('x64');
    machine.setEntry(0xffff_8800_0000_0000n, machine.valid(machine.root, true), 0);
    const target = open(synthFullDump(machine, { ...scene.header, directoryTableBase: 0x7f000n }));
    expect(codes(target)).toContain('recovered');
    expect(target.modules).toHaveLength(3);
  });

  test('a lost pointer to the debugger data is replaced by a search', () => {
    const { machine, scene } = build('x64');
    const target = open(synthFullDump(machine, { ...scene.header, kdDebuggerDataBlock: 0n }));
    expect(codes(target)).toContain('recovered');
    expect(target.threads).toHaveLength(2);
  });

  test('an encoded debugger block is said to be encoded, and nothing is invented from it', () => {
    const { machine, scene } = build('x64');
    machine.write(scene.debuggerData, new Uint8Array(0x340).fill(0xc3));
    const target = open(synthFullDump(machine, scene.header));
    expect(target.annotations.get('debugger data')).toBe('encoded');
    expect(target.modules).toHaveLength(3);
    expect(target.process).toBeNull();
    expect(target.currentThread).toMatchObject({ address: null, id: null, processor: null });
  });

  test('a page that is missing is not-in-dump, never zeros', () => {
    const { machine, scene } = build('x64');
    const stack = scene.stackBase - 0x1000n;
    machine.pages.delete(machine.pageAt(stack));
    const target = open(synthFullDump(machine, scene.header));
    const answer = target.memory.read(Number(BigInt.asIntN(64, stack)), 8);
    expect(isHole(answer) && answer.reason).toBe('not-in-dump');
  });
});

describe.each([32, 64] as const)('%d-bit triage dump', (bits) => {
  const base = bits === 64 ? 0xfffff80001000000n : 0x80400000n;
  const top = bits === 64 ? 0xffffb00000001f00n : 0xf8001f00n;
  const what = {
    bits,
    header: { build: 2600, processors: 1, bugCheckCode: 0xa, ip: base + 0x10n, sp: top },
    drivers: [
      { name: 'ntoskrnl.exe', base, size: 0x200000, timestamp: 0x41107b0d, checksum: 5 },
      { name: '\\SystemRoot\\System32\\drivers\\disk.sys', base: base + 0x800000n, size: 0x9000, timestamp: 7 },
    ],
    unloaded: [{ name: 'gone.sys', start: base + 0xa00000n, end: base + 0xa08000n }],
    blocks: [{ address: base + 0x5000n, bytes: Uint8Array.of(1, 2, 3, 4) }],
    stack: { top, bytes: new Uint8Array(0x100).fill(0x77) },
    brokenDriver: 'bad.sys',
    servicePackBuild: 0x300,
    blobs: [{ tag: '11223344-5566-7788-99aa-bbccddeeff00', bytes: new TextEncoder().encode('mydriver') }],
  };

  test('its parts', () => {
    const target = open(synthTriageDump(what));
    expect(target.problems).toEqual([]);
    expect(target.kind).toBe('kernel-triage-dump');
    expect(target.modules).toMatchObject([
      { name: 'nt', path: null, timestamp: 0x41107b0d, checksum: 5, size: 0x200000 },
      { name: 'disk', imageName: 'disk.sys', path: '\\SystemRoot\\System32\\drivers\\disk.sys' },
    ]);
    expect(target.unloadedModules).toMatchObject([{ name: 'gone.sys', size: 0x8000 }]);
    expect(target.system.servicePack).toBe('Service Pack 3');
    expect(target.annotations.get('broken driver')).toBe('bad.sys');
    const address = bits === 64 ? Number(BigInt.asIntN(64, base)) : Number(base);
    expect(readExactly(target.memory, address + 0x5000, 4)).toEqual(Uint8Array.of(1, 2, 3, 4));
    expect(isHole(target.memory.read(address + 0x5004, 1))).toBe(true);
    expect(target.currentThread?.stack).toMatchObject({ limit: target.currentThread?.context?.sp });
    expect(target.parts.find(({ name }) => name === 'Secondary data')).toMatchObject({ summary: 'mydriver', size: 8 });
  });

  test('entries of another size are found by the string pool', () => {
    expect(open(synthTriageDump({ ...what, entryPadding: 8 })).modules.map(({ name }) => name)).toEqual(['nt', 'disk']);
  });

  test('a dump that was not finished says so', () => {
    expect(codes(open(synthTriageDump({ ...what, unfinished: true })))).toContain('bad-signature');
  });

  test('no list of unloaded drivers is not an empty one', () => {
    const { unloaded: _, ...without } = what;
    expect(open(synthTriageDump(without)).hasUnloadedModuleList).toBe(false);
  });
});

/** A small generator with a seed, so that a failure can be repeated. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

test('flipped and truncated files give a target or a typed error', () => {
  const next = random(20261124);
  const machine = build('x64').machine;
  const scene = synthKernel(machine);
  const narrow = build('pae');
  const files = [
    synthFullDump(machine, scene.header),
    synthBitmapDump(narrow.machine, narrow.scene.header),
    synthTriageDump({
      bits: 64,
      header: { build: 19041 },
      drivers: [{ name: 'a.sys', base: 0xfffff80001000000n, size: 0x1000, timestamp: 1 }],
    }),
  ];
  let opened = 0;
  for (let round = 0; round < 300; round++) {
    const bytes = files[round % files.length]!.slice();
    const reach = round % 2 ? bytes.length : Math.min(bytes.length, 0x2400);
    for (let flip = 0; flip < 1 + (round % 20); flip++) {
      const at = 8 + Math.floor(next() * (reach - 8));
      bytes[at] = next() < 0.3 ? 0xff : Math.floor(next() * 256);
    }
    const cut = next() < 0.3 ? bytes.subarray(0, Math.floor(next() * bytes.length)) : bytes;
    try {
      const target = open(cut);
      expect(target.parts.length + target.problems.length + target.threads.length).toBeGreaterThan(0);
      target.memory.read(-0x7ffff000000, 64);
      opened++;
    } catch (error) {
      expect(error, `round ${round}`).toBeInstanceOf(MemoreticsError);
    }
  }
  expect(opened).toBeGreaterThan(200);
});
