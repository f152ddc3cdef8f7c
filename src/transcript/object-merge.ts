import type { CriticalSection } from '../windows/critical-section.ts';
import type { ProcessObject } from '../windows/process.ts';
import type { Resource, ResourceLocks } from '../windows/resource.ts';
import type { ThreadObject } from '../windows/thread.ts';
import type { Read } from './log-reading.ts';

/** Puts a value into the list of its key. */
export function append<K, T>(lists: Map<K, T[]>, key: K, value: T): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** A list of what a reader found, which may be nothing. */
export function one<T>(value: T | null): readonly T[] {
  return value === null ? [] : [value];
}

/** Things met several times become one each by address, in the order first met; posts of a page show different machines. */
export function mergeByAddress<T extends { readonly address: bigint }>(
  found: readonly Read<T>[],
  merge: (a: T, b: T) => T,
  page: (item: Read<T>) => number,
): readonly T[] {
  const pages = new Map<number, Map<bigint, T>>();
  for (const item of found) {
    const at = page(item);
    let known = pages.get(at);
    if (!known) {
      known = new Map();
      pages.set(at, known);
    }
    const before = known.get(item.value.address);
    known.set(item.value.address, before === undefined ? item.value : merge(before, item.value));
  }
  return [...pages.values()].flatMap((known) => [...known.values()]);
}

/** How much a description tells. */
function detail(value: object): number {
  let count = 0;
  for (const field of Object.values(value)) if (tells(field)) count++;
  return count;
}

function tells(field: unknown): boolean {
  return field !== null && (!Array.isArray(field) || field.length > 0);
}

/** The fuller of two descriptions, the later of equals, with what only the other tells. */
export function fuller<T extends object>(a: T, b: T, together: boolean): T {
  const [base, other] = detail(b) >= detail(a) ? [b, a] : [a, b];
  if (!together) return base;
  const merged: T = { ...base };
  for (const key of Object.keys(other) as (keyof T)[]) {
    if (!tells(merged[key]) && tells(other[key])) merged[key] = other[key];
  }
  return merged;
}

/** Only descriptions of one moment complete each other: a live system's thread goes on between two commands. */
export function mergeThreads(a: ThreadObject, b: ThreadObject): ThreadObject {
  const same = (x: unknown, y: unknown): boolean => x === null || y === null || x === y;
  const together =
    a.state === b.state && same(a.waitStartTick, b.waitStartTick) && same(a.contextSwitches, b.contextSwitches);
  return fuller(a, b, together);
}

/** The fuller description of a critical section. */
export function mergeCriticalSections(a: CriticalSection, b: CriticalSection): CriticalSection {
  return fuller(a, b, a.lockCount === b.lockCount && a.owningThread === b.owningThread);
}

/** The fuller description of a process, completed by the other, with the threads of both. */
export function mergeProcesses(a: ProcessObject, b: ProcessObject): ProcessObject {
  const whole = fuller(a, b, true);
  if (a.threads.length === 0 || b.threads.length === 0)
    return { ...whole, threadsListed: a.threadsListed || b.threadsListed };
  const threads = new Map([...a.threads, ...b.threads].map((one) => [one.address, one]));
  return { ...whole, threads: [...threads.values()], threadsListed: true };
}

/** Resources of several listings; each as the listing that shows most of it has it. */
export function joinLocks(a: ResourceLocks, b: ResourceLocks): ResourceLocks {
  const resources = new Map<bigint, Resource>();
  const size = (item: Resource): number =>
    item.owners.length + item.sharedWaiters.length + item.exclusiveWaiters.length;
  for (const item of [...a.resources, ...b.resources]) {
    const before = resources.get(item.address);
    if (!before || size(item) >= size(before)) resources.set(item.address, item);
  }
  const [whole, part] = (b.total ?? 0) > (a.total ?? 0) ? [b, a] : [a, b];
  return {
    resources: [...resources.values()],
    total: whole.total ?? part.total,
    held: whole.total === null ? part.held : whole.held,
    lost: whole.lost ?? part.lost,
  };
}
