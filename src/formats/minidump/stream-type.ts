import { hex } from '../../bytes/hex.ts';

/** https://learn.microsoft.com/windows/win32/api/minidumpapiset/ne-minidumpapiset-minidump_stream_type */
export const StreamType = {
  UnusedStream: 0,
  ThreadListStream: 3,
  ModuleListStream: 4,
  MemoryListStream: 5,
  ExceptionStream: 6,
  SystemInfoStream: 7,
  ThreadExListStream: 8,
  Memory64ListStream: 9,
  CommentStreamA: 10,
  CommentStreamW: 11,
  HandleDataStream: 12,
  FunctionTableStream: 13,
  UnloadedModuleListStream: 14,
  MiscInfoStream: 15,
  MemoryInfoListStream: 16,
  ThreadInfoListStream: 17,
  HandleOperationListStream: 18,
  TokenStream: 19,
  JavaScriptDataStream: 20,
  SystemMemoryInfoStream: 21,
  ProcessVmCountersStream: 22,
  IptTraceStream: 23,
  ThreadNamesStream: 24,
  // https://chromium.googlesource.com/breakpad/breakpad, src/google_breakpad/common/minidump_format.h
  BreakpadInfo: 0x47670001,
  AssertionInfo: 0x47670002,
  LinuxCpuInfo: 0x47670003,
  LinuxProcStatus: 0x47670004,
  LinuxLsbRelease: 0x47670005,
  LinuxCmdLine: 0x47670006,
  LinuxEnviron: 0x47670007,
  LinuxAuxv: 0x47670008,
  LinuxMaps: 0x47670009,
  LinuxDsoDebug: 0x4767000a,
  // https://chromium.googlesource.com/crashpad/crashpad, minidump/minidump_extensions.h
  CrashpadInfo: 0x43500001,
} as const;

/** Types that are named here and listed, but not decoded. */
const NAMED: readonly (readonly [type: number, name: string])[] = [
  [1, 'ReservedStream0'],
  [2, 'ReservedStream1'],
  [0x8000, 'ceStreamNull'],
  [0x8001, 'ceStreamSystemInfo'],
  [0x8002, 'ceStreamException'],
  [0x8003, 'ceStreamModuleList'],
  [0x8004, 'ceStreamProcessList'],
  [0x8005, 'ceStreamThreadList'],
  [0x8006, 'ceStreamThreadContextList'],
  [0x8007, 'ceStreamThreadCallStackList'],
  [0x8008, 'ceStreamMemoryVirtualList'],
  [0x8009, 'ceStreamMemoryPhysicalList'],
  [0x800a, 'ceStreamBucketParameters'],
  [0x800b, 'ceStreamProcessModuleMap'],
  [0x800c, 'ceStreamDiagnosisList'],
  [0xfff0, 'Wine extra stream'],
  [0xffff, 'LastReservedStream'],
  // llvm/BinaryFormat/MinidumpConstants.def
  [0x4767000b, 'LinuxProcStat'],
  [0x4767000c, 'LinuxProcUptime'],
  [0x4767000d, 'LinuxProcFD'],
  [0xfacecafa, 'FacebookAppCustomData'],
  [0xfacecafb, 'FacebookBuildID'],
  [0xfacecafc, 'FacebookAppVersionName'],
  [0xfacecafd, 'FacebookJavaStack'],
  [0xfacecafe, 'FacebookDalvikInfo'],
  [0xfacecaff, 'FacebookUnwindSymbols'],
  [0xfacecb00, 'FacebookDumpErrorLog'],
  [0xfacecccc, 'FacebookAppStateLog'],
  [0xfacedead, 'FacebookAbortReason'],
  [0xfacee000, 'FacebookThreadName'],
  // rust-minidump, minidump-common/src/format.rs
  [0x4d7a0001, 'MozMacosCrashInfo'],
  [0x4d7a0002, 'MozMacosBootargs'],
  [0x4d7a0003, 'MozLinuxLimits'],
  [0x4d7a0004, 'MozSoftErrors'],
  // Syzygy and Chromium: protocol buffers of the crashed process
  [0x4b6b0001, 'Syzygy crash data'],
  [0x4b6b0002, 'Chromium stability report'],
];

const NAMES = new Map<number, string>([
  ...NAMED,
  ...Object.entries(StreamType).map(([name, type]) => [type, name] as const),
]);

/** The stream's name, or `unknown stream 0x1234`. */
export function streamTypeName(type: number): string {
  return NAMES.get(type) ?? `unknown stream ${hex(type)}`;
}
