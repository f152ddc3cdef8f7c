import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readStacks } from '../../src/transcript/stack.ts';
import { Console, normalised } from './console.ts';

const CORPUS = resolve(import.meta.dirname, '../../../shared/corpus');
const FORGED = `${CORPUS}/forged/x86`;

async function transcript(path: string, folders: string[], line: string): Promise<string> {
  const debug = new Console(path, folders);
  try {
    return await debug.text(line);
  } finally {
    debug.close();
  }
}

/** Dump, commands before, the command, and the file that holds what the seed's debugger printed for it. */
const SEED: readonly (readonly [dump: string, before: string, command: string, expected: string])[] = [
  ['xp-syscall', '.thread 82ffc020', 'kv5', 'xp-syscall.kv5'],
  ['xp-spin', '~1s', 'k', 'xp-spin.0s_k'],
  ['xp-spin', '', '.trap a07be180', 'xp-spin.trap_a07be180'],
  ['w2003-pte', '', 'vertarget', 'w2003-pte.vertarget'],
];

test.skipIf(!existsSync(FORGED)).each(SEED)(
  '%s: %s; %s is the seed transcript %s (needs ../shared/corpus/forged/x86)',
  async (dump, before, command, expected) => {
    const debug = new Console(`${FORGED}/${dump}.dmp`, [`${FORGED}/symbols`]);
    try {
      await debug.run(before);
      const text = (await debug.text(command)).replace(/^ {2}\*\*\* Stack trace for last set context.*\n/, '');
      const wanted = readFileSync(`${FORGED}/expected/${expected}.txt`, 'utf8');
      expect(normalised(text)).toBe(normalised(wanted));
    } finally {
      debug.close();
    }
  },
);

/** The kernel part of a waiting thread's stack, which `!thread` of the seed prints. */
test.skipIf(!existsSync(FORGED)).each([
  ['w2003-suspended', '888b8668'],
  ['w2003-suspended', '88951bc8'],
  ['vista-priority', '8362a390'],
  ['vista-priority', '838edd78'],
  ['xp-syscall', '82ffc020'],
])('%s: the stack of thread %s is the seed transcript (needs ../shared/corpus/forged/x86)', async (dump, thread) => {
  const folder = `${FORGED}/expected`;
  const name = existsSync(`${folder}/${dump}.thread_${thread}.txt`) ? `thread_${thread}` : `thread_${thread}_kL`;
  const wanted = readFileSync(`${folder}/${dump}.${name}.txt`, 'utf8').split('\n');
  const kernel = wanted.filter((line) => /^([89a-f][0-9a-f]{7}|00000000) [0-9a-f]{8} \w+!/.test(line));
  const text = await transcript(`${FORGED}/${dump}.dmp`, [`${FORGED}/symbols`], `.thread ${thread}; kL`);
  const lines = text.split('\n').filter((line) => /^[0-9a-f]{8} /.test(line));
  expect(kernel.length).toBeGreaterThan(4);
  expect(lines.slice(0, kernel.length)).toEqual(kernel.map((line) => line.replace(/ \((?:FPO|TrapFrame).*$/, '')));
});

const TRIAGE = `${CORPUS}/kernel-triage/eolaruhagen__minidump-diagnostics-tool__083125-14875-01.dmp`;
const WINDBG = `${CORPUS}/expected/eolaruhagen__minidump-diagnostics-tool__kv.txt`;

test.skipIf(!existsSync(WINDBG))(
  "kv of a triage dump is WinDbg's but for names and one frame more that a scan found (needs ../shared/corpus/expected)",
  async () => {
    const text = await transcript(TRIAGE, [], 'kv');
    const columns = (line: string) =>
      line
        .replace(/^(?: #|#|..)\s+/, '')
        .replace(/ : [^:]*$/, '')
        .trim();
    const mine = text.split('\n').map(columns);
    const windbg = readFileSync(WINDBG, 'utf8').trimEnd().split('\n');
    // Frame 2 returns to the one that was found besides, so only its stack pointer agrees.
    const [header, first, second, , last] = windbg.map(columns);
    for (const line of [header, first, second, last]) expect(mine).toContain(line);
    expect(text).toMatch(/\(TrapFrame @ ffffa704`eeb6be40\)$/m);
  },
);

const MADE = `${CORPUS}/made`;

/** Addresses of every thread's frames as lldb prints them; of an inlined call and its caller the one on the stack. */
function lldbStacks(text: string): bigint[][] {
  return text
    .split(/^\W*thread #/m)
    .slice(1)
    .map((thread) => {
      const lines = thread.split('\n').filter((line) => line.includes('frame #'));
      const physical = lines.filter((_, index) => !lines[index - 1]?.includes('[inlined]'));
      return physical.map((line) => BigInt(/frame #\d+: (0x[0-9a-f]+)/.exec(line)![1]!));
    });
}

test.skipIf(!existsSync(`${MADE}/hang-x64-f2-cv.dmp`))(
  '~*k has the frames that lldb has (needs ../shared/corpus/made)',
  async () => {
    const text = await transcript(`${MADE}/hang-x64-f2-cv.dmp`, [MADE], '~*k');
    const wanted = lldbStacks(readFileSync(`${CORPUS}/expected/made/hang-x64-f2-cv.lldb.txt`, 'utf8'));
    const stacks = readStacks(text.split('\n'), '~*k');
    expect(stacks.length).toBe(wanted.length);
    for (const [index, { stack }] of stacks.entries())
      expect(stack.frames.slice(1).map(({ address }) => address)).toEqual(wanted[index]!.slice(1));
    expect(stacks.map(({ stack }) => stack.frames.length)).toEqual([7, 7, 7, 3, 5, 6]);
  },
);

test.skipIf(!existsSync(`${MADE}/av-x64-f0.dmp`))(
  'k of a crash has lldb’s functions and lines (needs ../shared/corpus/made)',
  async () => {
    const text = await transcript(`${MADE}/av-x64-f0.dmp`, [MADE], 'k');
    const [lldb = ''] = readFileSync(`${CORPUS}/expected/made/av-x64-f0.lldb.txt`, 'utf8').split('\n  thread #2');
    const wanted = [...lldb.matchAll(/frame #\d+: \S+ crash-x86_64-clang\.exe`(\w+)\(.* at crash\.c:(\d+)$/gm)].map(
      ([, name, line]) => [name, Number(line)],
    );
    const [read] = readStacks(text.split('\n'), 'k');
    const named = read!.stack.frames.filter(({ source }) => source !== null);
    expect(wanted.length).toBeGreaterThan(6);
    expect(named.map((frame) => [frame.function, frame.source!.line])).toEqual(wanted);
  },
);
