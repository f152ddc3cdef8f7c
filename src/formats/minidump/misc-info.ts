import { viewOf } from '../../bytes/source.ts';
import { array, bytes, struct, u16, u32, u64 } from '../../bytes/struct.ts';
import { decodeUtf16 } from '../../bytes/text.ts';
import type { Extent, MinidumpFile } from './minidump-file.ts';

/** https://learn.microsoft.com/windows/win32/api/minwinbase/ns-minwinbase-systemtime */
const SYSTEMTIME = array(u16, 8);

/** https://learn.microsoft.com/windows/win32/api/timezoneapi/ns-timezoneapi-time_zone_information */
export const TIME_ZONE_INFORMATION = struct('TIME_ZONE_INFORMATION', 172, {
  Bias: [0, u32],
  StandardName: [4, bytes(64)],
  StandardDate: [68, SYSTEMTIME],
  StandardBias: [84, u32],
  DaylightName: [88, bytes(64)],
  DaylightDate: [152, SYSTEMTIME],
  DaylightBias: [168, u32],
});

/**
 * MINIDUMP_MISC_INFO to MINIDUMP_MISC_INFO_5 (minidumpapiset.h, packed to 4): each generation appends, and SizeOfInfo
 * tells which it is: 24, 44, 232, 832, 1364 bytes.
 */
export const MINIDUMP_MISC_INFO_5 = struct('MINIDUMP_MISC_INFO_5', 1364, {
  SizeOfInfo: [0, u32],
  Flags1: [4, u32],
  ProcessId: [8, u32],
  ProcessCreateTime: [12, u32],
  ProcessUserTime: [16, u32],
  ProcessKernelTime: [20, u32],
  ProcessorMaxMhz: [24, u32],
  ProcessorCurrentMhz: [28, u32],
  ProcessorMhzLimit: [32, u32],
  ProcessorMaxIdleState: [36, u32],
  ProcessorCurrentIdleState: [40, u32],
  ProcessIntegrityLevel: [44, u32],
  ProcessExecuteFlags: [48, u32],
  ProtectedProcess: [52, u32],
  TimeZoneId: [56, u32],
  TimeZone: [60, TIME_ZONE_INFORMATION],
  BuildString: [232, bytes(520)],
  DbgBldStr: [752, bytes(80)],
  XStateSizeOfInfo: [832, u32],
  XStateContextSize: [836, u32],
  XStateEnabledFeatures: [840, u64],
  XStateFeatures: [848, array(u64, 64)],
  ProcessCookie: [1360, u32],
});

/** What MiscInfoStream says; null where its generation or its flags leave a field out. Times are seconds. */
export interface MinidumpMiscInfo {
  readonly generation: 1 | 2 | 3 | 4 | 5;
  readonly processId: number | null;
  /** Seconds since 1970 UTC. */
  readonly processCreateTime: number | null;
  readonly processUserTime: number | null;
  readonly processKernelTime: number | null;
  readonly processorMaxMhz: number | null;
  readonly processorCurrentMhz: number | null;
  /** 0x1000 low, 0x2000 medium, 0x3000 high, 0x4000 system. */
  readonly integrityLevel: number | null;
  readonly executeFlags: number | null;
  readonly protectedProcess: number | null;
  /** Minutes to add to local time for UTC, with the daylight rule that was in force; names as the system wrote them. */
  readonly timeZone: { readonly biasMinutes: number; readonly name: string; readonly daylight: boolean } | null;
  readonly buildString: string | null;
  readonly debuggerBuildString: string | null;
  readonly xstateEnabledFeatures: bigint | null;
  readonly processCookie: number | null;
}

/** MiscInfoStream of any generation. */
export function readMiscInfo(file: MinidumpFile, stream: Extent): MinidumpMiscInfo | null {
  if (stream.available < 8) return file.tooShort(stream, 'MINIDUMP_MISC_INFO', 8);
  const read = file.source.read(stream.offset, Math.min(stream.available, MINIDUMP_MISC_INFO_5.size));
  const padded = new Uint8Array(MINIDUMP_MISC_INFO_5.size);
  padded.set(read);
  const info = MINIDUMP_MISC_INFO_5.view(viewOf(padded));
  const size = Math.min(read.length, info.SizeOfInfo);
  const flags = info.Flags1;
  const has = (end: number, flag: number) => size >= end && (flags & flag) !== 0;
  const times = has(24, 0x2);
  const power = has(44, 0x4);
  const zone = info.TimeZone;
  // TIME_ZONE_ID_DAYLIGHT is 2.
  const daylight = info.TimeZoneId === 2;
  return {
    generation: size >= 836 ? 5 : size >= 832 ? 4 : size >= 232 ? 3 : size >= 44 ? 2 : 1,
    processId: has(12, 0x1) ? info.ProcessId : null,
    processCreateTime: times && info.ProcessCreateTime !== 0 ? info.ProcessCreateTime : null,
    processUserTime: times ? info.ProcessUserTime : null,
    processKernelTime: times ? info.ProcessKernelTime : null,
    processorMaxMhz: power ? info.ProcessorMaxMhz : null,
    processorCurrentMhz: power ? info.ProcessorCurrentMhz : null,
    integrityLevel: has(48, 0x10) ? info.ProcessIntegrityLevel : null,
    executeFlags: has(52, 0x20) ? info.ProcessExecuteFlags : null,
    protectedProcess: has(56, 0x80) ? info.ProtectedProcess : null,
    timeZone: has(232, 0x40)
      ? {
          biasMinutes: (zone.Bias | 0) + ((daylight ? zone.DaylightBias : zone.StandardBias) | 0),
          name: decodeUtf16(daylight ? zone.DaylightName : zone.StandardName),
          daylight,
        }
      : null,
    buildString: has(752, 0x100) ? decodeUtf16(info.BuildString) || null : null,
    debuggerBuildString: has(832, 0x100) ? decodeUtf16(info.DbgBldStr) || null : null,
    xstateEnabledFeatures: size >= 1360 ? info.XStateEnabledFeatures : null,
    processCookie: has(1364, 0x200) ? info.ProcessCookie : null,
  };
}
