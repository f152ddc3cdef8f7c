import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { BytesSource, viewOf } from '../../src/bytes/source.ts';
import { readAvailable, toAddress } from '../../src/memory/space.ts';
import { openFile } from '../../src/platform/node/file-source.ts';
import { openMinidumpTarget } from '../../src/target/minidump-target.ts';
import { walkThread } from '../../src/target/stack.ts';
import { frameName } from '../../src/windows/stack.ts';

const CORPUS = resolve(import.meta.dirname, '../../../shared/corpus');
const made = (name: string): string => `${CORPUS}/made/${name}`;
const here = existsSync(made('hang-x64-f2-cv.dmp'));
/** Wine's own DLLs, whose unwind data a small dump does not hold. */
const WINE = '/usr/lib/x86_64-linux-gnu/wine/x86_64-windows';

/** lldb's `bt all` as return addresses by thread: an inlined frame carries the address of its physical one. */
function lldbStacks(name: string): bigint[][] {
  const stacks: bigint[][] = [];
  let afterInlined = false;
  for (const line of readFileSync(`${CORPUS}/expected/made/${name}.lldb.txt`, 'utf8').split('\n')) {
    if (/thread #\d+/.test(line)) {
      stacks.push([]);
      afterInlined = false;
    }
    const found = line.match(/frame #\d+: 0x([0-9a-f]+) (.*)/);
    if (!found) continue;
    const inlined = found[2]!.includes('[inlined]');
    if (!afterInlined) stacks.at(-1)!.push(BigInt(`0x${found[1]}`));
    afterInlined = inlined;
  }
  return stacks;
}

function open(name: string) {
  return openMinidumpTarget(openFile(made(name)));
}

describe.each(['hang-x64-f2-cv', 'msvcex-x64-f2'])('%s, a full dump', (name) => {
  test.skipIf(!here)('every frame of every thread is the one that lldb finds (needs ../shared/corpus/made)', () => {
    const target = open(`${name}.dmp`);
    const stacks = target.threads.map((thread) => walkThread(target, thread));
    expect(stacks.map((stack) => stack.frames.map((frame) => frame.address))).toEqual(lldbStacks(name));
    for (const stack of stacks) {
      expect(stack.end).toBe('complete');
      expect(new Set(stack.frames.slice(1).map((frame) => frame.trust))).toEqual(new Set(['unwind-info']));
    }
  });
});

test.skipIf(!here)('names come from export tables, with a warning (needs ../shared/corpus/made)', () => {
  const target = open('hang-x64-f2-cv.dmp');
  const stack = walkThread(target, target.threads[1]!);
  expect(stack.frames.map(frameName)).toEqual([
    'ntdll!NtWaitForAlertByThreadId+0x14',
    'ntdll!RtlWaitOnAddress+0x168',
    'ntdll!RtlpWaitForCriticalSection+0xb9',
    'ntdll!RtlEnterCriticalSection+0x91',
    'crash_x86_64_clang+0x1be3',
    'kernel32!BaseThreadInitThunk+0x9',
    'ntdll!RtlUserThreadStart+0x88',
  ]);
  expect(stack.warnings.join()).toMatch(/export tables/);
});

test.skipIf(!here || !existsSync(WINE))(
  'a small dump with its images on disk is walked like a full one (needs ../shared/corpus/made and Wine)',
  () => {
    const target = open('av-x64-f0.dmp');
    const images = (module: { imageName: string }) => {
      const path = [made('crash-x86_64-clang.exe'), `${WINE}/${module.imageName}`].find(
        (each) => each.endsWith(`/${module.imageName}`) && existsSync(each),
      );
      return path === undefined ? null : new BytesSource(readFileSync(path));
    };
    const cache = new Map<string, BytesSource | null>();
    const stacks = target.threads.map((thread) =>
      walkThread(target, thread, {
        images: (module) => {
          if (!cache.has(module.imageName)) cache.set(module.imageName, images(module));
          return cache.get(module.imageName)!;
        },
      }),
    );
    expect(stacks.map((stack) => stack.frames.map((frame) => frame.address))).toEqual(lldbStacks('av-x64-f0'));
  },
);

test.skipIf(!here)('without unwind data and code bytes nothing is claimed surely (needs ../shared/corpus/made)', () => {
  const target = open('av-x64-f0.dmp');
  const truth = lldbStacks('av-x64-f0');
  for (const [index, thread] of target.threads.entries()) {
    const stack = walkThread(target, thread);
    expect(stack.frames[0]!.address).toBe(truth[index]![0]);
    for (const frame of stack.frames.slice(1)) expect(frame.trust).toBe('scan');
    expect(stack.end).not.toBe('complete');
    if (stack.frames.length > 1) expect(stack.warnings.join()).toMatch(/scan/);
  }
});

const CET = `${CORPUS}/user/google__breakpad__tiny-exe-with-cet-xsave.dmp`;

test.skipIf(!existsSync(CET))(
  'without images the shadow stack tells every return address (needs ../shared/corpus/user)',
  () => {
    const target = openMinidumpTarget(openFile(CET));
    const thread = target.threads[0]!;
    const ssp = toAddress(thread.context!.registers.get('ssp')!)!;
    const words = readAvailable(target.memory, ssp, 0x1000);
    const shadow = Array.from({ length: words.length / 8 }, (_, index) => viewOf(words).getBigUint64(index * 8, true));
    expect(shadow).toHaveLength(7);
    const { frames } = walkThread(target, thread);
    expect(frames.slice(1).map(({ address }) => address)).toEqual(shadow);
    expect(new Set(frames.slice(1).map(({ trust }) => trust))).toEqual(new Set(['shadow-stack']));
  },
);
