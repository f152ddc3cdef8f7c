import { describe, expect, test } from 'vitest';
import { SynthMachine, synthFullDump, utf16 } from '../../test/synth/kernel-dump-writer.ts';
import { synthImage, synthKernel } from '../../test/synth/kernel-scene.ts';
import { BytesSource } from '../bytes/source.ts';
import { toAddress, tryU32 } from '../memory/space.ts';
import { openKernelTarget } from './kernel-target.ts';
import { targetInProcess } from './process-target.ts';

const PEB_OFFSET = 0x550;
const PEB = 0x7ffd0000n;
const APP = 0x400000n;

/** A kernel whose process has page tables (the machine's own) and a loader list with one module. */
function build(mode: 'x64' | 'pae' | 'x86') {
  const machine = new SynthMachine(mode);
  const scene = synthKernel(machine);
  const wide = machine.pointerSize === 8;
  const ps = BigInt(machine.pointerSize);
  const ldr = PEB + 0x1000n;
  const entry = PEB + 0x2000n;
  const head = ldr + (wide ? 0x10n : 0xcn);
  machine.writePointer(scene.process + (wide ? 0x28n : 0x18n), BigInt(machine.root) * 0x1000n);
  machine.writePointer(scene.process + BigInt(PEB_OFFSET), PEB);
  machine.writePointer(PEB + (wide ? 0x18n : 0xcn), ldr);
  for (const [at, to] of [
    [head, entry],
    [entry, head],
  ] as const) {
    machine.writePointer(at, to);
    machine.writePointer(at + ps, to);
  }
  machine.writePointer(entry + (wide ? 0x30n : 0x18n), APP);
  machine.writeU32(entry + (wide ? 0x40n : 0x20n), 0x8000);
  const name = utf16('app.exe');
  machine.write(entry + 0x100n, name);
  for (const at of wide ? [0x48n, 0x58n] : [0x24n, 0x2cn]) {
    machine.writeU32(entry + at, name.length | (name.length << 16));
    machine.writePointer(entry + at + ps, entry + 0x100n);
  }
  machine.write(APP, synthImage(wide, 0x4a000001, 0x8000, 'app.pdb'));
  const target = openKernelTarget(new BytesSource(synthFullDump(machine, scene.header)));
  const process = toAddress(BigInt.asUintN(machine.pointerSize * 8, scene.process))!;
  return { machine, scene, target, process };
}

/** PEB.Ldr of 32-bit code with a program and a library, whose names are those of 64-bit modules. */
function addNarrowList({ machine }: ReturnType<typeof build>, peb: bigint): void {
  const [ldr, first, second] = [peb + 0x200n, peb + 0x400n, peb + 0x600n] as const;
  machine.writeU32(peb + 0xcn, Number(ldr));
  for (const [at, to] of [
    [ldr + 0xcn, first],
    [first, second],
    [second, ldr + 0xcn],
  ] as const) {
    machine.writeU32(at, Number(to));
    machine.writeU32(at + 4n, Number(to));
  }
  for (const [entry, base, text] of [
    [first, APP, 'app.exe'],
    [second, 0x77000000n, 'hal.dll'],
  ] as const) {
    machine.writeU32(entry + 0x18n, Number(base));
    machine.writeU32(entry + 0x20n, 0x8000);
    const name = utf16(text);
    machine.write(entry + 0x100n, name);
    for (const at of [0x24n, 0x2cn]) {
      machine.writeU32(entry + at, name.length | (name.length << 16));
      machine.writeU32(entry + at + 4n, Number(entry + 0x100n));
    }
  }
}

test('a WOW64 process has the modules of both lists, its program once, namesakes with their base', () => {
  const built = build('x64');
  const narrow = 0x7ffe8000n;
  addNarrowList(built, narrow);
  const target = openKernelTarget(new BytesSource(synthFullDump(built.machine, built.scene.header)));
  const user = (peb: number | null) =>
    targetInProcess(target, built.process, PEB_OFFSET, peb)!
      .modules.filter(({ space }) => space === 'user')
      .map(({ name, base }) => [name, base]);
  expect(user(null)).toEqual([['app', 0x400000]]);
  // What is learnt later about the process is taken up.
  expect(user(Number(narrow))).toEqual([
    ['app', 0x400000],
    ['hal_77000000', 0x77000000],
  ]);
  expect(user(null)).toHaveLength(2);
  expect(user(0x7ffe9000)).toHaveLength(2);
});

describe.each(['x64', 'pae', 'x86'] as const)('%s', (mode) => {
  test('a process brings its memory and its modules beside those of the kernel', () => {
    const { target, process } = build(mode);
    const inside = targetInProcess(target, process, PEB_OFFSET)!;
    expect(inside.modules.map(({ name, space }) => [name, space])).toEqual([
      ['nt', 'kernel'],
      ['hal', 'kernel'],
      ['disk', 'kernel'],
      ['app', 'user'],
    ]);
    expect(inside.modules[3]).toMatchObject({ base: 0x400000, timestamp: 0x4a000001, pdb: { name: 'app.pdb' } });
    expect(inside.process).toMatchObject({ name: 'synth.exe', address: process });
    expect(tryU32(inside.memory, 0x400000)! & 0xffff).toBe(0x5a4d);
    // What is the system's stays the same objects, so that symbols found for it are kept.
    expect(inside.modules[0]).toBe(target.modules[0]);
    expect(inside.threads).toBe(target.threads);
    expect(inside.parts.length).toBeGreaterThan(0);
  });
  test('without the offset of the PEB there are no modules of the process', () => {
    const { target, process } = build(mode);
    expect(targetInProcess(target, process, null)!.modules.map(({ name }) => name)).toEqual(['nt', 'hal', 'disk']);
  });
  test('what is no process, or has no page tables, is refused', () => {
    const { machine, scene, target, process } = build(mode);
    expect(targetInProcess(target, process + 0x20, PEB_OFFSET)).toBeNull();
    for (const base of [0n, 0x123456000n, BigInt(machine.allocate()) * 0x1000n]) {
      machine.writePointer(scene.process + (machine.pointerSize === 8 ? 0x28n : 0x18n), base);
      const broken = openKernelTarget(new BytesSource(synthFullDump(machine, scene.header)));
      expect(targetInProcess(broken, process, PEB_OFFSET)).toBeNull();
    }
  });
});
