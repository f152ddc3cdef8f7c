import { array, struct, u32, u64, type ViewOf } from '../../bytes/struct.ts';
import { decodeAscii, decodeUtf16 } from '../../bytes/text.ts';
import { type CodeView, parseCodeView } from './code-view.ts';
import { MINIDUMP_LOCATION_DESCRIPTOR } from './header.ts';
import { type Extent, type MinidumpFile, mapRecords } from './minidump-file.ts';

/** https://learn.microsoft.com/windows/win32/api/verrsrc/ns-verrsrc-vs_fixedfileinfo */
export const VS_FIXEDFILEINFO = struct('VS_FIXEDFILEINFO', 52, {
  dwSignature: [0, u32],
  dwStrucVersion: [4, u32],
  dwFileVersionMS: [8, u32],
  dwFileVersionLS: [12, u32],
  dwProductVersionMS: [16, u32],
  dwProductVersionLS: [20, u32],
  dwFileFlagsMask: [24, u32],
  dwFileFlags: [28, u32],
  dwFileOS: [32, u32],
  dwFileType: [36, u32],
  dwFileSubtype: [40, u32],
  dwFileDate: [44, array(u32, 2)],
});

/** https://learn.microsoft.com/windows/win32/api/minidumpapiset/ns-minidumpapiset-minidump_module (packed to 4) */
export const MINIDUMP_MODULE = struct('MINIDUMP_MODULE', 108, {
  BaseOfImage: [0, u64],
  SizeOfImage: [8, u32],
  CheckSum: [12, u32],
  TimeDateStamp: [16, u32],
  ModuleNameRva: [20, u32],
  VersionInfo: [24, VS_FIXEDFILEINFO],
  CvRecord: [76, MINIDUMP_LOCATION_DESCRIPTOR],
  MiscRecord: [84, MINIDUMP_LOCATION_DESCRIPTOR],
  Reserved0: [92, u64],
  Reserved1: [100, u64],
});

/** https://learn.microsoft.com/windows/win32/api/minidumpapiset/ns-minidumpapiset-minidump_unloaded_module */
export const MINIDUMP_UNLOADED_MODULE = struct('MINIDUMP_UNLOADED_MODULE', 24, {
  BaseOfImage: [0, u64],
  SizeOfImage: [8, u32],
  CheckSum: [12, u32],
  TimeDateStamp: [16, u32],
  ModuleNameRva: [20, u32],
});

export interface MinidumpModule {
  readonly record: ViewOf<typeof MINIDUMP_MODULE>;
  readonly path: string | null;
  readonly codeView: CodeView | null;
  /** The file name of an IMAGE_DEBUG_MISC record, where old images have a .dbg file. */
  readonly debugFile: string | null;
}

export interface MinidumpUnloadedModule {
  readonly record: ViewOf<typeof MINIDUMP_UNLOADED_MODULE>;
  readonly path: string | null;
}

/** Two 32-bit halves as `10.0.19041.804`. */
export function formatVersion(ms: number, ls: number): string {
  return `${ms >>> 16}.${ms & 0xffff}.${ls >>> 16}.${ls & 0xffff}`;
}

/** File and product version of a version resource; null without its signature or when every part is zero. */
export function versionsOf(info: ViewOf<typeof VS_FIXEDFILEINFO>): { file: string | null; product: string | null } {
  if (info.dwSignature !== 0xfeef04bd) return { file: null, product: null };
  const { dwFileVersionMS, dwFileVersionLS, dwProductVersionMS, dwProductVersionLS } = info;
  return {
    file: dwFileVersionMS || dwFileVersionLS ? formatVersion(dwFileVersionMS, dwFileVersionLS) : null,
    product: dwProductVersionMS || dwProductVersionLS ? formatVersion(dwProductVersionMS, dwProductVersionLS) : null,
  };
}

/** Modules of ModuleListStream, in the order of the list: the first is the program. */
export function readModuleList(file: MinidumpFile, stream: Extent): MinidumpModule[] | null {
  const table = file.countedList(stream, 108, 'MINIDUMP_MODULE_LIST', 112);
  return (
    table &&
    mapRecords(table, (view, at) => {
      const record = MINIDUMP_MODULE.view(view, at);
      return {
        record,
        path: file.string(record.ModuleNameRva, 'MINIDUMP_MODULE'),
        codeView: parseCodeView(file.blob(record.CvRecord, 0x1_0018, 'CodeView record')),
        debugFile: readMiscRecord(file.blob(record.MiscRecord, 0x1_000c, 'IMAGE_DEBUG_MISC')),
      };
    })
  );
}

/** IMAGE_DEBUG_MISC (winnt.h): DataType 1, Length, Unicode flag, three reserved bytes, the name. */
function readMiscRecord(bytes: Uint8Array | null): string | null {
  if (!bytes || bytes.length <= 12 || bytes[0] !== 1) return null;
  return (bytes[8] ? decodeUtf16 : decodeAscii)(bytes.subarray(12)) || null;
}

/** Modules of UnloadedModuleListStream, as RtlGetUnloadEventTrace recorded them. */
export function readUnloadedModuleList(file: MinidumpFile, stream: Extent): MinidumpUnloadedModule[] | null {
  const table = file.sizedList(stream, 4, 24, 'MINIDUMP_UNLOADED_MODULE_LIST');
  return (
    table &&
    mapRecords(table, (view, at) => {
      const record = MINIDUMP_UNLOADED_MODULE.view(view, at);
      return { record, path: file.string(record.ModuleNameRva, 'MINIDUMP_UNLOADED_MODULE') };
    })
  );
}
