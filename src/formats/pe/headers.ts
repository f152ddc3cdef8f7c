import { bytes, struct, u8, u16, u32, u64 } from '../../bytes/struct.ts';

/** The DOS header's two fields that still matter (ntimage.h). */
export const IMAGE_DOS_HEADER = struct('IMAGE_DOS_HEADER', 64, { e_magic: [0, u16], e_lfanew: [60, u32] });

/** PE format, COFF File Header: learn.microsoft.com/windows/win32/debug/pe-format. */
export const IMAGE_FILE_HEADER = struct('IMAGE_FILE_HEADER', 20, {
  Machine: [0, u16],
  NumberOfSections: [2, u16],
  TimeDateStamp: [4, u32],
  PointerToSymbolTable: [8, u32],
  NumberOfSymbols: [12, u32],
  SizeOfOptionalHeader: [16, u16],
  Characteristics: [18, u16],
});

/** PE format, Optional Header PE32 without the data directories. */
export const IMAGE_OPTIONAL_HEADER32 = struct('IMAGE_OPTIONAL_HEADER32', 96, {
  Magic: [0, u16],
  MajorLinkerVersion: [2, u8],
  MinorLinkerVersion: [3, u8],
  SizeOfCode: [4, u32],
  SizeOfInitializedData: [8, u32],
  SizeOfUninitializedData: [12, u32],
  AddressOfEntryPoint: [16, u32],
  BaseOfCode: [20, u32],
  ImageBase: [28, u32],
  SectionAlignment: [32, u32],
  FileAlignment: [36, u32],
  MajorOperatingSystemVersion: [40, u16],
  MinorOperatingSystemVersion: [42, u16],
  MajorImageVersion: [44, u16],
  MinorImageVersion: [46, u16],
  MajorSubsystemVersion: [48, u16],
  MinorSubsystemVersion: [50, u16],
  SizeOfImage: [56, u32],
  SizeOfHeaders: [60, u32],
  CheckSum: [64, u32],
  Subsystem: [68, u16],
  DllCharacteristics: [70, u16],
  SizeOfStackReserve: [72, u32],
  SizeOfStackCommit: [76, u32],
  SizeOfHeapReserve: [80, u32],
  SizeOfHeapCommit: [84, u32],
  NumberOfRvaAndSizes: [92, u32],
});

/** PE format, Optional Header PE32+ without the data directories. */
export const IMAGE_OPTIONAL_HEADER64 = struct('IMAGE_OPTIONAL_HEADER64', 112, {
  Magic: [0, u16],
  MajorLinkerVersion: [2, u8],
  MinorLinkerVersion: [3, u8],
  SizeOfCode: [4, u32],
  SizeOfInitializedData: [8, u32],
  SizeOfUninitializedData: [12, u32],
  AddressOfEntryPoint: [16, u32],
  BaseOfCode: [20, u32],
  ImageBase: [24, u64],
  SectionAlignment: [32, u32],
  FileAlignment: [36, u32],
  MajorOperatingSystemVersion: [40, u16],
  MinorOperatingSystemVersion: [42, u16],
  MajorImageVersion: [44, u16],
  MinorImageVersion: [46, u16],
  MajorSubsystemVersion: [48, u16],
  MinorSubsystemVersion: [50, u16],
  SizeOfImage: [56, u32],
  SizeOfHeaders: [60, u32],
  CheckSum: [64, u32],
  Subsystem: [68, u16],
  DllCharacteristics: [70, u16],
  SizeOfStackReserve: [72, u64],
  SizeOfStackCommit: [80, u64],
  SizeOfHeapReserve: [88, u64],
  SizeOfHeapCommit: [96, u64],
  NumberOfRvaAndSizes: [108, u32],
});

/** PE format, Section Table. */
export const IMAGE_SECTION_HEADER = struct('IMAGE_SECTION_HEADER', 40, {
  Name: [0, bytes(8)],
  VirtualSize: [8, u32],
  VirtualAddress: [12, u32],
  SizeOfRawData: [16, u32],
  PointerToRawData: [20, u32],
  PointerToRelocations: [24, u32],
  PointerToLinenumbers: [28, u32],
  NumberOfRelocations: [32, u16],
  NumberOfLinenumbers: [34, u16],
  Characteristics: [36, u32],
});

/** PE format, Export Directory Table. */
export const IMAGE_EXPORT_DIRECTORY = struct('IMAGE_EXPORT_DIRECTORY', 40, {
  Name: [12, u32],
  Base: [16, u32],
  NumberOfFunctions: [20, u32],
  NumberOfNames: [24, u32],
  AddressOfFunctions: [28, u32],
  AddressOfNames: [32, u32],
  AddressOfNameOrdinals: [36, u32],
});

/** PE format, Import Directory Table. */
export const IMAGE_IMPORT_DESCRIPTOR = struct('IMAGE_IMPORT_DESCRIPTOR', 20, {
  OriginalFirstThunk: [0, u32],
  TimeDateStamp: [4, u32],
  Name: [12, u32],
  FirstThunk: [16, u32],
});

/** PE format, Debug Directory. */
export const IMAGE_DEBUG_DIRECTORY = struct('IMAGE_DEBUG_DIRECTORY', 28, {
  TimeDateStamp: [4, u32],
  MajorVersion: [8, u16],
  MinorVersion: [10, u16],
  Type: [12, u32],
  SizeOfData: [16, u32],
  AddressOfRawData: [20, u32],
  PointerToRawData: [24, u32],
});

/** PE format, Resource Directory Table and its entries. */
export const IMAGE_RESOURCE_DIRECTORY = struct('IMAGE_RESOURCE_DIRECTORY', 16, {
  NumberOfNamedEntries: [12, u16],
  NumberOfIdEntries: [14, u16],
});
export const IMAGE_RESOURCE_DIRECTORY_ENTRY = struct('IMAGE_RESOURCE_DIRECTORY_ENTRY', 8, {
  Name: [0, u32],
  OffsetToData: [4, u32],
});
export const IMAGE_RESOURCE_DATA_ENTRY = struct('IMAGE_RESOURCE_DATA_ENTRY', 16, {
  OffsetToData: [0, u32],
  Size: [4, u32],
});

/** VS_FIXEDFILEINFO (verrsrc.h). */
export const VS_FIXEDFILEINFO = struct('VS_FIXEDFILEINFO', 52, {
  dwSignature: [0, u32],
  dwFileVersionMS: [8, u32],
  dwFileVersionLS: [12, u32],
  dwProductVersionMS: [16, u32],
  dwProductVersionLS: [20, u32],
  dwFileFlagsMask: [24, u32],
  dwFileFlags: [28, u32],
});

/** IMAGE_DATA_DIRECTORY indexes (ntimage.h). */
export const DIRECTORY = {
  export: 0,
  import: 1,
  resource: 2,
  exception: 3,
  debug: 6,
  loadConfig: 10,
  clr: 14,
} as const;
