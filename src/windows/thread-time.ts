/** Processor time that a thread of a process used, as `!runaway` tells it. Null is unknown or not printed. */
export interface ThreadTime {
  /** The debugger's number. */
  readonly index: number | null;
  readonly id: number | null;
  readonly name: string | null;
  readonly userMs: number | null;
  readonly kernelMs: number | null;
  readonly elapsedMs: number | null;
  /** Line of the log, from 0, that names it first; null from memory. */
  readonly line: number | null;
}
