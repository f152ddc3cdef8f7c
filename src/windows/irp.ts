import { type Address, toAddress, toUnsigned } from '../memory/space.ts';
import { moduleIndexOf } from '../target/module-index.ts';
import type { Target } from '../target/target.ts';
import { driverName } from './driver-reader.ts';
import { IO_TYPE, WDM } from './wdm-layout.ts';
import { WdmObject } from './wdm-object.ts';

/** A driver as its DRIVER_OBJECT tells. */
export interface DriverOwner {
  readonly driverObject: bigint;
  /** `\Driver\usbhub`, or null when its text is not in the dump. */
  readonly name: string | null;
  /** Debugger's name of the module at DriverStart, or null. */
  readonly module: string | null;
}

/** The driver of a DEVICE_OBJECT, or null when the object is not in the dump or is none. */
export function driverOfDevice(target: Target, device: Address): DriverOwner | null {
  const object = new WdmObject(target, device, WDM[target.pointerSize].DEVICE_OBJECT);
  if (object.u16('Type') !== IO_TYPE.device) return null;
  const driver = object.pointer('DriverObject');
  return driver ? driverAt(target, driver) : null;
}

function driverAt(target: Target, address: Address): DriverOwner | null {
  const driver = new WdmObject(target, address, WDM[target.pointerSize].DRIVER_OBJECT);
  if (driver.u16('Type') !== IO_TYPE.driver) return null;
  const start = driver.pointer('DriverStart');
  const module = start ? moduleIndexOf(target.modules).at(start) : null;
  return { driverObject: toUnsigned(address), name: driverName(target, address), module: module?.name ?? null };
}

/** The driver that an IRP was last sent to: that of the device in its current stack location; null when not in the dump. */
export function driverOfIrp(target: Target, irp: bigint): DriverOwner | null {
  const device = currentLocation(target, irp)?.pointer('DeviceObject');
  return device ? driverOfDevice(target, device) : null;
}

/** The FILE_OBJECT that an IRP works on, by its current stack location; null when there is none or it is not in the dump. */
export function fileOfIrp(target: Target, irp: bigint): Address | null {
  return currentLocation(target, irp)?.pointer('FileObject') || null;
}

function currentLocation(target: Target, irp: bigint) {
  const { IRP, IO_STACK_LOCATION } = WDM[target.pointerSize];
  const address = toAddress(irp);
  if (address === null) return null;
  const object = new WdmObject(target, address, IRP);
  if (object.u16('Type') !== IO_TYPE.irp) return null;
  const count = object.u8('StackCount');
  const current = object.u8('CurrentLocation');
  if (count === null || current === null || current === 0 || current > count) return null;
  const location = object.pointer('CurrentStackLocation');
  return location ? new WdmObject(target, location, IO_STACK_LOCATION) : null;
}
