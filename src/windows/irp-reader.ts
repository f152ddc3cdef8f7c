import { viewOf } from '../bytes/source.ts';
import { type Address, readAvailable, toUnsigned } from '../memory/space.ts';
import { driverNameOfDevice, type IoContext } from './driver-reader.ts';
import type { IrpLocation, IrpObject } from './irp-object.ts';
import { IO_TYPE, WDM } from './wdm-layout.ts';
import { WdmObject } from './wdm-object.ts';

/** IRP_ASSOCIATED_IRP of wdm.h: the AssociatedIrp member is the master IRP; otherwise it is a buffer. */
const IRP_ASSOCIATED = 0x08;
/** IoAllocateIrp takes a CCHAR: there are no deeper stacks. */
const MOST_LOCATIONS = 127;

/** The IRP at an address; null when none is there. Locations end where the dump does. */
export function readIrp(io: IoContext, address: Address): IrpObject | null {
  const { target } = io;
  const { pointerSize } = target;
  const irp = new WdmObject(target, address, WDM[pointerSize].IRP);
  const stackCount = irp.u8('StackCount');
  const currentLocation = irp.u8('CurrentLocation');
  if (irp.u16('Type') !== IO_TYPE.irp || stackCount === null || currentLocation === null) return null;
  // Garbage with the right first word: an IRP is at least as long as its locations, and has at most 127.
  if (stackCount > MOST_LOCATIONS || currentLocation > stackCount + 1) return null;
  const flags = irp.u32('Flags');
  const associated = irp.unsigned('AssociatedIrp');
  const isAssociated = flags !== null && (flags & IRP_ASSOCIATED) !== 0;
  const byte = (member: 'PendingReturned' | 'Cancel') => {
    const value = irp.u8(member);
    return value === null ? null : value !== 0;
  };
  return {
    address: toUnsigned(address),
    stackCount,
    currentLocation,
    currentAddress: irp.unsigned('CurrentStackLocation'),
    mdl: irp.unsigned('MdlAddress'),
    systemBuffer: isAssociated ? 0n : associated,
    masterIrp: isAssociated ? associated : 0n,
    thread: irp.unsigned('Thread'),
    pending: byte('PendingReturned'),
    cancel: byte('Cancel'),
    status: irp.u32('Status'),
    information: irp.unsigned('Information'),
    flags,
    cancelRoutine: irp.unsigned('CancelRoutine'),
    userEvent: irp.unsigned('UserEvent'),
    locations: locations(io, address + WDM[pointerSize].IRP.size, stackCount),
    line: null,
  };
}

function locations(io: IoContext, first: Address, count: number): IrpLocation[] {
  const { target } = io;
  const layout = WDM[target.pointerSize].IO_STACK_LOCATION;
  const found: IrpLocation[] = [];
  for (let index = 0; index < count; index++) {
    const location = new WdmObject(target, first + index * layout.size, layout);
    const major = location.u8('MajorFunction');
    const device = location.pointer('DeviceObject');
    const completion = location.unsigned('CompletionRoutine');
    const context = location.unsigned('Context');
    const file = location.unsigned('FileObject');
    if (major === null || device === null || completion === null || context === null || file === null) break;
    found.push({
      major,
      minor: location.u8('MinorFunction') ?? 0,
      flags: location.u8('Flags') ?? 0,
      control: location.u8('Control') ?? 0,
      device: toUnsigned(device),
      file,
      completion,
      completionName: completion === 0n ? null : io.name(completion),
      context,
      driverName: driverNameOfDevice(target, device),
      parameters: parameters(io, location.place('Parameters')),
    });
  }
  return found;
}

/** Four words that need not be pointers; they end where the dump does. */
function parameters({ target }: IoContext, at: Address): bigint[] {
  const { memory, pointerSize } = target;
  const view = viewOf(readAvailable(memory, at, 4 * pointerSize));
  const words: bigint[] = [];
  for (let offset = 0; offset + pointerSize <= view.byteLength; offset += pointerSize)
    words.push(pointerSize === 8 ? view.getBigUint64(offset, true) : BigInt(view.getUint32(offset, true)));
  return words;
}
