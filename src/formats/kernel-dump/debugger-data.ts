import { viewOf } from '../../bytes/source.ts';
import { struct, u16, u32, u64, type ViewOf } from '../../bytes/struct.ts';

/**
 * KDDEBUGGER_DATA64 (wdbgexts.h of the Windows SDK), the kernel's table of contents for debuggers. 32-bit kernels write
 * the same layout with sign-extended pointers. Older kernels write a shorter block; what they lack reads as 0.
 */
export const KDDEBUGGER_DATA64 = struct('KDDEBUGGER_DATA64', 0x340, {
  OwnerTag: [0x10, u32],
  Size: [0x14, u32],
  KernBase: [0x18, u64],
  BreakpointWithStatus: [0x20, u64],
  SavedContext: [0x28, u64],
  ThCallbackStack: [0x30, u16],
  NextCallback: [0x32, u16],
  FramePointer: [0x34, u16],
  KiCallUserMode: [0x38, u64],
  KeUserCallbackDispatcher: [0x40, u64],
  PsLoadedModuleList: [0x48, u64],
  PsActiveProcessHead: [0x50, u64],
  PspCidTable: [0x58, u64],
  ExpSystemResourcesList: [0x60, u64],
  ExpPagedPoolDescriptor: [0x68, u64],
  ExpNumberOfPagedPools: [0x70, u64],
  KeTimeIncrement: [0x78, u64],
  KeBugCheckCallbackListHead: [0x80, u64],
  KiBugcheckData: [0x88, u64],
  IopErrorLogListHead: [0x90, u64],
  ObpRootDirectoryObject: [0x98, u64],
  ObpTypeObjectType: [0xa0, u64],
  MmSystemCacheStart: [0xa8, u64],
  MmSystemCacheEnd: [0xb0, u64],
  MmSystemCacheWs: [0xb8, u64],
  MmPfnDatabase: [0xc0, u64],
  MmSystemPtesStart: [0xc8, u64],
  MmSystemPtesEnd: [0xd0, u64],
  MmSubsectionBase: [0xd8, u64],
  MmNumberOfPagingFiles: [0xe0, u64],
  MmLowestPhysicalPage: [0xe8, u64],
  MmHighestPhysicalPage: [0xf0, u64],
  MmNumberOfPhysicalPages: [0xf8, u64],
  MmMaximumNonPagedPoolInBytes: [0x100, u64],
  MmNonPagedSystemStart: [0x108, u64],
  MmNonPagedPoolStart: [0x110, u64],
  MmNonPagedPoolEnd: [0x118, u64],
  MmPagedPoolStart: [0x120, u64],
  MmPagedPoolEnd: [0x128, u64],
  MmPagedPoolInformation: [0x130, u64],
  MmPageSize: [0x138, u64],
  MmSizeOfPagedPoolInBytes: [0x140, u64],
  MmTotalCommitLimit: [0x148, u64],
  MmTotalCommittedPages: [0x150, u64],
  MmSharedCommit: [0x158, u64],
  MmDriverCommit: [0x160, u64],
  MmProcessCommit: [0x168, u64],
  MmPagedPoolCommit: [0x170, u64],
  MmExtendedCommit: [0x178, u64],
  MmZeroedPageListHead: [0x180, u64],
  MmFreePageListHead: [0x188, u64],
  MmStandbyPageListHead: [0x190, u64],
  MmModifiedPageListHead: [0x198, u64],
  MmModifiedNoWritePageListHead: [0x1a0, u64],
  MmAvailablePages: [0x1a8, u64],
  MmResidentAvailablePages: [0x1b0, u64],
  PoolTrackTable: [0x1b8, u64],
  NonPagedPoolDescriptor: [0x1c0, u64],
  MmHighestUserAddress: [0x1c8, u64],
  MmSystemRangeStart: [0x1d0, u64],
  MmUserProbeAddress: [0x1d8, u64],
  KdPrintCircularBuffer: [0x1e0, u64],
  KdPrintCircularBufferEnd: [0x1e8, u64],
  KdPrintWritePointer: [0x1f0, u64],
  KdPrintRolloverCount: [0x1f8, u64],
  MmLoadedUserImageList: [0x200, u64],
  NtBuildLab: [0x208, u64],
  KiNormalSystemCall: [0x210, u64],
  KiProcessorBlock: [0x218, u64],
  MmUnloadedDrivers: [0x220, u64],
  MmLastUnloadedDriver: [0x228, u64],
  MmTriageActionTaken: [0x230, u64],
  MmSpecialPoolTag: [0x238, u64],
  KernelVerifier: [0x240, u64],
  MmVerifierData: [0x248, u64],
  MmAllocatedNonPagedPool: [0x250, u64],
  MmPeakCommitment: [0x258, u64],
  MmTotalCommitLimitMaximum: [0x260, u64],
  CmNtCSDVersion: [0x268, u64],
  MmPhysicalMemoryBlock: [0x270, u64],
  MmSessionBase: [0x278, u64],
  MmSessionSize: [0x280, u64],
  MmSystemParentTablePage: [0x288, u64],
  MmVirtualTranslationBase: [0x290, u64],
  OffsetKThreadNextProcessor: [0x298, u16],
  OffsetKThreadTeb: [0x29a, u16],
  OffsetKThreadKernelStack: [0x29c, u16],
  OffsetKThreadInitialStack: [0x29e, u16],
  OffsetKThreadApcProcess: [0x2a0, u16],
  OffsetKThreadState: [0x2a2, u16],
  OffsetKThreadBStore: [0x2a4, u16],
  OffsetKThreadBStoreLimit: [0x2a6, u16],
  SizeEProcess: [0x2a8, u16],
  OffsetEprocessPeb: [0x2aa, u16],
  OffsetEprocessParentCID: [0x2ac, u16],
  OffsetEprocessDirectoryTableBase: [0x2ae, u16],
  SizePrcb: [0x2b0, u16],
  OffsetPrcbDpcRoutine: [0x2b2, u16],
  OffsetPrcbCurrentThread: [0x2b4, u16],
  OffsetPrcbMhz: [0x2b6, u16],
  OffsetPrcbCpuType: [0x2b8, u16],
  OffsetPrcbVendorString: [0x2ba, u16],
  OffsetPrcbProcStateContext: [0x2bc, u16],
  OffsetPrcbNumber: [0x2be, u16],
  SizeEThread: [0x2c0, u16],
  KdPrintCircularBufferPtr: [0x2c8, u64],
  KdPrintBufferSize: [0x2d0, u64],
  KeLoaderBlock: [0x2d8, u64],
  SizePcr: [0x2e0, u16],
  OffsetPcrSelfPcr: [0x2e2, u16],
  OffsetPcrCurrentPrcb: [0x2e4, u16],
  OffsetPcrContainedPrcb: [0x2e6, u16],
  OffsetPcrInitialBStore: [0x2e8, u16],
  OffsetPcrBStoreLimit: [0x2ea, u16],
  OffsetPcrInitialStack: [0x2ec, u16],
  OffsetPcrStackLimit: [0x2ee, u16],
  OffsetPrcbPcrPage: [0x2f0, u16],
  OffsetPrcbProcStateSpecialReg: [0x2f2, u16],
  GdtR0Code: [0x2f4, u16],
  GdtR0Data: [0x2f6, u16],
  GdtR0Pcr: [0x2f8, u16],
  GdtR3Code: [0x2fa, u16],
  GdtR3Data: [0x2fc, u16],
  GdtR3Teb: [0x2fe, u16],
  GdtLdt: [0x300, u16],
  GdtTss: [0x302, u16],
  Gdt64R3CmCode: [0x304, u16],
  Gdt64R3CmTeb: [0x306, u16],
  IopNumTriageDumpDataBlocks: [0x308, u64],
  IopTriageDumpDataBlocks: [0x310, u64],
  VfCrashDataBlock: [0x318, u64],
  MmBadPagesDetected: [0x320, u64],
  MmZeroedPageSingleBitErrorsDetected: [0x328, u64],
  EtwpDebuggerData: [0x330, u64],
  OffsetPrcbContext: [0x338, u16],
});

export type DebuggerData = ViewOf<typeof KDDEBUGGER_DATA64>;

/** `KDBG` */
const TAG = 0x4742444b;

/**
 * The debugger data block: `plain` with its fields, `encoded` when the bytes are there without the tag (Windows 8 and
 * later keep it encoded in memory until a crash dump is written), or `absent`.
 */
export type DebuggerDataState =
  | { readonly state: 'plain'; readonly data: DebuggerData }
  | { readonly state: 'encoded' | 'absent'; readonly data: null };

/** Reads the block from bytes that begin at it; at least 0x18 bytes are needed to tell anything. */
export function readDebuggerData(bytes: Uint8Array): DebuggerDataState {
  if (bytes.length < 0x18) return { state: 'absent', data: null };
  const view = viewOf(bytes);
  if (view.getUint32(0x10, true) !== TAG) {
    return { state: bytes.every((byte) => byte === 0) ? 'absent' : 'encoded', data: null };
  }
  const claimed = view.getUint32(0x14, true);
  const size = claimed >= 0x18 ? Math.min(claimed, bytes.length, KDDEBUGGER_DATA64.size) : bytes.length;
  const padded = new Uint8Array(KDDEBUGGER_DATA64.size);
  padded.set(bytes.subarray(0, Math.min(size, KDDEBUGGER_DATA64.size)));
  return { state: 'plain', data: KDDEBUGGER_DATA64.view(viewOf(padded)) };
}
