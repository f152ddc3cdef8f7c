import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BytesSource } from '../../src/bytes/source.ts';
import { needKernel } from '../../src/debugger/kernel.ts';
import { type Address, toAddress } from '../../src/memory/space.ts';
import { openKernelTarget } from '../../src/target/kernel-target.ts';
import { readBigPool } from '../../src/windows/big-pool-reader.ts';
import { readCachedFiles } from '../../src/windows/cached-file-reader.ts';
import { readInterruptTable } from '../../src/windows/idt-reader.ts';
import { findIrps } from '../../src/windows/irp-search.ts';
import { Kernel } from '../../src/windows/kernel.ts';
import { readPageUse } from '../../src/windows/pfn-reader.ts';
import { readPoolPage } from '../../src/windows/pool-page-reader.ts';
import { readPoolUse } from '../../src/windows/pool-tag-reader.ts';
import { currentDirectoryBase, translate } from '../../src/windows/translation-reader.ts';
import { readVads } from '../../src/windows/vad-reader.ts';
import { readVirtualMemory } from '../../src/windows/virtual-memory-reader.ts';
import { random } from '../synth/mutate.ts';
import { Console } from '../transcripts/console.ts';

const CORPUS = resolve(import.meta.dirname, '../../../shared/corpus');
const path = join(CORPUS, 'forged/x64/w10-memory.dmp');

describe.skipIf(!existsSync(path))('damaged kernel memory (needs ../shared/corpus/forged)', () => {
  let console: Console;
  let whole: Kernel;
  let bytes: Uint8Array;
  let process: Address;
  beforeAll(async () => {
    console = new Console(path, [join(CORPUS, 'isf')]);
    whole = await needKernel(console.session, '');
    bytes = readFileSync(path);
    const truth = JSON.parse(readFileSync(join(CORPUS, 'forged/x64/expected/w10-memory.json'), 'utf8'));
    const owner = truth.processes.find(({ vads }: { vads: unknown[] | null }) => vads !== null);
    process = toAddress(BigInt(owner.address))!;
  });
  afterAll(() => console.close());

  /** A copy of the dump with 64-bit values written at virtual addresses. */
  function changed(...writes: readonly (readonly [Address, bigint])[]): Kernel {
    const copy = Uint8Array.from(bytes);
    for (const [at, value] of writes) new DataView(copy.buffer).setBigUint64(offsetOf(at), value, true);
    return kernelOf(copy);
  }
  function kernelOf(copy: Uint8Array): Kernel {
    const target = openKernelTarget(new BytesSource(copy));
    return new Kernel(target, whole.module, whole.symbols);
  }
  /** Where a virtual address lies in the file, whose pages begin behind a header of two: found by its page's bytes. */
  function offsetOf(at: Address): number {
    const within = ((at % 0x1000) + 0x1000) % 0x1000;
    const page = Buffer.from(whole.memory.read(at - within, 0x1000) as Uint8Array);
    for (let offset = 0x2000; offset < bytes.length; offset += 0x1000)
      if (page.equals(bytes.subarray(offset, offset + 0x1000))) return offset + within;
    throw new Error(`no page of the file is at 0x${at.toString(16)}`);
  }

  test('a tree of address descriptors that leads back to its root ends, and says so', () => {
    const root = whole.object('_EPROCESS', process).pointer('VadRoot.Root')!;
    const tree = readVads(changed([root, BigInt.asUintN(64, BigInt(root))]), process)!;
    expect(tree.lost).toContain('leads back');
    expect(tree.ranges.length).toBeGreaterThan(0);
    expect(tree.ranges.length).toBeLessThan(15);
    const garbage = readVads(changed([root, 0x4141414141414141n]), process)!;
    expect(garbage.lost).toContain('not in the dump');
  });

  test('tables that claim to be endless cost what is there', () => {
    const size = whole.address('PoolTrackTableSize')!;
    const use = readPoolUse(changed([size, 0xffffffffffffffffn]))!;
    expect(use.lost).toContain('are not in the dump');
    expect(use.tags.find(({ tag }) => tag === 'Leak')?.nonPagedBytes).toBe(1608846336n);
    const big = readBigPool(changed([whole.address('PoolBigPageTableSize')!, 0x7fffffffffffffffn]))!;
    expect(big.lost).toContain('are not in the dump');
    expect(big.blocks.length).toBeGreaterThanOrEqual(610);
  });

  test('a circle in the list of processes, and one that leads nowhere', () => {
    const first = whole.pointer('PsActiveProcessHead')!;
    const circle = readVirtualMemory(changed([first, BigInt.asUintN(64, BigInt(first))]));
    expect(circle.counters.length).toBeGreaterThan(20);
    const cut = readVirtualMemory(changed([first, 0x1000n]));
    // What lies behind the break is reached from the other end.
    expect(cut.processes!.length).toBe(readVirtualMemory(whole).processes!.length);
  });

  test('bytes flipped all over: every reader ends without an exception', () => {
    const next = random(42);
    for (let round = 0; round < 25; round++) {
      const copy = Uint8Array.from(bytes);
      const flips = 1 + Math.floor(next() * 4000);
      for (let flip = 0; flip < flips; flip++) {
        const at = 0x2000 + Math.floor(next() * (copy.length - 0x2000));
        copy[at] = copy[at]! ^ (1 << Math.floor(next() * 8));
      }
      const kernel = kernelOf(copy);
      const io = { target: kernel.target, kernel, name: () => null };
      readVirtualMemory(kernel);
      readPoolUse(kernel);
      const big = readBigPool(kernel);
      readVads(kernel, process);
      readPoolPage(kernel, process, big);
      readPageUse(kernel);
      readCachedFiles(kernel);
      readInterruptTable(kernel, process);
      findIrps(kernel, io);
      const base = currentDirectoryBase(kernel.target);
      if (base !== null)
        for (let index = 0; index < 100; index++) translate(kernel.target, kernel, base, process + index * 0x40000);
    }
    expect(kernelOf(bytes).sizeOf('_MMPFN')).toBe(0x30);
  });
});
