/** A term of the field in our own words. */
export interface Term {
  /** Kebab-case, for links. */
  readonly id: string;
  readonly name: string;
  /** Function names, fields and other spellings by which the term is met in stacks and structures; `*` matches anything. */
  readonly met: readonly string[];
  readonly text: string;
  /** Where the fact can be read, or whose opinion it is. */
  readonly source: string;
  /** True for what an author believes and nobody has documented. */
  readonly opinion?: boolean;
  readonly seeAlso: readonly string[];
}

const INTEL = 'Intel 64 and IA-32 Architectures Software Developer’s Manual';
const WDK = 'Windows Driver Kit documentation';
const DEBUGGER = 'Debugging Tools for Windows documentation';
const SYMBOLS = 'public symbols of ntoskrnl and ntdll';
const SEED = 'dumpanalysis.org, January 2008';

export const GLOSSARY: readonly Term[] = [
  {
    id: 'system-call-return',
    name: 'KiFastSystemCallRet',
    met: ['ntdll!KiFastSystemCallRet'],
    text: 'The place in ntdll where every system call of a 32-bit process comes back to on x86 since Windows XP: SYSENTER keeps no return address, so the kernel resumes at this one address, whose `ret` leads to the stub that was called. As the top frame of the user part of a stack it says only that the thread is in the kernel; the frame below names the service.',
    source: `${SEED}; ${INTEL}, SYSENTER and SYSEXIT`,
    seeAlso: ['trap-frame', 'system-call', 'fast-call-entry'],
  },
  {
    id: 'fast-call-entry',
    name: 'KiFastCallEntry',
    met: ['nt!KiFastCallEntry', 'nt!KiSystemService'],
    text: 'The kernel side of a system call on x86: KiFastCallEntry is reached by SYSENTER (or SYSCALL on AMD), KiSystemService by INT 2Eh on older machines. Both build a trap frame, copy the arguments from the user stack and call the service. A stack continues in user mode below it.',
    source: `${SYMBOLS}; ${INTEL}`,
    seeAlso: ['system-call', 'trap-frame', 'system-call-return'],
  },
  {
    id: 'system-call',
    name: 'System call',
    met: [
      'nt!KiSystemCall64*',
      'nt!KiSystemServiceCopyEnd',
      'nt!KiSystemServiceUser',
      'nt!KiSystemServiceExit*',
      'ntdll!Nt*',
      'ntdll!Zw*',
    ],
    text: 'The passage from user mode into the kernel. x86: INT 2Eh with IRETD, since Windows XP SYSENTER with SYSEXIT. x64: SYSCALL with SYSRET, where RCX keeps the address to return to and R11 the flags, so that no common return function is needed; KiSystemServiceCopyEnd is the address in the kernel that called services return to. ARM64: SVC, which enters at KiSystemServiceHandler. The number in EAX (x16 or x8 on ARM64) chooses the service. Nt and Zw names in ntdll are two names of one stub.',
    source: `${INTEL}, SYSCALL and SYSRET; ${SYMBOLS}`,
    seeAlso: ['trap-frame', 'system-call-return', 'dual-stack'],
  },
  {
    id: 'uniform-trap-frame',
    name: 'One return address for all system calls',
    met: [],
    text: 'Why x86 returns to one fixed function was explained by the author of the patterns as a way to give every system call the same kind of trap frame. It is his hypothesis; the reason that the processor manual gives is that SYSENTER saves no return address.',
    source: SEED,
    opinion: true,
    seeAlso: ['system-call-return'],
  },
  {
    id: 'dual-stack',
    name: 'Kernel and user stack of a thread',
    met: [],
    text: 'Every thread of a process has two stacks. A system call, exception or interrupt leaves the user stack where it is and goes on upon the kernel stack, beginning with a trap frame that holds the user registers. A debugger shows the kernel part first, then what the trap frame leads to; `.trap` jumps there.',
    source: DEBUGGER,
    seeAlso: ['trap-frame', 'system-call'],
  },
  {
    id: 'trap-frame',
    name: 'Trap frame (KTRAP_FRAME)',
    met: [
      'nt!KiTrap*',
      'nt!KiPageFault',
      'nt!KiInterruptDispatch*',
      'nt!KiGeneralProtectionFault',
      'nt!KiBreakpointTrap',
      'nt!KiDoubleFaultAbort',
      '_KTRAP_FRAME',
      'KTHREAD.TrapFrame',
    ],
    text: 'The registers that the kernel saved when an exception, an interrupt or a system call entered it. `.trap ADDRESS` makes them the current registers, so that the stack of the interrupted code can be read. An x64 trap frame holds only the volatile registers; the others must be recovered by unwinding. On x86 the frame of a user thread lies 0x29c below the initial stack.',
    source: `${DEBUGGER}, .trap; ${SYMBOLS}`,
    seeAlso: ['system-call', 'context-record'],
  },
  {
    id: 'context-record',
    name: 'Context record (CONTEXT)',
    met: ['nt!KiDispatchException', 'ntdll!KiUserExceptionDispatcher', 'nt!RtlDispatchException', '_CONTEXT'],
    text: 'All registers of a thread in the documented layout of winnt.h. Exceptions pass one to their handlers; `.cxr ADDRESS` makes it current. Together with an exception record (`.exr`) it is the best description of a crash.',
    source: 'winnt.h of the Windows SDK',
    seeAlso: ['trap-frame', 'exception-record'],
  },
  {
    id: 'exception-record',
    name: 'Exception record (EXCEPTION_RECORD)',
    met: [
      '_EXCEPTION_RECORD',
      'kernel32!UnhandledExceptionFilter',
      'kernelbase!UnhandledExceptionFilter',
      'kernel32!WerpReportFault',
    ],
    text: 'What an exception was: code, flags, address, and up to fifteen parameters whose meaning belongs to the code. For an access violation the first parameter says read (0), write (1) or execute (8), the second the address.',
    source: 'winnt.h of the Windows SDK',
    seeAlso: ['context-record'],
  },
  {
    id: 'executive-resource',
    name: 'Executive resource (ERESOURCE)',
    met: [
      'nt!ExAcquireResourceExclusiveLite',
      'nt!ExAcquireResourceSharedLite',
      'nt!ExpWaitForResource',
      'nt!ExpAcquireResource*',
      '_ERESOURCE',
    ],
    text: 'A lock of the kernel that many threads may share or one may own. The system keeps a list of all of them, so `!locks` shows owners and waiters. Threads marked with `<*>` own it; unmarked ones in the same list wait for shared access.',
    source: `${WDK}, ERESOURCE; Microsoft ntdebugging blog, 17 April 2008`,
    seeAlso: ['wait-chain', 'push-lock', 'mutant'],
  },
  {
    id: 'critical-section',
    name: 'Critical section',
    met: [
      'ntdll!RtlEnterCriticalSection',
      'ntdll!RtlpWaitForCriticalSection',
      'ntdll!RtlpWaitOnCriticalSection',
      '_RTL_CRITICAL_SECTION',
    ],
    text: 'A lock inside one process. OwningThread is a thread id, RecursionCount how often it was entered. Since Windows Server 2003 SP1 the bits of LockCount mean: bit 0 clear when locked, bit 1 clear when a waiter was woken, the rest, inverted, the number of waiters.',
    source: `${DEBUGGER}, displaying a critical section`,
    seeAlso: ['wait-chain', 'srw-lock'],
  },
  {
    id: 'mutant',
    name: 'Mutant (mutex object)',
    met: ['nt!KeReleaseMutant', 'nt!NtReleaseMutant', '_KMUTANT'],
    text: 'The kernel object behind a mutex. It knows its owning thread, so a chain of waits can be followed through it. An abandoned one belonged to a thread that ended without releasing it.',
    source: WDK,
    seeAlso: ['wait-chain', 'dispatcher-object'],
  },
  {
    id: 'push-lock',
    name: 'Push lock',
    met: [
      'nt!ExfAcquirePushLock*',
      'nt!ExpAcquirePushLock*',
      'nt!ExfAcquireReleasePushLockExclusive',
      'nt!ExBlockOnAddressPushLock',
      '_EX_PUSH_LOCK',
    ],
    text: 'A lock of one pointer. Waiters form a list of blocks on their own stacks; the owner is recorded nowhere, so it has to be found by what threads do.',
    source: WDK,
    seeAlso: ['srw-lock', 'executive-resource'],
  },
  {
    id: 'srw-lock',
    name: 'Slim reader/writer lock',
    met: ['ntdll!RtlAcquireSRWLockExclusive', 'ntdll!RtlAcquireSRWLockShared', 'ntdll!RtlSleepConditionVariable*'],
    text: 'A lock of one pointer in a process, with the waiters on their own stacks. Like a push lock it does not know its owner.',
    source: 'Windows SDK documentation',
    seeAlso: ['push-lock', 'critical-section'],
  },
  {
    id: 'spin-lock',
    name: 'Spin lock',
    met: [
      'nt!KeAcquireSpinLock*',
      'nt!KfAcquireSpinLock',
      'hal!KfAcquireSpinLock',
      'nt!KxWaitForSpinLockAndAcquire',
      'hal!KeAcquireInStackQueuedSpinLock',
      'nt!KeAcquireInStackQueuedSpinLock',
      'nt!KxWaitForLockOwnerShip',
      '_KSPIN_LOCK_QUEUE',
    ],
    text: 'A lock for which a processor waits by testing it over and over, at DISPATCH_LEVEL or above. A queued spin lock gives each waiter a block of its own {Next, Lock}; the low bits of Lock say waiting (bit 0) and owner (bit 1). `!qlocks` lists the numbered locks of the system only, not those that drivers keep on their stacks.',
    source: `${WDK}; ${DEBUGGER}, !qlocks`,
    seeAlso: ['irql', 'dispatch-level'],
  },
  {
    id: 'irql',
    name: 'IRQL',
    met: ['nt!KeRaiseIrql*', 'nt!KfRaiseIrql', 'nt!KeLowerIrql'],
    text: 'The priority of what a processor does: PASSIVE_LEVEL 0 for threads, APC_LEVEL 1, DISPATCH_LEVEL 2 for the scheduler and spin locks, then device interrupts. Paged memory may be touched below DISPATCH_LEVEL only.',
    source: WDK,
    seeAlso: ['dispatch-level', 'spin-lock', 'dpc'],
  },
  {
    id: 'dispatch-level',
    name: 'DISPATCH_LEVEL',
    met: [],
    text: 'The level at which the scheduler itself works. Code there cannot be preempted and must not wait; a loop that does not end there takes a processor away for ever.',
    source: WDK,
    seeAlso: ['irql', 'spin-lock'],
  },
  {
    id: 'dpc',
    name: 'Deferred procedure call (DPC)',
    met: ['nt!KiRetireDpcList', 'nt!KiExecuteDpc', 'nt!KiDispatchInterrupt', 'nt!KiExecuteAllDpcs', '_KDPC'],
    text: 'A routine queued, mostly by an interrupt, to run soon at DISPATCH_LEVEL, in whatever thread happens to be current. A failure in it has nothing to do with that thread or its process.',
    source: WDK,
    seeAlso: ['irql', 'apc'],
  },
  {
    id: 'apc',
    name: 'Asynchronous procedure call (APC)',
    met: ['nt!KiDeliverApc', 'ntdll!KiUserApcDispatcher', 'nt!KiSuspendThread', '_KAPC'],
    text: 'A routine queued to one thread. The kernel uses them to complete I/O, to suspend (KiSuspendThread) and to end threads. A thread in KiDeliverApc may have been waiting for something else before.',
    source: WDK,
    seeAlso: ['suspended-thread', 'dpc'],
  },
  {
    id: 'suspended-thread',
    name: 'Suspend count',
    met: ['nt!KiSuspendThread', 'KTHREAD.SuspendCount', 'KTHREAD.FreezeCount'],
    text: 'How often a thread was suspended and not resumed; above zero it does not run. A debugger suspends all threads of a process while it handles an event. Reference stack traces of a healthy system hold none.',
    source: `${DEBUGGER}; ${SEED}`,
    seeAlso: ['apc'],
  },
  {
    id: 'dispatcher-object',
    name: 'Dispatcher object',
    met: [
      'nt!KeWaitForSingleObject',
      'nt!KeWaitForMultipleObjects',
      'nt!KiCommitThreadWait',
      'nt!KiSwapContext',
      'nt!KiSwapThread',
      '_DISPATCHER_HEADER',
    ],
    text: 'An object one can wait for: event, semaphore, mutant, timer, thread, process, queue. Each begins with a DISPATCHER_HEADER that holds its type, its signal state and the list of wait blocks of the threads that wait for it.',
    source: WDK,
    seeAlso: ['wait-block', 'mutant'],
  },
  {
    id: 'wait-block',
    name: 'Wait block (KWAIT_BLOCK)',
    met: ['KTHREAD.WaitBlockList', '_KWAIT_BLOCK'],
    text: 'Joins one waiting thread with one object. The wait list of an object and the wait block list of a thread consist of them, so a chain of waits can be walked in both directions.',
    source: SYMBOLS,
    seeAlso: ['dispatcher-object', 'wait-chain'],
  },
  {
    id: 'wait-chain',
    name: 'Wait chain',
    met: [],
    text: 'A thread waits for an object that another thread owns, which waits in turn. The last one, which owns and does not wait, is the head: look there. A chain that comes back to itself is a deadlock.',
    source: SEED,
    seeAlso: ['executive-resource', 'mutant', 'alpc'],
  },
  {
    id: 'alpc',
    name: 'LPC and ALPC',
    met: [
      'nt!NtAlpcSendWaitReceivePort',
      'nt!AlpcpSignalAndWait',
      'nt!NtRequestWaitReplyPort',
      'nt!NtReplyWaitReceivePort*',
      'nt!LpcRequestWaitReplyPort',
      'ntdll!NtAlpcSendWaitReceivePort',
    ],
    text: 'Messages between processes of one machine, which RPC is built on. A client that waits for a reply waits for the server process behind the port; the message tells which server thread took it. A thread in a receive without a message is idle.',
    source: `${DEBUGGER}, !alpc and !lpc`,
    seeAlso: ['wait-chain'],
  },
  {
    id: 'irp',
    name: 'I/O request packet (IRP)',
    met: ['nt!IofCallDriver', 'nt!IopfCompleteRequest', 'nt!IoCancelIrp', 'nt!IopSynchronousServiceTail', '_IRP'],
    text: 'A request that travels down a stack of devices; each driver has a stack location in it. `!irp` marks the current one: that driver has the request and has not completed it.',
    source: WDK,
    seeAlso: ['device-stack'],
  },
  {
    id: 'device-stack',
    name: 'Device stack',
    met: ['_DEVICE_OBJECT', '_DRIVER_OBJECT'],
    text: 'Devices attached upon each other: filters above and below the function driver, which lies above the bus driver. `!devstack` lists them from the top.',
    source: WDK,
    seeAlso: ['irp'],
  },
  {
    id: 'system-pte',
    name: 'System page table entries',
    met: ['nt!MiReserveSystemPtes', 'nt!MmAllocateMappingAddress', 'nt!MmMapLockedPagesSpecifyCache'],
    text: 'Slots of kernel address space for mapping I/O buffers, kernel stacks and driver images. On 32-bit Windows they are few, and /3GB halves the space they come from. When they run out, processes, threads and I/O fail although memory is free. Remedies: no /3GB, the SystemPages registry value.',
    source: `${WDK}; ${SEED}`,
    seeAlso: ['pool', 'commit'],
  },
  {
    id: 'pool',
    name: 'Paged and nonpaged pool',
    met: ['nt!ExAllocatePool*', 'nt!ExFreePool*', 'nt!ExFreeHeapPool', '_POOL_HEADER'],
    text: 'The heaps of the kernel. Each block bears a tag of four letters, so `!poolused` tells who uses how much; a tag that grows from snapshot to snapshot leaks.',
    source: WDK,
    seeAlso: ['system-pte', 'commit'],
  },
  {
    id: 'commit',
    name: 'Commit charge and limit',
    met: [],
    text: 'All memory promised to processes and the system, against physical memory plus page files. At the limit allocations fail, however much memory is free.',
    source: `${DEBUGGER}, !vm`,
    seeAlso: ['pool', 'page-file'],
  },
  {
    id: 'page-file',
    name: 'Page file and dumps',
    met: [],
    text: 'A system dump is first written into the page file of the boot volume and copied to its own file at the next start. Too small a page file, or too little room on the target drive, leaves a truncated dump or none.',
    source: 'Windows documentation on memory dump options',
    seeAlso: ['no-system-dump'],
  },
  {
    id: 'omap',
    name: 'OMAP',
    met: [],
    text: 'Code that was rearranged by profile after it was linked. A function’s parts lie apart, so a name plus an offset computed by hand points elsewhere: disassemble the return address, not name plus offset.',
    source: `${SEED}; Microsoft PDB format documentation`,
    seeAlso: [],
  },
  {
    id: 'shared-user-data',
    name: 'SharedUserData',
    met: ['SharedUserData!*', '_KUSER_SHARED_DATA'],
    text: 'A page at 7FFE0000 that every process can read: tick count, time, version. On x86 since Windows XP it also holds the address of the system call stub (7FFE0300) and of KiFastSystemCallRet (7FFE0304).',
    source: SYMBOLS,
    seeAlso: ['system-call-return'],
  },
  {
    id: 'loader-lock',
    name: 'Loader lock',
    met: [
      'ntdll!LdrLoadDll',
      'ntdll!LdrpDrainWorkQueue',
      'ntdll!LdrpAcquireLoaderLock',
      'ntdll!LdrLockLoaderLock',
      'ntdll!LdrpLoaderLock',
    ],
    text: 'The critical section that serialises loading and unloading of DLLs. Code in DllMain runs under it; waiting there for another thread is a classic deadlock.',
    source: 'Windows SDK documentation, DllMain best practices',
    seeAlso: ['critical-section'],
  },
  {
    id: 'worker-factory',
    name: 'Thread pool worker',
    met: [
      'ntdll!NtWaitForWorkViaWorkerFactory',
      'ntdll!TppWorkerThread',
      'ntdll!RtlpWaitThread',
      'nt!ExpWorkerThread',
      'nt!KeRemoveQueue*',
    ],
    text: 'A thread that waits for work. Idle workers are the normal crowd of every process and no sign of a hang.',
    source: SYMBOLS,
    seeAlso: ['passive-thread'],
  },
  {
    id: 'passive-thread',
    name: 'Passive thread',
    met: [
      'user32!GetMessage*',
      'win32u!NtUserGetMessage',
      'ntdll!NtReplyWaitReceivePortEx',
      'nt!PsWaitForWin32CallsToFinish',
    ],
    text: 'A thread that waits for somebody to give it work: a message loop, a service’s control thread, an RPC worker. It is blocked by design.',
    source: SEED,
    seeAlso: ['worker-factory'],
  },
  {
    id: 'reference-stack-traces',
    name: 'Reference stack traces',
    met: [],
    text: 'The stacks and counters of a healthy system of the same version. What a problem snapshot has beyond them is what to look at.',
    source: SEED,
    seeAlso: ['passive-thread'],
  },
  {
    id: 'memoretics',
    name: 'Memoretics',
    met: [],
    text: 'The study of snapshots of computer memory and of their change in time; not of failing systems only.',
    source: SEED,
    seeAlso: ['reference-stack-traces'],
  },
];

/** Terms by name, id, or a function or field by which they are met (`ntdll!KiFastSystemCallRet+0x4`); most exact first. */
export function findTerms(asked: string): readonly Term[] {
  const text = asked
    .trim()
    .toLowerCase()
    .replace(/\+0x[0-9a-f]+$/, '');
  if (text === '') return [];
  const exact = GLOSSARY.filter(({ id, name }) => id === text || name.toLowerCase() === text);
  const met = GLOSSARY.filter((term) => term.met.some((pattern) => matches(pattern.toLowerCase(), text)));
  const within = text.length < 3 ? [] : GLOSSARY.filter(({ name }) => words(name).includes(text));
  return [...new Set([...exact, ...met, ...within])];
}

/** The term that a stack frame's name brings to mind, for a note beside the frame; null for ordinary frames. */
export function termOfFrame(name: string): Term | null {
  const text = name.toLowerCase().replace(/\+0x[0-9a-f]+$/, '');
  return (
    GLOSSARY.find((term) =>
      term.met.some((pattern) => pattern.includes('!') && matches(pattern.toLowerCase(), text)),
    ) ?? null
  );
}

const words = (text: string) => text.toLowerCase().split(/[^a-z0-9_]+/);

/** `asked` may leave the module out; a pattern that is a whole module wants it. */
function matches(pattern: string, asked: string): boolean {
  const [module, name] = pattern.includes('!') ? pattern.split('!', 2) : [null, pattern];
  const whole = asked.includes('!') || module === null || name === '*' ? asked : `${module}!${asked}`;
  return pattern.endsWith('*') ? whole.startsWith(pattern.slice(0, -1)) : whole === pattern;
}
