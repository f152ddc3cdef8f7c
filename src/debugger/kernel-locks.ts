import { UsageError } from '../bytes/errors.ts';
import { hexPadded } from '../bytes/hex.ts';
import type { Kernel } from '../windows/kernel.ts';
import { type OwnerSlot, type ResourceObject, readResource, readResourceLocks } from '../windows/resource-reader.ts';
import { hasDispatcherObject } from '../windows/resource-waiters.ts';
import { needWholeKernel } from './kernel.ts';
import { STACKS, viewThreadAt, WAITS } from './kernel-thread.ts';
import { nameOf, nameText } from './names.ts';
import { evaluateIn } from './scope.ts';
import type { Session } from './session.ts';
import type { Text } from './text.ts';
import { type ThreadView, writeThread } from './thread-text.ts';

/** `!locks` of the kernel. */
export interface KernelLocksOptions {
  /** An expression; null for all resources. */
  readonly address: string | null;
  readonly threads: boolean;
  /** Those that nobody holds too. */
  readonly all: boolean;
}

export interface KernelLocksData {
  readonly kind: 'kernel';
  readonly pointerSize: 4 | 8;
  readonly resources: readonly ResourceObject[];
  /** Owners and waiters of these resources, where they were asked for. */
  readonly threads: readonly ThreadView[];
  /** Asked for by address, so that no title is printed. */
  readonly single: boolean;
  /** Waiters are found by dispatcher objects, as up to Windows 7: in the layout of that time a blank line less. */
  readonly classic: boolean;
  readonly total: number | null;
  readonly held: number | null;
  readonly lost: string | null;
}

/** `-v` shows the threads too, `-d` resources that nobody holds, `-p` is accepted. */
export function parseKernelLocks(args: string): KernelLocksOptions {
  const words = args.trim().split(/\s+/).filter(Boolean);
  const options = words.filter((word) => word.startsWith('-'));
  const wrong = options.find((word) => !/^-[vpd]+$/i.test(word));
  if (wrong !== undefined)
    throw new UsageError('!locks', `'${wrong}' is not understood; !locks [-v] [-d] [address]`, args.indexOf(wrong));
  const rest = words.filter((word) => !word.startsWith('-')).join(' ');
  const given = (letter: string) => options.some((word) => word.toLowerCase().includes(letter));
  return { address: rest === '' || /^0+$/.test(rest) ? null : rest, threads: given('v'), all: given('d') };
}

export async function runKernelLocks(session: Session, options: KernelLocksOptions): Promise<KernelLocksData> {
  const kernel = await needWholeKernel(session, '!locks', 'executive resources');
  const base = {
    kind: 'kernel',
    pointerSize: kernel.pointerSize,
    classic: hasDispatcherObject(kernel, 'SharedWaiters'),
  } as const;
  if (options.address !== null) {
    const resource = await oneResource(session, kernel, options.address);
    const held = resource.activeCount === 0 ? 0 : 1;
    const resources = await named(session, [resource]);
    const threads = options.threads ? await viewThreads(session, kernel, resources) : [];
    return { ...base, single: true, resources, threads, total: 1, held, lost: null };
  }
  const locks = readResourceLocks(kernel, () => null, options.all);
  if (typeof locks === 'string') throw new UsageError('!locks', locks);
  // The transcripts of Windows Server 2003 list only resources that threads wait for, later ones all that are held.
  const waitedFor = kernel.member('_ERESOURCE', 'OwnerThreads') !== null && !options.all;
  const listed = waitedFor ? locks.resources.filter(hasWaiters) : locks.resources;
  const resources = await named(session, listed);
  const threads = options.threads ? await viewThreads(session, kernel, resources) : [];
  return { ...base, single: false, resources, threads, total: locks.total, held: locks.held, lost: locks.lost };
}

/** The threads that resources name, each once, with their stacks. */
async function viewThreads(
  session: Session,
  kernel: Kernel,
  resources: readonly ResourceObject[],
): Promise<ThreadView[]> {
  const wanted = new Set(
    resources.flatMap(({ slots, sharedWaiters, exclusiveWaiters }) => [
      ...slots.map(({ thread, actualThread }) => actualThread ?? thread),
      ...sharedWaiters,
      ...exclusiveWaiters,
    ]),
  );
  const views: ThreadView[] = [];
  for (const thread of wanted) {
    const at = session.address(thread);
    const view = at === null ? null : await viewThreadAt(session, kernel, at, WAITS | STACKS);
    if (view) views.push(view);
  }
  return views;
}

function hasWaiters({ sharedWaiterCount, exclusiveWaiterCount }: ResourceObject): boolean {
  return sharedWaiterCount + exclusiveWaiterCount > 0;
}

async function oneResource(session: Session, kernel: Kernel, expression: string): Promise<ResourceObject> {
  const value = await evaluateIn(session, expression);
  const at = session.address(value);
  const resource = at === null ? null : readResource(kernel, at, () => null);
  if (!resource) throw new UsageError('!locks', `the resource at 0x${value.toString(16)} is not in the dump`);
  return resource;
}

/** The same resources with names from the symbols of the drivers that hold them. */
async function named(session: Session, resources: readonly ResourceObject[]): Promise<ResourceObject[]> {
  const result: ResourceObject[] = [];
  for (const resource of resources) {
    const name = await nameOf(session, resource.address);
    // An export table names functions: the one before a lock in the data says nothing of it.
    result.push({ ...resource, symbol: name?.name && !name.fromExports ? nameText(name) : null });
  }
  return result;
}

export function renderKernelLocks(data: KernelLocksData, text: Text): void {
  if (!data.single) text.line('**** DUMP OF ALL RESOURCE OBJECTS ****');
  const threads = new Map(data.threads.map((view) => [view.thread.address, view]));
  for (const resource of data.resources) {
    text.line();
    writeResource(text, resource, data, threads);
  }
  if (data.classic || data.resources.length === 0) text.line();
  if (data.lost !== null) text.line(`The list is not complete: ${data.lost}`);
  const held = data.held === null ? '' : `, ${data.held} locks currently held`;
  text.line(data.total === null ? `unknown total locks${held}` : `${data.total} total locks${held}`);
}

function writeResource(
  text: Text,
  resource: ResourceObject,
  { pointerSize, classic }: KernelLocksData,
  threads: ReadonlyMap<bigint, ThreadView>,
): void {
  const shown = (address: bigint) => hexPadded(address, pointerSize * 2);
  text.write('Resource @ ');
  const at = `0x${shown(resource.address)}`;
  text.link(resource.symbol === null ? at : `${resource.symbol} (${at})`, `!locks -v ${at}`);
  text.line(`    ${ownershipText(resource)}`);
  const count = (label: string, value: number) => value !== 0 && text.line(`    ${label} = ${value}`);
  count('Contention Count', resource.contentionCount);
  count('NumberOfSharedWaiters', resource.sharedWaiterCount);
  count('NumberOfExclusiveWaiters', resource.exclusiveWaiterCount);
  writeThreads(text, writeSlots(text, resource, shown), threads);
  if (resource.exclusiveWaiters.length > 0) {
    if (!classic) text.line();
    text.line('     Threads Waiting On Exclusive Access:');
    writeRows(
      text,
      resource.exclusiveWaiters.map((thread) => [`${shown(thread)}       `, thread] as const),
      '              ',
    );
    writeThreads(text, resource.exclusiveWaiters, threads);
  }
  if (resource.lost !== null) text.line(`     Not complete: ${resource.lost}`);
}

function ownershipText({ ownership, owners }: ResourceObject): string {
  if (ownership === 'exclusive') return 'Exclusively owned';
  return ownership === 'shared' ? `Shared ${owners.length} owning threads` : 'Available';
}

/** Owners with a star, then those that wait for shared access, in the order of the owner table. */
function writeSlots(text: Text, resource: ResourceObject, shown: (address: bigint) => string): bigint[] {
  const listed = new Set(resource.slots.map(({ thread }) => thread));
  // Where the owner table has no slot for a waiter, it asks once all the same.
  const others = resource.sharedWaiters
    .filter((thread) => !listed.has(thread))
    .map((thread): OwnerSlot => ({ thread, count: 1, actualThread: null, waits: true }));
  const slots = [...resource.slots, ...others];
  if (slots.length === 0) return [];
  const cells = slots.map((slot) => [slotText(slot, shown), slot.actualThread ?? slot.thread] as const);
  text.write('     Threads: ');
  writeRows(text, cells, '');
  return cells.map(([, thread]) => thread);
}

/** The THREAD blocks of a row, where they were asked for. */
function writeThreads(text: Text, addresses: readonly bigint[], threads: ReadonlyMap<bigint, ThreadView>): void {
  const views = addresses.map((address) => threads.get(address)).filter((view) => view !== undefined);
  for (const view of views) {
    text.line();
    writeThread(text, view, 5);
  }
  if (views.length > 0) text.line();
}

function slotText({ thread, count, actualThread, waits }: OwnerSlot, shown: (address: bigint) => string): string {
  const cell = `${shown(thread)}-${hexPadded(count, 2)}${waits ? '    ' : '<*> '}`;
  if ((thread & 3n) === 0n) return cell;
  return `${cell}*** ${actualThread === null ? 'Unknown owner, possibly FileSystem' : `Actual Thread ${shown(actualThread)}`} `;
}

/** Four cells a line, each a link to its thread. */
function writeRows(text: Text, cells: readonly (readonly [string, bigint])[], first: string): void {
  cells.forEach(([cell, thread], index) => {
    if (index % 4 === 0) text.write(index === 0 ? first : '\n              ');
    const label = cell.trimEnd();
    text.link(label, `!thread ${thread.toString(16)}`).write(cell.slice(label.length));
  });
  text.line();
}
