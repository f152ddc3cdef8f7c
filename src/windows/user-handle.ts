/** A handle as `!handle` of a process's own dump shows it. Null is unknown or not printed. */
export interface UserHandle {
  readonly handle: bigint;
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

/** The handles that `!handle` lists, which may be a choice. */
export interface UserHandles {
  readonly handles: readonly UserHandle[];
  /** Numbers by type as the command counted them; empty where it did not. */
  readonly types: readonly { readonly type: string; readonly count: number }[];
  /** Line of the log, from 0; null from memory. */
  readonly line: number | null;
}
