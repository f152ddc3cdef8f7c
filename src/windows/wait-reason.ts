/** KWAIT_REASON of wdm.h (Windows Driver Kit): the values have kept their meaning since Windows XP, new ones came behind. */
const WAIT_REASONS = [
  'Executive',
  'FreePage',
  'PageIn',
  'PoolAllocation',
  'DelayExecution',
  'Suspended',
  'UserRequest',
  'WrExecutive',
  'WrFreePage',
  'WrPageIn',
  'WrPoolAllocation',
  'WrDelayExecution',
  'WrSuspended',
  'WrUserRequest',
  'WrEventPair',
  'WrQueue',
  'WrLpcReceive',
  'WrLpcReply',
  'WrVirtualMemory',
  'WrPageOut',
  'WrRendezvous',
  'WrKeyedEvent',
  'WrTerminated',
  'WrProcessInSwap',
  'WrCpuRateControl',
  'WrCalloutStack',
  'WrKernel',
  'WrResource',
  'WrPushLock',
  'WrMutex',
  'WrQuantumEnd',
  'WrDispatchInt',
  'WrPreempted',
  'WrYieldExecution',
  'WrFastMutex',
  'WrGuardedMutex',
  'WrRundown',
  'WrAlertByThreadId',
  'WrDeferredPreempt',
  'WrPhysicalFault',
] as const;

/**
 * The reason that a thread waits for: by the symbols or the log where they name it, else by the documented number.
 * Debuggers without the enumeration in their symbols print `(Unknown)` where this knows.
 */
export function waitReasonOf(thread: {
  readonly waitReason: string | null;
  readonly waitReasonCode: number | null;
}): string | null {
  if (thread.waitReason !== null) return thread.waitReason;
  return thread.waitReasonCode === null ? null : (WAIT_REASONS[thread.waitReasonCode] ?? null);
}
