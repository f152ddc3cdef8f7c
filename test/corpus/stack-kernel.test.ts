import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Context } from '../../src/machine/context.ts';
import { toAddress } from '../../src/memory/space.ts';
import { openFile } from '../../src/platform/node/file-source.ts';
import { openKernelTarget } from '../../src/target/kernel-target.ts';
import { walkThread } from '../../src/target/stack.ts';

const CORPUS = resolve(import.meta.dirname, '../../../shared/corpus');
const triage = (name: string): string => `${CORPUS}/kernel-triage/${name}.dmp`;
const forged = (name: string): string => `${CORPUS}/forged/x64/${name}`;

function open(path: string) {
  return openKernelTarget(openFile(path));
}

function currentStack(path: string) {
  const target = open(path);
  return { target, stack: walkThread(target, target.currentThread ?? target.threads[0]!) };
}

interface TruthFrame {
  readonly sp: string;
  readonly ip: string;
}

/** Every kernel stack of a forged dump's truth file, from the frame that the truth begins with. */
function truthStacks(name: string): TruthFrame[][] {
  const truth = JSON.parse(readFileSync(forged(`expected/${name}.json`), 'utf8')) as {
    processes: { threads: { stack: TruthFrame[] | null }[] }[];
  };
  return truth.processes.flatMap((process) =>
    process.threads.flatMap(({ stack }) => (stack && stack.length > 1 ? [stack] : [])),
  );
}

describe.each(['w10-locks', 'w10-memory', 'w7-locks', 'w10-bsod'])('%s', (name) => {
  test.skipIf(!existsSync(forged(`${name}.dmp`)))(
    'every kernel stack is unwound as its truth file says (needs ../shared/corpus/forged/x64)',
    () => {
      const target = open(forged(`${name}.dmp`));
      const stacks = truthStacks(name);
      expect(stacks.length).toBeGreaterThan(5);
      for (const truth of stacks) {
        const rip = BigInt(truth[0]!.ip);
        const rsp = BigInt(truth[0]!.sp);
        const context: Context = {
          architecture: 'x64',
          registers: new Map([
            ['rip', rip],
            ['rsp', rsp],
          ]),
          ip: toAddress(rip),
          sp: toAddress(rsp),
          fp: null,
        };
        const { frames } = walkThread(target, context);
        expect(frames.slice(0, truth.length).map((frame) => [frame.stackPointer, frame.address])).toEqual(
          truth.map((frame) => [BigInt(frame.sp), BigInt(frame.ip)]),
        );
        // Behind the kernel's part there may only be the user-mode frame that its trap frame holds.
        expect(frames.length).toBeLessThanOrEqual(truth.length + 1);
        expect(frames[truth.length]?.trust ?? 'trap-frame').toBe('trap-frame');
      }
    },
  );
});

const WINDBG_KV = `${CORPUS}/expected/eolaruhagen__minidump-diagnostics-tool__kv.txt`;

test.skipIf(!existsSync(WINDBG_KV))(
  "all of WinDbg's frames are found in a triage dump without nt's unwind data (needs ../shared/corpus/expected)",
  () => {
    const { stack } = currentStack(triage('eolaruhagen__minidump-diagnostics-tool__083125-14875-01'));
    const windbg = [...readFileSync(WINDBG_KV, 'utf8').matchAll(/^\d\d ([0-9a-f`]{17}) ([0-9a-f`]{17})/gm)].map(
      ([, sp, ra]) => [BigInt(`0x${sp!.replace('`', '')}`), BigInt(`0x${ra!.replace('`', '')}`)],
    );
    const found = stack.frames.map((frame) => frame.stackPointer);
    for (const [sp] of windbg) expect(found).toContain(sp);
    const trap = readFileSync(WINDBG_KV, 'utf8')
      .match(/TrapFrame @ ([0-9a-f`]{17})/)![1]!
      .replace('`', '');
    expect(stack.frames.map((frame) => frame.trapFrame)).toContain(BigInt(`0x${trap}`));
    // One frame too many is the price of a scan: it is marked as such.
    expect(stack.frames.length - windbg.length).toBeLessThanOrEqual(1);
  },
);

/** Bug checks whose parameter tells the instruction that failed: by parameter number from 0. */
const FAULTING_IP: Readonly<Record<number, number>> = { 10: 3, 209: 3, 80: 2, 59: 1 };

describe.each([
  'ojusha__help__100623-6156-01',
  'r-Techsupport__training_bsods__3b_0',
  'r-Techsupport__training_bsods__50_0',
  'r-Techsupport__training_bsods__d1',
])('%s', (name) => {
  test.skipIf(!existsSync(triage(name)))(
    'the trap frame that is found holds the instruction that the bug check names (needs ../shared/corpus/kernel-triage)',
    () => {
      const { target, stack } = currentStack(triage(name));
      const { code, parameters } = target.bugcheck!;
      const ip = parameters[FAULTING_IP[code]!]!;
      const frame = stack.frames.find((each) => each.address === ip);
      expect(frame?.trust).toBe('trap-frame');
    },
  );
});
