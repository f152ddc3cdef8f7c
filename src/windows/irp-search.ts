import { type Address, toAddress } from '../memory/space.ts';
import { driverNameOfDevice, type IoContext } from './driver-reader.ts';
import type { IrpObject } from './irp-object.ts';
import { readIrp } from './irp-reader.ts';
import type { Kernel } from './kernel.ts';
import { poolUnit } from './pool-page-reader.ts';
import { searchPool } from './pool-search.ts';

/** An IRP and the driver that it was last sent to. */
export interface FoundIrp {
  readonly irp: IrpObject;
  readonly driverName: string | null;
}

/** All IRPs found by two routes: pool blocks tagged `Irp`, and the lists of threads; null ends of a route are told. */
export function findIrps(kernel: Kernel, io: IoContext): { irps: readonly FoundIrp[]; lost: string | null } {
  const places = new Set<Address>();
  const pool = searchPool(kernel, (tag) => tag === 'Irp ', false);
  for (const { address, state } of pool.blocks) {
    const at = toAddress(address);
    if (at !== null && state === 'Allocated') places.add(at + poolUnit(kernel));
  }
  for (const at of irpsOfThreads(kernel)) places.add(at);
  const irps: FoundIrp[] = [];
  for (const at of [...places].sort((a, b) => a - b)) {
    const irp = readIrp(io, at);
    if (!irp) continue;
    const device = irp.locations[irp.currentLocation - 1]?.device ?? 0n;
    irps.push({ irp, driverName: driverNameOfDevice(io.target, toAddress(device)) });
  }
  return { irps, lost: pool.lost };
}

/** IRPs on the lists of all threads of all processes. */
function irpsOfThreads(kernel: Kernel): Address[] {
  const head = kernel.address('PsActiveProcessHead');
  const found: Address[] = [];
  if (head === null) return found;
  for (const process of kernel.list(head, '_EPROCESS', 'ActiveProcessLinks').items) {
    const threads = kernel.object('_EPROCESS', process).place('ThreadListHead');
    if (threads === null) continue;
    for (const thread of kernel.list(threads, '_ETHREAD', 'ThreadListEntry').items) {
      const irps = kernel.object('_ETHREAD', thread).place('IrpList');
      if (irps !== null) found.push(...kernel.list(irps, '_IRP', 'ThreadListEntry').items);
    }
  }
  return found;
}
