import type { SymbolTable } from './symbol-table.ts';

/**
 * The symbols to which the pointers of KDDEBUGGER_DATA64 (wdbgexts.h) point, by field: any of several where the kernel
 * changed what it puts there. Fields whose value is a number, an end or an offset are not here.
 */
export const KERNEL_POINTERS: Readonly<Record<string, readonly string[]>> = {
  BreakpointWithStatus: ['RtlpBreakWithStatusInstruction'],
  KiCallUserMode: ['KiCallUserMode'],
  KeUserCallbackDispatcher: ['KeUserCallbackDispatcher'],
  PsLoadedModuleList: ['PsLoadedModuleList'],
  PsActiveProcessHead: ['PsActiveProcessHead'],
  PspCidTable: ['PspCidTable'],
  ExpSystemResourcesList: ['ExpSystemResourcesList'],
  ExpPagedPoolDescriptor: ['ExpPagedPoolDescriptor'],
  ExpNumberOfPagedPools: ['ExpNumberOfPagedPools'],
  KeTimeIncrement: ['KeTimeIncrement'],
  KeBugCheckCallbackListHead: ['KeBugCheckCallbackListHead'],
  KiBugcheckData: ['KiBugCheckData'],
  IopErrorLogListHead: ['IopErrorLogListHead'],
  ObpRootDirectoryObject: ['ObpRootDirectoryObject'],
  ObpTypeObjectType: ['ObpTypeObjectType'],
  MmSystemCacheStart: ['MmSystemCacheStart'],
  MmSystemCacheEnd: ['MmSystemCacheEnd'],
  MmSystemCacheWs: ['MmSystemCacheWs'],
  MmPfnDatabase: ['MmPfnDatabase'],
  MmSystemPtesStart: ['MmSystemPtesStart'],
  MmSystemPtesEnd: ['MmSystemPtesEnd'],
  MmSubsectionBase: ['MmSubsectionBase'],
  MmNumberOfPagingFiles: ['MmNumberOfPagingFiles'],
  MmLowestPhysicalPage: ['MmLowestPhysicalPage'],
  MmHighestPhysicalPage: ['MmHighestPhysicalPage'],
  MmNumberOfPhysicalPages: ['MmNumberOfPhysicalPages'],
  MmMaximumNonPagedPoolInBytes: ['MmMaximumNonPagedPoolInBytes'],
  MmNonPagedSystemStart: ['MmNonPagedSystemStart'],
  MmNonPagedPoolStart: ['MmNonPagedPoolStart'],
  MmNonPagedPoolEnd: ['MmNonPagedPoolEnd'],
  MmPagedPoolStart: ['MmPagedPoolStart'],
  MmPagedPoolEnd: ['MmPagedPoolEnd'],
  MmPagedPoolInformation: ['MmPagedPoolInfo'],
  MmSizeOfPagedPoolInBytes: ['MmSizeOfPagedPoolInBytes'],
  MmTotalCommitLimit: ['MmTotalCommitLimit'],
  MmTotalCommittedPages: ['MmTotalCommittedPages'],
  MmSharedCommit: ['MmSharedCommit'],
  MmDriverCommit: ['MmDriverCommit'],
  MmProcessCommit: ['MmProcessCommit'],
  MmPagedPoolCommit: ['MmPagedPoolCommit'],
  MmExtendedCommit: ['MmExtendedCommit'],
  MmZeroedPageListHead: ['MmZeroedPageListHead'],
  MmFreePageListHead: ['MmFreePageListHead'],
  MmStandbyPageListHead: ['MmStandbyPageListHead'],
  MmModifiedPageListHead: ['MmModifiedPageListHead'],
  MmModifiedNoWritePageListHead: ['MmModifiedNoWritePageListHead'],
  MmAvailablePages: ['MmAvailablePages'],
  MmResidentAvailablePages: ['MmResidentAvailablePages'],
  PoolTrackTable: ['PoolTrackTable'],
  NonPagedPoolDescriptor: ['NonPagedPoolDescriptor'],
  MmHighestUserAddress: ['MmHighestUserAddress'],
  MmSystemRangeStart: ['MmSystemRangeStart'],
  MmUserProbeAddress: ['MmUserProbeAddress'],
  KdPrintCircularBuffer: ['KdPrintDefaultCircularBuffer', 'KdPrintCircularBuffer'],
  KdPrintWritePointer: ['KdPrintWritePointer'],
  KdPrintRolloverCount: ['KdPrintRolloverCount'],
  MmLoadedUserImageList: ['MmLoadedUserImageList'],
  // Windows 10 points at the longer text.
  NtBuildLab: ['NtBuildLab', 'NtBuildLabEx'],
  KiNormalSystemCall: ['KiNormalSystemCall'],
  KiProcessorBlock: ['KiProcessorBlock'],
  MmUnloadedDrivers: ['MmUnloadedDrivers'],
  MmLastUnloadedDriver: ['MmLastUnloadedDriver'],
  MmTriageActionTaken: ['MmTriageActionTaken', 'VerifierTriageActionTaken'],
  MmSpecialPoolTag: ['MmSpecialPoolTag'],
  KernelVerifier: ['KernelVerifier'],
  MmVerifierData: ['MmVerifierData'],
  MmAllocatedNonPagedPool: ['MmAllocatedNonPagedPool'],
  MmPeakCommitment: ['MmPeakCommitment'],
  MmTotalCommitLimitMaximum: ['MmTotalCommitLimitMaximum'],
  CmNtCSDVersion: ['CmNtCSDVersion'],
  MmPhysicalMemoryBlock: ['MmPhysicalMemoryBlock'],
  MmSessionBase: ['MmSessionBase'],
  MmSessionSize: ['MmSessionSize'],
  MmSystemParentTablePage: ['MmSystemParentTablePage'],
  KdPrintCircularBufferPtr: ['KdPrintCircularBuffer'],
  KdPrintBufferSize: ['KdPrintBufferSize'],
  KeLoaderBlock: ['KeLoaderBlock', 'KdpLoaderDebuggerBlock'],
  IopNumTriageDumpDataBlocks: ['IopNumTriageDumpDataBlocks'],
  IopTriageDumpDataBlocks: ['IopTriageDumpDataBlocks'],
  VfCrashDataBlock: ['VfCrashDataBlock'],
  MmBadPagesDetected: ['MmBadPagesDetected'],
  MmZeroedPageSingleBitErrorsDetected: ['MmZeroedPageSingleBitErrorsDetected'],
  EtwpDebuggerData: ['EtwpDebuggerData'],
};

export interface KernelConfirmation {
  /** Fields whose symbol lies exactly where the dump's pointer says. */
  readonly matched: number;
  /** Fields that have a pointer in the dump and a symbol in the table. */
  readonly compared: number;
  readonly verdict: 'exact' | 'refused';
  /** Why, in one clause. */
  readonly reason: string;
  /** Names of the fields that disagree. */
  readonly differing: readonly string[];
}

/** A few coincidences prove nothing: neighbouring builds share two or three of these addresses. */
const LEAST_COMPARED = 10;

/**
 * Whether a symbol table without proven identity belongs to the kernel of a dump: `pointers` holds the fields of its
 * KDDEBUGGER_DATA64 by name, zeros included, and `base` is where nt was loaded. True matches disagree in one of forty
 * at most (the kernel repurposes a field now and then); one of twenty is granted.
 */
export function confirmKernelSymbols(
  table: SymbolTable,
  base: bigint,
  pointers: Iterable<readonly [field: string, value: bigint]>,
): KernelConfirmation {
  const bits = base < 1n << 32n ? 32 : 64;
  const differing: string[] = [];
  let compared = 0;
  for (const [field, value] of pointers) {
    const names = Object.hasOwn(KERNEL_POINTERS, field) ? (KERNEL_POINTERS[field] ?? []) : [];
    if (value === 0n || names.length === 0) continue;
    const known = names.map((name) => table.find(name)).filter((symbol) => symbol !== null);
    if (known.length === 0) continue;
    compared++;
    const rva = BigInt.asUintN(bits, value - base);
    if (!known.some((symbol) => BigInt(symbol.rva) === rva)) differing.push(field);
  }
  const matched = compared - differing.length;
  const exact = compared >= LEAST_COMPARED && differing.length * 20 <= compared;
  const reason =
    compared < LEAST_COMPARED
      ? `only ${compared} of the kernel's debugger pointers can be compared`
      : `${matched} of ${compared} of the kernel's debugger pointers agree`;
  return { matched, compared, verdict: exact ? 'exact' : 'refused', reason, differing };
}
