// The classes of hostile input that broke other readers of dumps, each with inputs made here. The outcome is always a
// result with problems or a typed error, and the work is held against the size of the input, not against time.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { FormatError } from '../../src/bytes/errors.ts';
import { BytesSource } from '../../src/bytes/source.ts';
import { loadSymbols } from '../../src/evidence/load-symbols.ts';
import { openCase } from '../../src/evidence/open-case.ts';
import { UNWRAP_LIMITS, unwrap } from '../../src/platform/node/unwrap.ts';
import { storeKey } from '../../src/symbols/store-key.ts';
import { writeCabinet } from '../synth/cabinet.ts';
import { CountingSource } from '../synth/exhaust-target.ts';
import {
  type SynthHeader,
  SynthMachine,
  type SynthMode,
  synthBitmapDump,
  synthFullDump,
  synthRangesDump,
} from '../synth/kernel-dump-writer.ts';
import { type KernelScene, synthKernel } from '../synth/kernel-scene.ts';
import {
  Bytes,
  type MinidumpSpec,
  rsds,
  TYPE,
  writeMinidump,
  x64Context,
  x86Context,
} from '../synth/minidump-writer.ts';
import { synthTriageDump } from '../synth/triage-writer.ts';
import { type Outcome, pipeline, unsafeAt } from './pipeline.ts';

/** Runs everything and holds the bytes read against those that are there. */
async function survive(bytes: Uint8Array, passes = 64): Promise<Outcome> {
  const outcome = await pipeline(bytes);
  expect(outcome.bytesRead).toBeLessThan(bytes.length * passes + (4 << 20));
  for (const refusal of outcome.refusals) expect(refusal.code).toMatch(/^(format|source)$/);
  return outcome;
}
const problemCodes = ({ cases }: Outcome) =>
  new Set(cases.flatMap(({ json }) => json.problems.map(({ code }) => code)));
const only = (outcome: Outcome) => {
  expect(outcome.cases).toHaveLength(1);
  return outcome.cases[0]!;
};
/** A field that is wrong is a problem or a refusal, unless nothing depends on it and all is read as if it were right. */
const noticedOrHarmless = (outcome: Outcome, what: string) => {
  if (outcome.refusals.length + problemCodes(outcome).size > 0) return;
  expect(only(outcome).json.modules, what).toHaveLength(3);
};
const patched = (bytes: Uint8Array, patch: (view: DataView) => void) => {
  patch(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  return bytes;
};
const scene = (
  mode: SynthMode,
  change: (machine: SynthMachine, kernel: KernelScene) => void = () => {},
  moduleCount = 3,
): { machine: SynthMachine; header: SynthHeader } => {
  const machine = new SynthMachine(mode);
  const kernel = synthKernel(machine, moduleCount);
  change(machine, kernel);
  return { machine, header: kernel.header };
};

describe('count times size before bounds', () => {
  test('36 bytes that claim 45 GB, for every stream that has a count', async () => {
    for (const type of [...Object.values(TYPE), 20, 23, 0x4767000a, 0xffff]) {
      const bytes = new Bytes()
        .raw(new TextEncoder().encode('MDMP'))
        .u32(0xa793, 1, 24, 0, 0, type, 0xffffffff, 0)
        .done();
      expect(bytes).toHaveLength(36);
      const outcome = await survive(bytes);
      const { json } = only(outcome);
      expect(json.threads.length + json.modules.length).toBe(0);
      expect([...problemCodes(outcome)]).toContain('truncated');
    }
  });

  test('38 million streams, and a directory at the end of the address space', async () => {
    const many = patched(writeMinidump({ threads: [{ id: 1 }] }), (view) => view.setUint32(8, 38_161_477, true));
    expect([...problemCodes(await survive(many))]).toContain('bad-count');
    const far = patched(writeMinidump({ threads: [{ id: 1 }] }), (view) => view.setUint32(12, 0xfffffff0, true));
    const outcome = await survive(far);
    expect(outcome.refusals.length + problemCodes(outcome).size).toBeGreaterThan(0);
  });

  test('triage dumps whose tables claim 4,294,967,295 entries', async () => {
    for (const at of [0x18, 0x2c, 0x34, 0x3c, 0x74, 0x7c]) {
      const bytes = synthTriageDump({
        bits: 64,
        drivers: [{ name: 'nt.exe', base: 0xfffff80000000000n, size: 0x1000, timestamp: 1 }],
        unloaded: [{ name: 'gone.sys', start: 1n, end: 2n }],
        blocks: [{ address: 0xf000n, bytes: new Uint8Array(16) }],
        stack: { top: 0xfffff80000001000n, bytes: new Uint8Array(64) },
        debuggerData: new Uint8Array(0x340),
      });
      patched(bytes, (view) => view.setUint32(0x2000 + at, 0xffffffff, true));
      expect(problemCodes(await survive(bytes)).size, `field ${at.toString(16)}`).toBeGreaterThan(0);
    }
  });
});

describe('loops that read no file', () => {
  test('a run of 2^64-1 pages, a page count of 2^64-1, four thousand million runs', async () => {
    const patches: [string, (view: DataView) => void][] = [
      ['PageCount', (view) => view.setBigUint64(0xa0, 0xffffffffffffffffn, true)],
      ['BasePage', (view) => view.setBigUint64(0x98, 0xffffffffffffffffn, true)],
      ['NumberOfPages', (view) => view.setBigUint64(0x90, 0xffffffffffffffffn, true)],
      ['NumberOfRuns', (view) => view.setUint32(0x88, 0xffffffff, true)],
    ];
    for (const [field, patch] of patches) {
      const { machine, header } = scene('x64');
      const outcome = await survive(patched(synthFullDump(machine, header), patch));
      noticedOrHarmless(outcome, field);
    }
  });

  test('bitmaps and page ranges that claim 2^64-1 pages', async () => {
    for (const at of [0x2020, 0x2028, 0x2030]) {
      const { machine, header } = scene('x64');
      const bytes = patched(synthBitmapDump(machine, header), (view) =>
        view.setBigUint64(at, 0xffffffffffffffffn, true),
      );
      const outcome = await survive(bytes);
      noticedOrHarmless(outcome, at.toString(16));
    }
    for (const at of [0x2010, 0x2018, 0x2020, 0x2030, 0x2038]) {
      const { machine, header } = scene('x64');
      const bytes = patched(synthRangesDump(machine, header), (view) =>
        view.setBigUint64(at, 0xffffffffffffffffn, true),
      );
      const outcome = await survive(bytes);
      noticedOrHarmless(outcome, at.toString(16));
    }
  });
});

test('short reads: a Memory64 descriptor cut off in the middle, and every header cut at each byte', async () => {
  const memory = new Bytes().u64(2n, 64n, 0x1000n, 16n).u32(7).done();
  expect([...problemCodes(await survive(writeMinidump({ raw: [{ type: 9, bytes: memory }] })))]).toContain('bad-count');
  const whole = writeMinidump({ system: {}, memory64: [{ start: 1n, bytes: new Uint8Array(8) }] });
  for (let size = 1; size < whole.length; size++) {
    const outcome = await survive(whole.slice(0, size));
    expect(outcome.cases.length + outcome.refusals.length).toBe(1);
    // Padding and unused fields apart, a cut is noticed.
    if (size < 32 + 24)
      expect(outcome.refusals.length + problemCodes(outcome).size, `${size} bytes`).toBeGreaterThan(0);
  }
});

test('offsets out of bounds and null: every RVA of a rich dump becomes 0, 1, the end, and past it', async () => {
  const spec: MinidumpSpec = {
    system: { csd: 'x' },
    threads: [{ id: 1, context: x64Context({}), stack: { start: 0x1000n, bytes: new Uint8Array(16) } }],
    modules: [{ base: 0x1000n, name: 'a.dll', codeView: rsds(new Uint8Array(16), 1, 'a.pdb') }],
    unloadedModules: [{ base: 0x9000n, name: 'b.dll' }],
    threadNames: [{ id: 1, name: 'n' }],
    handles: [{ handle: 4n, type: 'File', name: 'f', information: [{ type: 1, bytes: new Uint8Array(4) }] }],
  };
  const whole = writeMinidump(spec);
  const view = new DataView(whole.buffer);
  const streams = view.getUint32(8, true);
  let tried = 0;
  for (let at = 32; at + 4 <= whole.length; at += 4) {
    const value = view.getUint32(at, true);
    const isPlace = (at < 32 + streams * 12 ? (at - 32) % 12 === 8 : true) && value >= 32 && value < whole.length;
    if (!isPlace) continue;
    for (const wrong of [0, 1, whole.length - 1, whole.length, 0x7fffffff, 0xffffffff]) {
      const bytes = patched(whole.slice(), (copy) => copy.setUint32(at, wrong, true));
      const outcome = await survive(bytes);
      expect(outcome.cases.length + outcome.refusals.length).toBe(1);
      tried++;
    }
  }
  expect(tried).toBeGreaterThan(60);
});

describe('loops in what is followed', () => {
  /** An x64 image in memory with one function whose UNWIND_INFO is what a test says. */
  const image = (unwind: (out: DataView) => void): Uint8Array => {
    const bytes = new Uint8Array(0x4000);
    const out = new DataView(bytes.buffer);
    bytes.set([0x4d, 0x5a]);
    out.setUint32(0x3c, 0x80, true);
    bytes.set([0x50, 0x45], 0x80);
    out.setUint16(0x84, 0x8664, true);
    out.setUint16(0x94, 0xf0, true);
    out.setUint16(0x98, 0x20b, true);
    out.setUint32(0x98 + 32, 0x1000, true);
    out.setUint32(0x98 + 36, 0x200, true);
    out.setUint32(0x98 + 56, 0x4000, true);
    out.setUint32(0x98 + 60, 0x400, true);
    out.setUint32(0x98 + 108, 16, true);
    out.setUint32(0x98 + 112 + 24, 0x1000, true);
    out.setUint32(0x98 + 112 + 28, 12, true);
    [0x2000, 0x2100, 0x1100].forEach((value, index) => {
      out.setUint32(0x1000 + index * 4, value, true);
    });
    unwind(out);
    return bytes;
  };
  const entry = (out: DataView, at: number, unwind: number) =>
    [0x2000, 0x2100, unwind].forEach((value, index) => {
      out.setUint32(at + index * 4, value, true);
    });
  const walked = async (bytes: Uint8Array, stackWords: bigint[]) => {
    const outcome = await survive(
      writeMinidump({
        flags: 2n,
        system: {},
        modules: [{ base: 0x140000000n, size: 0x4000, name: 'loop.exe' }],
        threads: [
          {
            id: 1,
            context: x64Context({ rip: 0x140002050n, rsp: 0x9000n, rbp: 0x9000n }),
            stack: { start: 0x9000n, bytes: new Bytes().u64(...stackWords).done() },
          },
        ],
        memory64: [
          { start: 0x9000n, bytes: new Bytes().u64(...stackWords).done() },
          { start: 0x140000000n, bytes },
        ],
      }),
      400,
    );
    return only(outcome).json.threads[0]!.frames;
  };
  const stack = Array.from({ length: 64 }, () => 0x140002050n);

  test('UNWIND_INFO chained to itself, to its pair, and through entries that name each other', async () => {
    const chain = (out: DataView, at: number, next: number) => {
      out.setUint8(at, 0x21);
      entry(out, at + 4, next);
    };
    const loops: ((out: DataView) => void)[] = [
      (out) => chain(out, 0x1100, 0x1100),
      (out) => {
        chain(out, 0x1100, 0x1200);
        chain(out, 0x1200, 0x1100);
      },
      (out) => {
        entry(out, 0x1000, 0x1001);
      },
      (out) => {
        entry(out, 0x1000, 0x1301);
        entry(out, 0x1300, 0x1001);
      },
      // A thousand links, none of them twice.
      (out) => {
        for (let link = 0; link < 700; link++) chain(out, 0x1100 + link * 16, 0x1110 + link * 16);
      },
    ];
    for (const loop of loops) {
      const frames = await walked(image(loop), stack);
      expect(frames.length).toBeGreaterThan(0);
      expect(frames.length).toBeLessThanOrEqual(stack.length + 1);
    }
  });

  test('code that does not move the stack pointer: the walk makes progress or ends', async () => {
    const frames = await walked(
      image((out) => {
        // SET_FPREG from rbp at offset 0 leads back to where it was.
        out.setUint32(0x1100, 0x05010001, true);
        out.setUint16(0x1104, 0x0300, true);
      }),
      [0x9000n, 0x140002050n, ...stack],
    );
    expect(frames.length).toBeLessThanOrEqual(stack.length + 3);
  });

  test('frame pointers in a circle (x86)', async () => {
    const words = [0x12f000, 0x401000, 0x12f000, 0x401000, 0x12eff0, 0x401000, 0, 0];
    const outcome = await survive(
      writeMinidump({
        system: { architecture: 0 },
        modules: [{ base: 0x400000n, size: 0x10000, name: 'a.exe' }],
        threads: [
          {
            id: 1,
            context: x86Context({ eip: 0x401000, esp: 0x12f000, ebp: 0x12f000 }),
            stack: { start: 0x12f000n, bytes: new Bytes().u32(...words).done() },
          },
        ],
      }),
      400,
    );
    expect(only(outcome).json.threads[0]!.frames.length).toBeLessThanOrEqual(words.length + 1);
  });

  test('module lists of full dumps that lead into themselves, backwards, and into nothing', async () => {
    const changes: ((machine: SynthMachine, kernel: KernelScene) => void)[] = [
      (machine, { modules }) => machine.writePointer(modules[1]!.entry, modules[1]!.entry),
      (machine, { modules }) => machine.writePointer(modules[2]!.entry, modules[0]!.entry),
      (machine, { modules }) => machine.writePointer(modules[1]!.entry, 0n),
      (machine, { modules }) => machine.writePointer(modules[1]!.entry, 0xffffa0000dead000n),
      (machine, { moduleList }) => machine.writePointer(moduleList, moduleList),
    ];
    for (const change of changes) {
      for (const mode of ['x64', 'pae'] as const) {
        const { machine, header } = scene(mode, change);
        const outcome = await survive(synthFullDump(machine, header), 400);
        expect(only(outcome).json.modules.length).toBeLessThanOrEqual(3);
        expect([...problemCodes(outcome)]).toContain('broken-list');
      }
    }
  });

  test('page tables that map themselves at every level', async () => {
    const { machine, header } = scene('x64', (made) => {
      const root = new DataView(made.pages.get(made.root)!.buffer);
      for (let index = 0; index < 512; index++) {
        if (root.getBigUint64(index * 8, true) === 0n) root.setBigUint64(index * 8, made.valid(made.root, true), true);
      }
    });
    expect((await survive(synthFullDump(machine, header), 400)).cases).toHaveLength(1);
  });
});

describe('caps follow the size of the file', () => {
  test('4,630 threads, ranges, regions and modules are all there', async () => {
    const count = 4_630;
    const each = <T>(make: (index: number) => T): T[] => Array.from({ length: count }, (_, index) => make(index));
    const bytes = writeMinidump({
      system: {},
      threads: each((index) => ({ id: index + 1 })),
      modules: each((index) => ({ base: BigInt(index + 1) << 20n, name: `m${index}.dll` })),
      memory: each((index) => ({ start: BigInt(index + 1) << 24n, bytes: new Uint8Array(16) })),
      memoryInfos: each((index) => ({
        base: BigInt(index) << 16n,
        size: 0x10000n,
        state: 0x1000,
        protect: 4,
        type: 0x20000,
      })),
    });
    const { json } = only(await survive(bytes));
    expect([json.threads.length, json.modules.length]).toEqual([count, count]);
    const { target } = openCase(new BytesSource(bytes), 'x');
    expect(target?.memoryRegions?.length).toBe(count);
    expect(target?.memoryBytes).toBe(count * 16);
  });

  test('a kernel with 3,000 drivers keeps them', async () => {
    const { machine, header } = scene('x64', () => {}, 3_000);
    expect(only(await survive(synthBitmapDump(machine, header), 400)).json.modules).toHaveLength(3_000);
  });
});

test('strings of megabytes: kept as data, printed in linear work', async () => {
  const long = 'a\u0301字'.repeat(20_000);
  const bytes = writeMinidump({
    system: { csd: long },
    threads: [{ id: 1 }],
    threadNames: [{ id: 1, name: long }],
    modules: [{ base: 0x1000n, name: `C:\\${long}.dll`, codeView: rsds(new Uint8Array(16), 1, 'p'.repeat(200_000)) }],
    unloadedModules: [{ base: 0x100000n, name: long }],
    commentA: 'x '.repeat(500_000),
    commentW: ' '.repeat(400_000),
    crashpad: { simple: { [long]: long } },
    exception: { threadId: 1, code: 0xe06d7363, address: 0x1001n, parameters: [1n, 2n, 3n] },
  });
  const { report, streams } = only(await survive(bytes));
  expect(report.length + streams.length).toBeLessThan(bytes.length * 16);
  const claimed = writeMinidump({ threads: [{ id: 1 }], threadNames: [{ id: 1, name: 'short' }] });
  const at = Buffer.from(claimed).indexOf(Buffer.from('short', 'utf16le')) - 4;
  await survive(patched(claimed, (view) => view.setUint32(at, 0xfffffffe, true)));
});

/** What a terminal would obey, what reorders or hides, what ends a string, and what climbs. */
const TRICKS = [
  '\u001b]0;owned\u0007\u001b[2J\u001b[31m',
  '\u009b31m\u0090q\u009c\u0085',
  '\u202egnp.exe\u2066x\u2069\u200f\ufeff',
  'a\r\nb\tc\bd\u007f',
  '\u2028\u2029\u00ad\u200b\u2060',
  '..\\..\\..\\etc\\passwd',
  '../../../../etc/passwd',
  'C:\\con',
  '\\\\host\\share\\x',
  '<script>alert(1)</script>',
  '%s%n$(reboot)`id`',
];

describe('names that attack the reader of the report', () => {
  test('in every string of a user minidump', async () => {
    for (const trick of TRICKS) {
      const bytes = writeMinidump({
        system: { csd: trick },
        misc: { processId: 1, buildString: trick, standardName: 'x' },
        threads: [{ id: 1, context: x64Context({ rip: 0x140001000n, rsp: 0x9000n }) }],
        threadNames: [{ id: 1, name: trick }],
        modules: [
          {
            base: 0x140000000n,
            name: `C:\\${trick}.exe`,
            codeView: rsds(new Uint8Array(16).fill(1), 1, `${trick}.pdb`),
          },
          { base: 0x150000000n, name: trick },
        ],
        unloadedModules: [{ base: 0x160000000n, name: trick }],
        exception: {
          threadId: 1,
          code: 0xc0000005,
          address: 0x140001000n,
          parameters: [1n, 0n],
          context: x64Context({ rip: 0x140001000n, rsp: 0x9000n }),
        },
        handles: [{ handle: 4n, type: trick, name: trick }],
        commentA: trick,
        commentW: trick,
        assertion: {
          expression: trick.slice(0, 20),
          function: trick.slice(0, 20),
          file: trick.slice(0, 20),
          line: 1,
          type: 1,
        },
        crashpad: { simple: { [trick]: trick }, modules: [{ index: 0, list: [trick], simple: { a: trick } }] },
        linux: {
          cpu: new TextEncoder().encode(`model name : ${trick}\n`),
          lsb: new TextEncoder().encode(`DISTRIB_ID=${trick}\n`),
        },
      });
      const { report, streams } = only(await survive(bytes));
      expect([unsafeAt(report), unsafeAt(streams)]).toEqual([-1, -1]);
    }
  });

  test('what is escaped is still shown', async () => {
    const { report } = only(
      await survive(
        writeMinidump({
          system: {},
          threads: [{ id: 1, context: x64Context({ rip: 0x140001000n, rsp: 0x9000n }) }],
          threadNames: [{ id: 1, name: '\u001b[31mred\u202e' }],
          exception: { threadId: 1, code: 0xc0000005, address: 0n, parameters: [0n, 0n] },
        }),
      ),
    );
    expect(report).toContain('\\x1b[31mred\\u202e');
  });

  test('in drivers, comments and processes of kernel dumps', async () => {
    for (const trick of TRICKS) {
      const triage = synthTriageDump({
        bits: 64,
        drivers: [{ name: trick, base: 0xfffff80000000000n, size: 0x10000, timestamp: 1 }],
        unloaded: [{ name: trick.slice(0, 12), start: 0xfffff90000000000n, end: 0xfffff90000010000n }],
        brokenDriver: trick,
        stack: {
          top: 0xfffff80000100000n,
          bytes: new Bytes().u64(...Array.from({ length: 32 }, () => 0xfffff80000000100n)).done(),
        },
        process: new Uint8Array(0xb80).fill(0x1b),
        header: {
          bugCheckCode: 0xd1,
          bugCheckParameters: [1n, 2n, 3n, 0xfffff80000000100n],
          comment: trick,
          ip: 0xfffff80000000100n,
          sp: 0xfffff80000100000n,
        },
      });
      const { report, streams } = only(await survive(triage));
      expect([unsafeAt(report), unsafeAt(streams)]).toEqual([-1, -1]);
      const { machine, header } = scene('x64', (made, kernel) => {
        made.write(kernel.process + 0x5a8n, new TextEncoder().encode(trick).slice(0, 15));
      });
      const full = only(
        await survive(synthFullDump(machine, { ...header, comment: trick.replace(/[^\0-\u00ff]/g, '\u009b') }), 400),
      );
      expect([unsafeAt(full.report), unsafeAt(full.streams)]).toEqual([-1, -1]);
    }
  });

  test('in every line of a log, in both encodings, and in the path itself', async () => {
    for (const trick of TRICKS) {
      const log = [
        'Microsoft (R) Windows Debugger Version 10.0 AMD64',
        `Loading Dump File [C:\\${trick}]`,
        `Comment: '${trick}'`,
        '0: kd> !analyze -v',
        'DRIVER_IRQL_NOT_LESS_OR_EQUAL (d1)',
        `Arg1: 0000000000000028, ${trick}`,
        `PROCESS_NAME:  ${trick}`,
        `IMAGE_NAME:  ${trick}.sys`,
        'STACK_TEXT:',
        `ffffb000\`00007e00 fffff804\`3d204100 : 0 0 0 0 : ${trick}!${trick}+0x10`,
        '',
        '0: kd> k',
        ' # Child-SP          RetAddr               Call Site',
        `00 ffffb000\`00007e00 fffff804\`3d204100     evil!${trick}+0x1`,
        '0: kd> lm',
        'start             end                 module name',
        `fffff804\`3d200000 fffff804\`3da00000   ${trick}   (deferred)`,
        // So few controls that it is still text.
        'A quiet line of a long log. '.repeat(200),
      ].join('\n');
      for (const bytes of [new TextEncoder().encode(log), new Uint8Array(Buffer.from(`\ufeff${log}`, 'utf16le'))]) {
        const outcome = await pipeline(bytes, `${trick}.log`);
        const { report, streams } = only(outcome);
        expect([unsafeAt(report), unsafeAt(streams)]).toEqual([-1, -1]);
      }
    }
  });

  test('no recorded name leads out of a symbol store', () => {
    const bytes = writeMinidump({
      system: {},
      modules: TRICKS.map((trick, index) => ({
        base: BigInt(index + 1) << 20n,
        name: trick,
        codeView: rsds(new Uint8Array(16).fill(1), 1, trick),
      })),
    });
    const { target } = openCase(new BytesSource(bytes), 'x');
    let asked = 0;
    for (const { pdb, imageName, timestamp, size } of target!.modules) {
      const keys = [
        pdb && storeKey({ kind: 'pdb', ...pdb }),
        storeKey({ kind: 'image', name: imageName, timestamp: timestamp ?? 0, size }),
      ];
      for (const key of keys) {
        if (!key) continue;
        asked++;
        for (const part of [key.folder, key.id, key.file]) {
          expect(part).not.toMatch(/[/\\:*?"<>|\u0000-\u001f]|^\.{1,2}$/);
        }
      }
    }
    expect(asked).toBeGreaterThan(0);
  });
});

describe('amplification', () => {
  test('a dump with thousands of modules asks for symbols only of those on its stacks, and not past its time', async () => {
    const modules = Array.from({ length: 3_000 }, (_, index) => ({
      base: 0x140000000n + BigInt(index) * 0x10000n,
      size: 0x10000,
      name: `m${index}.dll`,
      codeView: rsds(new Uint8Array(16).fill(1), index, `m${index}.pdb`),
    }));
    const words = modules.map(({ base }) => base + 0x100n);
    const bytes = writeMinidump({
      system: {},
      modules,
      threads: [
        {
          id: 1,
          context: x64Context({ rip: 0x140000100n, rsp: 0x9000n }),
          stack: { start: 0x9000n, bytes: new Bytes().u64(...words.slice(0, 40)).done() },
        },
      ],
    });
    const theCase = openCase(new BytesSource(bytes), 'x');
    let asked = 0;
    const load = async () => {
      asked++;
      return { table: null, image: null, note: 'none' };
    };
    await loadSymbols(theCase, load, 'all');
    expect(asked).toBeLessThanOrEqual(41);
    asked = 0;
    await loadSymbols(theCase, load, 'all', performance.now() - 1);
    expect(asked).toBe(0);
  });

  test('zip, gzip and cabinet bombs end at the limit, also inside each other', async () => {
    const zeros = new Uint8Array(2 << 20);
    const dump = zeros.slice();
    dump.set(Buffer.from('MDMP'));
    const limits = { ...UNWRAP_LIMITS, freeBytes: 256 << 10, maxRatio: 10 };
    const bombs = [
      gzipSync(dump, { level: 9 }),
      zipSync({ 'a.dmp': dump, 'b.dmp': dump }, { level: 9 }),
      zipSync({ 'a.zip': zipSync({ 'b.dmp': dump }, { level: 9 }) }, { level: 9 }),
      writeCabinet([{ method: 'MSZIP', files: [{ name: 'a.dmp', bytes: dump }] }]),
    ];
    for (const bomb of bombs) {
      const source = new CountingSource(new BytesSource(new Uint8Array(bomb)));
      const opened = unwrap(source, 'bomb', limits);
      expect(opened.members).toEqual([]);
      expect(opened.problems.map(({ code }) => code)).toContain('limit');
      expect(source.bytes).toBeLessThan(bomb.length * 8 + (1 << 20));
      opened.close();
    }
    const nothing = await pipeline(new Uint8Array(gzipSync(zeros, { level: 9 })));
    expect([nothing.cases.length, nothing.wrapperProblems.join()]).toEqual([0, expect.stringContaining('not-a-dump')]);
  });
});

test('a million memory ranges inside each other, and module lists of one name, cost what they weigh', async () => {
  const count = 20_000;
  const list = new Bytes().u32(count);
  for (let index = 0; index < count; index++) list.u64(0x10000 + index).u32(0x7fffffff - index * 2, 32);
  await survive(writeMinidump({ system: {}, raw: [{ type: TYPE.memory, bytes: list.done() }] }));
  const blocks = Array.from({ length: 4_000 }, (_, index) => ({
    address: 0xfffff80000000000n + BigInt(index),
    bytes: new Uint8Array(16),
  }));
  await survive(synthTriageDump({ bits: 64, blocks }));
  const modules = Array.from({ length: 20_000 }, (_, index) => ({
    base: BigInt(index) << 12n,
    name: 'same.dll',
    size: 0xffffffff,
  }));
  const words = Array.from({ length: 64 }, (_, index) => BigInt(index) << 12n);
  await survive(
    writeMinidump({
      system: {},
      modules,
      threads: [
        {
          id: 1,
          context: x64Context({ rip: 0x5000n, rsp: 0x9000n }),
          stack: { start: 0x9000n, bytes: new Bytes().u64(...words).done() },
        },
      ],
    }),
    400,
  );
});

test('thousands of threads that share one deep stack have frames in proportion to its bytes', async () => {
  const words = new Bytes().u64(...Array.from({ length: 4_000 }, (_, index) => 0x10101n + BigInt(index % 100))).done();
  const count = 400;
  const outcome = await survive(
    writeMinidump({
      system: {},
      modules: [{ base: 0x10000n, name: 'a.dll', size: 0x10000 }],
      threads: Array.from({ length: count }, (_, index) => ({
        id: index + 1,
        context: x64Context({ rip: 0x10101n, rsp: 0x900000n }),
      })),
      memory: [{ start: 0x900000n, bytes: words }],
    }),
  );
  const frames = only(outcome).json.threads.map((thread) => thread.frames.length);
  // The first is whole, none is lost, and together they are far from 400 times as many.
  expect(frames[0]).toBe(1024);
  expect(Math.min(...frames)).toBeGreaterThanOrEqual(1);
  expect(frames.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(8192 + words.length / 16 + count);
});

test('what is no dump is refused by a typed error that says what it is', async () => {
  const head = (...bytes: number[]) => Uint8Array.from([...bytes, ...new Uint8Array(100)]);
  for (const bytes of [
    new Uint8Array(0),
    Uint8Array.of(0x4d),
    head(0x7f, 0x45, 0x4c, 0x46),
    head(0x4d, 0x5a),
    head(0),
  ]) {
    const { cases, refusals } = await survive(bytes);
    expect([cases.length, refusals.length]).toEqual([0, 1]);
    expect(refusals[0]).toBeInstanceOf(FormatError);
    expect(refusals[0]!.message.length).toBeGreaterThan(20);
  }
});

test('nothing in the core can run what a dump contains: no process, no evaluation', () => {
  const files = (readdirSync('src', { recursive: true }) as string[]).filter(
    (name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && !/^(platform|cli|web)[/\\]/.test(name),
  );
  expect(files.length).toBeGreaterThan(100);
  for (const name of files) {
    const text = readFileSync(join('src', name), 'utf8');
    expect(/child_process|\beval\(|new Function\(|node:vm/.test(text), name).toBe(false);
  }
});
