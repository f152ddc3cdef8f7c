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

/**
 * MINIDUMP_SYSTEM_PERFORMANCE_INFORMATION (minidumpapiset.h), which follows NT's SYSTEM_PERFORMANCE_INFORMATION; counts
 * that nothing here asks for are left out.
 */
export const MINIDUMP_SYSTEM_PERFORMANCE_INFORMATION = struct('MINIDUMP_SYSTEM_PERFORMANCE_INFORMATION', 344, {
  IdleProcessTime: [0, u64],
  IoReadTransferCount: [8, u64],
  IoWriteTransferCount: [16, u64],
  IoOtherTransferCount: [24, u64],
  IoReadOperationCount: [32, u32],
  IoWriteOperationCount: [36, u32],
  IoOtherOperationCount: [40, u32],
  AvailablePages: [44, u32],
  CommittedPages: [48, u32],
  CommitLimit: [52, u32],
  PeakCommitment: [56, u32],
  PageFaultCount: [60, u32],
  PagedPoolPages: [112, u32],
  NonPagedPoolPages: [116, u32],
  PagedPoolAllocs: [120, u32],
  PagedPoolFrees: [124, u32],
  NonPagedPoolAllocs: [128, u32],
  NonPagedPoolFrees: [132, u32],
  FreeSystemPtes: [136, u32],
  ContextSwitches: [296, u32],
  SystemCalls: [308, u32],
  CcTotalDirtyPages: [312, u64],
  CcDirtyPageThreshold: [320, u64],
  ResidentAvailablePages: [328, u64],
  SharedCommittedPages: [336, u64],
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
