import { struct, u16, u32, u64, type ViewOf } from '../../bytes/struct.ts';
import type { Extent, MinidumpFile } from './minidump-file.ts';

/** MINIDUMP_SYSTEM_BASIC_INFORMATION (minidumpapiset.h, packed to 4). */
export const MINIDUMP_SYSTEM_BASIC_INFORMATION = struct('MINIDUMP_SYSTEM_BASIC_INFORMATION', 52, {
  TimerResolution: [0, u32],
  PageSize: [4, u32],
  NumberOfPhysicalPages: [8, u32],
  LowestPhysicalPageNumber: [12, u32],
  HighestPhysicalPageNumber: [16, u32],
  AllocationGranularity: [20, u32],
  MinimumUserModeAddress: [24, u64],
  MaximumUserModeAddress: [32, u64],
  ActiveProcessorsAffinityMask: [40, u64],
  NumberOfProcessors: [48, u32],
});

/** MINIDUMP_SYSTEM_FILECACHE_INFORMATION (minidumpapiset.h, packed to 4). */
export const MINIDUMP_SYSTEM_FILECACHE_INFORMATION = struct('MINIDUMP_SYSTEM_FILECACHE_INFORMATION', 60, {
  CurrentSize: [0, u64],
  PeakSize: [8, u64],
  PageFaultCount: [16, u32],
  MinimumWorkingSet: [20, u64],
  MaximumWorkingSet: [28, u64],
  CurrentSizeIncludingTransitionInPages: [36, u64],
  PeakSizeIncludingTransitionInPages: [44, u64],
  TransitionRePurposeCount: [52, u32],
  Flags: [56, u32],
});

/** MINIDUMP_SYSTEM_BASIC_PERFORMANCE_INFORMATION (minidumpapiset.h); all in pages. */
export const MINIDUMP_SYSTEM_BASIC_PERFORMANCE_INFORMATION = struct(
  'MINIDUMP_SYSTEM_BASIC_PERFORMANCE_INFORMATION',
  32,
  {
    AvailablePages: [0, u64],
    CommittedPages: [8, u64],
    CommitLimit: [16, u64],
    PeakCommitment: [24, u64],
  },
);

/** The first part of MINIDUMP_SYSTEM_PERFORMANCE_INFORMATION (344 bytes, minidumpapiset.h, packed to 4). */
export const MINIDUMP_SYSTEM_PERFORMANCE_INFORMATION = struct('MINIDUMP_SYSTEM_PERFORMANCE_INFORMATION', 344, {
  IdleProcessTime: [0, u64],
  IoReadTransferCount: [8, u64],
  IoWriteTransferCount: [16, u64],
  IoOtherTransferCount: [24, u64],
  IoReadOperationCount: [32, u32],
  IoWriteOperationCount: [36, u32],
  IoOtherOperationCount: [40, u32],
  AvailablePages: [44, u64],
  CommittedPages: [52, u64],
  CommitLimit: [60, u64],
  PeakCommitment: [68, u64],
  PageFaultCount: [76, u32],
  PagedPoolPages: [128, u32],
  NonPagedPoolPages: [132, u32],
  PagedPoolAllocs: [136, u32],
  PagedPoolFrees: [140, u32],
  NonPagedPoolAllocs: [144, u32],
  NonPagedPoolFrees: [148, u32],
  FreeSystemPtes: [152, u32],
  ContextSwitches: [312, u32],
  SystemCalls: [324, u32],
  CcTotalDirtyPages: [328, u64],
  CcDirtyPageThreshold: [336, u64],
});

/** MINIDUMP_SYSTEM_MEMORY_INFO_1 (minidumpapiset.h, packed to 4). */
export const MINIDUMP_SYSTEM_MEMORY_INFO_1 = struct('MINIDUMP_SYSTEM_MEMORY_INFO_1', 492, {
  Revision: [0, u16],
  Flags: [2, u16],
  BasicInfo: [4, MINIDUMP_SYSTEM_BASIC_INFORMATION],
  FileCacheInfo: [56, MINIDUMP_SYSTEM_FILECACHE_INFORMATION],
  BasicPerfInfo: [116, MINIDUMP_SYSTEM_BASIC_PERFORMANCE_INFORMATION],
  PerfInfo: [148, MINIDUMP_SYSTEM_PERFORMANCE_INFORMATION],
});

/** SystemMemoryInfoStream: the machine's memory when the dump was taken. Flags 1, 2, 4 vouch for the parts after BasicInfo. */
export function readSystemMemoryInfo(
  file: MinidumpFile,
  stream: Extent,
): ViewOf<typeof MINIDUMP_SYSTEM_MEMORY_INFO_1> | null {
  if (stream.available < 492) return file.tooShort(stream, 'MINIDUMP_SYSTEM_MEMORY_INFO_1', 492);
  return MINIDUMP_SYSTEM_MEMORY_INFO_1.read(file.source, stream.offset);
}
