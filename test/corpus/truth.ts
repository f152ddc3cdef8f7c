import { FURTHER_TRUTHS } from './further-truth.ts';
import { STATE_TRUTHS } from './state-truth.ts';

/**
 * What is true of each file of the corpus, by hand: from its name, what its author found, its registers, code and
 * stack, and how it was made. Patterns that are not listed are not true. `look` is the module that deserves a look,
 * null where naming one would be a guess.
 */
export interface Truth {
  readonly file: string;
  readonly kind: string;
  /** Exit status of `analyze`. */
  readonly exit?: 0 | 2;
  readonly true: readonly string[];
  readonly look: string | null;
  readonly why: string;
}

const triage = (name: string, look: string | null, why: string, ...found: string[]): Truth => ({
  file: `kernel-triage/${name}.dmp`,
  kind: 'kernel-triage-dump',
  true: ['abridged-dump', ...found],
  look,
  why,
});
const user = (name: string, look: string | null, why: string, ...found: string[]): Truth => ({
  file: `user/${name}.dmp`,
  kind: 'user-minidump',
  true: ['abridged-dump', ...found],
  look,
  why,
});
const made = (file: string, kind: string, look: string | null, why: string, ...found: string[]): Truth => ({
  file: `made/${file}`,
  kind,
  true: found,
  look,
  why,
});
const hostile = (name: string, exit: 0 | 2, why: string, ...found: string[]): Truth => ({
  file: `hostile/${name}`,
  kind: 'user-minidump',
  exit,
  true: found,
  look: null,
  why,
});
const forged = (file: string, kind: string, look: string | null, why: string, ...found: string[]): Truth => ({
  file: `forged/${file}.dmp`,
  kind,
  true: found,
  look,
  why,
});
const log = (name: string, look: string | null, why: string, ...found: string[]): Truth => ({
  file: `logs/${name}.log`,
  kind: 'debugger-log',
  true: found,
  look,
  why,
});

const DP = 'DebugPrivilege__InsightEngineering__';
const KF = `${DP}Kernel-Forensics-Section-`;
const MD = 'MicrosoftDocs__windows-driver-docs__debugger';
const R = 'r-Techsupport__training_bsods__';

const TOLD: readonly Truth[] = [
  triage(
    'eolaruhagen__minidump-diagnostics-tool__083125-14875-01',
    null,
    'NotMyFault left the IRQL raised at the end of a system call; its driver is on no frame that could be read',
  ),
  triage(
    'ojusha__help__100623-6156-01',
    null,
    'an execution of pool memory, 3 minutes after boot',
    'wild-code',
    'young-system',
  ),
  triage(`${R}116_0`, 'nvlddmkm', 'parameter 2 points into the display driver'),
  triage(`${R}13a`, null, 'the heap noticed an older damage'),
  triage(`${R}1a`, null, 'one bit of a page-table entry: memory'),
  triage(`${R}1e`, 'dxgmms2', 'a breakpoint instruction in dxgmms2'),
  triage(`${R}3b_0`, null, 'an access violation in win32kfull; the address accessed is in no parameter'),
  triage(`${R}50_0`, null, 'nt itself read an unmapped address', 'invalid-pointer'),
  triage(`${R}7a`, null, 'a page could not be read, 53 seconds after boot', 'young-system'),
  triage(
    `${R}7e_0`,
    'nvlddmkm',
    'the record says a read of 0xf025, the instruction reads the stack',
    'null-pointer-data',
  ),
  triage(`${R}9f`, 'iaStorAC', 'its device holds a power IRP'),
  triage(`${R}d1`, 'ks', 'a read of 0x29 at DISPATCH_LEVEL', 'null-pointer-data'),
  triage(`${R}ef`, null, 'a critical process ended'),
  triage('rizinorg__rizin-testbins__triage_arm64', null, 'the power button was held', 'manual-dump-kernel'),
  triage(
    'rizinorg__rizin-testbins__triage_x64',
    'amdppm',
    'a write that faulted without an address, 4 seconds after boot',
    'invalid-pointer',
    'young-system',
  ),

  user('electron__node-minidump__windows', 'electron', 'process.crash() writes to NULL', 'null-pointer-data'),
  user('getsentry__symbolicator__windows', 'crash', 'a write to 0x45', 'null-pointer-data'),
  user('google__breakpad__ascii_read_av', 'crashme', 'a read of 0x41414141', 'invalid-pointer'),
  user('google__breakpad__exec_av_on_stack', 'crashme1', 'an execution of the stack', 'wild-code'),
  user('google__breakpad__minidump2', 'test_app', 'a write to 0x45', 'null-pointer-data'),
  user('google__breakpad__minidump_crashpad_annotation', 'ios_crash_xcuitests', 'an NSException on iOS'),
  user('google__breakpad__null_read_av', 'crashme', 'a read of NULL', 'null-pointer-data'),
  user('google__breakpad__stack_exhaustion', 'crashme', 'one function calls itself', 'stack-overflow-user'),
  user(
    'google__breakpad__thread_name_list',
    'allocer32',
    'a read past the end of an allocation; the program has no version and no symbol file name',
    'invalid-pointer',
    'unknown-component',
  ),
  user('google__breakpad__tiny-exe-fastfail', 'tiny', 'abort()'),
  user('google__breakpad__tiny-exe-with-cet-xsave', null, 'no exception', 'manual-dump-process'),
  user('google__breakpad__write_av_non_canonical', 'crash', 'a write to 0xfefefefefefefefe', 'invalid-pointer'),
  user('google__syzygy__notepad-larger-64bit', null, 'saved by a debugger that broke in', 'manual-dump-process'),
  user('google__syzygy__notepad-small-32bit', null, 'saved by a debugger that broke in', 'manual-dump-process'),
  user('google__syzygy__use-after-free', 'chrome_2830000', "raised by SyzyAsan's check in chrome.dll"),
  user('llvm-mirror__lldb__fizzbuzz_no_heap', 'fizzbuzz', 'a read of NULL', 'null-pointer-data'),
  user('rust-minidump__rust-minidump__linux-mini', 'crash', 'SIGSEGV at 0x45', 'unknown-component'),
  user('rust-minidump__rust-minidump__simple-crashpad', 'crashy', 'abort() called by crashy'),
  user('rust-minidump__rust-minidump__test', 'test_app', 'a write to 0x45', 'null-pointer-data'),

  made(
    'av-x64-f0.dmp',
    'user-minidump',
    'crash_x86_64_clang',
    'leaf_av reads NULL + 0x10; sleeper is suspended',
    'null-pointer-data',
    'abridged-dump',
    'suspended-thread',
  ),
  made(
    'av-x86-f0.dmp',
    'user-minidump',
    'crash_i686_clang',
    'leaf_av reads NULL + 0x10; sleeper is suspended',
    'null-pointer-data',
    'abridged-dump',
    'suspended-thread',
  ),
  made(
    'avfpo-x86-f0.dmp',
    'user-minidump',
    'crashfpo_i686_clang',
    'leaf_av reads NULL + 0x10; sleeper is suspended',
    'null-pointer-data',
    'abridged-dump',
    'suspended-thread',
  ),
  made(
    'hang-x64-f2-cv.dmp',
    'user-full-dump',
    'crash_x86_64_clang',
    'dead1 and dead2 take csA and csB in different order; sleeper is suspended; saved from outside',
    'manual-dump-process',
    'deadlock-critical-sections',
    'suspended-thread',
  ),
  made(
    'hang-x86-f0.dmp',
    'user-minidump',
    'crash_i686_clang',
    'sleeper is suspended; saved from outside',
    'manual-dump-process',
    'abridged-dump',
    'suspended-thread',
  ),
  made('msvcex-x64-f2.dmp', 'user-full-dump', 'msvcex_x86_64', 'throws probe::BadThing', 'cpp-exception'),
  made(
    'so-x86-f2.dmp.gz',
    'user-full-dump',
    'crash_i686_clang',
    'recurse calls itself; noticed in __chkstk',
    'stack-overflow-user',
  ),

  hostile('llvm-mirror__lldb__regions-memlist64.dmp', 0, 'whole, but with nothing in it that could fail'),
  hostile('radareorg__radare2-testbins__trunc_memory64.dmp', 2, 'a header and a lie', 'corrupt-dump'),
  hostile('rizinorg__rizin-testbins__CVE-2022-0476', 2, 'noise', 'corrupt-dump'),
  hostile(
    'rizinorg__rizin-testbins__clusterfuzz-testcase-minimized-ia_fuzz-5664529107648512.dms',
    2,
    'noise that claims more than there is',
    'corrupt-dump',
    'truncated-dump',
  ),
  hostile(
    'rizinorg__rizin-testbins__clusterfuzz-testcase-minimized-ia_fuzz-5756355915284480.dms',
    2,
    'noise',
    'corrupt-dump',
  ),
  {
    ...hostile(
      'rizinorg__rizin-testbins__crash-0a4b90615b8dd830e86ef1c4e5e80ea9',
      0,
      'one module name is damaged and most of its memory is cut off; a debugger had broken in',
      'corrupt-dump',
      'truncated-dump',
      'unknown-component',
      'manual-dump-process',
    ),
    kind: 'user-full-dump',
  },
  hostile('rizinorg__rizin-testbins__npe_r_mdmp.c-364_1.mdmp', 2, 'noise', 'corrupt-dump'),
  hostile('rust-minidump__rust-minidump__invalid-range.dmp', 2, 'noise', 'corrupt-dump', 'truncated-dump'),
  hostile('rust-minidump__rust-minidump__invalid-record-count.dmp', 2, 'noise', 'corrupt-dump', 'truncated-dump'),

  forged(
    'x64/w10-bsod',
    'kernel-dump',
    'baddrv',
    'baddrv reads NULL + 0x28 at DISPATCH_LEVEL',
    'null-pointer-data',
    'embedded-comment',
  ),
  ...['w10-locks', 'w10-memory', 'w10-series-1', 'w10-series-2', 'w10-series-3'].map((name) =>
    forged(`x64/${name}`, 'complete-dump', null, 'forced', 'manual-dump-kernel', 'embedded-comment'),
  ),
  forged('x64/w7-locks', 'kernel-dump', null, 'forced by keyboard', 'manual-dump-kernel', 'embedded-comment'),
  ...['vista-priority', 'w2003-locks', 'w2003-pte', 'xp-spin', 'xp-syscall'].map((name) =>
    forged(`x86/${name}`, 'complete-dump', null, 'forced by keyboard', 'manual-dump-kernel'),
  ),
  forged('x86/w2003-suspended', 'complete-dump', null, 'forced, up 4:42', 'manual-dump-kernel', 'young-system'),
  forged('x86/xp-spin-kernel', 'kernel-dump', null, 'forced by keyboard', 'manual-dump-kernel'),

  ...['Freeing-Invalid-Memory', 'Use-After-Free'].map((name) =>
    log(
      `${DP}Coding-Fundamentals-Section-8-Memory-Allocation-Heap-Corruption-${name}`,
      'Mem',
      'the program damages its own heap; saved by ProcDump full (-ma)',
      'embedded-comment',
    ),
  ),
  log(
    `${DP}Debugging-101-Section-3-Access-Violation`,
    'accessv',
    'three dumps on one page: a bad read, a write to NULL, an execution of data; the first is told',
    'invalid-pointer',
    'embedded-comment',
  ),
  log(`${DP}Debugging-101-Section-9-Triaging-a-Crash-Dump-Section-2-Process-Threads`, null, 'a tour of commands'),
  log(`${DP}Debugging-101-Section-9-Triaging-a-Crash-Dump-Section-4-System-Mechanism`, null, 'a tour of commands'),
  log(
    `${DP}Debugging-101-Section-9-Triaging-a-Crash-Dump-Section-5-Triaging-a-thread-from-a-Memory-Dump`,
    'tunnel',
    'tunnel reads NULL + 8 at DISPATCH_LEVEL, in NtDeviceIoControlFile',
    'null-pointer-data',
    'dual-stack-trace',
    'system-call',
  ),
  log(
    `${DP}Debugging-101-Section-9-Triaging-a-Crash-Dump`,
    'myfault',
    'NotMyFault; !ready of a second machine lists threads that have been ready for up to two minutes',
    'invalid-pointer',
    'thread-starvation-normal-priority',
    'dual-stack-trace',
    'system-call',
  ),
  log(
    `${KF}1-Kernel-Pool-Memory-BugCheck-BAD-POOL-HEADER-0x19-Double-Freeing-Memory-with-ExFreeP`,
    'Driver',
    'Driver frees twice, 2 minutes after boot',
    'young-system',
  ),
  log(
    `${KF}1-Kernel-Pool-Memory-BugCheck-KERNEL-MODE-HEAP-CORRUPTION-0x13a-Misuse-of-RtlZeroMemo`,
    'Driver',
    'Driver zeroes too much',
  ),
  log(
    `${KF}1-Kernel-Pool-Memory-BugCheck-PAGE-FAULT-IN-NONPAGED-AREA-0x50-Buffer-Overflow-in-mis`,
    'Driver',
    'Driver writes past its buffer',
    'invalid-pointer',
  ),
  log(`${KF}10-Spinlock`, 'TestDriver', 'TestDriver acquires a spin lock twice', 'dispatch-level-spin'),
  log(
    `${KF}2-ERESOURCE-INVALID-IO-BOOST-STATE-0x13c-Recursive-Exclusive-Acquisition-of-ERESOURCE`,
    null,
    'a thread ended with a resource held; its driver is off the stack',
  ),
  log(
    `${KF}3-KMUTEX-KERNEL-APC-PENDING-DURING-EXIT-0x20-Not-releasing-a-KMUTEX-within-a-Thread`,
    null,
    'a thread ended with a mutex held; its driver is off the stack',
  ),
  log(
    `${KF}3-KMUTEX-KMUTANT-Thread-is-waiting-on-a-Mutex`,
    null,
    'the dump of NotMyFault again; FileMoveThread waits for the mutex that FileCreationThread holds while it sleeps',
    'invalid-pointer',
    'wait-chain-mutex-objects',
  ),
  log(`${KF}4-Fast-Mutex`, null, 'a thread waits'),
  log(
    `${KF}5-Interrupt-Request-Levels-IRQLs-DRIVER-IRQL-NOT-LESS-OR-EQUAL-d1-Fast-Mutex-operatin`,
    'TestDriver',
    'TestDriver creates a file with the IRQL raised',
    'invalid-pointer',
  ),
  log(`${KF}8-Semaphore`, null, 'a live dump', 'manual-dump-kernel'),
  log(
    `${KF}9-Pushlock-Deadlock-Logical-Error-leading-to-Deadlock`,
    'TestDriver',
    'a live dump, taken with a debugger open; threads of TestDriver wait for its push locks',
    'manual-dump-kernel',
    'wait-chain-pushlocks',
    'special-process',
  ),
  log(
    `${DP}Windows-API-Section-2-Critical-Sections-Deadlock-Inconsistent-Lock-Ordering`,
    'Wait2',
    'a deadlock of two critical sections, saved on demand',
    'manual-dump-process',
    'deadlock-critical-sections',
  ),
  log(
    `${DP}Windows-API-Section-5-Wait-Functions-and-Signaling-Interpreting-Wait-Function-s-Call-Stack`,
    null,
    'a thread waits',
  ),
  log(`${DP}Windows-API-Section-6-Event-Signaling-Deadlock-Misuse-of-Auto-Reset-Event`, null, 'a thread waits'),
  log(
    `${DP}Windows-API-Section-7-Mutex-Deadlock-Inconsistent-Lock-Ordering-of-Mutexes`,
    'Test',
    'a deadlock: two threads of Test take two mutexes in different order',
  ),
  log(
    `${DP}Windows-API-Section-9-Slim-Reader-Writer-Locks-Deadlock-Slim-Reader-Writer-Locks`,
    null,
    'a deadlock: twelve threads wait for slim locks',
    'wait-chain-srw-lock',
  ),

  log(`${MD}__blue-screen-data`, 'hidusb', 'a stop 9f; the short !analyze names hidusb.sys'),
  log(`${MD}__bug-check-0x117---video-tdr-timeout-detected`, 'atikmpag', 'the display driver did not answer'),
  log(`${MD}__bug-check-0x133-dpc-watchdog-violation`, 'BthA2DP', 'two dumps; !analyze of the first names its image'),
  log(`${MD}__bug-check-0x14b--soc-subsystem-failure`, null, 'a stop without more'),
  log(
    `${MD}__bug-check-0x1aa-exception-on-invalid-stack`,
    'dxgmms2',
    'dxgmms2 used a list entry with a non-canonical link',
    'invalid-pointer',
  ),
  log(`${MD}__bug-check-0x1ab-unwind-on-invalid-stack`, null, 'the stack is not valid'),
  log(
    `${MD}__bug-check-0x1e--kmode-exception-not-handled`,
    'QIC117',
    'a read of a bad address on behalf of QIC117',
    'invalid-pointer',
  ),
  log(`${MD}__bug-check-0x50--page-fault-in-nonpaged-area`, null, 'a read of a bad address', 'invalid-pointer'),
  log(`${MD}__bug-check-0xa--irql-not-less-or-equal`, 'elnkii', 'the instruction pointer is NULL', 'null-pointer-code'),
  log(
    `${MD}__debugging-a-stack-overflow`,
    'COMCTL32',
    'two sessions; the first shows stack overflow, second chance',
    'stack-overflow-user',
  ),
  log(
    `${MD}__example-12---using-page-heap-verification-to-find-a-bug`,
    'pheap-buggy',
    'page heap stops the free of a block whose end TestCorruptAfterEnd overwrote',
  ),
  log(`${MD}__getting-started-with-windbg`, 'MyApp', 'a division by zero'),
  log(
    `${MD}__handling-a-bug-check-when-driver-verifier-is-enabled`,
    'MyDriver',
    'acquires a fast mutex in an interrupt routine',
  ),
  log(`${MD}__verifying-symbols`, null, 'a live session, 5 minutes after boot', 'young-system'),
  log(`${MD}__writing-an-analysis-extension-to-extend--analyze`, null, 'forced', 'manual-dump-kernel'),
  log(`${MD}cmds__-jdinfo--use-jit-debug-info-`, 'CrashAV_x64', 'wmain writes to NULL', 'null-pointer-data'),
  ...[
    '__checking-for-resource-conflicts',
    '__converting-virtual-addresses-to-physical-addresses',
    '__debug-universal-drivers---step-by-step-lab--echo-kernel-mode-',
    '__debugging-optimized-code-and-inline-functions-external',
    '__displaying-a-critical-section',
    '__getting-started-with-windbg--kernel-mode-',
    '__interpreting-bug-check-0xcb',
    '__linux-crash-dumps',
    '__linux-live-remote-process-debugging',
    '__live-local-debugging',
    '__manually-walking-a-stack',
    '__resource-time-outs',
    '__using-the--analyze-extension',
    'cmds__-context--set-user-mode-address-context-',
    'cmds__-critsec',
    'cmds__-deadlock',
    'cmds__-dml-flow',
    'cmds__-dumpfa',
    'cmds__-ioctldecode',
    'cmds__-irp',
    'cmds__-irpfind',
    'cmds__-locks---kdext--locks-',
    'cmds__-locks---ntsdexts-locks-',
    'cmds__-process--set-process-context-',
    'cmds__-process',
    'cmds__-processirps',
    'cmds__-ruleinfo',
    'cmds__-running',
    'cmds__-thread--set-register-context-',
    'cmds__-thread',
    'cmds__-uniqstack',
    'cmds__-vm',
    'cmds__-vtop',
  ].map((name) => log(`${MD}${name}`, null, 'a command shown on a healthy machine, or without its failure')),
  log(
    `${MD}__debug-universal-drivers--kernel-mode-`,
    null,
    'a healthy machine; threads shown from KiSystemServiceCopyEnd on to their programs',
    'dual-stack-trace',
    'system-call',
  ),
  log(
    `${MD}__critical-section-time-outs`,
    null,
    'csrss: _DbgBreakPoint of a time-out; thread 24 waits for 21, 21 for 6, and thirteen threads queue up at two sections',
    'wait-chain-critical-sections',
    'high-contention-critical-sections',
  ),
  log(`${MD}cmds__-kframes--set-stack-length-`, null, 'a debugger had broken in', 'manual-dump-process'),
  {
    file: '../seed/crash-dump-analysis-2008.txt',
    kind: 'debugger-log',
    true: [
      'corrupt-dump',
      'insufficient-memory-pte',
      'insufficient-memory-kernel-pool',
      'dispatch-level-spin',
      'deadlock-self',
      'spiking-thread',
      'suspended-thread',
      'wait-chain-executive-resources',
      'high-contention-executive-resources',
      'io-priority-deviation',
      'dual-stack-trace',
      'system-call',
    ],
    look: null,
    why: 'a book of posts; the failure told is that of the damaged dump, which names nobody',
  },
];

/** What is true of each file, with what is told elsewhere of its processes and of the state of its system. */
export const TRUTHS: readonly Truth[] = TOLD.map((truth) => ({
  ...truth,
  true: [
    ...truth.true,
    ...FURTHER_TRUTHS.filter(({ file }) => file.test(truth.file)).map(({ pattern }) => pattern),
    ...Object.keys(STATE_TRUTHS[truth.file] ?? {}),
  ],
}));
