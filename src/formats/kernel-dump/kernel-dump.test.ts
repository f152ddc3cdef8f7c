import { describe, expect, test } from 'vitest';
import {
  SynthMachine,
  synthBitmapDump,
  synthFullDump,
  synthHeader,
  synthRangesDump,
} from '../../../test/synth/kernel-dump-writer.ts';
import { FormatError } from '../../bytes/errors.ts';
import { Problems } from '../../bytes/problem.ts';
import { BytesSource } from '../../bytes/source.ts';
import { openKernelDump } from './kernel-dump.ts';
import { BitmapPageMap, type PageMap, RunsPageMap } from './page-map.ts';

function open(bytes: Uint8Array) {
  const problems = new Problems();
  return { dump: openKernelDump(new BytesSource(bytes), problems), problems: problems.list };
}

/** A machine with recognisable pages. */
function machineOf(mode: 'x64' | 'x86', pages = 40): SynthMachine {
  const machine = new SynthMachine(mode, 0x20);
  for (let index = 0; index < pages; index++) machine.pages.get(machine.allocate())!.fill(index + 1);
  return machine;
}

describe.each([32, 64] as const)('%d-bit header', (bits) => {
  test('every field that was written', () => {
    const { dump } = open(
      synthHeader(bits, {
        dumpType: 3,
        build: 7601,
        directoryTableBase: 0x187000n,
        psLoadedModuleList: 0x82345678n,
        psActiveProcessHead: 0x82340000n,
        machine: bits === 32 ? 0x14c : 0x8664,
        processors: 4,
        bugCheckCode: 0x1000007e,
        bugCheckParameters: [0xc0000005n, 2n, 3n, 4n],
        kdDebuggerDataBlock: 0x82000000n,
        productType: 2,
        suiteMask: 0x112,
        requiredDumpSpace: 0x123456n,
        systemTime: 132_000_000_000_000_000n,
        systemUpTime: 77n,
        comment: 'by hand',
        exceptionCode: 0xc0000005,
        exceptionAddress: 0x82001234n,
        ...(bits === 64 ? { attributes: 8, bootId: 12 } : { paeEnabled: true }),
      }),
    );
    expect(dump.header).toMatchObject({
      bits,
      minorVersion: 7601,
      directoryTableBase: 0x187000n,
      psLoadedModuleList: 0x82345678n,
      psActiveProcessHead: 0x82340000n,
      numberProcessors: 4,
      bugCheckCode: 0x1000007e,
      bugCheckParameters: [0xc0000005n, 2n, 3n, 4n],
      kdDebuggerDataBlock: 0x82000000n,
      dumpType: 3,
      productType: 2,
      suiteMask: 0x112,
      requiredDumpSpace: 0x123456n,
      systemTime: 132_000_000_000_000_000n,
      systemUpTime: 77n,
      comment: 'by hand',
      paeEnabled: bits === 32 ? true : null,
      attributes: bits === 64 ? 8 : null,
      bootId: bits === 64 ? 12 : null,
    });
    expect(dump.header.exception).toMatchObject({ code: 0xc0000005, address: 0x82001234n, parameters: [] });
    expect(dump.pages).toBeNull();
    expect(dump.triage).toBeNull();
  });

  test('fields that were never written are unknown', () => {
    const { dump, problems } = open(synthHeader(bits, {}));
    const { header } = dump;
    for (const field of [
      'minorVersion',
      'directoryTableBase',
      'psLoadedModuleList',
      'numberProcessors',
      'bugCheckCode',
      'dumpType',
      'requiredDumpSpace',
      'systemTime',
      'systemUpTime',
      'comment',
      'paeEnabled',
      'attributes',
      'bootId',
      'exception',
    ] as const) {
      expect(header[field], field).toBeNull();
    }
    expect(problems.map(({ code }) => code)).toContain('bad-value');
  });

  test('a header that is cut short is read as far as it goes', () => {
    const whole = synthHeader(bits, { build: 19041, dumpType: 4, processors: 8 });
    const { dump, problems } = open(whole.subarray(0, 0x40));
    expect(dump.header).toMatchObject({ minorVersion: 19041, numberProcessors: 8, dumpType: null });
    expect(problems[0]).toMatchObject({ code: 'truncated' });
  });
});

test('other files are refused by a typed error', () => {
  expect(() => open(new Uint8Array(0))).toThrow(FormatError);
  expect(() => open(new TextEncoder().encode('PAGEDUCK and more'))).toThrow(FormatError);
});

describe('pages', () => {
  const check = (machine: SynthMachine, bytes: Uint8Array, form: string) => {
    const { dump, problems } = open(bytes);
    expect(problems).toEqual([]);
    expect(dump.pages!.form).toBe(form);
    const { map } = dump.pages!;
    expect(map.pages).toBe(machine.pages.size);
    const last = Math.max(...machine.pages.keys());
    for (let page = 0; page <= last + 70; page++) {
      const expected = machine.pages.get(page);
      const offset = map.offsetOf(page);
      if (expected) expect(Buffer.compare(bytes.subarray(offset, offset + 0x1000), expected), `page ${page}`).toBe(0);
      else expect(offset, `page ${page}`).toBe(-1);
      let run = 1;
      while (run < 200 && machine.pages.has(page + run) === machine.pages.has(page)) run++;
      if (page + run <= last) expect(map.runLength(page), `run at ${page}`).toBe(run);
      else expect(map.runLength(page)).toBeGreaterThan(0);
    }
  };
  test('run list, 64 bit', () => check(machineOf('x64'), synthFullDump(machineOf('x64'), {}), 'runs'));
  test('run list, 32 bit', () => check(machineOf('x86'), synthFullDump(machineOf('x86'), {}), 'runs'));
  test('summary bitmap, 64 bit', () => check(machineOf('x64'), synthBitmapDump(machineOf('x64'), {}), 'bitmap'));
  test('full bitmap, 64 bit', () => check(machineOf('x64'), synthBitmapDump(machineOf('x64'), {}, 'FDMP'), 'bitmap'));
  test('summary bitmap, 32 bit', () => check(machineOf('x86'), synthBitmapDump(machineOf('x86'), {}), 'bitmap'));
  test('ranges', () => check(machineOf('x64'), synthRangesDump(machineOf('x64'), {}), 'ranges'));
  test('ranges of a kernel dump end at the first empty one', () =>
    check(machineOf('x64'), synthRangesDump(machineOf('x64'), { dumpType: 8 }), 'ranges'));

  test('a truncated file says how much is missing', () => {
    const whole = synthFullDump(machineOf('x64'), {});
    const { dump, problems } = open(whole.subarray(0, whole.length - 0x2800));
    expect(problems).toMatchObject([{ code: 'truncated' }]);
    expect(dump.pages!.map.pages).toBe(machineOf('x64').pages.size);
  });

  test('a count of runs beyond the header, and runs beyond any memory', () => {
    const bytes = synthFullDump(machineOf('x64'), {});
    const out = new DataView(bytes.buffer);
    out.setUint32(0x88, 0xfffffff0, true);
    expect(open(bytes).problems.map(({ code }) => code)).toContain('bad-count');
    out.setUint32(0x88, 1, true);
    out.setBigUint64(0xa0, 2n ** 64n - 1n, true);
    const { dump, problems } = open(bytes);
    expect(problems.map(({ code }) => code)).toContain('out-of-bounds');
    expect(dump.pages!.map.pages).toBe(0);
  });

  test('a bitmap larger than the file is cut to it', () => {
    const bytes = synthBitmapDump(machineOf('x64'), {});
    new DataView(bytes.buffer).setBigUint64(0x2030, 2n ** 62n, true);
    const { dump, problems } = open(bytes);
    expect(problems.map(({ code }) => code)).toContain('bad-count');
    expect(dump.pages!.map.end).toBeLessThan(bytes.length * 8);
    expect(dump.pages!.map.offsetOf(Math.min(...machineOf('x64').pages.keys()))).toBeGreaterThan(0);
  });
});

test('a bitmap of many chunks counts as a plain loop does', () => {
  const bits = 32_768 * 3 + 1000;
  const bitmap = Uint8Array.from({ length: Math.ceil(bits / 8) }, (_, index) => (index * 2654435761) >>> 24);
  const map: PageMap = new BitmapPageMap(new BytesSource(bitmap), 0, bits, 0x10000, 0);
  let rank = 0;
  for (let page = 0; page < bits; page++) {
    const set = (bitmap[page >> 3]! >> (page & 7)) & 1;
    if (page % 97 === 0 || page > bits - 50) expect(map.offsetOf(page)).toBe(set ? 0x10000 + rank * 0x1000 : -1);
    rank += set;
  }
});

test('overlapping runs never answer past their own end', () => {
  const map = new RunsPageMap(
    [
      { start: 10, count: 5 },
      { start: 20, count: 2 },
    ],
    0x2000,
  );
  expect([9, 10, 14, 15, 20, 21, 22].map((page) => map.offsetOf(page))).toEqual([
    -1, 0x2000, 0x6000, -1, 0x7000, 0x8000, -1,
  ]);
});
