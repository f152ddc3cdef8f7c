/** A handle as `!handle` shows it. Null is unknown or not printed. */
export interface HandleEntry {
  readonly handle: bigint;
  /** The object in the kernel; null where only the process's view is known. */
  readonly object: bigint | null;
  readonly type: string | null;
  /** Null also for objects without a name. */
  readonly name: string | null;
  readonly attributes: number | null;
  readonly grantedAccess: number | null;
  readonly handleCount: number | null;
  readonly pointerCount: number | null;
  /** `Mutex is Owned`, `Event Type Auto Reset`, one each; empty where none was asked for. */
  readonly information: readonly string[];
  /** Line of the log, from 0; null from memory. */
  readonly line: number | null;
}

/** The handles of one process. */
export interface HandleTable {
  /** EPROCESS; null in dumps and logs of the process itself. */
  readonly process: bigint | null;
  readonly processId: number | null;
  /** Those that are shown, which may be a choice. */
  readonly handles: readonly HandleEntry[];
  /** How many are in use; null when not told. */
  readonly total: number | null;
  /** Numbers by type as the command counted them; empty where it did not. */
  readonly types: readonly { readonly type: string; readonly count: number }[];
  /** Line of the log, from 0; null from memory. */
  readonly line: number | null;
}
