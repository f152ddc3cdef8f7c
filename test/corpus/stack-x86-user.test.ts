import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { Problems } from '../../src/bytes/problem.ts';
import { BytesSource } from '../../src/bytes/source.ts';
import { openFile } from '../../src/platform/node/file-source.ts';
import { openBreakpad } from '../../src/symbols/breakpad.ts';
import { openPdbTable } from '../../src/symbols/pdb.ts';
import type { SymbolTable } from '../../src/symbols/symbol-table.ts';
import { openMinidumpTarget } from '../../src/target/minidump-target.ts';
import { walkThread } from '../../src/target/stack.ts';
import type { WalkedStack } from '../../src/target/stack-frame.ts';
import type { Target } from '../../src/target/target.ts';
import { frameName } from '../../src/windows/stack.ts';

const CORPUS = resolve(import.meta.dirname, '../../../shared/corpus');
const here = existsSync(`${CORPUS}/made/avfpo-x86-f0.dmp`);

function open(path: string): Target {
  const bytes = readFileSync(`${CORPUS}/${path}`);
  return openMinidumpTarget(new BytesSource(path.endsWith('.gz') ? gunzipSync(bytes) : bytes));
}

/** Walks every thread with the tables given by module name. */
function walk(
  target: Target,
  tables: Readonly<Record<string, SymbolTable>> = {},
  images: Readonly<Record<string, BytesSource>> = {},
): WalkedStack[] {
  const options = {
    symbols: (module: { name: string }) => tables[module.name] ?? null,
    images: (module: { name: string }) => images[module.name] ?? null,
  };
  return target.threads.map((thread) => walkThread(target, thread, options));
}

const pdb = (name: string): SymbolTable => openPdbTable(openFile(`${CORPUS}/made/${name}.pdb`), name);
const breakpad = (name: string): SymbolTable =>
  openBreakpad(openFile(`${CORPUS}/breakpad-sym/${name}.sym`), new Problems(), name);

/** Names without offsets, and modules alone where nothing names the function. */
function outline(stack: WalkedStack): string[] {
  return stack.frames.map((frame) => frameName({ ...frame, offset: null }));
}

/** Frames below a thread's function: Wine's BaseThreadInitThunk and two of ntdll's. */
const START = ['kernel32', 'ntdll', 'ntdll'];

describe.each([
  ['avfpo-x86-f0', 'crashfpo_i686_clang', 'crashfpo-i686-clang'],
  ['av-x86-f0', 'crash_i686_clang', 'crash-i686-clang'],
])('%s', (dump, module, file) => {
  test.skipIf(!here)(
    'with frame data each call of the source is a frame, and none twice (needs ../shared/corpus/made)',
    () => {
      const stacks = walk(open(`made/${dump}.dmp`), { [module]: pdb(file) });
      const own = (name: string): string => `${module}!${name}`;
      const calls = ['leaf_av', 'middle', 'outer_fn', 'outer_fn', 'outer_fn', 'outer_fn', 'outer_fn', 'main'];
      expect(outline(stacks[0]!)).toEqual([...calls.map(own), module, ...START]);
      expect(stacks[0]!.frames.slice(1, 8).map((frame) => frame.trust)).toEqual(Array(7).fill('frame-data'));
      // Wine's ntdll realigns its stack on entry: its callers are not doubled by the copies that this leaves.
      expect(outline(stacks[1]!)).toEqual(['ntdll', 'ntdll', 'ntdll', 'ntdll', own('dead1'), ...START]);
      expect(outline(stacks[2]!)).toEqual(['ntdll', 'ntdll', 'ntdll', 'ntdll', own('dead2'), ...START]);
      expect(outline(stacks[3]!)).toEqual([own('spinner'), ...START]);
      expect(outline(stacks[4]!)).toEqual(['ntdll', 'kernelbase', own('sleeper'), ...START]);
      expect(outline(stacks[5]!)).toEqual(['ntdll', 'kernelbase', 'kernelbase', own('waiter'), ...START]);
      for (const stack of stacks) expect(stack.end).toBe('complete');
    },
  );
});

test.skipIf(!here)('hang-x86-f0: every thread, from its wait to its start (needs ../shared/corpus/made)', () => {
  const module = 'crash_i686_clang';
  const stacks = walk(open('made/hang-x86-f0.dmp'), { [module]: pdb('crash-i686-clang') });
  expect(stacks.map((stack) => outline(stack).find((name) => name.startsWith(`${module}!`)))).toEqual(
    ['main', 'dead1', 'dead2', 'spinner', 'sleeper', 'waiter'].map((name) => `${module}!${name}`),
  );
  for (const stack of stacks) expect(outline(stack).slice(-3)).toEqual(START);
});

test.skipIf(!here)(
  'so-x86-f2: every recursion, with the caller of __chkstk, which no record describes (needs ../shared/corpus/made)',
  () => {
    const module = 'crash_i686_clang';
    const target = open('made/so-x86-f2.dmp.gz');
    const [stack] = walk(target, { [module]: pdb('crash-i686-clang') });
    const names = stack!.frames.map(frameName);
    expect(names.slice(0, 3)).toEqual([`${module}!__chkstk+0x12`, `${module}!recurse+0xd`, `${module}!recurse+0x28`]);
    const recursions = stack!.frames.filter((frame) => frame.function === 'recurse').slice(1);
    expect(recursions.length).toBeGreaterThan(200);
    // Each activation takes its 4096 bytes, saved registers, argument and return address.
    const distances = recursions.slice(1).map((frame, index) => frame.stackPointer! - recursions[index]!.stackPointer!);
    expect(new Set(distances)).toEqual(new Set([0x100cn]));
    expect(outline(stack!).slice(-5, -3)).toEqual([`${module}!main`, module]);
    expect(stack!.end).toBe('complete');
  },
);

test.skipIf(!here).each([
  ['avfpo-x86-f0', 'crashfpo_i686_clang', 'crashfpo-i686-clang', 'scan'],
  ['av-x86-f0', 'crash_i686_clang', 'crash-i686-clang', 'frame-pointer'],
])(
  '%s without records: the calls in the code tell the frames, which are not surer than that (needs ../shared/corpus/made)',
  (dump, module, file, trust) => {
    const target = open(`made/${dump}.dmp`);
    const [sure] = walk(target, { [module]: pdb(file) });
    const image = new BytesSource(readFileSync(`${CORPUS}/made/${file}.exe`));
    const [unsure] = walk(target, {}, { [module]: image });
    expect(unsure!.frames.map((frame) => frame.address)).toEqual(sure!.frames.map((frame) => frame.address));
    expect(unsure!.frames.slice(1, 8).map((frame) => frame.trust)).toEqual(Array(7).fill(trust));
    expect(unsure!.warnings.join()).toMatch(/keep no frame pointer may be missing/);
    expect(unsure!.endReason).toMatch(/may be missing/);
  },
);

const BREAKPAD_STACK = [
  [0x40429en, 0x12fe84n, "test_app!`anonymous namespace'::CrashFunction"],
  [0x404200n, 0x12fe90n, 'test_app!main'],
  [0x4053ecn, 0x12ff78n, 'test_app!__tmainCRTStartup'],
  [0x7c816fd7n, 0x12ffc8n, 'kernel32!BaseProcessStart'],
] as const;

test
  .skipIf(!existsSync(`${CORPUS}/breakpad-sym`))
  .each(['user/rust-minidump__rust-minidump__test.dmp', 'user/google__breakpad__minidump2.dmp'])(
  "%s: breakpad's and rust-minidump's frames, all by frame data (needs ../shared/corpus/breakpad-sym)",
  (path) => {
    const [stack] = walk(open(path), {
      test_app: breakpad('rust-minidump__rust-minidump__test_app'),
      kernel32: breakpad('google__breakpad__kernel32'),
    });
    const names = outline(stack!);
    expect(stack!.frames.map((frame, index) => [frame.address, frame.stackPointer, names[index]])).toEqual(
      BREAKPAD_STACK.map((row) => [...row]),
    );
    expect(stack!.frames.slice(1).map((frame) => frame.trust)).toEqual(['frame-data', 'frame-data', 'frame-data']);
    expect(stack!.end).toBe('complete');
  },
);

const SNAP = `${CORPUS}/expected/getsentry__symbolicator__integration__process_minidump__minidump_windows.snap`;

test.skipIf(!existsSync(SNAP))(
  "symbolicator's frames are found, by its own file's programs that glue = to a name (needs ../shared/corpus/expected)",
  () => {
    const stacks = walk(open('user/getsentry__symbolicator__windows.dmp'), {
      crash: breakpad('getsentry__symbolic__crash'),
    });
    const theirs = readFileSync(SNAP, 'utf8')
      .split(/- thread_id:/)
      .slice(1)
      .map((thread) =>
        [...thread.matchAll(/instruction_addr: "?(0x[0-9a-f]+)/g)].map(([, address]) => BigInt(address!)),
      );
    expect(theirs.length).toBe(4);
    for (const [index, addresses] of theirs.entries()) {
      const ours = stacks[index]!.frames.map((frame) => frame.address);
      // Theirs point before return addresses, and lack the callers of system calls, whose stubs keep no frame.
      const found = addresses.filter((address) => ours.some((own) => own! >= address && own! - address <= 1n));
      expect(found).toEqual(addresses);
    }
    expect(outline(stacks[0]!)).toEqual(['crash!main', 'crash!__scrt_common_main_seh', 'kernel32', 'ntdll', 'ntdll']);
  },
);
