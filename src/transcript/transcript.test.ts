import { describe, expect, test } from 'vitest';
import { FormatError } from '../bytes/errors.ts';
import { Problems } from '../bytes/problem.ts';
import { BytesSource } from '../bytes/source.ts';
import { frameName } from '../windows/stack.ts';
import { readBanners, readDumpFile } from './banner.ts';
import { readBugChecks } from './bugcheck.ts';
import { parseClockTime, parseDuration } from './clock.ts';
import { looksLikeTranscript } from './detect.ts';
import { readExceptions } from './exception.ts';
import { logSummary } from './log-facts.ts';
import { readModules } from './modules.ts';
import { openTranscript } from './open-transcript.ts';
import { readRegisters } from './registers.ts';
import { promptOf } from './split.ts';
import { readStacks } from './stack.ts';
import { readThreads } from './threads.ts';
import { repairLine } from './typography.ts';

const open = (text: string) => openTranscript(new BytesSource(new TextEncoder().encode(text)), new Problems());
const names = (lines: string, command = 'k') =>
  readStacks(lines.split('\n'), command).map(({ stack }) => stack.frames.map(frameName));

test.each([
  ['0: kd> k', '0: kd>', 'k'],
  ['kd> .bugcheck', 'kd>', '.bugcheck'],
  ['?: kd> !error 5', '?: kd>', '!error 5'],
  ['lkd> !vm', 'lkd>', '!vm'],
  ['0:000> ~*k', '0:000>', '~*k'],
  ['0:000:x86> k', '0:000:x86>', 'k'],
  ['1: kd:x86> r', '1: kd:x86>', 'r'],
  ['[11] 0:000> lm', '[11] 0:000>', 'lm'],
  ['||0:1:003> k', '||0:1:003>', 'k'],
  ['   16: kd> k', '16: kd>', 'k'],
  ['........0: kd> k', '0: kd>', 'k'],
  ['0: kd> 0: kd> k', '0: kd>', 'k'],
  ['0:000>2: kd> k', '2: kd>', 'k'],
])('prompt %s', (line, prompt, command) => expect(promptOf(line)).toEqual({ prompt, command }));

test.each(['if (a > b) kd', 'a -> b', 'time 10:30 > 5', '<html>', '>quoted'])('no prompt: %s', (line) =>
  expect(promptOf(line)).toBeNull(),
);

test('typography is undone, clean lines are kept', () => {
  expect(repairLine('KernBase\u00a0= 0\u00d780800000 \u2018a\u2019 \u201cb\u201d \u2026')).toBe(
    `KernBase = 0x80800000 'a' "b" ...`,
  );
  expect(repairLine('0: kd&gt; !analyze \u2013v')).toBe('0: kd> !analyze -v');
  expect(repairLine('\u001b[31mred\u001b[0m')).toBe('red');
  expect(repairLine('5 \u00d7 6')).toBe('5 \u00d7 6');
});

test('a blank Enter repeats the command, an idle prompt does not', () => {
  const { sections } = open('0: kd> u\nnt!A:\n8054 nop\n0: kd> \nnt!B:\n0: kd> ');
  expect(sections.map(({ command }) => command)).toEqual(['u', 'u', '']);
});

describe('stacks', () => {
  test('64-bit with numbers, inline frames and sources', () => {
    const [stack] = readStacks(
      [
        ' # Child-SP          RetAddr               Call Site',
        '00 (Inline Function) --------`--------     app!inner+0x7 [c:\\a b\\x.cpp @ 12]',
        '01 000000d1`f73fe990 00007ff6`00812cc7     app!outer+0x8e [c:\\a b\\x.cpp @ 40] ',
        '02 000000d1`f73fea30 00000000`00000000     ntdll!RtlUserThreadStart+0x28',
      ],
      'k',
    );
    const frames = stack!.stack.frames;
    expect(frames.map(({ inline }) => inline)).toEqual([true, false, false]);
    expect(frames[0]?.source).toEqual({ file: 'c:\\a b\\x.cpp', line: 12 });
    expect(frames.map(({ address }) => address)).toEqual([null, null, 0x7ff600812cc7n]);
    expect(frames[1]?.stackPointer).toBe(0xd1f73fe990n);
    expect(frames.every(({ trust }) => trust === 'transcript')).toBe(true);
    expect(stack?.stack.end).toBe('transcript');
  });
  test('kv with arguments, trap frame, unknown modules', () => {
    const [stack] = readStacks(
      [
        'Child-SP          RetAddr           : Args to Child                                                           : Call Site',
        'fffff880`0335c688 fffff800`01b41f1c : 00000000`0000000a 00000000`00000001 00000000`00000002 00000000`00000003 : nt!KiPageFault+0x260 (TrapFrame @ fffff880`0335c690)',
        'fffff880`0335c690 fffff880`01234567 : 00000000`00000000 00000000`00000000 00000000`00000000 00000000`00000000 : <Unloaded_bad.sys>+0x1234',
        'fffff880`0335c700 00000000`00000000 : 00000000`00000000 00000000`00000000 00000000`00000000 00000000`00000000 : 0xfffff880`01234567',
      ],
      'kv',
    );
    expect(stack?.stack.frames[0]?.trapFrame).toBe(0xfffff8800335c690n);
    expect(stack?.arguments[0]).toEqual([10n, 1n, 2n, 3n]);
    expect(stack?.stack.frames[1]).toMatchObject({ unloadedModule: 'bad.sys', offset: 0x1234n, module: null });
    expect(stack?.stack.frames[2]).toMatchObject({ address: 0xfffff88001234567n, module: null });
  });
  test('kf, kc, SOS and mex', () => {
    expect(
      names(
        '  Memory  ChildEBP RetAddr\n          0012fe20 00401234 app!f+0x1\n       1c 0012fe3c 00000000 app!g+0x2',
        'kf',
      ),
    ).toEqual([['app!f+0x1', 'app!g+0x2']]);
    expect(names(' # Call Site\n00 ntdll!A\n01 app!operator new', 'kc')).toEqual([['ntdll!A', 'app!operator new']]);
    const [sos] = readStacks(
      [
        'Child SP         IP               Call Site',
        '00000000001ae6c8 00007ffa1b2c3d4e App!Main.Run(System.String)+0x1e',
      ],
      '!clrstack',
    );
    expect(sos?.stack.frames[0]).toMatchObject({ address: 0x7ffa1b2c3d4en, function: 'Main.Run(System.String)' });
    const [mex] = readStacks(
      ['2 threads [stats]: 1 2', '    00007ff92bb6edd4 ntdll!NtWaitForSingleObject+0x14      '],
      '!us',
    );
    expect(mex?.stack.frames[0]?.address).toBe(0x7ff92bb6edd4n);
  });
  test('kP: parameters one a line', () => {
    expect(
      names(
        'ChildEBP RetAddr  \n0012fe20 00401234 app!foo(\n\t\t\tint x = 1, \n\t\t\tchar * p = 0x0012ff00 "a")+0x12 [c:\\x.c @ 4]\n0012fe30 00000000 app!main+0x1',
        'kP',
      ),
    ).toEqual([['app!foo+0x12', 'app!main+0x1']]);
  });
  test('elisions neither end a stack nor lend an address to the frame after them', () => {
    const [stack] = readStacks(
      [
        'ChildEBP RetAddr',
        '0012fe20 00401234 app!f+0x1',
        '...',
        '0012fe3c 00401300 app!g+0x2',
        '',
        '0012fe50 00000000 app!h',
      ],
      'k',
    );
    expect(stack?.elided).toBe(true);
    expect(stack?.stack.frames.map(({ address }) => address)).toEqual([null, null, 0x401300n]);
  });
  test('warnings are kept, names of templates and special functions read', () => {
    const [stack] = readStacks(
      [
        'ChildEBP RetAddr  Args to Child',
        'WARNING: Stack unwind information not available. Following frames may be wrong.',
        '0006fc5c 77f9e6dd 00000008 77f9e3e8 00c81000 app!std::vector<int,std::allocator<int> >::push_back+0x23',
        "0006fcd8 77f9f3c8 00c81000 00000004 00d81eb0 app! ?? ::FNODOBFM::`string'+0x12",
      ],
      'kb',
    );
    expect(stack?.stack.warnings).toHaveLength(1);
    expect(stack?.stack.frames.map((frame) => frame.function)).toEqual([
      'std::vector<int,std::allocator<int> >::push_back',
      "?? ::FNODOBFM::`string'",
    ]);
  });
  test('memory listings, disassembly and module lists are no stacks', () => {
    expect(
      names('7ffe0300  7c91eb8b ntdll!KiFastSystemCall\n7ffe0304  7c91eb94 ntdll!KiFastSystemCallRet', 'dps 7ffe0300'),
    ).toEqual([]);
    expect(
      names('7ffe0300  7c91eb8b ntdll!KiFastSystemCall\n7ffe0304  7c91eb94 ntdll!KiFastSystemCallRet', ''),
    ).toEqual([]);
    expect(names('806e49f0 a18000fe call nt!foo (806e4a2c)\n806e49f5 a18000fe call nt!bar (806e4a2c)', '')).toEqual([]);
    expect(names('9a01a000 9a09a000   atikmpag T (no symbols)', 'lm')).toEqual([]);
  });
});

describe('bug checks', () => {
  test.each([
    ['BugCheck 20, {0, ffff, 0, 1}', 0x20, [0n, 0xffffn, 0n, 1n]],
    [
      '*** STOP: 0x0000001E (0xFFFFFFFFC0000005,0x8013CD0A,0x0,0x362CFFF)',
      0x1e,
      [0xffffffffc0000005n, 0x8013cd0an, 0n, 0x362cfffn],
    ],
    [
      '*** Fatal System Error: 0x000000c4\n                       (0x00020005,0xFFFFF880,0x0,0x0)',
      0xc4,
      [0x20005n, 0xfffff880n, 0n, 0n],
    ],
    ['*** Fatal System Error: 0x000000c4 (0x00020005,0x0,0x0,0x0)', 0xc4, [0x20005n, 0n, 0n, 0n]],
    ['Bugcheck code 0000000a\nArguments 00000000 0000001c 00000000 00000000', 0xa, [0n, 0x1cn, 0n, 0n]],
    [
      'BUGCHECK_CODE:  19\n\nBUGCHECK_P1: 22\n\nBUGCHECK_P2: ffffbd06d46e0000\n\nBUGCHECK_P3: 1\n\nBUGCHECK_P4: 0',
      0x19,
      [0x22n, 0xffffbd06d46e0000n, 1n, 0n],
    ],
    [
      'SOME_NAME (7e)\nWords.\nArguments:\nArg1: c0000005, a\n\tb\nArg2: 00000001\nArg3: 2\nArg4: 3',
      0x7e,
      [0xc0000005n, 1n, 2n, 3n],
    ],
  ])('%s', (text, code, parameters) => {
    const [found] = readBugChecks(text.split('\n'));
    expect(found).toMatchObject({ code, parameters, printed: 4 });
  });
  test('parameters that a log leaves out are named as unknown', () => {
    const { bugcheck } = logSummary(open('kd> !analyze -v\nDRIVER_LEFT (cb)\nArguments:\nArg3: 81861788, MDL'));
    expect(bugcheck).toEqual({ code: 0xcb, parameters: [0n, 0n, 0x81861788n, 0n], unknownParameters: [0, 1, 3] });
  });
  test('a name with a number in brackets is none', () =>
    expect(readBugChecks(['HELLO_WORLD (7e)', 'prose'])).toEqual([]));
});

test('exceptions: records and events, chances, the breakpoint that does not matter', () => {
  const log = open(
    [
      '(f9c.7e8): Break instruction exception - code 80000003 (first chance)',
      '(f9c.7e8): Access violation - code c0000005 (!!! second chance !!!)',
      '0:000> .exr -1',
      'ExceptionAddress: 00401234 (app!f+0x00000004)',
      '   ExceptionCode: c0000005 (Access violation)',
      '  ExceptionFlags: 00000000',
      'NumberParameters: 2',
      '   Parameter[0]: 00000001',
      '   Parameter[1]: 00000000',
    ].join('\n'),
  );
  expect(logSummary(log).exception).toEqual({
    code: 0xc0000005,
    flags: 0,
    address: 0x401234n,
    parameters: [1n, 0n],
    threadId: 0x7e8,
    firstChance: false,
  });
  expect(
    readExceptions(['Last event: 1.2: Access violation - code c0000005 (first/second chance not available)'])[0]
      ?.firstChance,
  ).toBeNull();
});

test('banners of every era', () => {
  const [ten] = readBanners([
    'Windows 10 Kernel Version 19041 MP (16 procs) Free x64',
    'Product: WinNt, suite: TerminalServer SingleUserTS',
    'Edition build lab: 22621.2506.amd64fre.ni_release_svc_prod3.231018-1809',
    'Machine Name:',
    'Kernel base = 0xfffff805`4d200000 PsLoadedModuleList = 0xfffff805`4de134a0',
    'Debug session time: Fri Nov  3 05:35:00.352 2023 (UTC - 8:00)',
    'System Uptime: 0 days 0:17:02.325',
  ]);
  expect(ten).toMatchObject({ machineName: null, mode: 'kernel', sessionTimeHasZone: true });
  expect(ten?.sessionTime?.value).toBe('2023-11-03T13:35:00.352Z');
  expect(ten?.kernelBase).toEqual({ value: 0xfffff8054d200000n, line: 4 });
  expect(ten?.revision).toBeNull();
  const [user] = readBanners([
    'Windows 10 Version 14393 MP (4 procs) Free x86 compatible',
    'Process Uptime: 0 days 0:00:10.000',
  ]);
  expect(user).toMatchObject({ mode: 'user', build: { value: 14393 }, processUptimeSeconds: { value: 10 } });
  const [seven] = readBanners(['Windows 7 Kernel Version 7601 (Service Pack 1) MP (4 procs) Free x64']);
  expect(seven?.servicePack?.value).toBe('Service Pack 1');
  expect(parseClockTime('Mon Jul 02 14:41:11 2001')?.hasZone).toBe(false);
  expect(parseClockTime('Fri Feb 31 99:00:00 2008')).toBeNull();
  // Four digits are milliseconds with a leading zero.
  expect(parseDuration('18:52:35.0750')).toBe(18 * 3600 + 52 * 60 + 35.75);
  expect(
    readDumpFile([
      'Loading Dump File [C:\\x.dmp]',
      'User Mini Dump File with Full Memory: Only application data is available',
      "Comment: 'a",
      "b'",
    ]),
  ).toMatchObject({
    mode: 'user',
    path: { value: 'C:\\x.dmp' },
    comments: [{ value: 'a\nb', line: 2 }],
  });
});

test('registers of ARM64 and of a trap frame', () => {
  const arm =
    ' x0=0000000000000001   x1=0000000000000002   x2=0000000000000003   x3=0000000000000004\n fp=0000000000000010   lr=0000000000000020   sp=0000000000000030   pc=fffff8017b2ab7f4  psr=80000044 N--- EL1\nnt!f+0x4:\nfffff801`7b2ab7f4 d503201f nop';
  expect(readRegisters(arm.split('\n'))[0]).toMatchObject({
    architecture: 'arm64',
    label: 'nt!f+0x4',
    instruction: { address: 0xfffff8017b2ab7f4n },
  });
  const x86 =
    'eax=00000000 ebx=1 ecx=00000000 edx=00000000 esi=00000000 edi=00000000\neip=00401000 esp=0012ff00 ebp=0012ff10 iopl=0         nv up ei pl zr na pe nc\napp!f:\n00401000 8b00            mov     eax,dword ptr [eax]  ds:0023:00000000=????????';
  expect(readRegisters(x86.split('\n'))[0]?.instruction).toMatchObject({
    unreadable: true,
    effectiveAddress: 0n,
    text: 'mov     eax,dword ptr [eax]',
  });
});

test('threads and modules', () => {
  const threads = readThreads([
    '.  0  Id: 1364.1330 Suspend: 1 Teb: 7ffdf000 Unfrozen "main"',
    '#  1  Id: 1364.1331 Suspend: 2 Teb: 000000c8`262c4000 Unfrozen',
  ]);
  expect(threads[0]).toMatchObject({
    mark: '.',
    index: 0,
    id: 0x1330,
    processId: 0x1364,
    suspendCount: 1,
    name: 'main',
  });
  expect(threads[1]).toMatchObject({ mark: '#', index: 1, teb: 0xc8262c4000n });
  const { loaded, unloaded, hasUnloaded } = readModules([
    'start    end        module name',
    '00400000 00410000   app      C (private pdb symbols)  c:\\sym\\app.pdb\\53F12BFE149A2F50205C8D5D66290B481\\app.pdb',
    '    Image path: C:\\app.exe',
    '    Timestamp:        Fri Dec  6 12:20:32 2013 (52A23190)',
    '    File version:     1.2.3.4',
    '',
    'Unloaded modules:',
    '10000000 10008000   old.dll',
  ]);
  expect(loaded).toHaveLength(1);
  expect(loaded[0]).toMatchObject({
    name: 'app',
    timestamp: 0x52a23190,
    fileVersion: '1.2.3.4',
    symbolState: 'private pdb symbols',
  });
  expect([hasUnloaded, unloaded.map(({ name }) => name)]).toEqual([true, ['old.dll']]);
});

test('a live local session without context is no damage', () => {
  const live = logSummary(
    open('lkd> k\nGetContextState failed, 0x80004001\nUnable to get current machine context, HRESULT 0x80004001'),
  );
  expect([live.damage, live.totallyCorrupt]).toEqual([[], false]);
  const dump = logSummary(
    open('0: kd> k\nGetContextState failed, 0xD0000147\nUnable to get current machine context, NTSTATUS 0xC0000147'),
  );
  expect(dump.damage.map(({ kind }) => kind)).toEqual(['context-state-failed', 'machine-context-unavailable']);
});

test('other text and binaries do not look like logs', () => {
  const score = (text: string) => looksLikeTranscript(new TextEncoder().encode(text));
  expect(score('')).toBe(0);
  expect(score('Dear all,\nthe server crashed again > 3 times. It is 10:30.\n')).toBeLessThan(0.15);
  expect(score('import x from "y";\nif (a > b) { c!d; }\n')).toBeLessThan(0.15);
  expect(looksLikeTranscript(Uint8Array.from({ length: 4096 }, (_, i) => (i * 7919) & 0xff))).toBe(0);
  expect(score('BugCheck 3B, {c0000005, fffff8000123, fffff880, 0}\n')).toBeGreaterThan(0.7);
  expect(() => openTranscript(new BytesSource(new Uint8Array(64)), new Problems())).toThrow(FormatError);
});

test('Windows-1252 text after a long ASCII beginning', () => {
  const bytes = new Uint8Array(70_000).fill(0x2e);
  bytes.set([0x0a, 0xe9, 0x0a], 69_000);
  const log = openTranscript(new BytesSource(bytes), new Problems());
  expect(log.encoding).toBe('windows-1252');
  expect(log.original[1]).toBe('\u00e9');
});

test('any mixture of a log’s pieces is read without an error', () => {
  const pieces = [
    '0: kd> ',
    'kd> k\n',
    'ChildEBP RetAddr\n',
    'f482ec24 80833465 ',
    'nt!KiSwapContext+0x26',
    '\n',
    '...',
    'STACK_TEXT: \n',
    'THREAD 88951bc8 Cid 03a4.0d24 ',
    'BugCheck 20, {',
    '0, ffff',
    '}',
    '`',
    "'",
    '(',
    '[a @ 1]',
    'eax=00000000 ebx=',
    'ExceptionCode: ',
    'c0000005',
    'Key  : a\n',
    'Arg1: ',
    'X_Y (7e)\n',
    'start end module name\n',
    '\u00d7',
    '\u0000',
    '\ud800',
    '<Unloaded_',
    '>+0x',
    'Monday, February 11th, 2008\n',
    '- a @ b -\n',
    'Windows 10 Kernel Version 1 ',
    '  ',
  ];
  let seed = 12345;
  const next = (below: number): number => {
    seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
    return (seed >>> 8) % below;
  };
  for (let round = 0; round < 400; round++) {
    let text = '0: kd> ';
    for (let i = next(120); i > 0; i--) text += pieces[next(pieces.length)];
    const summary = logSummary(open(text.replaceAll('\u0000', round % 2 ? '' : '\u0001')));
    const lines = text.split(/\r\n|\n|\r/).length;
    for (const { where } of summary.stacks) expect(where.lines.every((line) => line >= 0 && line < lines)).toBe(true);
    void [
      summary.mode,
      summary.system,
      summary.bugcheck,
      summary.exception,
      summary.process,
      summary.threads,
      summary.currentThread,
    ];
    void [
      summary.modules,
      summary.unloadedModules,
      summary.registers,
      summary.comments,
      summary.bucket,
      summary.damage,
      summary.contradictions,
    ];
  }
});
