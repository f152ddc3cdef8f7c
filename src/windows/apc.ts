/** A queued asynchronous procedure call. Addresses are unsigned; null is unknown. */
export interface QueuedApc {
  readonly address: bigint;
  /** KAPC.Type: 0x12. */
  readonly type: number | null;
  readonly kernelRoutine: bigint | null;
  readonly rundownRoutine: bigint | null;
  readonly normalRoutine: bigint | null;
  readonly normalContext: bigint | null;
  readonly mode: 'KernelMode' | 'UserMode';
}

/** The APC state of a thread: what is queued, and what is under way. */
export interface ApcState {
  readonly thread: bigint;
  /** 0 its own process, 1 attached to another. */
  readonly index: number | null;
  /** The list heads of kernel and user APCs. */
  readonly heads: readonly bigint[];
  readonly apcs: readonly QueuedApc[];
  readonly kernelInProgress: boolean | null;
  readonly kernelPending: boolean | null;
  readonly userPending: boolean | null;
  readonly kernelDisable: number | null;
  readonly specialDisable: number | null;
  /** Why a queue is cut, for people. */
  readonly broken: string | null;
}
