import { filetimeToIso } from '../bytes/time.ts';
import { type Address, toAddress, toUnsigned } from '../memory/space.ts';
import { looksLikeThread } from '../target/kernel-objects.ts';
import type { Kernel } from './kernel.ts';
import { type KernelClock, kernelClock } from './kernel-clock.ts';
import type { KernelObject } from './kernel-object.ts';
import { objectWaiters } from './resource-waiters.ts';
import type { KernelTimer, KernelTimers } from './timer.ts';

/** TIMER_TABLE_SIZE: lists of XP, and of the entries with a time that Windows Server 2003 SP1 and Vista have. */
const XP_LISTS = 256;
const VISTA_LISTS = 512;
/** Timers read in all: more than any machine has set. */
const MOST_TIMERS = 200_000;
/** KOBJECTS in public symbols: DpcObject, and ThreadedDpcObject as Windows 7 numbers it. */
const DPC_TYPES = [19, 24];
const DPC_NAMES = ['DpcObject', 'ThreadedDpcObject'];
/** KOBJECTS: TimerNotificationObject and TimerSynchronizationObject. */
const TIMER_TYPES = [8, 9];
const WORD = 64n;

/** The timers that are set, by the tables of all processors (since Windows 7) or of the system; a string tells why there are none. */
export function readTimers(kernel: Kernel, prcbs: ReadonlyMap<number, Address>): KernelTimers | string {
  const lists = timerLists(kernel, prcbs);
  if (lists.length === 0) return 'the symbols of nt have neither KPRCB.TimerTable nor KiTimerTableListHead';
  const clock = kernelClock(kernel);
  const dpcTypes = dpcTypesOf(kernel);
  const timers: KernelTimer[] = [];
  const seen = new Set<Address>();
  let broken = 0;
  let readable = 0;
  for (const { head, list, processor } of lists) {
    const first = kernel.pointerAt(head);
    // A head of zeros was never set up, as in dumps that hold only a part of it.
    if (first === null || first === 0) continue;
    readable++;
    const walk = kernel.list(head, '_KTIMER', 'TimerListEntry');
    if (walk.broken !== null) broken++;
    for (const at of walk.items) {
      if (seen.has(at) || seen.size >= MOST_TIMERS) continue;
      seen.add(at);
      const timer = readTimer(kernel, at, clock, dpcTypes);
      if (timer) timers.push({ ...timer, list, processor });
    }
  }
  if (readable === 0) return 'the timer table is not in the dump';
  const { interruptTime } = clock;
  return {
    timers,
    interruptTime,
    systemTime: clock.systemTime === null ? null : filetimeToIso(clock.systemTime),
    broken,
  };
}

interface TimerList {
  readonly head: Address;
  readonly list: number;
  readonly processor: number | null;
}

function timerLists(kernel: Kernel, prcbs: ReadonlyMap<number, Address>): TimerList[] {
  const entry = kernel.sizeOf('_KTIMER_TABLE_ENTRY');
  const offset = kernel.offset('_KTIMER_TABLE_ENTRY', 'Entry');
  const table = kernel.member('_KPRCB', 'TimerTable.TimerEntries');
  if (table && entry !== null && offset !== null) {
    // One dimension up to Windows 8, then two: of the second are the timers that may be late.
    const count = Math.min(Math.floor(table.type.size / entry), 4 * VISTA_LISTS);
    return [...prcbs].flatMap(([processor, prcb]) =>
      Array.from({ length: count }, (_, index) => ({
        head: prcb + table.offset + index * entry + offset,
        list: index % XP_LISTS,
        processor,
      })),
    );
  }
  const heads = kernel.address('KiTimerTableListHead');
  if (heads === null) return [];
  const [count, step] = entry === null ? [XP_LISTS, 2 * kernel.pointerSize] : [VISTA_LISTS, entry];
  return Array.from({ length: count }, (_, list) => ({
    head: heads + list * step + (offset ?? 0),
    list,
    processor: null,
  }));
}

function readTimer(
  kernel: Kernel,
  at: Address,
  { systemTime, interruptTime }: KernelClock,
  dpcTypes: readonly number[],
): Omit<KernelTimer, 'list' | 'processor'> | null {
  const timer = kernel.object('_KTIMER', at);
  const type = timer.u8('Header.Type');
  if (type === null || !TIMER_TYPES.includes(type & 0x7f)) {
    kernel.lost('_KTIMER', at, 'on a list of the timer table, but no timer');
    return null;
  }
  const due = timer.u64('DueTime');
  const when = due === null || systemTime === null || interruptTime === null ? null : systemTime + due - interruptTime;
  const dpc = dpcOf(kernel, timer, dpcTypes);
  return {
    address: toUnsigned(at),
    due,
    dueAt: when === null ? null : filetimeToIso(when),
    period: timer.u32('Period'),
    dpc: dpc === null ? null : toUnsigned(dpc.address),
    routine: dpc?.pointerValue('DeferredRoutine') ?? null,
    context: dpc?.pointerValue('DeferredContext') ?? null,
    threads: objectWaiters(kernel, at)
      .threads.filter((thread) => looksLikeThread(kernel.memory, thread))
      .map(toUnsigned),
  };
}

/**
 * The DPC of a timer. 64-bit kernels since Windows 7 store the pointer scrambled with KiWaitNever, KiWaitAlways and
 * the timer's address (public knowledge, see volatility3's timers); what comes out must be a KDPC to be believed.
 */
function dpcOf(kernel: Kernel, timer: KernelObject, dpcTypes: readonly number[]): KernelObject | null {
  const stored = timer.kernel.wordAt(timer.place('Dpc') ?? 0);
  if (stored === null) return null;
  if (stored === 0n) return kernel.object('_KDPC', 0);
  const never = kernel.u64('KiWaitNever');
  const always = kernel.u64('KiWaitAlways');
  const candidates = [stored];
  if (kernel.pointerSize === 8 && never !== null && always !== null)
    candidates.unshift(swapBytes(rotateLeft(stored ^ never, never & 0xffn) ^ timer.at) ^ always);
  for (const candidate of candidates) {
    const at = toAddress(candidate);
    const dpc = at === null ? null : kernel.object('_KDPC', at);
    const type = dpc?.u8('Type');
    if (dpc && type !== null && type !== undefined && dpcTypes.includes(type)) return dpc;
  }
  return null;
}

function dpcTypesOf(kernel: Kernel): readonly number[] {
  const names = [...(kernel.enumeration('_KOBJECTS') ?? [])].filter(([, name]) => DPC_NAMES.includes(name));
  return names.length > 0 ? names.map(([type]) => type) : DPC_TYPES;
}

function rotateLeft(value: bigint, by: bigint): bigint {
  const bits = by % WORD;
  return BigInt.asUintN(64, (value << bits) | (BigInt.asUintN(64, value) >> (WORD - bits)));
}

function swapBytes(value: bigint): bigint {
  let swapped = 0n;
  for (let index = 0n; index < 8n; index++) swapped = (swapped << 8n) | ((value >> (index * 8n)) & 0xffn);
  return swapped;
}
