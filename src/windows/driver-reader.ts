import { decodeUtf16 } from '../bytes/text.ts';
import { type Address, readAvailable, toAddress, toUnsigned, tryPointer, tryU16 } from '../memory/space.ts';
import type { Target } from '../target/target.ts';
import type { DeviceObject, DeviceStack, DriverObject, DriverRoutine } from './driver.ts';
import type { Kernel } from './kernel.ts';
import { objectName } from './object-name.ts';
import { IO_TYPE, WDM } from './wdm-layout.ts';
import { WdmObject } from './wdm-object.ts';

/** What readers of I/O objects need: memory, and names where symbols have them. */
export interface IoContext {
  readonly target: Target;
  /** For what wdm.h does not tell: names of devices, device nodes. */
  readonly kernel: Kernel | null;
  /** `ks!DispatchRead`; null where no name covers an address. */
  readonly name: (address: bigint) => string | null;
}

const FUNCTIONS = 28;
/** No driver has so many devices, no stack so many layers. */
const MOST_DEVICES = 4096;
const LONGEST_NAME = 1024;

/** The UNICODE_STRING at an address; null when its text is not in the dump, '' when it is empty. */
function unicodeString({ memory, pointerSize }: Target, at: Address): string | null {
  const length = tryU16(memory, at);
  const buffer = tryPointer(memory, at + pointerSize, pointerSize);
  if (length === null || buffer === null) return null;
  const wanted = Math.min(length, LONGEST_NAME);
  const bytes = readAvailable(memory, buffer, wanted);
  return bytes.length < wanted ? null : decodeUtf16(bytes);
}

/** The driver object at an address; null when none is there. */
export function readDriver(io: IoContext, address: Address): DriverObject | null {
  const { target } = io;
  const driver = new WdmObject(target, address, WDM[target.pointerSize].DRIVER_OBJECT);
  if (driver.u16('Type') !== IO_TYPE.driver) return null;
  const extension = driver.pointer('DriverExtension');
  const devices = deviceList(target, driver.pointer('DeviceObject'));
  return {
    address: toUnsigned(address),
    name: unicodeString(target, driver.place('DriverName')) || null,
    start: driver.unsigned('DriverStart'),
    size: driver.u32('DriverSize'),
    extension: driver.unsigned('DriverExtension'),
    entry: routine(io, driver.pointer('DriverInit')),
    startIo: routine(io, driver.pointer('DriverStartIo')),
    unload: routine(io, driver.pointer('DriverUnload')),
    addDevice: extension
      ? routine(io, new WdmObject(target, extension, WDM[target.pointerSize].DRIVER_EXTENSION).pointer('AddDevice'))
      : null,
    dispatch: dispatch(io, driver.place('MajorFunction')),
    ...devices,
    line: null,
  };
}

function routine(io: IoContext, at: Address | null): DriverRoutine | null {
  if (at === null) return null;
  const address = toUnsigned(at);
  return { address, name: at === 0 ? null : io.name(address) };
}

function dispatch(io: IoContext, at: Address): DriverRoutine[] {
  const { memory, pointerSize } = io.target;
  const found: DriverRoutine[] = [];
  for (let index = 0; index < FUNCTIONS; index++) {
    const one = routine(io, tryPointer(memory, at + index * pointerSize, pointerSize));
    if (!one) break;
    found.push(one);
  }
  return found;
}

/** The devices that a driver has created, by their NextDevice links. */
function deviceList(target: Target, first: Address | null): { devices: bigint[]; lost: string | null } {
  const devices: bigint[] = [];
  const seen = new Set<Address>();
  let at = first;
  while (at !== null && at !== 0) {
    if (seen.has(at) || seen.size >= MOST_DEVICES)
      return { devices, lost: `the list of devices leads back to 0x${toUnsigned(at).toString(16)}` };
    seen.add(at);
    const device = deviceAt(target, at);
    devices.push(toUnsigned(at));
    if (!device) return { devices, lost: `the device at 0x${toUnsigned(at).toString(16)} is not in the dump` };
    at = device.pointer('NextDevice');
  }
  return { devices, lost: at === null ? 'the list of devices is not in the dump' : null };
}

function deviceAt(target: Target, address: Address) {
  const device = new WdmObject(target, address, WDM[target.pointerSize].DEVICE_OBJECT);
  return device.u16('Type') === IO_TYPE.device ? device : null;
}

/** `\Driver\disk` of the driver object at an address; null when it is not in the dump. */
export function driverName(target: Target, driver: Address | null): string | null {
  if (!driver) return null;
  const object = new WdmObject(target, driver, WDM[target.pointerSize].DRIVER_OBJECT);
  return object.u16('Type') === IO_TYPE.driver ? unicodeString(target, object.place('DriverName')) || null : null;
}

/** Name of the driver that a device belongs to; null when it is not in the dump. */
export function driverNameOfDevice(target: Target, device: Address | null): string | null {
  const object = device ? deviceAt(target, device) : null;
  return object ? driverName(target, object.pointer('DriverObject')) : null;
}

/** The device object at an address; null when none is there. */
export function readDevice({ target, kernel }: IoContext, address: Address): DeviceObject | null {
  const device = deviceAt(target, address);
  if (!device) return null;
  const extension = extensionOf(target, device.pointer('DeviceObjectExtension'));
  const driver = device.pointer('DriverObject');
  const attached = device.pointer('AttachedDevice');
  const below = extension?.pointer('AttachedTo') ?? null;
  const busy = device.u8('DeviceQueueBusy');
  return {
    address: toUnsigned(address),
    name: kernel ? (objectName(kernel, address) ?? '') : null,
    driver: driver === null ? null : toUnsigned(driver),
    driverName: driverName(target, driver),
    currentIrp: device.unsigned('CurrentIrp'),
    referenceCount: device.u32('ReferenceCount'),
    type: device.u32('DeviceType'),
    flags: device.u32('Flags'),
    characteristics: device.u32('Characteristics'),
    extensionFlags: extension?.u32('ExtensionFlags') ?? null,
    vpb: device.unsigned('Vpb'),
    securityDescriptor: device.unsigned('SecurityDescriptor'),
    deviceExtension: device.unsigned('DeviceExtension'),
    objectExtension: device.unsigned('DeviceObjectExtension'),
    node: extension?.unsigned('DeviceNode') ?? null,
    attached: attached === null ? null : toUnsigned(attached),
    attachedDriverName: driverNameOfDevice(target, attached),
    attachedTo: below === null ? null : toUnsigned(below),
    attachedToDriverName: driverNameOfDevice(target, below),
    queueBusy: busy === null ? null : busy !== 0,
    queue: busy ? queuedIrps(target, device.place('DeviceQueueList')) : [],
    line: null,
  };
}

function extensionOf(target: Target, at: Address | null) {
  return at ? new WdmObject(target, at, WDM[target.pointerSize].DEVOBJ_EXTENSION) : null;
}

/** IRPs wait by the DeviceQueueEntry in their tail. */
function queuedIrps({ memory, pointerSize }: Target, head: Address): bigint[] {
  const irps: bigint[] = [];
  const seen = new Set<Address>([head]);
  for (let at = tryPointer(memory, head, pointerSize); at !== null && !seen.has(at) && seen.size < MOST_DEVICES; ) {
    seen.add(at);
    irps.push(toUnsigned(at - WDM[pointerSize].IRP.DeviceQueueEntry));
    at = tryPointer(memory, at, pointerSize);
  }
  return irps;
}

/** The devices that are attached to each other around one of them; null when none is there. */
export function readDeviceStack(io: IoContext, address: Address): DeviceStack | null {
  const { target } = io;
  if (!deviceAt(target, address)) return null;
  const above: Address[] = [];
  const below: Address[] = [];
  const seen = new Set<Address>([address]);
  const follow = (list: Address[], next: (at: Address) => Address | null) => {
    for (let at = next(address); at !== null && at !== 0 && !seen.has(at) && seen.size < MOST_DEVICES; at = next(at)) {
      seen.add(at);
      list.push(at);
    }
  };
  follow(above, (at) => deviceAt(target, at)?.pointer('AttachedDevice') ?? null);
  follow(
    below,
    (at) =>
      extensionOf(target, deviceAt(target, at)?.pointer('DeviceObjectExtension') ?? null)?.pointer('AttachedTo') ??
      null,
  );
  const all = [...above.reverse(), address, ...below];
  return {
    devices: all.map((at) => {
      const device = readDevice(io, at);
      return {
        device: toUnsigned(at),
        driverName: device?.driverName ?? null,
        extension: device?.deviceExtension ?? null,
        name: device?.name ?? null,
        asked: at === address,
      };
    }),
    ...nodeOf(io, all.at(-1) ?? address),
    line: null,
  };
}

/** The device node of a stack is that of its lowest device; its members are known to symbols only. */
function nodeOf({ target, kernel }: IoContext, lowest: Address) {
  const extension = extensionOf(target, deviceAt(target, lowest)?.pointer('DeviceObjectExtension') ?? null);
  const node = extension?.unsigned('DeviceNode') ?? null;
  const at = node ? toAddress(target.pointerSize === 8 ? node : node & 0xffffffffn) : null;
  const object = kernel && at ? kernel.object('_DEVICE_NODE', at) : null;
  return {
    node,
    instancePath: object?.unicodeString('InstancePath') ?? null,
    serviceName: object?.unicodeString('ServiceName') ?? null,
  };
}
