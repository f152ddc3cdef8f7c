/** A function in a driver object: its address, unsigned, and its name (`ks!DispatchRead`) where symbols tell. */
export interface DriverRoutine {
  readonly address: bigint;
  readonly name: string | null;
}

/** A DRIVER_OBJECT as `!drvobj` shows it. Null is unknown. */
export interface DriverObject {
  readonly address: bigint;
  /** `\Driver\disk`. */
  readonly name: string | null;
  readonly start: bigint | null;
  readonly size: number | null;
  readonly extension: bigint | null;
  readonly entry: DriverRoutine | null;
  readonly startIo: DriverRoutine | null;
  readonly unload: DriverRoutine | null;
  readonly addDevice: DriverRoutine | null;
  /** By IRP_MJ_ number; empty when it is not shown. */
  readonly dispatch: readonly DriverRoutine[];
  readonly devices: readonly bigint[];
  /** Why lists may be incomplete; null when they are not. */
  readonly lost: string | null;
  /** Line of the log, from 0; null from memory. */
  readonly line: number | null;
}

/** A DEVICE_OBJECT as `!devobj` shows it. Null is unknown; addresses are 0 where the pointer is null. */
export interface DeviceObject {
  readonly address: bigint;
  /** Of the object, `Video0`; empty for none. */
  readonly name: string | null;
  readonly driver: bigint | null;
  readonly driverName: string | null;
  readonly currentIrp: bigint | null;
  readonly referenceCount: number | null;
  /** FILE_DEVICE_ number. */
  readonly type: number | null;
  readonly flags: number | null;
  readonly characteristics: number | null;
  readonly extensionFlags: number | null;
  readonly vpb: bigint | null;
  readonly securityDescriptor: bigint | null;
  readonly deviceExtension: bigint | null;
  readonly objectExtension: bigint | null;
  readonly node: bigint | null;
  /** The device above, 0 for none. */
  readonly attached: bigint | null;
  readonly attachedDriverName: string | null;
  /** The device below, 0 for none. */
  readonly attachedTo: bigint | null;
  readonly attachedToDriverName: string | null;
  readonly queueBusy: boolean | null;
  /** IRPs in the device's queue when it is busy. */
  readonly queue: readonly bigint[];
  readonly line: number | null;
}

/** Devices on top of each other, the highest first. */
export interface DeviceStack {
  readonly devices: readonly {
    readonly device: bigint;
    readonly driverName: string | null;
    readonly extension: bigint | null;
    readonly name: string | null;
    /** True for the device that was asked about. */
    readonly asked: boolean;
  }[];
  readonly node: bigint | null;
  readonly instancePath: string | null;
  readonly serviceName: string | null;
  readonly line: number | null;
}
