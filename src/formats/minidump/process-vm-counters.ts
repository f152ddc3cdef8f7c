import { viewOf } from '../../bytes/source.ts';
import { struct, u16, u32, u64 } from '../../bytes/struct.ts';
import type { Extent, MinidumpFile } from './minidump-file.ts';

/**
 * MINIDUMP_PROCESS_VM_COUNTERS_2 (minidumpapiset.h): revision 1 is 80 bytes with PrivateUsage at 72, revision 2 is 152
 * and says by Flags which counters the system gave.
 */
export const MINIDUMP_PROCESS_VM_COUNTERS_2 = struct('MINIDUMP_PROCESS_VM_COUNTERS_2', 152, {
  Revision: [0, u16],
  Flags: [2, u16],
  PageFaultCount: [4, u32],
  PeakWorkingSetSize: [8, u64],
  WorkingSetSize: [16, u64],
  QuotaPeakPagedPoolUsage: [24, u64],
  QuotaPagedPoolUsage: [32, u64],
  QuotaPeakNonPagedPoolUsage: [40, u64],
  QuotaNonPagedPoolUsage: [48, u64],
  PagefileUsage: [56, u64],
  PeakPagefileUsage: [64, u64],
  PeakVirtualSize: [72, u64],
  VirtualSize: [80, u64],
  PrivateUsage: [88, u64],
  PrivateWorkingSetSize: [96, u64],
  SharedCommitUsage: [104, u64],
  JobSharedCommitUsage: [112, u64],
  JobPrivateCommitUsage: [120, u64],
  JobPeakPrivateCommitUsage: [128, u64],
  JobPrivateCommitLimit: [136, u64],
  JobTotalCommitLimit: [144, u64],
});

/** Memory counters of the process in bytes; null where the revision or its flags leave one out. */
export interface ProcessVmCounters {
  readonly revision: number;
  readonly pageFaultCount: number;
  readonly peakWorkingSetSize: bigint;
  readonly workingSetSize: bigint;
  readonly pagedPoolUsage: bigint;
  readonly nonPagedPoolUsage: bigint;
  readonly pagefileUsage: bigint;
  readonly peakPagefileUsage: bigint;
  readonly virtualSize: bigint | null;
  readonly peakVirtualSize: bigint | null;
  readonly privateUsage: bigint | null;
  readonly privateWorkingSetSize: bigint | null;
  readonly sharedCommitUsage: bigint | null;
}

/** ProcessVmCountersStream of either revision. */
export function readProcessVmCounters(file: MinidumpFile, stream: Extent): ProcessVmCounters | null {
  const structure = 'MINIDUMP_PROCESS_VM_COUNTERS';
  if (stream.available < 72) return file.tooShort(stream, structure, 72);
  const read = file.source.read(stream.offset, Math.min(stream.available, 152));
  const padded = new Uint8Array(152);
  padded.set(read);
  const counters = MINIDUMP_PROCESS_VM_COUNTERS_2.view(viewOf(padded));
  const { Revision, Flags } = counters;
  const second = Revision >= 2;
  // MINIDUMP_PROCESS_VM_COUNTERS_VIRTUALSIZE 2, _EX 4, _EX2 8.
  const has = (flag: number, end: number) => second && (Flags & flag) !== 0 && read.length >= end;
  const first = !second && read.length >= 80;
  return {
    revision: Revision,
    pageFaultCount: counters.PageFaultCount,
    peakWorkingSetSize: counters.PeakWorkingSetSize,
    workingSetSize: counters.WorkingSetSize,
    pagedPoolUsage: counters.QuotaPagedPoolUsage,
    nonPagedPoolUsage: counters.QuotaNonPagedPoolUsage,
    pagefileUsage: counters.PagefileUsage,
    peakPagefileUsage: counters.PeakPagefileUsage,
    virtualSize: has(2, 88) ? counters.VirtualSize : null,
    peakVirtualSize: has(2, 80) ? counters.PeakVirtualSize : null,
    privateUsage: has(4, 96) ? counters.PrivateUsage : first ? counters.PeakVirtualSize : null,
    privateWorkingSetSize: has(8, 104) ? counters.PrivateWorkingSetSize : null,
    sharedCommitUsage: has(8, 112) ? counters.SharedCommitUsage : null,
  };
}
