import {
  closeSync,
  existsSync,
  ftruncateSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { BytesSource, CachedSource, type Source } from '../../src/bytes/source.ts';
import { x64PageTables } from '../../src/machine/x64/paging.ts';
import { isTranslation, PagedSpace } from '../../src/memory/paged.ts';
import { type Address, isHole, readAvailable, toAddress } from '../../src/memory/space.ts';
import { openKernelTarget } from '../../src/target/kernel-target.ts';
import { ascii, synthHeader } from '../synth/kernel-dump-writer.ts';

const CORPUS = resolve(import.meta.dirname, '../../../shared/corpus');
const triage = join(CORPUS, 'kernel-triage');
const forged = join(CORPUS, 'forged');
const open = (path: string) => openKernelTarget(new BytesSource(readFileSync(path)));
const wide = (value: string): Address => toAddress(BigInt(value))!;

describe.skipIf(!existsSync(triage))('kernel triage dumps (needs ../shared/corpus/kernel-triage)', () => {
  const rows = existsSync(triage)
    ? readFileSync(join(CORPUS, 'MANIFEST.tsv'), 'utf8')
        .split('\n')
        .map((line) => line.split('\t'))
        .filter(([file]) => file?.startsWith('kernel-triage/'))
    : [];
  test('the manifest lists fifteen', () => expect(rows).toHaveLength(15));
  test.each(rows.map((row) => [row[0]!, row[1]!, row[6]!] as const))('%s', (file, architecture, said) => {
    const target = open(join(CORPUS, file));
    expect(target.problems).toEqual([]);
    expect(target.architecture).toBe(architecture);
    const [, code, parameters] = /bugcheck (0x[0-9a-f]+) params ([0-9a-fx,]+)/.exec(said)!;
    expect(target.bugcheck).toEqual({ code: Number(code), parameters: parameters!.split(',').map(BigInt) });
    const nt = target.modules.find(({ name }) => name === 'nt')!;
    const identity = nt.timestamp!.toString(16).padStart(8, '0') + nt.size.toString(16);
    expect(said.toLowerCase()).toContain(`(${identity})`);
    expect(target.system.processors).toBe(Number(/(\d+) cpus/.exec(said)![1]));
    expect(target.modules).toHaveLength(Number(/(\d+) drivers/.exec(said)![1]));
    expect(target.system.capturedAt?.slice(0, 10)).toBe(/\d{4}-\d\d-\d\d/.exec(said)![0]);
    expect(String(target.system.build)).toBe(/(?:10\.0\.|build )(\d{5})/.exec(said)![1]);
    const options = Number(/opts (0x[0-9a-f]+)/.exec(said)![1]);
    expect(target.annotations.get('triage options')?.split(' ')[0]).toBe(
      options === 0xffffffff ? undefined : `0x${options.toString(16)}`,
    );
    const { stack, context } = target.currentThread!;
    expect(context!.sp).toBeGreaterThanOrEqual(stack!.limit);
    expect(context!.sp).toBeLessThan(stack!.base);
    expect(readAvailable(target.memory, context!.sp!, 64)).toHaveLength(64);
  });

  test('modules agree with WinDbg: base, end and name', () => {
    const text = readFileSync(join(CORPUS, 'expected/eolaruhagen__minidump-diagnostics-tool__lm_t_n.txt'), 'utf8');
    const target = open(join(triage, 'eolaruhagen__minidump-diagnostics-tool__083125-14875-01.dmp'));
    const ours = new Map(target.modules.map((module) => [module.base, module]));
    let compared = 0;
    for (const [, start, end, name] of text
      .split(/Unloaded modules/)[0]!
      .matchAll(/^([0-9a-f`]{17}) ([0-9a-f`]{17})\s+(\S+)/gm)) {
      const module = ours.get(wide(`0x${start!.replace('`', '')}`));
      expect(module?.name, name).toBe(name);
      expect(module!.base + module!.size).toBe(wide(`0x${end!.replace('`', '')}`));
      compared++;
    }
    expect(compared).toBe(target.modules.length);
    expect(target.process?.name).toBe('notmyfault64.e');
  });
});

describe.skipIf(!existsSync(forged))('forged dumps (needs ../shared/corpus/forged)', () => {
  const names = (folder: string) =>
    (existsSync(forged) ? readdirSync(join(forged, folder, 'expected')) : []).filter((name) => name.endsWith('.json'));
  test.each(names('x64'))('x64 %s', (name) => {
    const truth = JSON.parse(readFileSync(join(forged, 'x64/expected', name), 'utf8'));
    const target = open(join(forged, 'x64', name.replace('.json', '.dmp')));
    expect(target.problems).toEqual([]);
    expect(target.system.kernelBase).toBe(wide(truth.nt_base));
    expect(target.system.buildLab).toBe(truth.build_lab);
    expect(target.modules.map(({ base, size, imageName, timestamp }) => [base, size, imageName, timestamp])).toEqual(
      truth.modules.map((module: { base: string; size: number; name: string; timestamp: number }) => [
        wide(module.base),
        module.size,
        module.name,
        module.timestamp,
      ]),
    );
    expect(target.modules.map(({ pdb }) => pdb?.guid.replaceAll('-', '').toUpperCase())).toEqual(
      truth.modules.map((module: { pdb_guid: string }) => module.pdb_guid),
    );
    expect(target.unloadedModules.map(({ name: own, base }) => [own, base]).sort()).toEqual(
      truth.unloaded_modules.map((module: { name: string; start: string }) => [module.name, wide(module.start)]).sort(),
    );
    expect(
      target.threads.map(({ address, context, processor }) => [processor, address, context?.ip, context?.sp]),
    ).toEqual(
      truth.cpus.map((cpu: { number: number; current_thread: string; ip: string; sp: string }) => [
        cpu.number,
        wide(cpu.current_thread),
        wide(cpu.ip),
        wide(cpu.sp),
      ]),
    );
    expect(target.currentThread?.processor).toBe(truth.crash_cpu);
    for (const page of truth.translations) {
      const tables = x64PageTables(target.physicalMemory!, Number(page.dtb));
      const space = new PagedSpace(target.physicalMemory!, tables);
      const found = space.translate(wide(page.va));
      const bytes = space.read(wide(page.va), 32);
      if (isTranslation(found)) {
        expect([found.state, found.physical]).toEqual([page.state, Number(page.pa)]);
        if (page.page_size) expect(found.pageSize).toBe(page.page_size);
      } else {
        expect(found.level).toBe({ pagefile: 'page file PTE', demand_zero: 'demand-zero PTE' }[page.state as string]);
      }
      if (page.bytes)
        expect(
          Buffer.from(bytes as Uint8Array)
            .toString('hex')
            .startsWith(page.bytes.slice(0, 64)),
        ).toBe(true);
      else expect(isHole(bytes)).toBe(true);
    }
  });
  test.each(names('x86'))('x86 %s', (name) => {
    const truth = JSON.parse(readFileSync(join(forged, 'x86/expected', name), 'utf8'));
    const target = open(join(forged, 'x86', name.replace('.json', '.dmp')));
    expect(target.problems).toEqual([]);
    expect(target.system).toMatchObject({
      kernelBase: Number.parseInt(truth.kernelbase, 16),
      loadedModuleList: Number.parseInt(truth.modlist, 16),
      build: truth.build,
      buildLab: truth.buildlab,
      processors: truth.cpus,
      bootOptions: [...(truth.kernelbase.startsWith('e') ? ['/3GB'] : []), ...(truth.pae ? ['PAE'] : [])],
    });
    expect(target.modules.map(({ name: own, base, size }) => [own, base.toString(16), size.toString(16)])).toEqual(
      truth.modules.map((module: { name: string; base: string; size: string }) => [
        module.name,
        module.base,
        module.size,
      ]),
    );
    expect(target.threads.map(({ processor, address }) => [processor, address?.toString(16)])).toEqual(
      truth.processors.map((cpu: { n: number; current: string }) => [cpu.n, cpu.current]),
    );
  });
});

test('a sparse 64 GB dump opens without reading or allocating by its size', () => {
  const folder = mkdtempSync(join(tmpdir(), 'memoretics-sparse-'));
  const path = join(folder, 'sparse.dmp');
  const file = openSync(path, 'w+');
  try {
    const pages = 2 ** 24;
    const first = 0x2000 + 0x1000 + pages / 8;
    const table = new Uint8Array(0x38);
    const out = new DataView(table.buffer);
    table.set(ascii('FDMPDUMP'));
    out.setBigUint64(0x20, BigInt(first), true);
    out.setBigUint64(0x28, BigInt(pages), true);
    out.setBigUint64(0x30, BigInt(pages), true);
    writeSync(file, synthHeader(64, { dumpType: 5, build: 19041, machine: 0x8664, bugCheckCode: 0xe2 }), 0, 0x2000, 0);
    writeSync(file, table, 0, table.length, 0x2000);
    writeSync(file, new Uint8Array(pages / 8).fill(0xff), 0, pages / 8, 0x2038);
    ftruncateSync(file, first + pages * 0x1000);
    writeSync(file, Uint8Array.of(0x42), 0, 1, first + (pages - 1) * 0x1000 + 5);
    let read = 0;
    const raw: Source = {
      size: first + pages * 0x1000,
      read(offset, length) {
        const bytes = new Uint8Array(length);
        const got = readSync(file, bytes, 0, length, offset);
        read += got;
        return bytes.subarray(0, got);
      },
    };
    const target = openKernelTarget(new CachedSource(raw));
    expect(target.memoryBytes).toBe(pages * 0x1000);
    // The search for lost page tables is bounded to 256 MB.
    expect(read).toBeLessThan(2 ** 30);
    expect(target.physicalMemory!.read((pages - 1) * 0x1000 + 5, 1)).toEqual(Uint8Array.of(0x42));
  } finally {
    closeSync(file);
    rmSync(folder, { recursive: true });
  }
});
