import { type Address, toUnsigned } from '../memory/space.ts';
import { type HandleSlot, readHandleSlot, readHandleSlots } from './handle-table-reader.ts';
import type { Kernel } from './kernel.ts';
import type { Handle, HandleTable } from './object.ts';
import { contentName } from './object-content.ts';
import { objectBody, objectPath, typeOfObject } from './object-name.ts';
import { handleCount } from './process-reader.ts';

/** What of the handles is wanted: names cost reads of every object. */
export interface HandleWish {
  /** One handle; absent for all. */
  readonly handle?: number;
  readonly names?: boolean;
}

/** The handles of a process. Null for a process without a table: one that has exited, or whose EPROCESS is not in the dump. */
export function readHandles(kernel: Kernel, process: Address, wish: HandleWish = {}): HandleTable | null {
  const owner = kernel.object('_EPROCESS', process);
  const table = owner.pointer('ObjectTable');
  if (table === null || table === 0) return null;
  const found = slotsOf(kernel, table, wish.handle ?? null);
  const stated = handleCount(kernel, owner);
  const fewer = wish.handle === undefined && stated !== null && stated !== found.slots.length;
  return {
    address: toUnsigned(table),
    process: toUnsigned(process),
    processId: owner.number('UniqueProcessId'),
    stated,
    levels: found.levels,
    handles: found.slots.map((slot) => handleOf(kernel, slot, wish.names ?? false)),
    lost: found.lost ?? (fewer ? `${stated} handles are stated, ${found.slots.length} found` : null),
  };
}

/** Whether a process has no handles: one that has exited has given back its table. False also where the dump does not say. */
export function isWithoutHandles(kernel: Kernel, process: Address): boolean {
  return kernel.object('_EPROCESS', process).pointer('ObjectTable') === 0;
}

function slotsOf(kernel: Kernel, table: Address, handle: number | null): ReturnType<typeof readHandleSlots> {
  if (handle === null) return readHandleSlots(kernel, table);
  const slot = readHandleSlot(kernel, table, handle);
  return { slots: slot ? [slot] : [], levels: null, lost: null };
}

function handleOf(kernel: Kernel, slot: HandleSlot, names: boolean): Handle {
  const body = objectBody(kernel, slot.pointer) ?? slot.pointer;
  const type = typeOfObject(kernel, body);
  return {
    handle: slot.handle,
    object: toUnsigned(body),
    access: slot.access,
    ...slot.attributes,
    entry: toUnsigned(slot.entry),
    type,
    name: names && type !== null ? (objectPath(kernel, body) ?? contentName(kernel, body, type)) : null,
  };
}
