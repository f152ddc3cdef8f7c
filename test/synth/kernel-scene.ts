import { ascii, type SynthHeader, type SynthMachine, synthContext, utf16 } from './kernel-dump-writer.ts';

/** Where the scene's structures lie. */
export interface KernelScene {
  readonly header: SynthHeader;
  readonly kernelBase: bigint;
  readonly debuggerData: bigint;
  readonly moduleList: bigint;
  readonly modules: readonly {
    readonly name: string;
    readonly base: bigint;
    readonly size: number;
    readonly entry: bigint;
  }[];
  readonly prcbs: readonly bigint[];
  readonly threads: readonly bigint[];
  readonly process: bigint;
  readonly stackBase: bigint;
}

/** A minimal PE image header with an RSDS record, as it lies in memory. */
export function synthImage(wide: boolean, timestamp: number, size: number, pdb: string): Uint8Array {
  const bytes = new Uint8Array(0x400);
  const out = new DataView(bytes.buffer);
  bytes.set(ascii('MZ'), 0);
  out.setUint32(0x3c, 0x80, true);
  bytes.set(ascii('PE'), 0x80);
  out.setUint16(0x84, wide ? 0x8664 : 0x14c, true);
  out.setUint32(0x88, timestamp, true);
  const optional = 0x98;
  out.setUint16(0x94, (wide ? 112 : 96) + 16 * 8, true);
  out.setUint16(optional, wide ? 0x20b : 0x10b, true);
  out.setUint32(optional + 32, 0x1000, true);
  out.setUint32(optional + 36, 0x200, true);
  out.setUint32(optional + 56, size, true);
  out.setUint32(optional + 60, 0x400, true);
  out.setUint32(optional + 64, 0x12345, true);
  const directories = optional + (wide ? 112 : 96);
  out.setUint32(directories - 4, 16, true);
  out.setUint32(directories + 6 * 8, 0x300, true);
  out.setUint32(directories + 6 * 8 + 4, 28, true);
  out.setUint32(0x30c, 2, true);
  out.setUint32(0x310, 24 + pdb.length + 1, true);
  out.setUint32(0x314, 0x340, true);
  out.setUint32(0x318, 0x340, true);
  bytes.set(ascii('RSDS'), 0x340);
  for (let index = 0; index < 16; index++) bytes[0x344 + index] = index + 1;
  out.setUint32(0x354, 1, true);
  bytes.set(ascii(pdb), 0x358);
  return bytes;
}

/**
 * Puts a small kernel into a machine: debugger data, a module list, two processors with KPRCBs, one process with two
 * threads. 64-bit machines look like Windows 10, 32-bit ones like Windows Server 2003.
 */
export function synthKernel(machine: SynthMachine, moduleCount = 3): KernelScene {
  const wide = machine.pointerSize === 8;
  const ps = BigInt(machine.pointerSize);
  const kernelBase = wide ? 0xfffff80000200000n : 0x80800000n;
  const data = kernelBase + 0x10000n;
  const debuggerData = data + 0xb20n;
  const moduleList = data + 0x100n;
  const processorBlock = data + 0x200n;
  const buildLab = data + 0x300n;
  const csd = data + 0x400n;
  const unloaded = data + 0x420n;
  const lastUnloaded = data + 0x430n;
  const pool = wide ? 0xffffa00000000000n : 0x89000000n;
  const process = pool + 0x80n;
  const threads = [pool + 0x2080n, pool + 0x4080n];
  const prcbs = wide ? [pool + 0x10180n, pool + 0x20180n] : [pool + 0x10120n, pool + 0x20120n];
  const stackBase = wide ? 0xffffb00000008000n : 0xf8008000n;
  const sized = wide ? 0xb80 : 0x278;

  // Modules: KLDR_DATA_TABLE_ENTRY in a ring behind the head.
  const names = ['ntoskrnl.exe', 'hal.dll', 'disk.sys'];
  const modules = Array.from({ length: moduleCount }, (_, index) => ({
    name: names[index] ?? `driver${index}.sys`,
    base: index === 0 ? kernelBase : kernelBase + BigInt(0x1000000 + index * 0x10000),
    size: index === 0 ? 0x800000 : 0x8000,
    entry: pool + BigInt(0x100000 + index * 0x200),
  }));
  const ring = [moduleList, ...modules.map(({ entry }) => entry)];
  for (const [index, at] of ring.entries()) {
    machine.writePointer(at, ring[(index + 1) % ring.length]!);
    machine.writePointer(at + ps, ring[(index + ring.length - 1) % ring.length]!);
  }
  for (const [index, module] of modules.entries()) {
    const { entry } = module;
    machine.writePointer(entry + (wide ? 0x30n : 0x18n), module.base);
    machine.writeU32(entry + (wide ? 0x40n : 0x20n), module.size);
    machine.writeU32(entry + (wide ? 0x78n : 0x40n), 0x1111 + index);
    const text = utf16(module.name);
    const path = utf16(`\\SystemRoot\\system32\\${module.name}`);
    const buffer = entry + 0xa0n;
    machine.write(buffer, path);
    const put = (at: bigint, length: number, pointer: bigint) => {
      machine.writeU32(at, length | (length << 16));
      machine.writePointer(at + ps, pointer);
    };
    put(entry + (wide ? 0x48n : 0x24n), path.length, buffer);
    put(entry + (wide ? 0x58n : 0x2cn), text.length, buffer + BigInt(path.length - text.length));
  }
  machine.write(kernelBase, synthImage(wide, 0x5f000001, 0x800000, 'ntkrnlmp.pdb'));

  // KDDEBUGGER_DATA64, pointers sign-extended on 32-bit kernels.
  const block = new Uint8Array(0x340);
  const out = new DataView(block.buffer);
  block.set(ascii('KDBG'), 0x10);
  out.setUint32(0x14, 0x340, true);
  const pointer = (at: number, value: bigint) =>
    out.setBigUint64(at, wide ? value : BigInt.asUintN(64, BigInt.asIntN(32, value)), true);
  pointer(0x18, kernelBase);
  pointer(0x48, moduleList);
  pointer(0x208, buildLab);
  pointer(0x218, processorBlock);
  pointer(0x220, unloaded);
  pointer(0x228, lastUnloaded);
  pointer(0x268, csd);
  const offsets: [number, number, number][] = [
    [0x29a, 0xf0, 0x74],
    [0x29c, 0x58, 0x20],
    [0x29e, 0x28, 0x18],
    [0x2a0, 0xb8, 0x38],
    [0x2a8, sized, 0x278],
    [0x2b0, 0x700, 0x700],
    [0x2b4, 8, 4],
    [0x2b8, 0x40, 0x18],
    [0x2ba, 0x600, 0x600],
    [0x2bc, 0x100, 0x1c],
    [0x2be, 0x24, 0x10],
    [0x2c0, 0x800, 0x260],
  ];
  for (const [at, sixtyFour, thirtyTwo] of offsets) out.setUint16(at, wide ? sixtyFour : thirtyTwo, true);
  machine.write(debuggerData, block);
  machine.write(
    buildLab,
    ascii(wide ? '19041.1.amd64fre.vb_release.191206-1406' : '3790.srv03_sp2_rtm.070216-1710', 80),
  );
  machine.writeU32(csd, wide ? 0 : 0x200);

  // One process; ids are found by their surroundings.
  machine.writeU8(process, 3);
  const id = wide ? 0x440n : 0x84n;
  machine.writePointer(process + id, 0x4d4n);
  machine.writePointer(process + id + ps, pool + 0x900000n + id);
  machine.writePointer(process + id + 2n * ps, pool + 0x910000n + id);
  machine.write(process + (wide ? 0x5a8n : 0x164n), ascii('synth.exe', 15));
  for (const [index, thread] of threads.entries()) {
    const base = stackBase + BigInt(index * 0x10000);
    machine.writeU8(thread, 6);
    machine.writePointer(thread + (wide ? 0x28n : 0x18n), base - (wide ? 0x30n : 0n));
    machine.writePointer(thread + (wide ? 0x30n : 0x1cn), base - 0x3000n);
    machine.writePointer(thread + (wide ? 0xb8n : 0x38n), process);
    const cid = wide ? 0x478n : 0x1ecn;
    machine.writePointer(thread + cid, 0x4d4n);
    machine.writePointer(thread + cid + ps, BigInt(0x600 + index * 4));
    machine.write(base - 0x1000n, new Uint8Array(0x1000).fill(0x5a));
  }
  const ip = (index: number) => kernelBase + BigInt(0x4000 + index * 0x100);
  const sp = (index: number) => stackBase + BigInt(index * 0x10000) - 0x200n;
  for (const [index, prcb] of prcbs.entries()) {
    machine.writePointer(processorBlock + BigInt(index) * ps, prcb);
    machine.writePointer(prcb + ps, threads[index]!);
    machine.writeU32(prcb + (wide ? 0x24n : 0x10n), index);
    machine.write(prcb + (wide ? 0x40n : 0x18n), Uint8Array.of(6, 1, 9, 0x8e));
    machine.write(prcb + 0x600n, ascii('GenuineIntel'));
    machine.write(prcb + (wide ? 0x100n : 0x1cn), synthContext(machine.pointerSize, ip(index), sp(index)));
  }
  return {
    header: {
      build: wide ? 19041 : 3790,
      machine: machine.mode === 'arm64' ? 0xaa64 : wide ? 0x8664 : 0x14c,
      processors: 2,
      psLoadedModuleList: moduleList,
      kdDebuggerDataBlock: debuggerData,
      bugCheckCode: 0xd1,
      bugCheckParameters: [0x28n, 2n, 0n, kernelBase + 0x4100n],
      productType: wide ? 1 : 3,
      suiteMask: 0x110,
      systemTime: 133_000_000_000_000_000n,
      systemUpTime: 600_000_0000n,
      exceptionCode: 0x80000003,
      exceptionFlags: 1,
      ip: ip(1),
      sp: sp(1),
      ...(wide ? {} : { paeEnabled: machine.mode === 'pae' }),
    },
    kernelBase,
    debuggerData,
    moduleList,
    modules,
    prcbs,
    threads,
    process,
    stackBase,
  };
}
