import { decodeUtf16 } from '../bytes/text.ts';
import { type Address, readAvailable, toAddress, toUnsigned, tryPointer, tryU8, tryU16 } from '../memory/space.ts';
import type { Target } from '../target/target.ts';

/**
 * Offsets of the public structures IRP, IO_STACK_LOCATION, DEVICE_OBJECT and DRIVER_OBJECT (wdm.h of the Windows Driver
 * Kit), which have been the same since Windows 2000 on each bitness.
 */
const LAYOUT = {
  8: {
    type: 0,
    stackCount: 0x42,
    currentLocation: 0x43,
    currentStackLocation: 0xb8,
    locationSize: 0x48,
    locationDevice: 0x28,
    driver: 0x08,
    start: 0x18,
    name: 0x38,
  },
  4: {
    type: 0,
    stackCount: 0x22,
    currentLocation: 0x23,
    currentStackLocation: 0x60,
    locationSize: 0x24,
    locationDevice: 0x14,
    driver: 0x08,
    start: 0x0c,
    name: 0x1c,
  },
} as const;
const IO_TYPE_DEVICE = 3;
const IO_TYPE_DRIVER = 4;
const IO_TYPE_IRP = 6;

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
  const { memory, pointerSize } = target;
  const at = LAYOUT[pointerSize];
  if (tryU16(memory, device) !== IO_TYPE_DEVICE) return null;
  const driver = tryPointer(memory, device + at.driver, pointerSize);
  return driver ? driverAt(target, driver) : null;
}

function driverAt(target: Target, driver: Address): DriverOwner | null {
  const { memory, pointerSize } = target;
  const at = LAYOUT[pointerSize];
  if (tryU16(memory, driver) !== IO_TYPE_DRIVER) return null;
  const length = tryU16(memory, driver + at.name);
  const buffer = tryPointer(memory, driver + at.name + pointerSize, pointerSize);
  const text = length && buffer ? decodeUtf16(readAvailable(memory, buffer, Math.min(length, 512))) : '';
  const start = tryPointer(memory, driver + at.start, pointerSize);
  const module = start ? target.modules.find((item) => start >= item.base && start < item.base + item.size) : undefined;
  return { driverObject: toUnsigned(driver), name: text || null, module: module?.name ?? null };
}

/** The driver that an IRP was last sent to: that of the device in its current stack location; null when not in the dump. */
export function driverOfIrp(target: Target, irp: bigint): DriverOwner | null {
  const { memory, pointerSize } = target;
  const at = LAYOUT[pointerSize];
  const address = toAddress(irp);
  if (address === null || tryU16(memory, address) !== IO_TYPE_IRP) return null;
  const count = tryU8(memory, address + at.stackCount);
  const current = tryU8(memory, address + at.currentLocation);
  if (count === null || current === null || current === 0 || current > count) return null;
  const location = tryPointer(memory, address + at.currentStackLocation, pointerSize);
  const device = location ? tryPointer(memory, location + at.locationDevice, pointerSize) : null;
  return device ? driverOfDevice(target, device) : null;
}
