import { struct, u32, u64, type ViewOf } from '../../bytes/struct.ts';
import { MINIDUMP_LOCATION_DESCRIPTOR, MINIDUMP_MEMORY_DESCRIPTOR } from './header.ts';
import { type Extent, type MinidumpFile, mapRecords } from './minidump-file.ts';

/** https://learn.microsoft.com/windows/win32/api/minidumpapiset/ns-minidumpapiset-minidump_thread */
export const MINIDUMP_THREAD = struct('MINIDUMP_THREAD', 48, {
  ThreadId: [0, u32],
  SuspendCount: [4, u32],
  PriorityClass: [8, u32],
  Priority: [12, u32],
  Teb: [16, u64],
  Stack: [24, MINIDUMP_MEMORY_DESCRIPTOR],
  ThreadContext: [40, MINIDUMP_LOCATION_DESCRIPTOR],
});

/** https://learn.microsoft.com/windows/win32/api/minidumpapiset/ns-minidumpapiset-minidump_thread_ex (Itanium's) */
export const MINIDUMP_THREAD_EX = struct('MINIDUMP_THREAD_EX', 64, {
  Thread: [0, MINIDUMP_THREAD],
  BackingStore: [48, MINIDUMP_MEMORY_DESCRIPTOR],
});

/** https://learn.microsoft.com/windows/win32/api/minidumpapiset/ns-minidumpapiset-minidump_thread_info */
export const MINIDUMP_THREAD_INFO = struct('MINIDUMP_THREAD_INFO', 64, {
  ThreadId: [0, u32],
  DumpFlags: [4, u32],
  DumpError: [8, u32],
  ExitStatus: [12, u32],
  CreateTime: [16, u64],
  ExitTime: [24, u64],
  KernelTime: [32, u64],
  UserTime: [40, u64],
  StartAddress: [48, u64],
  Affinity: [56, u64],
});

/** MINIDUMP_THREAD_INFO.DumpFlags. */
export const ThreadInfoFlags = {
  ERROR_THREAD: 1,
  WRITING_THREAD: 2,
  EXITED_THREAD: 4,
  INVALID_INFO: 8,
  INVALID_CONTEXT: 0x10,
  INVALID_TEB: 0x20,
} as const;

export type MinidumpThread = ViewOf<typeof MINIDUMP_THREAD>;
export type MinidumpThreadInfo = ViewOf<typeof MINIDUMP_THREAD_INFO>;

/** Threads of ThreadListStream. */
export function readThreadList(file: MinidumpFile, stream: Extent): MinidumpThread[] | null {
  const table = file.countedList(stream, 48, 'MINIDUMP_THREAD_LIST');
  return table && mapRecords(table, (view, at) => MINIDUMP_THREAD.view(view, at));
}

/** Threads of ThreadExListStream; their backing stores are Itanium's register stacks. */
export function readThreadExList(
  file: MinidumpFile,
  stream: Extent,
): { thread: MinidumpThread; backingStore: ViewOf<typeof MINIDUMP_MEMORY_DESCRIPTOR> }[] | null {
  const table = file.countedList(stream, 64, 'MINIDUMP_THREAD_EX_LIST');
  return (
    table &&
    mapRecords(table, (view, at) => {
      const record = MINIDUMP_THREAD_EX.view(view, at);
      return { thread: record.Thread, backingStore: record.BackingStore };
    })
  );
}

/** ThreadInfoListStream: times, start addresses and how the dump writer saw each thread. */
export function readThreadInfoList(file: MinidumpFile, stream: Extent): MinidumpThreadInfo[] | null {
  const table = file.sizedList(stream, 4, 64, 'MINIDUMP_THREAD_INFO_LIST');
  return table && mapRecords(table, (view, at) => MINIDUMP_THREAD_INFO.view(view, at));
}

/**
 * ThreadNamesStream: names by thread id. The record is 12 bytes, packed: ThreadId, then a 64-bit RVA:
 * https://learn.microsoft.com/windows/win32/api/minidumpapiset/ns-minidumpapiset-minidump_thread_name
 */
export function readThreadNames(file: MinidumpFile, stream: Extent): Map<number, string> | null {
  const table = file.countedList(stream, 12, 'MINIDUMP_THREAD_NAME_LIST');
  if (!table) return null;
  const names = new Map<number, string>();
  for (let index = 0; index < table.count; index++) {
    const at = index * table.stride;
    const rva = Number(table.view.getBigUint64(at + 4, true));
    const name = file.string(rva, 'MINIDUMP_THREAD_NAME');
    if (name !== null) names.set(table.view.getUint32(at, true), name);
  }
  return names;
}
