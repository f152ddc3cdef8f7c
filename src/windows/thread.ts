import type { ThreadStack } from './stack.ts';
import type { MessageWait, WaitObject } from './wait.ts';

/** KTHREAD.State by its number (KTHREAD_STATE in public symbols), as debuggers print it in upper case. */
export const THREAD_STATES = [
  'INITIALIZED',
  'READY',
  'RUNNING',
  'STANDBY',
  'TERMINATED',
  'WAIT',
  'TRANSITION',
  'DEFERRED_READY',
  'GATE_WAIT',
  'WAITING_FOR_PROCESS_IN_SWAP',
] as const;

/** One line of a thread's IRP list. Sizes are those `!thread` prints: the IRP's Type and Size words. */
export interface ThreadIrp {
  readonly address: bigint;
  /** IRP.Type (6) and IRP.Size, which `(0006,01d8)` shows. */
  readonly type: number;
  readonly size: number;
  readonly flags: number;
  readonly mdl: bigint;
}

/**
 * An ETHREAD with all that `!thread` shows of it, from memory or from a log. Addresses are unsigned, times
 * milliseconds, ticks clock interrupts. Null is unknown; a member that this version of Windows has not is null too.
 */
export interface ThreadObject {
  readonly address: bigint;
  readonly processId: number | null;
  readonly threadId: number | null;
  readonly teb: bigint | null;
  readonly win32Thread: bigint | null;
  /** `RUNNING`, `WAIT`, `READY` ... in upper case. */
  readonly state: string | null;
  /** The processor it runs on, or stands by for. */
  readonly processor: number | null;
  /** `UserRequest`, `WrQueue` ... null when unknown, which debuggers print as `(Unknown)`. */
  readonly waitReason: string | null;
  /** KTHREAD.WaitReason as stored: tells the reason where the symbols have no names for it (`waitReasonOf`). */
  readonly waitReasonCode: number | null;
  readonly waitMode: 'UserMode' | 'KernelMode' | null;
  readonly alertable: boolean | null;
  readonly suspendCount: number | null;
  readonly freezeCount: number | null;
  readonly waitObjects: readonly WaitObject[];
  /** Waits for all of its objects, not for any of them; null when unknown or not waiting. */
  readonly waitsForAll: boolean | null;
  readonly messageWait: MessageWait | null;
  /** The id of the LPC message, or the ALPC message, that this thread is a server for. */
  readonly serving: bigint | null;
  readonly irps: readonly ThreadIrp[];
  /** Null when it does not impersonate or that is unknown; `impersonating` tells which. */
  readonly impersonationToken: bigint | null;
  readonly impersonationLevel: string | null;
  readonly impersonating: boolean | null;
  readonly deviceMap: bigint | null;
  readonly process: bigint | null;
  readonly processName: string | null;
  /** Another process whose address space it is attached to; null when none or unknown. */
  readonly attachedProcess: bigint | null;
  readonly attachedProcessName: string | null;
  readonly waitStartTick: bigint | null;
  /** Ticks since `waitStartTick`, and the same in milliseconds by the machine's clock increment. */
  readonly waitTicks: bigint | null;
  readonly waitMs: number | null;
  readonly contextSwitches: number | null;
  readonly idealProcessor: number | null;
  /** The processors of its group that it may run on, a bit for each. */
  readonly affinity: bigint | null;
  readonly largeStack: boolean | null;
  readonly userMs: number | null;
  readonly kernelMs: number | null;
  readonly createdAt: string | null;
  readonly startAddress: bigint | null;
  readonly startSymbol: string | null;
  readonly win32StartAddress: bigint | null;
  readonly win32StartSymbol: string | null;
  readonly stackInitial: bigint | null;
  readonly stackCurrent: bigint | null;
  readonly stackBase: bigint | null;
  readonly stackLimit: bigint | null;
  readonly callStack: bigint | null;
  readonly kernelStackResident: boolean | null;
  readonly priority: number | null;
  readonly basePriority: number | null;
  readonly priorityDecrement: number | null;
  readonly unusualBoost: number | null;
  readonly foregroundBoost: number | null;
  /** Up to Windows Server 2003. */
  readonly decrementCount: number | null;
  /** Since Vista; defaults are 2 and 5. */
  readonly ioPriority: number | null;
  readonly pagePriority: number | null;
  readonly name: string | null;
  /** Null when it was not walked, or a log does not print it. */
  readonly stack: ThreadStack | null;
  /** Line of the log, from 0, that introduces it; null from memory. */
  readonly line: number | null;
}
