import type { Context } from '../machine/context.ts';
import { type Address, type MemorySpace, readAvailable } from '../memory/space.ts';
import { findClientId, findImageFileName } from './kernel-identity.ts';
import { type KernelOffsets, type KernelThread, looksLikeProcess, readThread } from './kernel-objects.ts';
import type { TargetProcess, TargetThread } from './target.ts';

/** Stand-ins where the debugger data of older kernels has no SizeEProcess or SizeEThread. */
const PROCESS_SIZE = 0x400;
const THREAD_SIZE = 0x300;

/** A thread and its process without symbols: what the debugger data's offsets and the heuristics of names and ids give. */
export interface ThreadFacts {
  readonly thread: KernelThread | null;
  readonly threadId: number | null;
  readonly process: TargetProcess | null;
}

const UNKNOWN: ThreadFacts = { thread: null, threadId: null, process: null };

/** Reads the thread at `address` and its process. `process` overrules the thread's own pointer. */
export function readThreadFacts(
  memory: MemorySpace,
  address: Address | null,
  offsets: KernelOffsets | null,
  pointerSize: 4 | 8,
  process: Address | null = null,
): ThreadFacts {
  const thread = address !== null && offsets ? readThread(memory, address, offsets, pointerSize) : null;
  const at = thread?.process ?? process;
  if (at === null || !looksLikeProcess(memory, at)) return { ...UNKNOWN, thread };
  const bytes = readAvailable(memory, at, offsets?.processSize || PROCESS_SIZE);
  const own = thread ? readAvailable(memory, thread.address, offsets?.threadSize || THREAD_SIZE) : new Uint8Array(0);
  const ids = findClientId(bytes, own, pointerSize);
  const name = findImageFileName(bytes, pointerSize);
  // The idle process is in no list and has the id 0, as have its threads; the search looks for ids above.
  const idle = ids === null && name === 'Idle';
  return {
    thread,
    threadId: ids?.threadId ?? (idle ? 0 : null),
    process: { name, id: ids?.processId ?? (idle ? 0 : null), address: at },
  };
}

/** A thread as targets show it: registers from the dump, bounds from the thread itself or from `fallback`. */
export function targetThread(
  index: number,
  address: Address | null,
  facts: ThreadFacts,
  context: Context | null,
  processor: number | null,
  fallback: TargetThread['stack'],
): TargetThread {
  const own = facts.thread?.stack ?? null;
  const sp = context?.sp ?? null;
  // A stack pointer outside the thread's own stack: a DPC, an interrupt or a double fault runs on the processor's.
  const inside = own !== null && (sp === null || (sp >= own.limit && sp < own.base));
  const user = own !== null && sp !== null && sp >= 0 && sp < 0x800000000000 && own.base < 0;
  return {
    index,
    id: facts.threadId,
    address,
    teb: facts.thread?.teb ?? null,
    name: null,
    suspendCount: null,
    priority: null,
    processor,
    processId: facts.process?.id ?? null,
    context,
    wow64Context: null,
    stack: inside || user ? own : (fallback ?? (sp === null ? own : null)),
    startAddress: null,
    createdAt: null,
    kernelTimeMs: null,
    userTimeMs: null,
  };
}
