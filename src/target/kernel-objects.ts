import { viewOf } from '../bytes/source.ts';
import type { DebuggerData } from '../formats/kernel-dump/debugger-data.ts';
import { type Architecture, type Context, pointerSizeOf } from '../machine/context.ts';
import { readContext } from '../machine/context-reader.ts';
import { type Address, type MemorySpace, readAvailable, tryPointer, tryU8, tryU32, tryView } from '../memory/space.ts';

/** The few offsets that the kernel tells debuggers; 0 where it does not. */
export interface KernelOffsets {
  readonly threadTeb: number;
  readonly threadInitialStack: number;
  readonly threadProcess: number;
  readonly prcbCurrentThread: number;
  readonly prcbNumber: number;
  readonly prcbCpuType: number;
  readonly prcbVendor: number;
  /** Of the pointer to a CONTEXT, and of a CONTEXT inside the KPRCB. */
  readonly prcbContextPointer: number;
  readonly prcbContext: number;
  readonly processSize: number;
  readonly threadSize: number;
}

/** Debugger data up to Windows XP ends before the offsets; these are the public layouts of x86 Windows 2000 and XP. */
const LEGACY_X86: KernelOffsets = {
  threadTeb: 0x20,
  threadInitialStack: 0x18,
  threadProcess: 0x44,
  prcbCurrentThread: 4,
  prcbNumber: 0x10,
  prcbCpuType: 0x18,
  prcbVendor: 0,
  prcbContextPointer: 0,
  prcbContext: 0x1c,
  processSize: 0x258,
  threadSize: 0x240,
};

/** The offsets in the debugger data, or the fixed ones of the kernels that have none there. */
export function kernelOffsets(data: DebuggerData, architecture: Architecture): KernelOffsets {
  if (data.SizePrcb === 0 && data.OffsetPrcbCurrentThread === 0 && architecture === 'x86') return LEGACY_X86;
  return {
    threadTeb: data.OffsetKThreadTeb,
    threadInitialStack: data.OffsetKThreadInitialStack,
    threadProcess: data.OffsetKThreadApcProcess,
    prcbCurrentThread: data.OffsetPrcbCurrentThread || pointerSizeOf(architecture),
    prcbNumber: data.OffsetPrcbNumber,
    prcbCpuType: data.OffsetPrcbCpuType,
    prcbVendor: data.OffsetPrcbVendorString,
    prcbContextPointer: data.OffsetPrcbContext,
    prcbContext: data.OffsetPrcbProcStateContext,
    processSize: data.SizeEProcess,
    threadSize: data.SizeEThread,
  };
}

/** What is read of one processor's KPRCB. */
export interface Processor {
  readonly number: number;
  readonly prcb: Address;
  readonly currentThread: Address | null;
  readonly context: Context | null;
  readonly cpu: {
    readonly vendor: string | null;
    readonly family: number | null;
    readonly model: number | null;
    readonly stepping: number | null;
  } | null;
}

/** What is read of one ETHREAD. */
export interface KernelThread {
  readonly address: Address;
  readonly process: Address | null;
  readonly teb: Address | null;
  readonly stack: { readonly base: Address; readonly limit: Address } | null;
}

/**
 * The address of a kernel structure from its own bytes: an empty LIST_ENTRY inside it points to itself, so the
 * difference between both its links and its offset is the structure's address. Null unless at least `votes` list heads
 * agree and they are the majority.
 */
export function selfAddress(bytes: Uint8Array, pointerSize: 4 | 8, votes = 2): Address | null {
  const view = viewOf(bytes);
  const counts = new Map<number, number>();
  const pointer = (at: number): number =>
    pointerSize === 4 ? view.getUint32(at, true) : view.getInt32(at + 4, true) * 0x100000000 + view.getUint32(at, true);
  for (let at = 0; at + 2 * pointerSize <= bytes.length; at += pointerSize) {
    const first = pointer(at);
    const kernel = pointerSize === 4 ? first >= 0x80000000 : first < 0 && first >= -0x800000000000;
    if (!kernel || pointer(at + pointerSize) !== first) continue;
    const base = first - at;
    // Structures are aligned to their pool block or cache line; two equal pointers elsewhere are no list head.
    if (base % (pointerSize * 2) === 0) counts.set(base, (counts.get(base) ?? 0) + 1);
  }
  let best: Address | null = null;
  let most = 0;
  let all = 0;
  for (const [base, count] of counts) {
    all += count;
    if (count > most) [best, most] = [base, count];
  }
  return most >= votes && most * 2 > all ? best : null;
}

/** DISPATCHER_HEADER.Type of processes and threads (KOBJECTS in public symbols). */
const PROCESS_OBJECT = 3;
const THREAD_OBJECT = 6;

export function looksLikeThread(memory: MemorySpace, address: Address): boolean {
  return ((tryU8(memory, address) ?? 0) & 0x7f) === THREAD_OBJECT;
}

export function looksLikeProcess(memory: MemorySpace, address: Address): boolean {
  return ((tryU8(memory, address) ?? 0) & 0x7f) === PROCESS_OBJECT;
}

/** The stack of a thread: StackLimit stands behind InitialStack in every KTHREAD since Windows NT 4. */
function readStack(
  memory: MemorySpace,
  thread: Address,
  offset: number,
  pointerSize: 4 | 8,
): { readonly base: Address; readonly limit: Address } | null {
  const initial = tryPointer(memory, thread + offset, pointerSize);
  const limit = tryPointer(memory, thread + offset + pointerSize, pointerSize);
  if (initial === null || limit === null) return null;
  const base = Math.ceil(initial / 0x1000) * 0x1000;
  const size = base - limit;
  return size > 0 && size <= 0x100000 && limit % 0x1000 === 0 ? { base, limit } : null;
}

/** Facts of the thread at `address`, by the offsets that the kernel's debugger data gives; null when it is no thread. */
export function readThread(
  memory: MemorySpace,
  address: Address,
  offsets: KernelOffsets,
  pointerSize: 4 | 8,
): KernelThread | null {
  if (!looksLikeThread(memory, address)) return null;
  const process = offsets.threadProcess ? tryPointer(memory, address + offsets.threadProcess, pointerSize) : null;
  const teb = offsets.threadTeb ? tryPointer(memory, address + offsets.threadTeb, pointerSize) : null;
  return {
    address,
    process: process !== null && looksLikeProcess(memory, process) ? process : null,
    teb: teb === 0 ? null : teb,
    stack: offsets.threadInitialStack ? readStack(memory, address, offsets.threadInitialStack, pointerSize) : null,
  };
}

/** x86 and x64 keep CpuType (family), CpuID and CpuStep (model, stepping) side by side in the KPRCB. */
function readCpu(
  memory: MemorySpace,
  prcb: Address,
  offsets: KernelOffsets,
  architecture: Architecture,
): Processor['cpu'] {
  if ((architecture !== 'x86' && architecture !== 'x64') || !offsets.prcbCpuType) return null;
  const type = tryView(memory, prcb + offsets.prcbCpuType, 4);
  const text = offsets.prcbVendor ? readAvailable(memory, prcb + offsets.prcbVendor, 12) : null;
  const vendor = text ? String.fromCharCode(...text).replace(/\0.*$/s, '') : '';
  const family = type?.getUint8(0) ?? 0;
  return {
    vendor: /^[\x20-\x7e]{4,12}$/.test(vendor) ? vendor : null,
    family: family === 0 ? null : family,
    model: family === 0 || !type ? null : type.getUint8(3),
    stepping: family === 0 || !type ? null : type.getUint8(2),
  };
}

/** Room for the largest CONTEXT record that is read. */
const CONTEXT_SIZE: Partial<Record<Architecture, number>> = { x86: 0x2cc, x64: 0x4d0, arm64: 0x390, arm: 0x1a0 };

function readPrcbContext(
  memory: MemorySpace,
  prcb: Address,
  offsets: KernelOffsets,
  architecture: Architecture,
): Context | null {
  const pointerSize = pointerSizeOf(architecture);
  const size = CONTEXT_SIZE[architecture] ?? 0;
  const places: (Address | null)[] = [
    // KPRCB.Context points to the record since Windows 7; before, the record is inside.
    offsets.prcbContextPointer ? tryPointer(memory, prcb + offsets.prcbContextPointer, pointerSize) : null,
    offsets.prcbContext ? prcb + offsets.prcbContext : null,
  ];
  for (const at of places) {
    if (at === null || at === 0) continue;
    const context = readContext(architecture, readAvailable(memory, at, size));
    if (context?.ip && context.sp) return context;
  }
  return null;
}

/** Facts of the KPRCB at `prcb`, or null when it cannot be read. */
export function readProcessor(
  memory: MemorySpace,
  prcb: Address,
  index: number,
  offsets: KernelOffsets,
  architecture: Architecture,
): Processor | null {
  const pointerSize = pointerSizeOf(architecture);
  const currentThread = tryPointer(memory, prcb + offsets.prcbCurrentThread, pointerSize);
  if (currentThread === null) return null;
  const number = offsets.prcbNumber
    ? architecture === 'x86'
      ? tryU8(memory, prcb + offsets.prcbNumber)
      : tryU32(memory, prcb + offsets.prcbNumber)
    : null;
  return {
    number: number !== null && number < 4096 ? number : index,
    prcb,
    currentThread: currentThread === 0 ? null : currentThread,
    context: readPrcbContext(memory, prcb, offsets, architecture),
    cpu: readCpu(memory, prcb, offsets, architecture),
  };
}

/** The processors through KiProcessorBlock; those whose KPRCB is not in the dump are left out. */
export function readProcessors(
  memory: MemorySpace,
  offsets: KernelOffsets,
  block: Address,
  count: number,
  architecture: Architecture,
): Processor[] {
  const pointerSize = pointerSizeOf(architecture);
  const out: Processor[] = [];
  for (let index = 0; index < Math.min(count, 2048); index++) {
    const prcb = tryPointer(memory, block + index * pointerSize, pointerSize);
    if (prcb === null || prcb === 0) continue;
    const processor = readProcessor(memory, prcb, index, offsets, architecture);
    if (processor) out.push(processor);
  }
  return out;
}
