import type { Address } from '../memory/space.ts';
import { toUnsigned, tryU8 } from '../memory/space.ts';
import type { Kernel } from './kernel.ts';
import { objectPath } from './object-name.ts';
import type { WaitObject } from './wait.ts';

/** KOBJECTS in public symbols: DISPATCHER_HEADER.Type of what threads can wait for, in the debugger's words. */
const TYPES: Readonly<Record<number, string>> = {
  0: 'NotificationEvent',
  1: 'SynchronizationEvent',
  2: 'Mutant',
  3: 'ProcessObject',
  4: 'QueueObject',
  5: 'Semaphore',
  6: 'Thread',
  7: 'Gate',
  8: 'NotificationTimer',
  9: 'SynchronizationTimer',
};
const MUTANT = 2;
const PROCESS = 3;
const SEMAPHORE = 5;
const THREAD = 6;
const LAST_TYPE = 9;
/** KOBJECT_LOCK_BIT: the header's first byte holds it while the object is locked. */
const LOCK_BIT = 0x80;

/** DISPATCHER_HEADER.Type without its lock bit; null when not in the dump. */
export function dispatcherType(kernel: Kernel, object: Address): number | null {
  const type = tryU8(kernel.memory, object);
  return type === null ? null : type & ~LOCK_BIT;
}

/** The debugger's word for a dispatcher type; types that came later by the kernel's own enumeration. Null when none. */
function typeName(kernel: Kernel, type: number): string | null {
  const known = TYPES[type];
  if (known !== undefined) return known;
  const later = type > LAST_TYPE ? (kernel.enumeration('_KOBJECTS')?.get(type) ?? null) : null;
  return later === 'PriQueueObject' ? 'QueueObject' : later;
}

/** The KTHREAD that owns a mutant: the pointer's low bits are flags. Null when it is free, or not in the dump. */
export function mutantOwner(kernel: Kernel, mutant: Address): Address | null {
  const owner = kernel.object('_KMUTANT', mutant).pointer('OwnerThread');
  if (owner === null || owner === 0) return null;
  const flags = kernel.pointerSize === 8 ? 16 : 8;
  return owner - (((owner % flags) + flags) % flags);
}

/** Parts of a thread that it can wait for itself. */
const OWN: readonly (readonly [structure: string, member: string, what: NonNullable<WaitObject['own']>])[] = [
  ['_KTHREAD', 'Timer', 'timer'],
  ['_KTHREAD', 'SuspendSemaphore', 'suspend'],
  ['_KTHREAD', 'SuspendEvent', 'suspend'],
  ['_ETHREAD', 'LpcReplySemaphore', 'lpc-reply'],
  ['_ETHREAD', 'AlpcWaitSemaphore', 'lpc-reply'],
];

/** What of the thread an object is that lies inside it; null when it lies elsewhere. */
export function ownObject(kernel: Kernel, thread: Address, object: Address): WaitObject['own'] {
  const offset = object - thread;
  if (offset < 0 || offset >= (kernel.sizeOf('_ETHREAD') ?? 0)) return null;
  return OWN.find(([structure, member]) => kernel.offset(structure, member) === offset)?.[2] ?? 'other';
}

/** An object that a thread waits for, by its header. */
export function readWaitObject(kernel: Kernel, thread: Address, object: Address): WaitObject {
  const type = dispatcherType(kernel, object);
  const own = ownObject(kernel, thread, object);
  const word = type === null ? null : typeName(kernel, type);
  return {
    address: toUnsigned(object),
    type: word,
    limit: type === SEMAPHORE ? kernel.object('_KSEMAPHORE', object).number('Limit') : null,
    owner: type === null ? null : ownerOf(kernel, object, type),
    name: own === null && word !== null ? objectPath(kernel, object) : null,
    own,
  };
}

function ownerOf(kernel: Kernel, object: Address, type: number): bigint | null {
  if (type === PROCESS || type === THREAD) return toUnsigned(object);
  const owner = type === MUTANT ? mutantOwner(kernel, object) : null;
  return owner === null ? null : toUnsigned(owner);
}
