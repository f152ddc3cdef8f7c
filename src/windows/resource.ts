/** A thread in an ERESOURCE's owner table. */
export interface ResourceOwner {
  /** The owner word as stored or printed; its low bits may be set. */
  readonly thread: bigint;
  /** How often it has acquired the resource. */
  readonly count: number;
  /** Printed as `*** Actual Thread`, when the owner word's low bits were set. */
  readonly actualThread: bigint | null;
}

/** An ERESOURCE as `!locks` shows it. Thread addresses are unsigned KTHREADs. */
export interface Resource {
  readonly address: bigint;
  /** `nt!PiEngineLock`, or null when no symbol is at its address. */
  readonly symbol: string | null;
  readonly ownership: 'exclusive' | 'shared' | 'none' | 'unknown';
  readonly owners: readonly ResourceOwner[];
  readonly sharedWaiters: readonly bigint[];
  readonly exclusiveWaiters: readonly bigint[];
  /** Counters as stored, which need not equal the lists above when those are not in the dump. */
  readonly sharedWaiterCount: number;
  readonly exclusiveWaiterCount: number;
  readonly contentionCount: number;
  /** Why owners or waiters may be incomplete; null when they are not. */
  readonly lost: string | null;
  /** Line of the log, from 0; null from memory. */
  readonly line: number | null;
}

/** All executive resources. */
export interface ResourceLocks {
  readonly resources: readonly Resource[];
  /** How many exist, how many are held; null when unknown. Lists often hold fewer: only those held or contended. */
  readonly total: number | null;
  readonly held: number | null;
  readonly lost: string | null;
}
