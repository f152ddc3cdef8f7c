import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { needKernel } from '../../src/debugger/kernel.ts';
import { toAddress } from '../../src/memory/space.ts';
import { readInterruptTable } from '../../src/windows/idt-reader.ts';
import { systemRegion, systemRegionSpan } from '../../src/windows/system-va.ts';
import { readVerifier } from '../../src/windows/verifier-reader.ts';
import { KernelOverlay } from '../synth/kernel-overlay.ts';
import { Console } from '../transcripts/console.ts';

const FORGED = resolve(import.meta.dirname, '../../../shared/corpus/forged');
const ISF = resolve(FORGED, '../isf');
const BASE = -0x50000000000;
const kernelOf = async (dump: string, symbols: string) => {
  const console = new Console(join(FORGED, `${dump}.dmp`), [symbols]);
  return { console, kernel: await needKernel(console.session, '') };
};

describe.skipIf(!existsSync(FORGED))("the kernel's tables (needs ../shared/corpus/forged)", () => {
  test('interrupt gates of Windows 10: handler in three parts, stack by number, interrupt object by vector', async () => {
    const { console, kernel: whole } = await kernelOf('x64/w10-memory', ISF);
    const scene = new KernelOverlay(whole);
    const pcr = scene.blank(BASE, 0xc000);
    const [idt, tss, interrupt] = [
      scene.blank(BASE + 0x10000, 0x1000),
      scene.blank(BASE + 0x12000, 0x100),
      scene.blank(BASE + 0x13000, 0x200),
    ];
    scene.set('_KPCR', pcr, 'IdtBase', idt);
    scene.set('_KPCR', pcr, 'TssBase', tss);
    const gate = (vector: number, handler: bigint, stack: number) => {
      const at = idt + vector * 16;
      scene.bits(at, handler & 0xffffn, 2);
      scene.bits(at + 4, BigInt(stack), 1);
      scene.bits(at + 6, (handler >> 16n) & 0xffffn, 2);
      scene.bits(at + 8, handler >> 32n, 4);
    };
    gate(0x08, 0xfffff8052b23ad40n, 1);
    gate(0xb0, 0xfffff8052b22f460n, 0);
    const ist = scene.kernel.offset('_KTSS64', 'Ist')!;
    scene.bits(tss + ist + 8, 0xffff9581fbbbd000n, 8);
    const prcb = pcr + scene.kernel.offset('_KPCR', 'Prcb')!;
    const objects = scene.kernel.offset('_KPRCB', 'InterruptObject')!;
    scene.bits(prcb + objects + 0xb0 * 8, BigInt.asUintN(64, BigInt(interrupt)), 8);
    // Type 22 is that of interrupt objects; another object there is none.
    scene.set('_KINTERRUPT', interrupt, 'Type', 22);
    scene.set('_KINTERRUPT', interrupt, 'ServiceRoutine', 0xfffff8052c000010n);
    const table = readInterruptTable(scene.kernel, prcb)!;
    expect(table.gates).toEqual([
      { vector: 8, handler: 0xfffff8052b23ad40n, interrupt: null, routine: null, stack: 0xffff9581fbbbd000n },
      {
        vector: 0xb0,
        handler: 0xfffff8052b22f460n,
        interrupt: BigInt.asUintN(64, BigInt(interrupt)),
        routine: 0xfffff8052c000010n,
        stack: null,
      },
    ]);
    console.close();
  });

  test('interrupt gates of 32-bit Windows: the gate leads into the code of its interrupt object', async () => {
    const { console, kernel: whole } = await kernelOf('x86/w2003-locks', join(FORGED, 'x86/symbols'));
    const scene = new KernelOverlay(whole);
    const [pcr, idt, interrupt] = [0xf0000000, 0xf0010000, 0xf0020000].map((at) => scene.blank(at, 0x1000)) as [
      number,
      number,
      number,
    ];
    scene.set('_KPCR', pcr, 'IDT', idt);
    const gate = (vector: number, handler: number) => {
      scene.bits(idt + vector * 8, BigInt(handler & 0xffff), 2);
      scene.bits(idt + vector * 8 + 6, BigInt(handler >>> 16), 2);
    };
    gate(0x03, 0x8088a4c6);
    const code = scene.kernel.offset('_KINTERRUPT', 'DispatchCode');
    if (code !== null) {
      gate(0x31, interrupt + code);
      scene.set('_KINTERRUPT', interrupt, 'Type', 22);
      scene.set('_KINTERRUPT', interrupt, 'ServiceRoutine', 0xf7777000);
    }
    const table = readInterruptTable(scene.kernel, pcr + scene.kernel.offset('_KPCR', 'PrcbData')!)!;
    expect(table.base).toBe(BigInt(idt));
    expect(table.gates[0]).toMatchObject({ vector: 3, handler: 0x8088a4c6n, interrupt: null });
    expect(table.gates.slice(1)).toMatchObject(
      code === null ? [] : [{ vector: 0x31, interrupt: BigInt(interrupt), routine: 0xf7777000n }],
    );
    console.close();
  });

  test('parts of kernel space by the map of Windows 10, by the fixed layout of Windows 7', async () => {
    const ten = await kernelOf('x64/w10-memory', ISF);
    const scene = new KernelOverlay(ten.kernel);
    const state = ten.kernel.address('MiState')!;
    const map = ten.kernel.object('_MI_SYSTEM_INFORMATION', state).place('Vs.SystemVaType')!;
    const numbers = new Map([...ten.kernel.enumeration('_MI_SYSTEM_VA_TYPE')!].map(([value, name]) => [name, value]));
    // The part from ffffa80000000000 on is number 80 of 256.
    scene.blank(map + 0x50, 1);
    scene.bits(map + 0x50, BigInt(numbers.get('MiVaPagedPool')!), 1);
    const address = -0x580000000000 + 0x123456;
    expect(systemRegion(scene.kernel, address)).toBe('PagedPool');
    expect(systemRegionSpan(scene.kernel, address)).toEqual({ base: 0xffffa80000000000n, size: 0x8000000000n });
    expect(systemRegion(scene.kernel, address + 0x8000000000)).toBeNull();
    ten.console.close();

    const seven = await kernelOf('x64/w7-locks', ISF);
    const at = (text: string) => toAddress(BigInt(`0x${text}`))!;
    expect(systemRegion(seven.kernel, at('fffff8a000001000'))).toBe('PagedPool');
    expect(systemRegion(seven.kernel, at('fffff88001fe3140'))).toBe('SystemPtes');
    expect(systemRegion(seven.kernel, at('fffff80002630000'))).toBeNull();
    seven.console.close();
  });

  test("Driver Verifier's settings", async () => {
    const { console, kernel: whole } = await kernelOf('x64/w10-memory', ISF);
    const scene = new KernelOverlay(whole);
    const at = scene.blank(whole.address('MmVerifierData')!, 0xa8);
    scene.set('_MM_DRIVER_VERIFIER_DATA', at, 'Level', 0x209bb);
    scene.set('_MM_DRIVER_VERIFIER_DATA', at, 'PeakNonPagedBytes', 0x123456789an);
    const verifier = readVerifier(scene.kernel)!;
    expect(verifier.level).toBe(0x209bb);
    expect(verifier.counters.find(({ name }) => name === 'PeakNonPagedBytes')?.value).toBe(0x123456789an);
    console.close();
  });
});
