import { filetimeToIso } from '../bytes/time.ts';
import type { Minidump } from '../formats/minidump/minidump.ts';
import { type MinidumpThread, type MinidumpThreadInfo, ThreadInfoFlags } from '../formats/minidump/threads.ts';
import type { Architecture, Context } from '../machine/context.ts';
import { readContext } from '../machine/context-reader.ts';
import { type Address, type MemorySpace, tryPointer } from '../memory/space.ts';
import { dumpAddress } from './minidump-memory.ts';
import type { TargetThread } from './target.ts';
import { readWow64Context } from './wow64-context.ts';

/** What the threads of one minidump are read with. */
export interface ThreadSurroundings {
  readonly minidump: Minidump;
  readonly architecture: Architecture;
  readonly pointerSize: 4 | 8;
  readonly platform: string;
  readonly memory: MemorySpace;
  /** Set when the 64-bit process runs 32-bit code. */
  readonly wow64: boolean;
}

/** XSAVE areas with AMX tiles end below 12 KB; nothing past that is a register. */
const LONGEST_CONTEXT = 0x4000;

/** The registers at a location of the file, or null when there are none. */
export function contextAt(
  minidump: Minidump,
  architecture: Architecture,
  location: { readonly DataSize: number; readonly Rva: number },
): Context | null {
  const bytes = minidump.file.blob(location, LONGEST_CONTEXT, 'CONTEXT');
  return bytes && readContext(architecture, bytes);
}

/** The stack's bounds by NT_TIB (StackBase, StackLimit), else by the range that the dump holds of it. */
function stackOf(around: ThreadSurroundings, thread: MinidumpThread, teb: Address | null): TargetThread['stack'] {
  const { memory, pointerSize, platform } = around;
  const { StartOfMemoryRange, Memory } = thread.Stack;
  const start = dumpAddress(StartOfMemoryRange, pointerSize);
  if (platform === 'windows' && teb !== null) {
    const base = tryPointer(memory, teb + pointerSize, pointerSize);
    const limit = tryPointer(memory, teb + 2 * pointerSize, pointerSize);
    // The TIB of a damaged or foreign process is only believed when it encloses what the dump calls the stack.
    if (base && limit && limit < base && (!start || (start >= limit && start < base))) return { base, limit };
  }
  return start && Memory.DataSize > 0 ? { base: start + Memory.DataSize, limit: start } : null;
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

const toMilliseconds = (time: bigint) => Number(time / 10_000n);

function threadOf(
  around: ThreadSurroundings,
  thread: MinidumpThread,
  index: number,
  info: MinidumpThreadInfo | undefined,
): TargetThread {
  const { minidump, architecture, pointerSize } = around;
  const flags = info?.DumpFlags ?? 0;
  const times = info && !(flags & ThreadInfoFlags.INVALID_INFO) ? info : null;
  const teb = flags & ThreadInfoFlags.INVALID_TEB ? null : dumpAddress(thread.Teb, pointerSize) || null;
  const context = once(() =>
    flags & ThreadInfoFlags.INVALID_CONTEXT ? null : contextAt(minidump, architecture, thread.ThreadContext),
  );
  const wow64 = once(() => (around.wow64 && teb !== null ? readWow64Context(around.memory, teb) : null));
  const stack = once(() => stackOf(around, thread, teb));
  return {
    index,
    id: thread.ThreadId,
    address: null,
    teb,
    name: minidump.threadNames?.get(thread.ThreadId) || null,
    // (DWORD)-1 is what SuspendThread returns when it failed.
    suspendCount: thread.SuspendCount === 0xffffffff ? null : thread.SuspendCount,
    priority: thread.Priority | 0,
    processor: null,
    processId: minidump.miscInfo?.processId ?? null,
    get context() {
      return context();
    },
    get wow64Context() {
      return wow64();
    },
    get stack() {
      return stack();
    },
    startAddress: times ? dumpAddress(times.StartAddress, pointerSize) || null : null,
    createdAt: times ? filetimeToIso(times.CreateTime) : null,
    kernelTimeMs: times ? toMilliseconds(times.KernelTime) : null,
    userTimeMs: times ? toMilliseconds(times.UserTime) : null,
  };
}

/** The threads of ThreadListStream, else of ThreadExListStream, in the order of the list. */
export function targetThreads(around: ThreadSurroundings): TargetThread[] {
  const { minidump } = around;
  const records = minidump.threads ?? minidump.threadsEx?.map(({ thread }) => thread) ?? [];
  const infos = new Map(minidump.threadInfos?.map((info) => [info.ThreadId, info]) ?? []);
  return records.map((thread, index) => threadOf(around, thread, index, infos.get(thread.ThreadId)));
}
