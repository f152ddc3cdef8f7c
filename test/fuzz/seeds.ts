import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import {
  SynthMachine,
  type SynthMode,
  synthBitmapDump,
  synthFullDump,
  synthRangesDump,
} from '../synth/kernel-dump-writer.ts';
import { synthKernel } from '../synth/kernel-scene.ts';
import { Bytes, type MinidumpSpec, rsds, writeMinidump, x64Context, x86Context } from '../synth/minidump-writer.ts';
import { synthTriageDump } from '../synth/triage-writer.ts';

/** One whole input to damage. */
export interface Seed {
  readonly name: string;
  /** How often it is drawn, next to the others. */
  readonly weight: number;
  readonly text: boolean;
  bytes(): Uint8Array;
}

/** Where the corpus is expected: beside the project. */
export const CORPUS = resolve('../shared/corpus');

const FOLDERS = ['kernel-triage', 'user', 'hostile', 'made', 'forged/x64', 'forged/x86', 'logs', 'expected'];

/** The files of the corpus that are inputs of an analysis, read when drawn; none when there is no corpus. */
export function corpusSeeds(largest = 64 << 20): Seed[] {
  const seeds: Seed[] = [];
  for (const folder of FOLDERS) {
    const path = join(CORPUS, folder);
    if (!existsSync(path)) continue;
    for (const name of readdirSync(path, { recursive: true }) as string[]) {
      const file = join(path, name);
      if (!statSync(file).isFile() || statSync(file).size > largest) continue;
      if (/\.(exe|dll|sys|pdb|pd_|md|tsv|json)$/i.test(name) || /symbols|binaries/.test(name)) continue;
      const text = /\.(log|txt)$/i.test(name);
      // Large files take long to copy and to analyse; small ones say as much about the readers in a tenth of the time.
      const weight = statSync(file).size > 16 << 20 ? 0.05 : statSync(file).size > 1 << 20 ? 0.5 : text ? 0.4 : 1;
      seeds.push({ name: `${folder}/${name}`, weight, text, bytes: once(() => plain(readFileSync(file))) });
      if (name.endsWith('.gz')) {
        seeds.push({
          name: `${folder}/${name} unpacked`,
          weight: 0.05,
          text: false,
          bytes: once(() => plain(gunzipSync(readFileSync(file)))),
        });
      }
    }
  }
  return seeds;
}

/** Not a Buffer: its `slice` is no copy. */
function plain(buffer: Buffer): Uint8Array {
  return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.length);
}

function once(read: () => Uint8Array): () => Uint8Array {
  let last: WeakRef<Uint8Array> | null = null;
  return () => {
    const known = last?.deref();
    if (known) return known;
    const bytes = read();
    last = new WeakRef(bytes);
    return bytes;
  };
}

const narrowStack = (words: readonly number[]) => new Bytes().u32(...words).done();

/** A minidump with something in every stream. */
const RICH: MinidumpSpec = {
  flags: 2n,
  unusedEntries: 1,
  system: { csd: 'Service Pack 1' },
  misc: { processId: 1, buildString: '19041.1.amd64fre', times: [1_600_000_000, 1, 1] },
  modules: [1n, 2n, 3n].map((n) => ({
    base: n << 20n,
    size: 0x8000,
    name: `C:\\one\\m${n}.dll`,
    fileVersion: [1, 2, 3, 4],
    codeView: rsds(new Uint8Array(16).fill(Number(n)), 1, `m${n}.pdb`),
  })),
  threads: [1, 2, 3].map((id) => ({
    id,
    teb: 0x5000n,
    context: x64Context({ rip: (1n << 20n) + 0x123n, rsp: 0x9000n, rbp: 0x9040n }),
    stack: {
      start: 0x9000n,
      bytes: new Bytes().u64(...Array.from({ length: 64 }, (_, at) => (1n << 20n) + BigInt(at * 64))).done(),
    },
  })),
  threadInfos: [{ id: 1, createTime: 5n, startAddress: 1n << 20n }],
  threadNames: [{ id: 1, name: 'worker' }],
  unloadedModules: [{ base: 9n << 20n, name: 'gone.dll' }],
  memory: [{ start: 0x5000n, bytes: new Uint8Array(0x100) }],
  memoryInfos: [{ base: 0n, size: 0x1000n, state: 0x1000, protect: 4, type: 0x20000 }],
  exception: {
    threadId: 1,
    code: 0xc0000005,
    address: 1n << 20n,
    parameters: [0n, 16n],
    context: x64Context({ rip: 0n, rsp: 0x9000n }),
  },
  handles: [{ handle: 4n, type: 'File', name: '\\x', information: [{ type: 1, bytes: new Uint8Array(8) }] }],
  handleOperations: [{ handle: 4n, processId: 1, threadId: 1, operation: 1, backtrace: [1n] }],
  functionTables: [{ minimum: 0n, maximum: 1n, base: 0n, entries: new Uint8Array(24) }],
  tokens: [{ id: 1, handle: 1n, bytes: new Uint8Array(12) }],
  vmCounters: new Uint8Array(152),
  systemMemory: new Uint8Array(492),
  commentA: 'a comment',
  commentW: 'another',
  breakpad: { validity: 3, dumpThreadId: 1, requestingThreadId: 2 },
  assertion: { expression: 'e', function: 'f', file: 'g', line: 1, type: 1 },
  crashpad: {
    simple: { a: 'b' },
    modules: [{ index: 0, list: ['l'], objects: [{ name: 'n', type: 1, value: new Uint8Array(3) }] }],
  },
};

/** Small inputs that the project writes itself: they need no corpus. */
export function syntheticSeeds(): Seed[] {
  const seed = (name: string, bytes: () => Uint8Array, weight = 2, text = false): Seed => ({
    name: `synthetic ${name}`,
    weight,
    text,
    bytes: once(bytes),
  });
  const kernel = (mode: SynthMode) => {
    const machine = new SynthMachine(mode);
    return { machine, header: synthKernel(machine).header };
  };
  return [
    seed('minidump x64', () => writeMinidump(RICH)),
    seed('minidump x86', () =>
      writeMinidump({
        system: { architecture: 0, version: [5, 1, 2600] },
        modules: [{ base: 0x400000n, size: 0x10000, name: 'a.exe' }],
        threads: [
          {
            id: 7,
            context: x86Context({ eip: 0x401000, esp: 0x12f000, ebp: 0x12f010 }),
            stack: { start: 0x12f000n, bytes: narrowStack([1, 2, 3, 4, 0x12f020, 0x401100, 0, 0, 0, 0x401200]) },
          },
        ],
        exception: {
          threadId: 7,
          code: 0xc00000fd,
          address: 0x401000n,
          context: x86Context({ eip: 0x401000, esp: 0x12f000 }),
        },
      }),
    ),
    seed('full minidump', () =>
      writeMinidump({ ...RICH, memory64: [{ start: 0x9000n, bytes: new Uint8Array(0x2000).fill(1) }] }),
    ),
    ...(['x64', 'x64-5', 'arm64', 'pae', 'x86'] as const).map((mode) =>
      seed(`full dump ${mode}`, () => {
        const { machine, header } = kernel(mode);
        return synthFullDump(machine, header);
      }),
    ),
    seed('bitmap dump', () => {
      const { machine, header } = kernel('x64');
      return synthBitmapDump(machine, header);
    }),
    seed('ranges dump', () => {
      const { machine, header } = kernel('x64');
      return synthRangesDump(machine, header);
    }),
    ...([64, 32] as const).map((bits) =>
      seed(`triage ${bits}`, () =>
        synthTriageDump({
          bits,
          drivers: [
            {
              name: 'ntoskrnl.exe',
              base: bits === 64 ? 0xfffff80000200000n : 0x80800000n,
              size: 0x800000,
              timestamp: 1,
            },
          ],
          unloaded: [{ name: 'gone.sys', start: 0xf0000000n, end: 0xf0001000n }],
          blocks: [{ address: 0xf8000000n, bytes: new Uint8Array(0x100).fill(7) }],
          stack: { top: 0xf8008000n, bytes: new Uint8Array(0x200).fill(0x11) },
          prcb: new Uint8Array(0x800),
          process: new Uint8Array(0x400),
          thread: new Uint8Array(0x300),
          debuggerData: new Uint8Array(0x340),
          brokenDriver: 'bad.sys',
          header: { bugCheckCode: 0xd1, bugCheckParameters: [1n, 2n, 3n, 4n] },
        }),
      ),
    ),
    seed('log', () => new TextEncoder().encode(LOG), 2, true),
  ];
}

const LOG = `Microsoft (R) Windows Debugger Version 10.0.22621.1 AMD64
Loading Dump File [C:\\dumps\\one.dmp]
Mini Kernel Dump File: Only registers and stack trace are available
Windows 10 Kernel Version 19041 MP (8 procs) Free x64
Kernel base = 0xfffff804\`3d200000 PsLoadedModuleList = 0xfffff804\`3de2a310
Debug session time: Tue Jan  3 10:00:00.000 2023 (UTC + 1:00)
System Uptime: 0 days 0:10:00.000
0: kd> !analyze -v
DRIVER_IRQL_NOT_LESS_OR_EQUAL (d1)
Arguments:
Arg1: 0000000000000028, memory referenced
Arg2: 0000000000000002, IRQL
Arg3: 0000000000000000, value 0 = read operation, 1 = write operation
Arg4: fffff8043d204100, address which referenced memory
STACK_TEXT:
ffffb000\`00007e00 fffff804\`3d204100 : 00000000\`00000028 00000000\`00000002 00000000\`00000000 fffff804\`3d204100 : nt!KeBugCheckEx
ffffb000\`00007e08 fffff804\`4e204100 : 00000000\`00000028 00000000\`00000002 00000000\`00000000 fffff804\`3d204100 : bad!Start+0x100
MODULE_NAME: bad
IMAGE_NAME:  bad.sys
0: kd> k
 # Child-SP          RetAddr               Call Site
00 ffffb000\`00007e00 fffff804\`3d204100     nt!KeBugCheckEx
01 ffffb000\`00007e08 fffff804\`4e204100     bad!Start+0x100
0: kd> lm
start             end                 module name
fffff804\`3d200000 fffff804\`3da00000   nt         (pdb symbols)          ntkrnlmp.pdb
fffff804\`4e200000 fffff804\`4e210000   bad        (deferred)
0: kd> r
rax=0000000000000000 rbx=0000000000000000 rcx=000000000000000a
rip=fffff8043d204100 rsp=ffffb00000007e00 rbp=0000000000000000
`;
