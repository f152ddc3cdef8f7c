/**
 * What is true of files of the corpus besides `truth.ts`: findings about the kernel, the system's state, memory, waits
 * and processes, by file and pattern, each with the reason.
 */
const CHECK = 'no instruction failed: a check or a watchdog stopped the system';
const POOL = 'the stop is about damaged pool';

const LOGS = 'logs/DebugPrivilege__InsightEngineering__Kernel-Forensics-Section-';
const DOCS = 'logs/MicrosoftDocs__windows-driver-docs__debugger';
const TRIAGE = 'kernel-triage/r-Techsupport__training_bsods__';

export const STATE_TRUTHS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'kernel-triage/eolaruhagen__minidump-diagnostics-tool__083125-14875-01.dmp': {
    'self-diagnosis-kernel-mode': 'the check at the end of a system call found the IRQL raised',
  },
  [`${TRIAGE}116_0.dmp`]: { 'self-diagnosis-kernel-mode': 'a time limit of the display system was exceeded' },
  [`${TRIAGE}13a.dmp`]: { 'dynamic-memory-corruption-kernel-pool': 'the heap of the kernel found itself damaged' },
  [`${TRIAGE}1a.dmp`]: { 'hardware-error': 'the entry 0x2000000000 has one single bit, which no software sets there' },
  [`${TRIAGE}9f.dmp`]: {
    'self-diagnosis-kernel-mode': 'a time limit for power requests was exceeded',
    'stack-trace-i-o-request': 'parameter 4 is a power request whose current location belongs to disk',
  },
  [`${LOGS}1-Kernel-Pool-Memory-BugCheck-BAD-POOL-HEADER-0x19-Double-Freeing-Memory-with-ExFreeP.log`]: {
    'dynamic-memory-corruption-kernel-pool': POOL,
    'double-free-kernel-pool': 'the title says so; stop 19 of kind 22 is a free of what is not allocated',
  },
  [`${LOGS}1-Kernel-Pool-Memory-BugCheck-KERNEL-MODE-HEAP-CORRUPTION-0x13a-Misuse-of-RtlZeroMemo.log`]: {
    'dynamic-memory-corruption-kernel-pool': POOL,
  },
  [`${LOGS}1-Kernel-Pool-Memory-BugCheck-PAGE-FAULT-IN-NONPAGED-AREA-0x50-Buffer-Overflow-in-mis.log`]: {
    'dynamic-memory-corruption-kernel-pool': 'the title says so; the write fails at the first byte of a page',
  },
  [`${LOGS}2-ERESOURCE-INVALID-IO-BOOST-STATE-0x13c-Recursive-Exclusive-Acquisition-of-ERESOURCE.log`]: {
    'self-diagnosis-kernel-mode': CHECK,
    'ghost-thread': 'the owner of the resource has ended without releasing it: TERMINATED, as the title tells',
  },
  [`${LOGS}3-KMUTEX-KERNEL-APC-PENDING-DURING-EXIT-0x20-Not-releasing-a-KMUTEX-within-a-Thread.log`]: {
    'self-diagnosis-kernel-mode': CHECK,
  },
  [`${DOCS}__blue-screen-data.log`]: { 'self-diagnosis-kernel-mode': 'stop 9f: a time limit' },
  [`${DOCS}__bug-check-0x117---video-tdr-timeout-detected.log`]: { 'self-diagnosis-kernel-mode': 'a time limit' },
  [`${DOCS}__bug-check-0x14b--soc-subsystem-failure.log`]: {
    'hardware-error': 'a subsystem of the SoC failed: what the stop says',
  },
  [`${DOCS}__bug-check-0x133-dpc-watchdog-violation.log`]: { 'self-diagnosis-kernel-mode': 'a time limit' },
  [`${DOCS}__handling-a-bug-check-when-driver-verifier-is-enabled.log`]: {
    'self-diagnosis-kernel-mode': 'Driver Verifier stopped the system',
  },
  [`${DOCS}__interpreting-bug-check-0xcb.log`]: { 'self-diagnosis-kernel-mode': 'the check for locked pages' },
  [`${DOCS}cmds__-ruleinfo.log`]: { 'self-diagnosis-kernel-mode': 'Driver Verifier stopped the system' },
  [`${LOGS}3-KMUTEX-KMUTANT-Thread-is-waiting-on-a-Mutex.log`]: {
    'blocked-thread-timeout': 'the owner of the mutex is in KeDelayExecutionThread, called by TestDriver',
  },
  [`${LOGS}4-Fast-Mutex.log`]: {
    'wait-chain-mutex-objects': 'ffffe10b186e9040 has waited 36 s for a fast mutex whose Owner is ffffe10b186bc5c0',
  },
  'logs/DebugPrivilege__InsightEngineering__Windows-API-Section-7-Mutex-Deadlock-Inconsistent-Lock-Ordering-of-Mutexes.log':
    {
      'deadlock-mixed-objects-user-space': 'the title: two threads take two mutexes in different order',
    },
  '../seed/crash-dump-analysis-2008.txt': {
    'blocking-module': 'Part 42c: the renamed driver is on the stack of 889fa230, which 46 threads wait behind',
    'self-diagnosis-kernel-mode': 'the damaged dump is of stop 20, the check when a thread ends',
  },
};
