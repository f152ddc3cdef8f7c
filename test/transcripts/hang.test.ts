import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { writeHang } from '../../src/debugger/hang-text.ts';
import type { HangLink, HangView } from '../../src/debugger/hang-view.ts';
import { Text } from '../../src/debugger/text.ts';
import { processSpec } from '../patterns/scene.ts';
import { Console } from './console.ts';
import { UserSession } from './user-session.ts';

const link = (index: number, waitsFor: string | null): HangLink => ({
  index,
  processId: 0x1a2c,
  threadId: 0x1a30 + index,
  address: null,
  waitsFor,
  how: waitsFor === null ? null : 'its stack waits in ntdll!RtlEnterCriticalSection',
  certain: false,
});
const VIEW: HangView = {
  pointerSize: 8,
  kernel: false,
  chain: [],
  deadlock: false,
  blocked: 0,
  others: [],
  stack: null,
  missing: [],
};
const shown = (view: Partial<HangView>) => {
  const text = new Text();
  writeHang(text, { ...VIEW, ...view });
  return text.toString();
};

test('-hang on a process whose waits are not known says so, and what is missing', async () => {
  const [outcome] = await new UserSession(processSpec()).run('!analyze -hang');
  expect(outcome?.error).toBeNull();
  expect(outcome?.text).toMatch(/No thread is known to wait for another\.\n\nNot known: the list of critical sections/);
  expect(outcome?.text).not.toContain("kernel's memory");
});

test('a deadlock, with the commands that show its threads', () => {
  const text = shown({
    chain: [link(0, 'critical section a'), link(1, 'critical section b')],
    deadlock: true,
    blocked: 3,
  });
  expect(text).toMatch(/^DERIVED_WAIT_CHAIN: {2}\n\nDl Eid Cid {5}WaitType\n-- --- ------- -+\n/);
  expect(text).toContain('x    0 1a2c.1a30 critical section a -->\n         probably: its stack');
  expect(text).toContain('x    1 1a2c.1a31 critical section b -->\n');
  expect(text).toContain('WAIT_CHAIN_COMMAND:  ~0s;k;;~1s;k;;\n');
  expect(text).toContain('DEADLOCK:  2 threads wait for each other; 3 blocked in all\n');
  expect(text).toContain('BLOCKING_THREAD:  00001a30\n');
});

test('a chain ends with the thread that others wait behind', () => {
  const text = shown({
    chain: [link(4, 'mutant x'), link(2, null)],
    blocked: 1,
    others: ['2 blocked behind thread 7'],
  });
  expect(text).toContain('     2 1a2c.1a32 not known to wait for another thread\n');
  expect(text).toContain('BLOCKED_THREADS:  1\n\nBLOCKING_THREAD:  00001a32\n');
  expect(text).toContain('Also: 2 blocked behind thread 7\n');
});

const HANG = resolve(import.meta.dirname, '../../../shared/corpus/made/hang-x64-f2-cv.dmp');

// crash.c of the recipes: dead1 takes csA and waits for csB, dead2 takes csB and waits for csA.
test.skipIf(!existsSync(HANG))('the deadlock that the program makes (needs ../shared/corpus/made)', async () => {
  const debug = new Console(HANG, [dirname(HANG)]);
  try {
    const text = await debug.text('!analyze -hang');
    expect(text).toMatch(/^x +2 c4\.d0 critical section 14000c168 \(crash_x86_64_clang!csA\) -->$/m);
    expect(text).toMatch(/^x +1 c4\.cc critical section 14000c190 \(crash_x86_64_clang!csB\) -->$/m);
    expect(text).toMatch(/^DEADLOCK: {2}2 threads wait for each other/m);
  } finally {
    debug.close();
  }
});
