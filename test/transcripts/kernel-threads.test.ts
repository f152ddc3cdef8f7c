import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { Console } from './console.ts';

/**
 * The THREAD blocks of the posts, byte for byte but for: blanks at the end of stack headings; an empty line that
 * the post has within a stack; fractions that older debuggers printed with four digits (00:00:11.0765). Some posts leave out
 * trap frames.
 */
const FORGED = resolve(import.meta.dirname, '../../../shared/corpus/forged/x86');
const here = existsSync(`${FORGED}/xp-spin.dmp`);

/** The text as the post would have it: the trap frames of stacks left out where it left them out. */
function asPosted(text: string, trapFrames: boolean): string[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => (/^ChildEBP/.test(line) ? line.trimEnd() : line))
    .map((line) => line.replace(/^((?:User|Kernel)Time .*:\d\d)\.0(\d{3})$/, '$1.$2'))
    .map((line) => (trapFrames ? line : line.replace(/ \((?:FPO: \S+ )?TrapFrame @ [0-9a-f]+\)$/, '')));
}

const BLOCKS = [
  ['w2003-locks', '!thread 889fa230', 'thread_889fa230', false],
  ['w2003-suspended', '!thread 888b8668 e', 'thread_888b8668', true],
  ['w2003-suspended', '!thread 88951bc8 e', 'thread_88951bc8', true],
  ['vista-priority', '!thread 8362a390 e', 'thread_8362a390', false],
  ['vista-priority', '!thread 838edd78 e', 'thread_838edd78', false],
  ['xp-spin', '!thread -1 e', 'thread', true],
  // The post says ~0s, but also that the spinning thread runs on processor 0, as it does in this dump.
  ['xp-spin', '~1s; k', '0s_k', true],
] as const;

test.skipIf(!here).each(BLOCKS)('%s: %s (needs ../shared/corpus/forged/x86)', async (dump, command, file, traps) => {
  const console = new Console(`${FORGED}/${dump}.dmp`, [`${FORGED}/symbols`]);
  const expected = asPosted(readFileSync(`${FORGED}/expected/${dump}.${file}.txt`, 'utf8'), traps);
  const printed = asPosted(await console.text(command), traps);
  expect(printed.slice(0, expected.length)).toEqual(expected);
  // The post ends its stack at the system call; the user part of that process is not in the dump.
  const more = dump === 'w2003-locks' ? 1 : 0;
  expect(printed.length - expected.length).toBe(more);
  console.close();
});

test.skipIf(!here)(
  'without the types of nt, what the debugger data tells is shown and the rest is unknown',
  async () => {
    const console = new Console(`${FORGED}/xp-spin.dmp`);
    const text = await console.text('!thread');
    expect(text).toMatch(/^THREAD 830c07c0 {2}Cid 0588\.0528 .* Win32Thread: \?{8} RUNNING on processor 0\n/);
    expect(text).toContain('Owning Process            831ec608       Image:         MyApp.EXE');
    expect(text).toContain('Priority ? BasePriority ?');
    expect(text).toContain('No symbols with types were found for nt');
    const process = await console.text('!process -1');
    expect(process).toMatch(/^PROCESS 831ec608 {2}SessionId: \? {2}Cid: 0588/);
    // A thread that is not running cannot be told from other memory without its types.
    const [outcome] = await console.run('!thread 82ffc020');
    expect(outcome?.error?.message).toContain('the structures of nt');
    console.close();
  },
);

test.skipIf(!here)('the reason that symbols do not name is still known by its number', async () => {
  const console = new Console(`${FORGED}/w2003-suspended.dmp`, [`${FORGED}/symbols`]);
  const [outcome] = await console.run('!thread 888b8668');
  const data = outcome?.data as { thread: { waitReason: string | null; waitReasonCode: number } };
  expect(data.thread.waitReason).toBeNull();
  expect(data.thread.waitReasonCode).toBe(5);
  console.close();
});

const X64 = resolve(import.meta.dirname, '../../../shared/corpus/forged/x64');
test.skipIf(!existsSync(`${X64}/w10-locks.dmp`))(
  'a thread that ran in user mode is seen in its own process (needs ../shared/corpus/forged/x64)',
  async () => {
    const console = new Console(`${X64}/w10-locks.dmp`, [`${X64}/binaries`]);
    const site = /orderapp!ProbeLedger\+0x41 .*\n.*orderapp!SyncCatalogLoop\+0x1a .*\n.*orderapp!RouteStreamBusy\+0x12/;
    expect(await console.text('~1s; k')).toMatch(site);
    expect(await console.text('~0s; ~1k')).toMatch(site);
    // Each command has left the session where it was.
    expect(await console.text('k')).toContain('KeBugCheckEx');
    console.close();
  },
);

test.skipIf(!here)('a session begins in the process that ran (needs ../shared/corpus/forged/x86)', async () => {
  const console = new Console(`${FORGED}/xp-spin.dmp`, [`${FORGED}/symbols`]);
  const { target } = console.session;
  const users = target.modules.filter(({ space }) => space === 'user').map(({ name }) => name);
  expect(users).toContain('MyApp');
  expect(await console.text('.process')).toBe('Implicit process is now 831ec608\n');
  console.close();
});
