/** A KTIMER that is set. Addresses are unsigned; null is unknown. */
export interface KernelTimer {
  readonly address: bigint;
  readonly processor: number | null;
  /** Index of the timer table's list that holds it. */
  readonly list: number;
  /** Interrupt time in units of 100 ns when it is due. */
  readonly due: bigint | null;
  /** When that is by the machine's clock, in ISO 8601 and UTC. */
  readonly dueAt: string | null;
  /** Milliseconds; 0 for a timer that fires once. */
  readonly period: number | null;
  /** Its KDPC, 0 for none. Null where it is stored in a way that could not be decoded. */
  readonly dpc: bigint | null;
  readonly routine: bigint | null;
  readonly context: bigint | null;
  /** Threads that wait for it. */
  readonly threads: readonly bigint[];
}

/** The timers of the system. */
export interface KernelTimers {
  readonly timers: readonly KernelTimer[];
  /** 100 ns since boot. */
  readonly interruptTime: bigint | null;
  /** ISO 8601 in UTC. */
  readonly systemTime: string | null;
  /** Lists that could not be read to their end. */
  readonly broken: number;
}
