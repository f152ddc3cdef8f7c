/**
 * What is true of the forged kernel dumps when their symbols are at hand, by their README and truth tables, with the
 * reason. Patterns that are not listed are not true.
 */
const KEYBOARD = 'stop e2';
const COMMENT = 'every dump of this folder has a comment';
const SERIES = { 'manual-dump-kernel': KEYBOARD, 'embedded-comment': COMMENT };
const LOCKS = {
  ...SERIES,
  'deadlock-executive-resources': 'three threads and three resources in a circle (cycles of the truth)',
  'wait-chain-executive-resources': 'a branching chain of resources besides',
  'wait-chain-general': 'ALPC client, server, mutant, running thread',
  'blocked-thread-timeout': 'the owner at the end of the resource chain is in KeDelayExecutionThread',
  'blocking-module': 'lockdrv is on its stack',
  'waiting-thread-time-kernel-dumps': 'the resource waiters have waited for hours, by their WaitTime',
};
const SPIN = {
  'manual-dump-kernel': KEYBOARD,
  'dispatch-level-spin': 'Part 44',
  'deadlock-self': 'the entry before its own is on its own stack',
  'spiking-thread': '10 minutes of kernel time without a wait',
  'frame-pointer-omission': 'the spinning function of hal keeps no frame pointer',
};

export const FORGED_TRUTHS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'forged/x64/w10-locks.dmp': {
    ...LOCKS,
    'wait-chain-lpc-alpc': 'a client at the port of orderapp',
    'coupled-processes-strong': 'a thread of one orderapp waits for minutes for the other',
  },
  'forged/x64/w10-memory.dmp': {
    ...SERIES,
    'insufficient-memory-committed-memory': 'commit is near its limit',
    'insufficient-memory-kernel-pool': 'tag Leak fills the non-paged pool',
    'insufficient-memory-handle-leak': '60,000 handles',
    'zombie-processes': '25 of them',
    'spiking-thread': 'a READY thread with a day of processor time',
    'suspended-thread': 'one is suspended',
    'frozen-process': 'one is frozen',
    'crashed-process': 'nine of the ended processes have the exit status c0000005',
    'process-factory': 'process 1052 has started 25 of one program',
  },
  'forged/x64/w10-bsod.dmp': {
    'embedded-comment': COMMENT,
    'null-pointer-data': 'baddrv reads NULL + 0x28',
    'dual-stack-trace': 'the truth has a kernel and a user stack',
    'system-call': 'NtDeviceIoControlFile is on its kernel stack',
  },
  'forged/x64/w10-series-1.dmp': SERIES,
  'forged/x64/w10-series-2.dmp': SERIES,
  'forged/x64/w10-series-3.dmp': SERIES,
  'forged/x64/w7-locks.dmp': { ...LOCKS, 'spiking-thread': 'the running end of the chain has used ten minutes' },
  'forged/x86/w2003-locks.dmp': {
    'manual-dump-kernel': KEYBOARD,
    'spiking-thread': '889fa230 with 18:52:35 of kernel time',
    'wait-chain-executive-resources': 'six heads',
    'high-contention-executive-resources': 'a contention count of 1127998',
    'blocking-module': 'the renamed driver is on the stacks of the heads',
    'ubiquitous-component-kernel': 'the renamed driver is on the stacks of nearly all waiting threads',
    'distributed-wait-chain': 'threads of svchost, System, lsass and services wait behind one',
  },
  'forged/x86/w2003-suspended.dmp': {
    'manual-dump-kernel': KEYBOARD,
    'young-system': 'up for 4:42',
    'suspended-thread': 'Part 47',
  },
  'forged/x86/w2003-pte.dmp': {
    'manual-dump-kernel': KEYBOARD,
    'insufficient-memory-pte': 'Part 13d',
    'insufficient-memory-kernel-pool': 'the pool failures of Part 13d, possibly their consequence',
  },
  'forged/x86/xp-spin.dmp': SPIN,
  'forged/x86/xp-spin-kernel.dmp': SPIN,
  'forged/x86/xp-syscall.dmp': { 'manual-dump-kernel': KEYBOARD },
  'forged/x86/vista-priority.dmp': {
    'manual-dump-kernel': KEYBOARD,
    'io-priority-deviation': 'low I/O and page priority (Vista)',
  },
};
