import { type Address, toUnsigned } from '../memory/space.ts';
import { type HandleSlot, readHandleSlot, readHandleSlots } from './handle-table-reader.ts';
import type { Kernel } from './kernel.ts';
import type { Handle, HandleTable } from './object.ts';
import { objectBody, objectPath, typeOfObject } from './object-reader.ts';

/** What of the handles is wanted: names cost reads of every object. */
export interface HandleWish {
  /** One handle; null for all. */
  readonly handle?: number | null;
  readonly names?: boolean;
}

/** The handles of a process. Null for a process without a table: one that has exited, or whose EPROCESS is not in the dump. */
export function readHandles(kernel: Kernel, process: Address, wish: HandleWish = {}): HandleTable | null {
  const owner = kernel.object('_EPROCESS', process);
  const table = owner.pointer('ObjectTable');
  if (table === null || table === 0) return null;
  const fields = kernel.object('_HANDLE_TABLE', table);
  const found = slotsOf(kernel, table, wish.handle ?? null);
  return {
    address: toUnsigned(table),
    process: toUnsigned(process),
    processId: owner.number('UniqueProcessId'),
    stated: statedCount(kernel, table),
    levels: found.levels,
    handles: found.slots.map((slot) => handleOf(kernel, slot, wish.names ?? false)),
    lost: fields.pointer('TableCode') === null ? 'the handle table is not in the dump' : found.lost,
  };
}

function slotsOf(kernel: Kernel, table: Address, handle: number | null): ReturnType<typeof readHandleSlots> {
  if (handle === null) return readHandleSlots(kernel, table);
  const slot = readHandleSlot(kernel, table, handle);
  return { slots: slot ? [slot] : [], levels: null, lost: null };
}

/** HANDLE_TABLE.HandleCount; since Windows 8.1 each of the table's free lists counts the handles taken from it. */
function statedCount(kernel: Kernel, table: Address): number | null {
  const fields = kernel.object('_HANDLE_TABLE', table);
  const counter = fields.u32('HandleCount');
  if (counter !== null) return counter;
  const lists = kernel.member('_HANDLE_TABLE', 'FreeLists');
  const count = kernel.offset('_HANDLE_TABLE_FREE_LIST', 'HandleCount');
  if (lists === null || count === null) return null;
  return kernel.object('_HANDLE_TABLE_FREE_LIST', table + lists.offset).u32('HandleCount');
}

function handleOf(kernel: Kernel, slot: HandleSlot, names: boolean): Handle {
  const body = objectBody(kernel, slot.pointer) ?? slot.pointer;
  return {
    handle: slot.handle,
    object: toUnsigned(body),
    access: slot.access,
    ...slot.attributes,
    entry: toUnsigned(slot.entry),
    type: typeOfObject(kernel, body),
    name: names ? objectPath(kernel, body) : null,
  };
}
