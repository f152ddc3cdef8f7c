/** A KMUTANT: a mutex of either mode. Addresses are unsigned; null is unknown. */
export interface Mutant {
  readonly address: bigint;
  /** The KTHREAD that owns it; 0 for none. */
  readonly owner: bigint | null;
  /** How often its owner has acquired it; 0 when it is free. */
  readonly recursion: number | null;
  readonly abandoned: boolean | null;
  /** A kernel mutex (KeInitializeMutex), which holds off APCs while it is owned. */
  readonly disablesApcs: boolean | null;
  readonly waiters: readonly bigint[];
  /** The executive's name, of a mutant that is an object with one. */
  readonly name: string | null;
  /** Why waiters may be missing, for people. */
  readonly lost: string | null;
}

/** The mutants of the system. */
export interface Mutants {
  readonly mutants: readonly Mutant[];
  /** Where they were looked for. */
  readonly from: readonly string[];
  /** Why some may be missing, for people. */
  readonly lost: string | null;
}
