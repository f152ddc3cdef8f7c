/** An IRP as a line of `!irpfind` shows it. Null is unknown or not printed. */
export interface IrpSummary {
  readonly address: bigint;
  /** 0 for none. */
  readonly thread: bigint | null;
  /** IRP_MJ_ and IRP_MN_ numbers of its current stack location; null when it has none, being completed. */
  readonly major: number | null;
  readonly minor: number | null;
  readonly device: bigint | null;
  /** `\Driver\AFD`. */
  readonly driverName: string | null;
  readonly mdl: bigint | null;
  /** EPROCESS. */
  readonly process: bigint | null;
  /** Line of the log, from 0; null from memory. */
  readonly line: number | null;
}
