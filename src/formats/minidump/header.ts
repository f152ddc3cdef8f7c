import { struct, u32, u64 } from '../../bytes/struct.ts';

/** `MDMP`, little-endian. */
export const MINIDUMP_SIGNATURE = 0x504d444d;
/** The low word of MINIDUMP_HEADER.Version; the high word belongs to the writer. */
export const MINIDUMP_VERSION = 0xa793;

/** https://learn.microsoft.com/windows/win32/api/minidumpapiset/ns-minidumpapiset-minidump_header */
export const MINIDUMP_HEADER = struct('MINIDUMP_HEADER', 32, {
  Signature: [0, u32],
  Version: [4, u32],
  NumberOfStreams: [8, u32],
  StreamDirectoryRva: [12, u32],
  CheckSum: [16, u32],
  TimeDateStamp: [20, u32],
  Flags: [24, u64],
});

/** https://learn.microsoft.com/windows/win32/api/minidumpapiset/ns-minidumpapiset-minidump_location_descriptor */
export const MINIDUMP_LOCATION_DESCRIPTOR = struct('MINIDUMP_LOCATION_DESCRIPTOR', 8, {
  DataSize: [0, u32],
  Rva: [4, u32],
});

/** https://learn.microsoft.com/windows/win32/api/minidumpapiset/ns-minidumpapiset-minidump_directory */
export const MINIDUMP_DIRECTORY = struct('MINIDUMP_DIRECTORY', 12, {
  StreamType: [0, u32],
  Location: [4, MINIDUMP_LOCATION_DESCRIPTOR],
});

/** https://learn.microsoft.com/windows/win32/api/minidumpapiset/ns-minidumpapiset-minidump_memory_descriptor */
export const MINIDUMP_MEMORY_DESCRIPTOR = struct('MINIDUMP_MEMORY_DESCRIPTOR', 16, {
  StartOfMemoryRange: [0, u64],
  Memory: [8, MINIDUMP_LOCATION_DESCRIPTOR],
});

/** MINIDUMP_TYPE by bit: https://learn.microsoft.com/windows/win32/api/minidumpapiset/ne-minidumpapiset-minidump_type */
export const MINIDUMP_TYPE_NAMES: readonly string[] = [
  'MiniDumpWithDataSegs',
  'MiniDumpWithFullMemory',
  'MiniDumpWithHandleData',
  'MiniDumpFilterMemory',
  'MiniDumpScanMemory',
  'MiniDumpWithUnloadedModules',
  'MiniDumpWithIndirectlyReferencedMemory',
  'MiniDumpFilterModulePaths',
  'MiniDumpWithProcessThreadData',
  'MiniDumpWithPrivateReadWriteMemory',
  'MiniDumpWithoutOptionalData',
  'MiniDumpWithFullMemoryInfo',
  'MiniDumpWithThreadInfo',
  'MiniDumpWithCodeSegs',
  'MiniDumpWithoutAuxiliaryState',
  'MiniDumpWithFullAuxiliaryState',
  'MiniDumpWithPrivateWriteCopyMemory',
  'MiniDumpIgnoreInaccessibleMemory',
  'MiniDumpWithTokenInformation',
  'MiniDumpWithModuleHeaders',
  'MiniDumpFilterTriage',
  'MiniDumpWithAvxXStateContext',
  'MiniDumpWithIptTrace',
  'MiniDumpScanInaccessiblePartialPages',
  'MiniDumpFilterWriteCombinedMemory',
];

/** The names of the MINIDUMP_TYPE bits that are set; bits without a name are left out. */
export function minidumpTypeNames(flags: bigint): string[] {
  return MINIDUMP_TYPE_NAMES.filter((_, bit) => (flags >> BigInt(bit)) & 1n);
}
