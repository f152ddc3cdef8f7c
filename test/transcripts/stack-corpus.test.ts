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
  ['xp-syscall', '.thread 82ffc020', 'kL', 'xp-syscall.thread_82ffc020_kL'],
  ['xp-syscall', '.thread 82ffc020; .asm no_code_bytes', '.trap a5a2ad64', 'xp-syscall.trap_a5a2ad64'],
  ['xp-syscall', '.thread 82ffc020; .trap a5a2ad64', 'kL', 'xp-syscall.trap_a5a2ad64_kL'],
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
      const note = /^ {2}\*\*\* Stack trace for last set context.*\n/;
      const text = (await debug.text(command)).replace(note, '');
      const wanted = readFileSync(`${FORGED}/expected/${expected}.txt`, 'utf8').replace(note, '');
      expect(normalised(text)).toBe(normalised(wanted));
    } finally {
      debug.close();
    }
  },
);

/** A waiting thread's stack through its trap frame into its process, which `!thread` of the seed prints. */
test.skipIf(!existsSync(FORGED)).each([
  ['w2003-suspended', '888b8668'],
  ['w2003-suspended', '88951bc8'],
  ['vista-priority', '8362a390'],
  ['vista-priority', '838edd78'],
])('%s: the stack of thread %s is the seed transcript (needs ../shared/corpus/forged/x86)', async (dump, thread) => {
  const wanted = readFileSync(`${FORGED}/expected/${dump}.thread_${thread}.txt`, 'utf8').split('\n');
  const text = await transcript(`${FORGED}/${dump}.dmp`, [`${FORGED}/symbols`], `.thread ${thread}; kv`);
  // `!thread` prints neither arguments nor the notes of kv but those on trap frames.
  const lines = text
    .split('\n')
    .filter((line) => /^[0-9a-f]{8} /.test(line))
    .map((line) => line.replace(/^(\S+ \S+) \S+ \S+ \S+/, '$1'));
  const stack = wanted.slice(wanted.findIndex((line) => line.startsWith('ChildEBP')) + 1).filter((line) => line !== '');
  expect(stack.length).toBeGreaterThan(8);
  const bare = (line: string) => line.replace(/ \((?:FPO|TrapFrame).*$/, '');
  expect(lines.map(bare)).toEqual(stack.map(bare));
  for (const line of stack.filter((each) => each.includes('TrapFrame'))) expect(lines).toContain(line);
});

test.skipIf(!existsSync(FORGED))(
  'xp-spin: kv of the spinning thread is the seed transcript and ends where it repeats (needs ../shared/corpus/forged/x86)',
  async () => {
    const lines = readFileSync(`${FORGED}/expected/xp-spin.thread.txt`, 'utf8').split('\n');
    const wanted = lines
      .slice(lines.findIndex((line) => line.startsWith('ChildEBP')) + 1)
      .filter((line) => line !== '');
    const text = await transcript(`${FORGED}/xp-spin.dmp`, [`${FORGED}/symbols`], 'kv');
    const mine = text.split('\n').filter((line) => /^[0-9a-f]{8} /.test(line));
    expect(mine.map((line) => line.replace(/^(\S+ \S+) \S+ \S+ \S+/, '$1'))).toEqual(wanted);
  },
);

const WAITING = `${CORPUS}/forged/x64/w10-locks.dmp`;

interface TruthThread {
  readonly address: string;
  readonly state: string;
  readonly stack: readonly { readonly sp: string; readonly ip: string }[];
}

test.skipIf(!existsSync(WAITING))(
  '.thread and k of every waiting x64 thread give the stack of the truth file (needs ../shared/corpus/forged/x64)',
  async () => {
    const truth = JSON.parse(readFileSync(`${CORPUS}/forged/x64/expected/w10-locks.json`, 'utf8')) as {
      processes: { threads: TruthThread[] }[];
    };
    const waiting = truth.processes
      .flatMap(({ threads }) => threads)
      .filter(({ state, stack }) => state === 'waiting' && stack?.length > 1);
    expect(waiting.length).toBeGreaterThan(10);
    const debug = new Console(WAITING, [`${CORPUS}/isf`]);
    try {
      for (const { address, stack } of waiting.slice(0, 40)) {
        const [chosen, k] = await debug.run(`.thread ${address}; k`);
        expect(chosen?.error, address).toBeNull();
        const { frames } = (k!.data as { stack: { frames: { frame: { stackPointer: bigint; address: bigint } }[] } })
          .stack;
        expect(frames.slice(0, stack.length).map(({ frame }) => [frame.stackPointer, frame.address])).toEqual(
          stack.map(({ sp, ip }) => [BigInt(sp), BigInt(ip)]),
        );
      }
    } finally {
      debug.close();
    }
  },
);

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

const SYSTEM_SERVICE = `${CORPUS}/kernel-triage/r-Techsupport__training_bsods__3b_0.dmp`;

test.skipIf(!existsSync(SYSTEM_SERVICE))(
  '!analyze -v of stop 3b shows the context that parameter 3 points to, and its stack (needs ../shared/corpus/kernel-triage)',
  async () => {
    const text = await transcript(SYSTEM_SERVICE, [], '!analyze -v');
    expect(text).toContain('*                        Bugcheck Analysis                                    *');
    expect(text).toMatch(/^SYSTEM_SERVICE_EXCEPTION \(3b\)$/m);
    expect(text).toContain('\nBUGCHECK_P3: fffff6825de0eea0\n');
    expect(text).toContain('\nCONTEXT:  fffff6825de0eea0 -- (.cxr 0xfffff6825de0eea0)\n');
    expect(text).toContain('\nSTACK_COMMAND:  .cxr 0xfffff6825de0eea0 ; kb\n');
    expect(text).toMatch(/^STACK_TEXT: {2}\nfffff682`5de0f8f0 fffff803`7148e932 {5}: .* : win32kfull\+0x10f183$/m);
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

const KERNEL_32 = `${CORPUS}/forged/x86/w2003-locks.dmp`;

test.skipIf(!existsSync(KERNEL_32))(
  'registers of a 32-bit kernel have eight digits, and those of frame 0 are all of them (needs ../shared/corpus/forged)',
  async () => {
    expect(await transcript(KERNEL_32, [], 'r eip,esp')).toBe('eip=8087b5c1 esp=b928fc34\n');
    expect(await transcript(KERNEL_32, [], 'r $ip')).toBe('$ip=8087b5c1\n');
    expect(await transcript(KERNEL_32, [], '.frame /r 0')).toContain(await transcript(KERNEL_32, [], 'r'));
  },
);
