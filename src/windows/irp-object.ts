/** An IO_STACK_LOCATION of an IRP. Addresses are 0 where the pointer is null. */
export interface IrpLocation {
  /** IRP_MJ_ and IRP_MN_ numbers; a log that prints only names is read back into them. */
  readonly major: number;
  readonly minor: number;
  readonly flags: number;
  readonly control: number;
  readonly device: bigint;
  readonly file: bigint;
  readonly completion: bigint;
  readonly completionName: string | null;
  readonly context: bigint;
  /** `\Driver\disk`; null when its text is not known or there is no device. */
  readonly driverName: string | null;
  readonly parameters: readonly bigint[];
}

/** An IRP as `!irp` shows it. Null is unknown. */
export interface IrpObject {
  readonly address: bigint;
  readonly stackCount: number;
  /** From 1; stackCount + 1 when the IRP is completed. */
  readonly currentLocation: number;
  readonly currentAddress: bigint | null;
  readonly mdl: bigint | null;
  readonly systemBuffer: bigint | null;
  readonly masterIrp: bigint | null;
  readonly thread: bigint | null;
  readonly pending: boolean | null;
  readonly cancel: boolean | null;
  readonly status: number | null;
  readonly information: bigint | null;
  readonly flags: number | null;
  readonly cancelRoutine: bigint | null;
  readonly userEvent: bigint | null;
  /** The first is number 1, the lowest driver's. */
  readonly locations: readonly IrpLocation[];
  readonly line: number | null;
}
