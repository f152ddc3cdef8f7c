import { type Address, toUnsigned, tryView } from '../memory/space.ts';
import { looksLikeThread } from '../target/kernel-objects.ts';
import type { Kernel } from './kernel.ts';
import type { KernelObject } from './kernel-object.ts';
import type { Resource, ResourceLocks, ResourceOwner } from './resource.ts';
import { resourceWaiters } from './resource-waiters.ts';

/** ResourceOwnedExclusive of wdm.h, in ERESOURCE.Flag. */
const OWNED_EXCLUSIVE = 0x80;
/** An owner table has a slot for each thread that holds the resource shared or waits to. */
const MOST_OWNERS = 16_384;
/** Slots read for all resources of one list together: garbage that claims more is not believed. */
const MOST_SLOTS = 1_000_000;

/** A slot of an owner table, in the order of the table. */
export interface OwnerSlot extends ResourceOwner {
  /** The thread has its slot already while it waits for shared access. */
  readonly waits: boolean;
}

/** An ERESOURCE with what only memory tells. */
export interface ResourceObject extends Resource {
  /** Owners and those waiting for shared access that have a slot, in the order of the table. */
  readonly slots: readonly OwnerSlot[];
  /** ERESOURCE.ActiveCount and Flag as stored. */
  readonly activeCount: number;
  readonly flag: number;
}

/** `ResourceLocks` as memory tells them. */
export interface ResourceObjects extends ResourceLocks {
  readonly resources: readonly ResourceObject[];
}

/** Names an address exactly or as part of something, or null: `nt!PiEngineLock`, `Ntfs!NtfsData+0x98`. */
export type AddressName = (address: Address) => string | null;

/**
 * The executive resources of ExpSystemResourcesList: those held or waited for, or with `all` the others too. A string
 * tells why there is no list.
 */
export function readResourceLocks(kernel: Kernel, name: AddressName, all = false): ResourceObjects | string {
  const head = kernel.address('ExpSystemResourcesList');
  if (head === null) return 'the symbols of nt have no ExpSystemResourcesList';
  if (!kernel.member('_ERESOURCE', 'ActiveCount')) return 'the symbols of nt have no _ERESOURCE';
  if (kernel.pointerAt(head) === null) return 'ExpSystemResourcesList is not in the dump';
  const { items, broken } = kernel.list(head, '_ERESOURCE', 'SystemResourcesList');
  const reader = new ResourceReader(kernel, name);
  const resources: ResourceObject[] = [];
  let held = 0;
  let unread = 0;
  for (const at of items) {
    const counts = countsOf(kernel.object('_ERESOURCE', at));
    if (!counts) {
      unread++;
      continue;
    }
    if (counts.active !== 0) held++;
    if (all || counts.active !== 0 || counts.shared !== 0 || counts.exclusive !== 0)
      resources.push(reader.read(at, counts));
  }
  const lost = [
    broken === null ? null : `the list ends early: ${broken}`,
    unread === 0 ? null : `${unread} resources of the list are not in the dump`,
  ].filter((reason) => reason !== null);
  return {
    resources,
    total: broken === null ? items.length : null,
    held: broken === null && unread === 0 ? held : null,
    lost: lost.length > 0 ? lost.join('; ') : null,
  };
}

/** One ERESOURCE, on the system's list or not; null when it is not in the dump. */
export function readResource(kernel: Kernel, address: Address, name: AddressName): ResourceObject | null {
  const counts = countsOf(kernel.object('_ERESOURCE', address));
  return counts && new ResourceReader(kernel, name).read(address, counts);
}

interface Counts {
  readonly active: number;
  readonly shared: number;
  readonly exclusive: number;
}

function countsOf(resource: KernelObject): Counts | null {
  const active = resource.number('ActiveCount');
  const shared = resource.number('NumberOfSharedWaiters');
  const exclusive = resource.number('NumberOfExclusiveWaiters');
  return active === null || shared === null || exclusive === null ? null : { active, shared, exclusive };
}

class ResourceReader {
  readonly #kernel: Kernel;
  readonly #name: AddressName;
  #slotsLeft = MOST_SLOTS;
  constructor(kernel: Kernel, name: AddressName) {
    this.#kernel = kernel;
    this.#name = name;
  }

  read(address: Address, { active, shared, exclusive }: Counts): ResourceObject {
    const kernel = this.#kernel;
    const resource = kernel.object('_ERESOURCE', address);
    const flag = resource.number('Flag') ?? 0;
    const table = this.#slots(resource);
    const sharedWaiters = resourceWaiters(kernel, resource, 'SharedWaiters', shared);
    const exclusiveWaiters = resourceWaiters(kernel, resource, 'ExclusiveWaiters', exclusive);
    const waiting = new Set(sharedWaiters.threads);
    const slots = table.slots.map((slot) => ({ ...slot, waits: waiting.has(slot.thread) }));
    const owners = slots.filter(({ waits }) => !waits).map(({ waits: _, ...owner }) => owner);
    const lost = [table.lost, sharedWaiters.lost, exclusiveWaiters.lost].filter((reason) => reason !== null);
    return {
      address: toUnsigned(address),
      symbol: this.#name(address),
      ownership: active === 0 ? 'none' : (flag & OWNED_EXCLUSIVE) !== 0 ? 'exclusive' : 'shared',
      owners: active === 0 ? [] : owners,
      sharedWaiters: sharedWaiters.threads,
      exclusiveWaiters: exclusiveWaiters.threads,
      sharedWaiterCount: shared,
      exclusiveWaiterCount: exclusive,
      contentionCount: resource.number('ContentionCount') ?? 0,
      lost: lost.length > 0 ? lost.join('; ') : null,
      line: null,
      slots: active === 0 ? slots.filter(({ waits }) => waits) : slots,
      activeCount: active,
      flag,
    };
  }

  /** Slots in use: those within the resource (two up to Windows Server 2003, then one), then those of its table. */
  #slots(resource: KernelObject): { slots: ResourceOwner[]; lost: string | null } {
    const kernel = this.#kernel;
    const size = kernel.sizeOf('_OWNER_ENTRY');
    if (size === null) return { slots: [], lost: 'the symbols of nt have no _OWNER_ENTRY' };
    const two = resource.place('OwnerThreads');
    const own = two === null ? [resource.place('OwnerEntry')] : [two, two + size];
    const slots = own.flatMap((at) => (at === null ? [] : this.#slot(at)));
    const table = resource.pointer('OwnerTable');
    if (table === null || table === 0) return { slots, lost: null };
    // The table's own slot 0 holds its size instead of an owner.
    const claimed = kernel.object('_OWNER_ENTRY', table).number('TableSize');
    if (claimed === null) return { slots, lost: 'the owner table is not in the dump' };
    const most = Math.min(claimed, MOST_OWNERS, this.#slotsLeft);
    this.#slotsLeft -= most;
    const whole = tryView(kernel.memory, table, most * size) !== null;
    for (let index = 1; index < most; index++) slots.push(...this.#slot(table + index * size));
    if (most < claimed) return { slots, lost: `the owner table claims ${claimed} slots, of which ${most} were read` };
    return { slots, lost: whole ? null : 'a part of the owner table is not in the dump' };
  }

  #slot(at: Address): [] | [ResourceOwner] {
    const kernel = this.#kernel;
    const entry = kernel.object('_OWNER_ENTRY', at);
    const word = entry.value('OwnerThread');
    const count = entry.number('OwnerCount');
    if (!word || count === null || count <= 0) return [];
    return [{ thread: word, count, actualThread: this.#actualThread(at, word) }];
  }

  /**
   * ExSetResourceOwnerPointer stores any address with its two low bits set. Where a thread lies at that address without
   * the bits, it is the owner.
   */
  #actualThread(slot: Address, word: bigint): bigint | null {
    const low = Number(word & 3n);
    if (low === 0) return null;
    const stored = this.#kernel.pointerAt(slot);
    if (stored === null || !looksLikeThread(this.#kernel.memory, stored - low)) return null;
    return toUnsigned(stored - low);
  }
}
