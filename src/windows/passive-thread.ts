import type { Frame } from './stack.ts';
import { isWaitPrimitive } from './stack-wait.ts';

/** A thread that waits for work or for an event as it was made to: no hang, no failure. */
export interface PassiveThread {
  /** `thread-pool worker` and the like, for people. */
  readonly role: string;
  /** What it does there, a clause for people. */
  readonly reason: string;
  /** Index of the frame that gives it away. */
  readonly frame: number;
}

interface PassiveRule {
  readonly role: string;
  readonly reason: string;
  readonly name: RegExp;
  /** Modules whose function it must be; any when absent. */
  readonly module?: RegExp;
}

const NATIVE = /^(nt|ntdll(_[0-9a-f]+)?|ntkrnl\w*|ntoskrnl)$/i;
const KERNEL = /^(nt|ntkrnl\w*|ntoskrnl)$/i;
const WINDOWS = /^(user32|win32u|win32k\w*)$/i;
const CLR = /^(clr|coreclr|mscorwks)$/i;

/**
 * The functions at the end of a stack that passive threads are known by, the more telling ones first. Sources: Windows'
 * documented thread pool, completion ports and message loops, and public debugger logs of idle systems.
 */
const RULES: readonly PassiveRule[] = [
  // Thread pools.
  {
    role: 'thread-pool worker',
    reason: 'waits for work items in its factory',
    name: /^(Nt|Zw)WaitForWorkViaWorkerFactory$/,
    module: NATIVE,
  },
  {
    role: 'thread-pool worker',
    reason: 'waits for work',
    name: /^(TppWorkerThread|RtlpWorkerThread|RtlpWorkerCallout|RtlpIOWorkerThread)$/,
    module: NATIVE,
  },
  {
    role: 'thread-pool wait thread',
    reason: 'waits on behalf of registered waits and timers',
    name: /^(TppWaiterpThread|TppTimerpThread|RtlpWaitThread|RtlpTimerThread)$/,
    module: NATIVE,
  },
  {
    role: 'worker-factory manager',
    reason: 'waits for factories that need threads',
    name: /^ExpWorkerFactoryManagerThread$/,
    module: KERNEL,
  },
  // Queues of finished input and output.
  {
    role: 'completion-port worker',
    reason: 'waits for finished input and output',
    name: /^((Nt|Zw)RemoveIoCompletion(Ex)?|GetQueuedCompletionStatus(Ex)?|IoRemoveIoCompletion|IopRemoveIoCompletion)$/,
  },
  // Servers of calls.
  {
    role: 'call server',
    reason: 'waits for requests at its port',
    name: /^((Nt|Zw)ReplyWaitReceivePort(Ex)?|LRPC_ADDRESS::(ProcessIO|ReceiveLotsaCalls)|OSF_ADDRESS::\w+|CsrApiRequestThread|COMMON_\w*::ProcessNewMessage)$/,
  },
  // Message loops.
  {
    role: 'message loop',
    reason: 'waits for window messages',
    name: /^((Nt)?User(Peek|Get|Wait)Message(A|W)?|(Get|Wait)Message(A|W)?|xxx(Real)?(Internal)?GetMessage|(Nt|Zw)UserMsgWaitForMultipleObjects(Ex)?|(Real)?MsgWaitForMultipleObjects(Ex)?|xxxMsgWaitForMultipleObjects(Ex)?)$/,
    module: WINDOWS,
  },
  {
    role: 'input thread',
    reason: 'waits for keyboard and mouse',
    name: /^(RawInputThread|xxxDesktopThread|xxxRawInputThread|RawInputThreadHost)$/,
    module: WINDOWS,
  },
  // Sleepers.
  { role: 'sleeping thread', reason: 'sleeps by its own will', name: /^(Sleep|SleepEx|(Nt|Zw)DelayExecution)$/ },
  // Threads of runtimes.
  {
    role: 'runtime thread',
    reason: 'waits for its runtime to need it',
    name: /^(\w+::)*(FinalizerThread::(WaitForFinalizerEvent|FinalizerThreadWorker)|WaitForFinalizerEvent|DebuggerRCThread::(MainLoop|ThreadProc)|ThreadpoolMgr::\w+|gc_heap::bgc_thread_function|ProfilingAPIAttachDetach::\w+)$/,
    module: CLR,
  },
  {
    role: 'COM worker',
    reason: 'waits to be reused',
    name: /^(CRpcThread::WorkerLoop|CDllHost::WorkerThread|CRpcThreadCache::RpcWorkerThreadEntry)$/,
  },
  {
    role: 'event tracing thread',
    reason: 'waits for notifications',
    name: /^Etwp(NotificationThread|Logger|FlushActiveBuffers)$/,
  },
  {
    role: 'service dispatcher',
    reason: 'waits for the service manager',
    name: /^(ScDispatcherLoop|ScGetPipeInput|QueryServiceDispatcher|StartServiceCtrlDispatcher(A|W))$/,
  },
  {
    role: 'debugger',
    reason: 'a debugger made it to stop the process',
    name: /^(DbgUiRemoteBreakin|DbgUserBreakPoint)$/,
    module: NATIVE,
  },
  // The kernel's own.
  {
    role: 'system worker',
    reason: 'waits for work items',
    name: /^(ExpWorkerThread|ExpWorkerThreadBalanceManager)$/,
    module: KERNEL,
  },
  {
    role: 'idle loop',
    reason: 'the processor has nothing to do',
    name: /^(KiIdleLoop|PoIdle|PpmIdle\w+|PopIdle\w+)$/,
    module: KERNEL,
  },
  {
    role: 'memory manager thread',
    reason: 'waits until memory needs its care',
    name: /^(MmZeroPageThread|MiZeroPageThread|MiZeroNodePages|MiZeroInParallel\w*|MiZeroLocalPages|MiModifiedPageWriter|MiMappedPageWriter|MiDereferenceSegmentThread|MiRebuildLargePagesThread|MiStoreEvictThread|MiPartitionWorker\w*|KeBalanceSetManager|KeSwapProcessOrStack|SMKM_STORE(_MGR)?<\w+>::\w+|SmKmStoreHelperWorker|CcQueueLazyWriteScanThread|CcAsyncReadWorker|CcLazyWriteWorker\w*)$/,
    module: KERNEL,
  },
  {
    role: 'system thread',
    reason: 'waits for its component to need it',
    name: /^(PopIrpWorker(Control)?|PopTransitionToSleep|PopUmpoMessageLoop|PopFxEmergencyWorker|PfTLoggingWorker|WmipLogger|PspReaper\w*|CmpDummyThreadRoutine|HvlpStartCrashdumpThread|ExpCenturyDpcRoutine|FsRtlWorkerThread|IopPassiveInterruptRealtimeWorker|ViPendingWorkerThread|AlpcpInitializeWorkerThread|TtmpSessionWorker|KiExecuteDpc|PnpDeviceActionWorker)$/,
    module: KERNEL,
  },
  {
    role: 'driver worker',
    reason: "waits in its driver's queue",
    name: /^(ndisWorkerThread|ndisReceiveWorkerThread|ndisThreadPoolTimerHandler|WorkerThread|RxpWorkerThreadDispatcher|RxWorkItemDispatcher|UlpThreadPoolWorker|UlpScavengerThread|VspWorkerThread|VidSchiWorkerThread|SepRmCommandServerThread)$/,
    module: /^(ndis|srv2?|srvnet|rdbss|http|volsnap|dxgmms\d|nt)$/i,
  },
];

/**
 * Recognises a passive thread by its innermost frames: nothing but the scheduler, the system call and the functions of
 * the table may stand before the one that gives it away, so a worker that is at work is none. Null is not recognised.
 */
export function passiveThreadOf(frames: readonly Frame[]): PassiveThread | null {
  let waits = false;
  for (const [index, frame] of frames.entries()) {
    const name = frame.function;
    if (name === null || frame.trust === 'scan') return null;
    const rule = ruleOf(frame, name);
    if (rule && (waits || isOwnWait(name))) return { role: rule.role, reason: rule.reason, frame: index };
    if (!rule && !isWaitPrimitive(name)) return null;
    waits = true;
  }
  return null;
}

function ruleOf({ module }: Frame, name: string): PassiveRule | undefined {
  return RULES.find((rule) => rule.name.test(name) && (!rule.module || (module !== null && rule.module.test(module))));
}

/** Functions that wait by themselves: the system calls, and the processor's idle loop. Others must be seen waiting. */
function isOwnWait(name: string): boolean {
  return /^(Nt|Zw)|^(KiIdleLoop|PoIdle|Ppm|PopIdle|Dbg)/.test(name);
}
