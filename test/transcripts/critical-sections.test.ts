import { describe, expect, test } from 'vitest';
import { decodeLockCount } from '../../src/windows/critical-section.ts';
import { dwords, NTDLL, narrowSpec, processSpec, STACK, words } from '../patterns/scene.ts';
import { x64Context } from '../synth/minidump-writer.ts';
import { UserSession } from './user-session.ts';

// Microsoft Learn, "Displaying a Critical Section": -22 is locked by one thread, none woken, five waiting.
test('LockCount as Microsoft explains it', () => {
  expect(decodeLockCount(-22, 1)).toEqual({ lockCount: 5, locked: true, waiterWoken: false, waiters: 5 });
  expect(decodeLockCount(-2, 1)).toEqual({ lockCount: 0, locked: true, waiterWoken: false, waiters: 0 });
  expect(decodeLockCount(-4, 1)).toMatchObject({ locked: true, waiterWoken: true, waiters: 0 });
  expect(decodeLockCount(-1, 0)).toMatchObject({ lockCount: -1, locked: false, waiters: 0 });
  // "mymodule!cs" of the same page, on Windows XP: entered twice by its owner, then waited for by another.
  expect(decodeLockCount(1, 2)).toMatchObject({ lockCount: 1, locked: true, waiters: 0 });
  expect(decodeLockCount(1, 1)).toMatchObject({ locked: true, waiters: 1 });
  expect(decodeLockCount(0, null)).toMatchObject({ locked: true, waiters: null });
});

const HEAD = NTDLL + 0x100n;
const DEBUG = 0x20_0000n;
const FIRST = NTDLL + 0x200n;
const SECOND = 0x21_0000n;
const THIRD = 0x22_0000n;

/** Words of an RTL_CRITICAL_SECTION of 64-bit Windows. */
const section = (debug: bigint, lock: number, recursion: number, owner: number) =>
  words(debug, (BigInt(recursion) << 32n) | BigInt(lock >>> 0), owner, 0xffffffffn, 0x20007d0n);
/** Words of its debug information: the section, the links, entries and contentions. */
const debugOf = (of: bigint, next: bigint, previous: bigint, entries = 0, contentions = 0) =>
  words(0, of, next, previous, (BigInt(contentions) << 32n) | BigInt(entries), 0);

const LINKS = 0x10n;
const [ONE, TWO, THREE] = [DEBUG, DEBUG + 0x100n, DEBUG + 0x200n];
const memory = [
  { start: HEAD, bytes: words(ONE + LINKS, THREE + LINKS) },
  { start: ONE, bytes: debugOf(FIRST, TWO + LINKS, HEAD, 2, 0x1d47) },
  { start: TWO, bytes: debugOf(SECOND, THREE + LINKS, ONE + LINKS) },
  { start: THREE, bytes: debugOf(THIRD, HEAD, TWO + LINKS) },
  { start: FIRST, bytes: section(ONE, -22, 1, 0x11) },
  { start: SECOND, bytes: section(TWO, -1, 0, 0) },
  { start: THIRD, bytes: section(THREE, -2, 2, 0x99) },
];
const names = { ntdll: { RtlCriticalSectionList: 0x100, LdrpLoaderLock: 0x200 } };

describe('64-bit Windows 10', () => {
  const debug = new UserSession(processSpec({ memory }), names);

  test('!locks lists what is locked', async () => {
    expect(await debug.text('!locks')).toBe(
      [
        '',
        'CritSec ntdll!LdrpLoaderLock+0 at 00007ffa10000200',
        'WaiterWoken        No',
        'LockCount          5',
        'RecursionCount     1',
        'OwningThread       11',
        'EntryCount         2',
        'ContentionCount    1d47',
        '*** Locked',
        '',
        'CritSec +0000000000220000 at 0000000000220000',
        'WaiterWoken        No',
        'LockCount          0',
        'RecursionCount     2',
        'OwningThread       99',
        'EntryCount         0',
        'ContentionCount    0',
        '*** Locked',
        '',
        'Scanned 3 critical sections',
        '',
      ].join('\n'),
    );
    expect(await debug.text('!locks -v')).toMatch(/at 0000000000210000\nLockCount {10}NOT LOCKED\n/);
  });

  // Labels and digits as in the log of Wait2.exe in ../shared/corpus/logs (Critical-Sections-Deadlock).
  test('!cs of one section', async () => {
    expect(await debug.text(`!cs ${FIRST.toString(16)}`)).toBe(
      [
        '-----------------------------------------',
        'Critical section   = 0x00007ffa10000200 (ntdll!LdrpLoaderLock+0x0)',
        'DebugInfo          = 0x0000000000200000',
        'LOCKED',
        'LockCount          = 0x5',
        'WaiterWoken        = No',
        'OwningThread       = 0x0000000000000011',
        'RecursionCount     = 0x1',
        'LockSemaphore      = 0xFFFFFFFF',
        'SpinCount          = 0x00000000020007d0',
        '',
      ].join('\n'),
    );
  });

  test('!cs -l -o shows owners, and that one is gone', async () => {
    const text = await debug.text('!cs -l -o');
    expect(text).toMatch(/OwningThread DbgId = ~0s\nOwningThread Stack =\n {5}# Child-SP/);
    expect(text).toContain('OwningThread 0x99 is not among the threads of the dump');
    expect(text).not.toContain('NOT LOCKED');
    expect(text.indexOf('DebugInfo')).toBeLessThan(text.indexOf('Critical section'));
  });

  test('!cs finds sections in a range and by debug information', async () => {
    expect(await debug.text('!cs 21f000 221000')).toMatch(/^-+\nCritical section {3}= 0x0000000000220000 \(/);
    expect(await debug.text('!cs -d 200100')).toMatch(
      /^-+\nDebugInfo {10}= 0x0000000000200100\nCritical .*\nNOT LOCKED/,
    );
    expect(await debug.text('!cs -s 210000')).toContain('RtlpStackTraceDataBase');
  });

  test('mistakes are told', async () => {
    for (const line of [
      '!cs -x',
      '!cs -t',
      '!cs 1 2 3',
      '!cs -d',
      '!cs 5000',
      '!locks -q',
      '!critsec',
      '!critsec 5000',
    ]) {
      const [outcome] = await debug.run(line);
      expect(outcome?.error?.code, line).toBe('usage');
    }
  });
});

test('without symbols the loader lock leads into the list', async () => {
  const teb = 0x30_0000n;
  const peb = 0x31_0000n;
  // ProcessEnvironmentBlock at 0x60 of the TEB, LoaderLock at 0x110 of the PEB.
  const spec = processSpec({
    memory: [...memory, { start: teb + 0x60n, bytes: words(peb) }, { start: peb + 0x110n, bytes: words(FIRST) }],
    threads: [
      { id: 0x11, teb, context: x64Context({ rip: NTDLL, rsp: STACK }), stack: { start: STACK, bytes: words(0, 0) } },
    ],
  });
  const debug = new UserSession(spec);
  expect(await debug.text('!locks')).toMatch(/at 00007ffa10000200\n(.*\n)+Scanned 3 critical sections\n$/);
});

test('a list with holes and circles ends, and says so', async () => {
  const broken = (bytes: Uint8Array) =>
    new UserSession(
      processSpec({ memory: memory.map((each) => (each.start === TWO ? { start: TWO, bytes } : each)) }),
      names,
    ).text('!locks');
  expect(await broken(debugOf(SECOND, ONE + LINKS, ONE + LINKS))).toContain('leads back into the list');
  expect(await broken(debugOf(SECOND, 0x6660000n, ONE + LINKS))).toMatch(/not in the dump\nScanned 2 critical/);
  expect(await broken(debugOf(0x5550000n, THREE + LINKS, ONE + LINKS))).toMatch(/1 entry of the list leads /);
  const [outcome] = await new UserSession(processSpec(), {}).run('!locks');
  expect(outcome?.error?.message).toMatch(/needs the list of critical sections/);
});

test('a count that this Windows does not store gets a note', async () => {
  const debug = new UserSession(processSpec({ memory: [{ start: SECOND, bytes: section(0n, 0, 0, 0) }] }), names);
  expect(await debug.text('!cs 210000')).toMatch(/LOCKED\n(.*\n)+Note: its LockCount is not as this Windows keeps it/);
});

// Microsoft Learn, "Displaying a Critical Section", on Windows XP.
test('32-bit Windows XP: !locks and !critsec as documented', async () => {
  const head = 0x77fc1000;
  const debugInfo = 0x77fc3e00;
  const spec = narrowSpec({
    system: { architecture: 0, platform: 2, version: [5, 1, 2600], csd: 'Service Pack 2' },
    modules: [{ base: 0x77f80000n, size: 0x80000, name: 'C:\\Windows\\System32\\ntdll.dll' }],
    memory: [
      { start: BigInt(head), bytes: dwords(debugInfo + 8, debugInfo + 8) },
      { start: BigInt(debugInfo), bytes: dwords(0, 0x77fc49e0, head, head, 0, 0, 0, 0) },
      { start: 0x77fc49e0n, bytes: dwords(debugInfo, 0, 1, 0xc78, 0, 0) },
    ],
  });
  const debug = new UserSession(spec, { ntdll: { RtlCriticalSectionList: 0x41000, FastPebLock: 0x449e0 } });
  const shown = [
    '',
    'CritSec ntdll!FastPebLock+0 at 77fc49e0',
    'LockCount          0',
    'RecursionCount     1',
    'OwningThread       c78',
    'EntryCount         0',
    'ContentionCount    0',
    '*** Locked',
    '',
  ];
  expect(await debug.text('!critsec 77fc49e0')).toBe(shown.join('\n'));
  expect(await debug.text('!locks')).toBe([...shown, 'Scanned 1 critical sections', ''].join('\n'));
  expect(await debug.text('!cs 77fc49e0')).toMatch(/OwningThread {7}= 0x00000c78\nRecursionCount {5}= 0x1\n/);
});
