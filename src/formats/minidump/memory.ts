import { hex } from '../../bytes/hex.ts';
import { struct, u32, u64, type ViewOf } from '../../bytes/struct.ts';
import { type Extent, type MinidumpFile, mapRecords } from './minidump-file.ts';

/** A run of memory: `start` raw and unsigned, `size` and file `offset` in bytes, as claimed. */
export interface MemoryRange {
  readonly start: bigint;
  readonly size: number;
  readonly offset: number;
}

/** https://learn.microsoft.com/windows/win32/api/minidumpapiset/ns-minidumpapiset-minidump_memory_info */
export const MINIDUMP_MEMORY_INFO = struct('MINIDUMP_MEMORY_INFO', 48, {
  BaseAddress: [0, u64],
  AllocationBase: [8, u64],
  AllocationProtect: [16, u32],
  RegionSize: [24, u64],
  State: [32, u32],
  Protect: [36, u32],
  Type: [40, u32],
});

/** Ranges of MemoryListStream: MINIDUMP_MEMORY_DESCRIPTOR records of 16 bytes. */
export function readMemoryList(file: MinidumpFile, stream: Extent): MemoryRange[] | null {
  const table = file.countedList(stream, 16, 'MINIDUMP_MEMORY_LIST');
  return (
    table &&
    mapRecords(table, (view, at) => ({
      start: view.getBigUint64(at, true),
      size: view.getUint32(at + 8, true),
      offset: view.getUint32(at + 12, true),
    }))
  );
}

/**
 * Ranges of Memory64ListStream: a 64-bit count, the RVA of the first range's bytes, then start and size of each; the
 * bytes follow each other without gaps:
 * https://learn.microsoft.com/windows/win32/api/minidumpapiset/ns-minidumpapiset-minidump_memory64_list
 */
export function readMemory64List(file: MinidumpFile, stream: Extent): MemoryRange[] | null {
  const structure = 'MINIDUMP_MEMORY64_LIST';
  const head = file.view(stream.offset, Math.min(16, stream.available));
  if (head.byteLength < 16) return file.tooShort(stream, structure, 16);
  const table = file.table(stream, 16, 16, Number(head.getBigUint64(0, true)), structure);
  const base = Number(head.getBigUint64(8, true));
  const ranges: MemoryRange[] = [];
  let offset = base;
  for (let index = 0; index < table.count; index++) {
    const at = index * table.stride;
    const size = Number(table.view.getBigUint64(at + 8, true));
    if (!Number.isSafeInteger(offset + size)) {
      file.problems.add(
        'bad-size',
        structure,
        stream.offset + 16 + at,
        `range ${index} claims ${hex(size)} bytes at file offset ${hex(offset)}, which no file can hold; it and the ranges after it are not used`,
      );
      break;
    }
    ranges.push({ start: table.view.getBigUint64(at, true), size, offset });
    offset += size;
  }
  return ranges;
}

export type MinidumpMemoryInfo = ViewOf<typeof MINIDUMP_MEMORY_INFO>;

/** Regions of MemoryInfoListStream, as VirtualQuery saw them. */
export function readMemoryInfoList(file: MinidumpFile, stream: Extent): MinidumpMemoryInfo[] | null {
  const table = file.sizedList(stream, 8, 48, 'MINIDUMP_MEMORY_INFO_LIST');
  return table && mapRecords(table, (view, at) => MINIDUMP_MEMORY_INFO.view(view, at));
}
