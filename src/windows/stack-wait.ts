import type { Frame } from './stack.ts';

/** What a thread waits for, as the functions at the top of its stack tell. */
export type StackWaitKind =
  | 'resource'
  | 'push-lock'
  | 'fast-mutex'
  | 'spin-lock'
  | 'critical-section'
  | 'srw-lock'
  | 'condition-variable'
  | 'loader-lock'
  | 'window-message'
  | 'message-reply'
  | 'irp'
  | 'mutant'
  | 'file-lock';

export interface StackWait {
  readonly kind: StackWaitKind;
  readonly mode: 'exclusive' | 'shared' | null;
  /** Index of the frame that names the wait; the outermost of its runtime's. */
  readonly frame: number;
  /** Index of the frame that asked for it: the first outside that runtime; null when the stack ends before. */
  readonly caller: number | null;
}

const KERNEL_MODULE = /^(nt|ntkrnl\w*|ntoskrnl|hal|win32k\w*|fltmgr)$/i;
const USER_MODULE = /^(ntdll(_[0-9a-f]+)?|kernel32|kernelbase|user32|win32u|wow64\w*)$/i;

/** Functions by which every wait ends up in the scheduler: what they wait for stands in the frames before them. */
const PRIMITIVE =
  /^(DbgBreakPoint|KiSwapContext|SwapContext|KiSwapThread|KiCommitThreadWait|KeWaitFor\w+|KeRemove(Pri)?Queue(Ex)?|KeDelayExecutionThread|Ob(p)?WaitFor\w+|(Nt|Zw)WaitFor\w+|(Nt|Zw)SignalAndWaitForSingleObject|(Nt|Zw)DelayExecution|KiSystemService\w*|KiSystemCall\w*|KiServiceInternal|KiFastCallEntry\w*|KiFastSystemCall(Ret)?|KiIntSystemCall|xxxRealSleepThread|xxxSleepThread2?|RtlpWaitOnAddress\w*|RtlWaitOnAddress|WaitFor(Single|Multiple)Objects?(Ex)?|SignalObjectAndWait|CpupSyscallStub|ServiceNoTurbo|BTCpuSimulate|RunCpuSimulation|Wow64SystemServiceEx|wh(Nt|NT)\w+|Thunk\w+|CpupReturnFromSimulatedCode|NtUserMessageCall|(Nt|Zw)Alpc\w+|(Nt|Zw)RequestWaitReplyPort)$/;

/** Whether a function only carries out a wait, so that what is waited for stands in the frames that follow. */
export function isWaitPrimitive(name: string): boolean {
  return PRIMITIVE.test(name);
}

interface Rule {
  readonly kind: StackWaitKind;
  readonly name: RegExp;
}
const KERNEL_RULES: readonly Rule[] = [
  {
    kind: 'resource',
    name: /^(Exp?(Acquire|WaitFor)Resource\w*|ExAcquireShared\w+Exclusive|ExEnterCriticalRegionAndAcquireResource\w*|ExpWaitForResource)$/,
  },
  {
    kind: 'push-lock',
    name: /^((Exf?|Exp|Flt)(Try)?(Acquire|Block|Wait)\w*PushLock\w*|ExBlockOnAddressPushLock|ExTimedWaitForUnblockPushLock)$/,
  },
  { kind: 'fast-mutex', name: /^(Ex|Exp|Ke|Ki)Acquire(Fast|Guarded)Mutex\w*$/ },
  {
    kind: 'spin-lock',
    name: /^((Ke|Kf|Kef|Kx|Ki|Ex)(Acquire|WaitFor)\w*SpinLock\w*|Kx?WaitForLockOwnerShip\w*|KxWaitForLockChainValid)$/,
  },
  { kind: 'window-message', name: /^xxx(InterSendMsg|SendMessage|SendTransformable)\w*$/ },
  {
    kind: 'message-reply',
    name: /^(AlpcpSignalAndWait|AlpcpReceiveSynchronousReply|AlpcpProcessSynchronousRequest|LpcRequestWaitReplyPort(Ex)?|LpcpRequestWaitReplyPort|NtRequestWaitReplyPort)$/,
  },
  { kind: 'file-lock', name: /^Iop(WaitAndAcquireFileObjectLock|AcquireFileObjectLock|WaitForLockAlertable)$/ },
  {
    kind: 'irp',
    name: /^(Iop(SynchronousServiceTail|SynchronousApiServiceTail|WaitForSynchronousIo\w*|CancelAlertedRequest|XxxControlFile)|IoSynchronous\w+)$/,
  },
];
const USER_RULES: readonly Rule[] = [
  { kind: 'critical-section', name: /^Rtl(p)?(WaitOn|WaitFor|Enter)CriticalSection\w*$/ },
  { kind: 'srw-lock', name: /^Rtl(p)?AcquireSRWLock\w+$/ },
  { kind: 'condition-variable', name: /^(Rtl)?SleepConditionVariable(CS|SRW)$/ },
  { kind: 'loader-lock', name: /^Ldr(p)?(Acquire|Lock)LoaderLock$/ },
  { kind: 'window-message', name: /^(SendMessage\w*|RealSendMessage\w*|SendMessageTimeout\w*)$/ },
];

/**
 * The wait that a stack tells of: behind the functions of the scheduler and the system call, the first function that
 * takes or awaits something known. Frames found by a scan are no witnesses. Null when the stack says nothing certain.
 */
export function stackWaitOf(frames: readonly Frame[]): StackWait | null {
  for (let i = 0; i < frames.length; i++) {
    const frame = frames[i]!;
    const name = bareName(frame.function);
    if (frame.trust === 'scan' || name === null) return null;
    const rules = rulesOf(frame);
    if (!rules) return null;
    const rule = rules.find((item) => item.name.test(name));
    if (rule) return describe(frames, i, rule);
    if (!PRIMITIVE.test(name)) return null;
  }
  return null;
}

/** NT-era symbols keep the underscore of C: `_RtlEnterCriticalSection`. */
function bareName(name: string | null): string | null {
  return name?.replace(/^_(?=[A-Z])/, '') ?? null;
}

function rulesOf({ module }: Frame): readonly Rule[] | null {
  if (module === null || KERNEL_MODULE.test(module)) return KERNEL_RULES;
  return USER_MODULE.test(module) ? USER_RULES : null;
}

function describe(frames: readonly Frame[], from: number, { kind, name }: Rule): StackWait {
  let last = from;
  // `RtlpEnterCriticalSectionContended` is called by `RtlEnterCriticalSection`: the outermost has the argument.
  while (name.test(bareName(frames[last + 1]?.function ?? null) ?? '')) last++;
  const names = frames.slice(from, last + 1).map((frame) => frame.function);
  const mode = names.some((text) => /Shared/.test(text!))
    ? 'shared'
    : names.some((text) => /Exclusive/.test(text!))
      ? 'exclusive'
      : null;
  return { kind, mode, frame: last, caller: last + 1 < frames.length ? last + 1 : null };
}

/** A wait below the one by which a thread is suspended: what it was already waiting for when it was stopped. */
export interface HiddenWait {
  /** Index of the wait function: `KeWaitForSingleObject`. */
  readonly frame: number;
  /** Index of the frame that called it; null when the stack ends before. */
  readonly caller: number | null;
}

const SUSPENSION = /^(KiSuspendThread|KiSchedulerApc|PspWaitForSuspend\w*)$/;
const WAIT_FUNCTION =
  /^(KeWaitFor(Single|Multiple)Objects?|KeWaitForMutexObject|KeWaitForGate|KeWaitForAlertByThreadId|KeDelayExecutionThread|KeRemoveQueue(Ex)?)$/;

/** Index of the frame in which a thread is held while suspended; null when its stack shows no suspension. */
export function suspensionFrameOf(frames: readonly Frame[]): number | null {
  const at = frames.findIndex((frame) => frame.trust !== 'scan' && SUSPENSION.test(frame.function ?? ''));
  return at < 0 ? null : at;
}

/**
 * What a suspended thread was waiting for before. The suspension is delivered as an APC, in the middle of a wait when
 * the thread was in one: then the wait function stands right below KiDeliverApc and the switch that delivered it.
 */
export function hiddenWaitOf(frames: readonly Frame[]): HiddenWait | null {
  const suspended = suspensionFrameOf(frames);
  if (suspended === null) return null;
  for (let i = suspended + 1; i < Math.min(frames.length, suspended + 8); i++) {
    const name = frames[i]!.function ?? '';
    if (WAIT_FUNCTION.test(name)) return { frame: i, caller: i + 1 < frames.length ? i + 1 : null };
    if (
      !/^(KiDeliverApc|KiCheckForKernelApcDelivery|KiSwapThread|KiCommitThreadWait|KiSwapContext|SwapContext|KiApcInterrupt)$/.test(
        name,
      )
    )
      return null;
  }
  return null;
}
