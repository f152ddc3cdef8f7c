import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Problems } from '../../src/bytes/problem.ts';
import { BytesSource } from '../../src/bytes/source.ts';
import { looksLikeTranscript } from '../../src/transcript/detect.ts';
import { logSummary } from '../../src/transcript/log-facts.ts';
import { openTranscript } from '../../src/transcript/open-transcript.ts';

const LOGS = resolve(import.meta.dirname, '../../../shared/corpus/logs');
const EXPECTED = resolve(import.meta.dirname, '../../../shared/corpus/expected');
const present = existsSync(LOGS);
/** Prefixes of file names, shortened in the table. */
const WHOSE = { D: 'DebugPrivilege__InsightEngineering__', M: 'MicrosoftDocs__windows-driver-docs__' } as const;
const open = (path: string) => logSummary(openTranscript(new BytesSource(readFileSync(path)), new Problems()));

type Row = readonly [
  file: string,
  prompts: number,
  mode: 'user' | 'kernel' | null,
  /** Frames of each stack in the order met, read off the logs; `.frame`, `dps` and `dds` lines are no stacks. */
  frames: readonly number[],
  bugcheck: number | null,
  exception: number | null,
  process: string | null,
  modules: number,
];

/** What each log contains. Prompts and frames were counted a second time by an independent script over the raw text. */
const TABLE: readonly Row[] = [
  [
    'D:Coding-Fundamentals-Section-8-Memory-Allocation-Heap-Corruption-Freeing-Invalid-Memory',
    2,
    'user',
    [1, 13],
    null,
    0xc0000374,
    'Mem.exe',
    0,
  ],
  [
    'D:Coding-Fundamentals-Section-8-Memory-Allocation-Heap-Corruption-Use-After-Free',
    2,
    'user',
    [1, 21],
    null,
    0xc0000374,
    'Mem.exe',
    0,
  ],
  ['D:Debugging-101-Section-3-Access-Violation', 5, 'user', [9, 4, 5], null, 0xc0000005, 'AccessV.exe', 0],
  ['D:Debugging-101-Section-9-Triaging-a-Crash-Dump-Section-2-Process-Threads', 18, 'kernel', [], null, null, null, 0],
  ['D:Debugging-101-Section-9-Triaging-a-Crash-Dump-Section-4-System-Mechanism', 4, 'kernel', [], null, null, null, 0],
  [
    'D:Debugging-101-Section-9-Triaging-a-Crash-Dump-Section-5-Triaging-a-thread-from-a-Memory-Dump',
    17,
    'kernel',
    [21, 25, 8, 17, 25, 25],
    0xd1,
    null,
    'System',
    0,
  ],
  ['D:Debugging-101-Section-9-Triaging-a-Crash-Dump', 14, 'kernel', [12], 0xd1, null, 'notmyfault64.exe', 0],
  [
    'D:Kernel-Forensics-Section-1-Kernel-Pool-Memory-BugCheck-BAD-POOL-HEADER-0x19-Double-Freeing-Memory-with-ExFreeP',
    15,
    'kernel',
    [13, 13],
    0x19,
    null,
    'System',
    1,
  ],
  [
    'D:Kernel-Forensics-Section-1-Kernel-Pool-Memory-BugCheck-KERNEL-MODE-HEAP-CORRUPTION-0x13a-Misuse-of-RtlZeroMemo',
    9,
    'kernel',
    [18, 18],
    0x13a,
    null,
    'System',
    0,
  ],
  [
    'D:Kernel-Forensics-Section-1-Kernel-Pool-Memory-BugCheck-PAGE-FAULT-IN-NONPAGED-AREA-0x50-Buffer-Overflow-in-mis',
    15,
    'kernel',
    [15, 15, 15, 15],
    0x50,
    null,
    'System',
    0,
  ],
  ['D:Kernel-Forensics-Section-10-Spinlock', 4, 'kernel', [5], 0xd1, null, 'System', 0],
  [
    'D:Kernel-Forensics-Section-2-ERESOURCE-INVALID-IO-BOOST-STATE-0x13c-Recursive-Exclusive-Acquisition-of-ERESOURCE',
    15,
    'kernel',
    [8, 7, 7, 9, 7, 9],
    0x13c,
    null,
    'System',
    0,
  ],
  [
    'D:Kernel-Forensics-Section-3-KMUTEX-KERNEL-APC-PENDING-DURING-EXIT-0x20-Not-releasing-a-KMUTEX-within-a-Thread',
    3,
    'kernel',
    [5],
    0x20,
    null,
    'System',
    0,
  ],
  [
    'D:Kernel-Forensics-Section-3-KMUTEX-KMUTANT-Thread-is-waiting-on-a-Mutex',
    9,
    'kernel',
    [7, 7, 7, 7],
    0xd1,
    null,
    null,
    0,
  ],
  ['D:Kernel-Forensics-Section-4-Fast-Mutex', 4, 'kernel', [9], null, null, 'System', 0],
  [
    'D:Kernel-Forensics-Section-5-Interrupt-Request-Levels-IRQLs-DRIVER-IRQL-NOT-LESS-OR-EQUAL-d1-Fast-Mutex-operatin',
    10,
    'kernel',
    [36, 36, 25],
    0xd1,
    null,
    'System',
    0,
  ],
  ['D:Kernel-Forensics-Section-8-Semaphore', 7, 'kernel', [7, 7], 0x161, null, null, 0],
  [
    'D:Kernel-Forensics-Section-9-Pushlock-Deadlock-Logical-Error-leading-to-Deadlock',
    10,
    'kernel',
    [8, 9, 9, 9, 9, 9],
    0x161,
    null,
    null,
    0,
  ],
  [
    'D:Windows-API-Section-2-Critical-Sections-Deadlock-Inconsistent-Lock-Ordering',
    13,
    'user',
    [7, 7, 7],
    null,
    0x80000003,
    'wait2.exe',
    0,
  ],
  [
    'D:Windows-API-Section-5-Wait-Functions-and-Signaling-Interpreting-Wait-Function-s-Call-Stack',
    3,
    'user',
    [5, 5, 8],
    null,
    null,
    null,
    0,
  ],
  ['D:Windows-API-Section-6-Event-Signaling-Deadlock-Misuse-of-Auto-Reset-Event', 4, 'user', [5], null, null, null, 0],
  [
    'D:Windows-API-Section-7-Mutex-Deadlock-Inconsistent-Lock-Ordering-of-Mutexes',
    5,
    'user',
    [8, 5, 5, 5, 5, 5, 5],
    null,
    0x80000003,
    'test.exe',
    0,
  ],
  [
    'D:Windows-API-Section-9-Slim-Reader-Writer-Locks-Deadlock-Slim-Reader-Writer-Locks',
    11,
    'user',
    [8, 8, 5, 5, 5, 5, 5, 5],
    null,
    0x80000003,
    'test.exe',
    0,
  ],
  ['M:debugger__blue-screen-data', 0, 'kernel', [], 0x9f, null, null, 0],
  ['M:debugger__bug-check-0x117---video-tdr-timeout-detected', 4, 'kernel', [9], 0x117, null, null, 1],
  ['M:debugger__bug-check-0x133-dpc-watchdog-violation', 6, 'kernel', [], 0x133, null, null, 0],
  ['M:debugger__bug-check-0x14b--soc-subsystem-failure', 2, 'kernel', [], 0x14b, null, null, 0],
  ['M:debugger__bug-check-0x1aa-exception-on-invalid-stack', 7, 'kernel', [1], null, 0xc0000005, 'YourPhone.exe', 0],
  ['M:debugger__bug-check-0x1ab-unwind-on-invalid-stack', 4, 'kernel', [4], null, null, 'System', 0],
  ['M:debugger__bug-check-0x1e--kmode-exception-not-handled', 6, 'kernel', [6, 9], 0x1e, 0xc0000005, null, 0],
  ['M:debugger__bug-check-0x50--page-fault-in-nonpaged-area', 5, 'kernel', [], 0x50, null, null, 0],
  ['M:debugger__bug-check-0xa--irql-not-less-or-equal', 5, 'kernel', [5, 5, 3], 0xa, null, null, 0],
  ['M:debugger__checking-for-resource-conflicts', 17, 'kernel', [13, 20], null, null, null, 0],
  ['M:debugger__converting-virtual-addresses-to-physical-addresses', 9, 'kernel', [], null, null, null, 0],
  ['M:debugger__critical-section-time-outs', 7, 'user', [8, 9, 4], null, null, null, 0],
  [
    'M:debugger__debug-universal-drivers---step-by-step-lab--echo-kernel-mode-',
    43,
    'kernel',
    [6, 3, 4],
    null,
    null,
    'echoapp.exe',
    1,
  ],
  ['M:debugger__debug-universal-drivers--kernel-mode-', 61, 'kernel', [18, 18, 18, 19], null, null, 'audiodg.exe', 1],
  ['M:debugger__debugging-a-stack-overflow', 21, 'user', [19, 1, 11, 14], null, 0xc00000fd, null, 0],
  ['M:debugger__debugging-optimized-code-and-inline-functions-external', 18, 'user', [5], null, null, null, 0],
  ['M:debugger__displaying-a-critical-section', 12, 'user', [], null, null, null, 0],
  ['M:debugger__example-12---using-page-heap-verification-to-find-a-bug', 0, null, [11, 4], null, null, null, 0],
  ['M:debugger__getting-started-with-windbg--kernel-mode-', 6, 'kernel', [5, 7], null, null, null, 0],
  ['M:debugger__getting-started-with-windbg', 6, 'user', [4, 9, 6], null, 0xc0000094, null, 16],
  [
    'M:debugger__handling-a-bug-check-when-driver-verifier-is-enabled',
    1,
    'kernel',
    [12],
    0xc4,
    null,
    'TiWorker.exe',
    0,
  ],
  ['M:debugger__interpreting-bug-check-0xcb', 9, 'kernel', [], 0xcb, null, null, 0],
  ['M:debugger__linux-crash-dumps', 4, 'user', [], null, null, null, 7],
  ['M:debugger__linux-live-remote-process-debugging', 6, 'user', [19, 5], null, null, null, 7],
  ['M:debugger__live-local-debugging', 2, 'kernel', [], null, null, null, 0],
  ['M:debugger__manually-walking-a-stack', 32, 'kernel', [13], null, null, null, 29],
  ['M:debugger__resource-time-outs', 3, 'kernel', [4, 14], null, null, null, 0],
  ['M:debugger__using-the--analyze-extension', 2, 'user', [12, 5], null, null, null, 0],
  ['M:debugger__verifying-symbols', 11, 'kernel', [5, 4, 15], null, null, null, 0],
  ['M:debugger__writing-an-analysis-extension-to-extend--analyze', 0, 'kernel', [], 0xe2, null, null, 0],
  ['M:debuggercmds__-context--set-user-mode-address-context-', 3, 'kernel', [], null, null, null, 0],
  ['M:debuggercmds__-critsec', 1, 'user', [], null, null, null, 0],
  ['M:debuggercmds__-deadlock', 6, 'kernel', [9], null, null, null, 0],
  ['M:debuggercmds__-dml-flow', 1, 'kernel', [3], null, null, null, 0],
  ['M:debuggercmds__-dumpfa', 1, 'user', [], null, null, null, 0],
  ['M:debuggercmds__-ioctldecode', 3, 'kernel', [], null, null, null, 0],
  ['M:debuggercmds__-irp', 2, 'kernel', [], null, null, null, 0],
  ['M:debuggercmds__-irpfind', 2, 'kernel', [], null, null, null, 0],
  ['M:debuggercmds__-jdinfo--use-jit-debug-info-', 5, 'user', [4], null, 0xc0000005, null, 1],
  ['M:debuggercmds__-kframes--set-stack-length-', 0, null, [2, 3], null, null, null, 0],
  ['M:debuggercmds__-locks---kdext--locks-', 2, 'kernel', [6], null, null, null, 0],
  ['M:debuggercmds__-locks---ntsdexts-locks-', 1, 'user', [], null, null, null, 0],
  ['M:debuggercmds__-process--set-process-context-', 4, 'kernel', [], null, null, null, 0],
  ['M:debuggercmds__-process', 2, 'kernel', [2], null, null, null, 0],
  ['M:debuggercmds__-processirps', 2, 'kernel', [], null, null, null, 0],
  ['M:debuggercmds__-ruleinfo', 1, 'kernel', [2], 0xc4, null, null, 0],
  ['M:debuggercmds__-running', 2, 'kernel', [3, 1, 1, 1], null, null, null, 0],
  ['M:debuggercmds__-thread--set-register-context-', 5, 'kernel', [2], null, null, null, 0],
  ['M:debuggercmds__-thread', 1, 'kernel', [3], null, null, 'MsMpEng.exe', 0],
  ['M:debuggercmds__-uniqstack', 1, 'user', [12, 9, 2], null, null, null, 0],
  ['M:debuggercmds__-vm', 1, 'kernel', [], null, null, null, 0],
  ['M:debuggercmds__-vtop', 4, 'kernel', [], null, null, null, 0],
];

const pathOf = (file: string): string => resolve(LOGS, `${WHOSE[file[0] as 'D' | 'M']}${file.slice(2)}.log`);

describe.skipIf(!present)('public logs (needs ../shared/corpus/logs)', () => {
  test('the table covers every log', () => {
    expect(TABLE.map(([file]) => pathOf(file)).sort()).toEqual(
      readdirSync(LOGS)
        .map((name) => resolve(LOGS, name))
        .sort(),
    );
  });

  test.each(TABLE)('%s', (file, prompts, mode, frames, bugcheck, exception, process, modules) => {
    expect(looksLikeTranscript(readFileSync(pathOf(file)))).toBeGreaterThanOrEqual(0.3);
    const summary = open(pathOf(file));
    expect({
      prompts: summary.reading.transcript.sections.filter((section) => section.prompt !== null).length,
      mode: summary.mode,
      frames: summary.reading.stacks.map(({ value }) => value.stack.frames.length),
      bugcheck: summary.bugcheck?.code ?? null,
      exception: summary.exception?.code ?? null,
      process: summary.process?.name ?? null,
      modules: summary.modules.length,
      damage: summary.damage.length,
    }).toEqual({ prompts, mode, frames, bugcheck, exception, process, modules, damage: 0 });
  });

  test('an analysis of a bug check: bucket, process and stack', () => {
    const summary = open(
      pathOf(
        'D:Kernel-Forensics-Section-3-KMUTEX-KERNEL-APC-PENDING-DURING-EXIT-0x20-Not-releasing-a-KMUTEX-within-a-Thread',
      ),
    );
    expect(summary.bugcheck).toEqual({ code: 0x20, parameters: [0n, 0xffffn, 0n, 1n] });
    expect(summary.bucket).toBe('0x20_NULLAPC_KAPC_NEGATIVE_nt!PspExitThread');
    expect(summary.currentThread?.stack.frames[0]).toMatchObject({ module: 'nt', function: 'KeBugCheckEx' });
    expect(summary.system).toMatchObject({ build: 22621, processors: 6, capturedAt: '2023-11-02T13:04:38.568Z' });
  });

  test('the context of the exception before the place where the debugger broke in', () => {
    const summary = open(pathOf('M:debugger__bug-check-0x1e--kmode-exception-not-handled'));
    expect(summary.currentThread?.stack.frames[0]?.function).toBe('_RtlMoveMemory@12');
    expect(summary.exception).toMatchObject({ address: 0x8013cd0an, parameters: [0n, 0x362cfffn] });
    expect(summary.registers?.get('edi')).toBe(0x36b3fffn);
  });

  test('parameters that an author left out are unknown, not zero', () => {
    expect(open(pathOf('M:debugger__interpreting-bug-check-0xcb')).bugcheck?.unknownParameters).toEqual([0, 1, 3]);
  });

  test('several failures in one log contradict each other, and the log says so', () => {
    const abouts = (file: string) => open(pathOf(file)).contradictions.map(({ about }) => about);
    expect(abouts('D:Debugging-101-Section-3-Access-Violation')).toEqual(['exception']);
    expect(abouts('M:debugger__bug-check-0x133-dpc-watchdog-violation')).toEqual(['bug check']);
    expect(abouts('M:debugger__debugging-a-stack-overflow')).toEqual(['process']);
  });

  test('threads that share a stack, and an unloaded driver on it', () => {
    const shared = open(pathOf('D:Windows-API-Section-7-Mutex-Deadlock-Inconsistent-Lock-Ordering-of-Mutexes'));
    expect(shared.threads).toHaveLength(11);
    expect(shared.threads.filter(({ stack }) => stack.frames[2]?.function === 'ReadFromFile')).toHaveLength(5);
    const unloaded = open(pathOf('D:Kernel-Forensics-Section-9-Pushlock-Deadlock-Logical-Error-leading-to-Deadlock'));
    expect(
      unloaded.stacks.some(({ text }) => text.stack.frames.some((frame) => frame.unloadedModule === 'TestDriver.sys')),
    ).toBe(true);
  });
});

test.skipIf(!existsSync(EXPECTED))(
  "WinDbg's lm t n, kv and !analyze -v of one dump (needs ../shared/corpus/expected)",
  () => {
    const of = (name: string) => open(resolve(EXPECTED, `eolaruhagen__minidump-diagnostics-tool__${name}.txt`));
    const modules = of('lm_t_n');
    expect(modules.modules).toHaveLength(156);
    expect(modules.modules.every(({ space, size }) => space === 'kernel' && size > 0)).toBe(true);
    expect(modules.unloadedModules).toHaveLength(9);
    const nt = modules.modules.find(({ name }) => name === 'nt');
    expect(nt).toMatchObject({
      imageName: 'ntkrnlmp.exe',
      base: 0xfffff8075bc0e000n,
      size: 0x1046000,
      timestamp: 0x5dee2b07,
    });
    const analysis = of('analyze_v');
    expect(analysis.bugcheck).toEqual({ code: 0x4a, parameters: [0x7ffe7350d0c4n, 2n, 0n, 0xffffa704eeb6bec0n] });
    expect(analysis.process?.name).toBe('notmyfault64.e');
    const [stack] = of('kv').stacks;
    expect(stack?.text.stack.frames.map(({ function: name }) => name)).toEqual([
      'KeBugCheckEx',
      'KiBugCheckDispatch',
      'KiSystemServiceExitPico',
      null,
    ]);
    expect(stack?.text.stack.frames[3]?.address).toBe(0x7ffe7350d0c4n);
    expect(stack?.text.arguments[0]?.[0]).toBe(0x4an);
  },
);
