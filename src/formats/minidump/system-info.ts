import { bytes, struct, u8, u16, u32, type ViewOf } from '../../bytes/struct.ts';
import { decodeAscii } from '../../bytes/text.ts';
import type { Extent, MinidumpFile } from './minidump-file.ts';

/** https://learn.microsoft.com/windows/win32/api/minidumpapiset/ns-minidumpapiset-minidump_system_info */
export const MINIDUMP_SYSTEM_INFO = struct('MINIDUMP_SYSTEM_INFO', 56, {
  ProcessorArchitecture: [0, u16],
  ProcessorLevel: [2, u16],
  ProcessorRevision: [4, u16],
  NumberOfProcessors: [6, u8],
  ProductType: [7, u8],
  MajorVersion: [8, u32],
  MinorVersion: [12, u32],
  BuildNumber: [16, u32],
  PlatformId: [20, u32],
  CSDVersionRva: [24, u32],
  SuiteMask: [28, u16],
  Reserved2: [30, u16],
  /** X86CpuInfo (vendor, version, features, AMD features) or OtherCpuInfo.ProcessorFeatures[2]. */
  Cpu: [32, bytes(24)],
});

export interface MinidumpSystemInfo {
  readonly record: ViewOf<typeof MINIDUMP_SYSTEM_INFO>;
  /** The service pack on Windows, `uname` or the build on other systems. */
  readonly csdVersion: string | null;
  /** `GenuineIntel`; x86 only, by the format. */
  readonly cpuVendor: string | null;
  /** CPUID 1 EAX, x86 only. */
  readonly cpuVersion: number | null;
}

/** SystemInfoStream. The CPU area is read as X86CpuInfo only when a vendor stands in it. */
export function readSystemInfo(file: MinidumpFile, stream: Extent): MinidumpSystemInfo | null {
  if (stream.available < 56) return file.tooShort(stream, 'MINIDUMP_SYSTEM_INFO', 56);
  const record = MINIDUMP_SYSTEM_INFO.read(file.source, stream.offset);
  const vendor = decodeAscii(record.Cpu.subarray(0, 12));
  const intelLike = record.ProcessorArchitecture === 0 || record.ProcessorArchitecture === 9;
  const isVendor = intelLike && /^[ -~]{12}$/.test(vendor);
  return {
    record,
    csdVersion: file.string(record.CSDVersionRva, 'MINIDUMP_SYSTEM_INFO'),
    cpuVendor: isVendor ? vendor : null,
    cpuVersion: isVendor ? record.view.getUint32(record.at + 44, true) : null,
  };
}
