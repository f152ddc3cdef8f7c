import { unixToIso } from '../bytes/time.ts';
import type { Minidump } from '../formats/minidump/minidump.ts';
import { StreamType } from '../formats/minidump/stream-type.ts';
import { linuxFields } from '../formats/minidump/text-streams.ts';
import type { Architecture } from '../machine/context.ts';
import { type MemorySpace, tryView } from '../memory/space.ts';
import { suiteNames, windowsName } from './os-name.ts';
import type { TargetSystem } from './target.ts';

/** MINIDUMP_SYSTEM_INFO.ProcessorArchitecture (winnt.h); from 0x8000 on Breakpad's additions. */
const ARCHITECTURES = new Map<number, Architecture>([
  [0, 'x86'],
  [1, 'mips'],
  [2, 'alpha'],
  [3, 'ppc'],
  [5, 'arm'],
  [6, 'ia64'],
  [7, 'alpha'],
  [9, 'x64'],
  [10, 'x86'],
  [12, 'arm64'],
  [0x8002, 'ppc'],
  [0x8003, 'arm64'],
  [0x8004, 'mips'],
]);

/** MINIDUMP_SYSTEM_INFO.PlatformId: VER_PLATFORM_* (winnt.h) and Breakpad's additions. */
const PLATFORMS = new Map<number, string>([
  [0, 'windows'],
  [1, 'windows'],
  [2, 'windows'],
  [3, 'windows'],
  [0x8000, 'unix'],
  [0x8101, 'macos'],
  [0x8102, 'ios'],
  [0x8201, 'linux'],
  [0x8202, 'solaris'],
  [0x8203, 'android'],
  [0x8204, 'ps3'],
  [0x8205, 'nacl'],
  [0x8206, 'fuchsia'],
]);

const PLATFORM_NAMES: Readonly<Record<string, string>> = {
  unix: 'Unix',
  macos: 'macOS',
  ios: 'iOS',
  linux: 'Linux',
  solaris: 'Solaris',
  android: 'Android',
  ps3: 'PlayStation 3',
  nacl: 'Native Client',
  fuchsia: 'Fuchsia',
};

export function architectureOf(minidump: Minidump): Architecture | null {
  const info = minidump.systemInfo;
  return info ? (ARCHITECTURES.get(info.record.ProcessorArchitecture) ?? 'unknown') : null;
}

/** `windows` when the dump has no system information: the format is Windows', and others always write that stream. */
export function platformOf(minidump: Minidump): string {
  const info = minidump.systemInfo;
  return info ? (PLATFORMS.get(info.record.PlatformId) ?? 'unknown') : 'windows';
}

/** `Linux 4.9.60`, `macOS 10.15.7`; Linux writers leave the numbers 0 and put `uname -a` into the CSD string. */
function otherSystemName(platform: string, version: readonly number[], csd: string | null): string | null {
  const name = PLATFORM_NAMES[platform];
  if (name === undefined) return null;
  if (version.some((part) => part !== 0)) return `${name} ${version.join('.')}`;
  const uname = csd?.split(' ') ?? [];
  return uname[0] === name && uname[1] ? `${name} ${uname[1]}` : name;
}

/** Seconds since boot by InterruptTime of KUSER_SHARED_DATA (ntddk.h), where a dump holds that page; else null. */
function windowsUptime(memory: MemorySpace): number | null {
  const time = tryView(memory, 0x7ffe0008, 12);
  if (!time) return null;
  const high = time.getInt32(4, true);
  if (high !== time.getInt32(8, true) || high < 0) return null;
  const ticks = high * 0x100000000 + time.getUint32(0, true);
  return ticks > 0 ? Math.floor(ticks / 1e7) : null;
}

/**
 * The update revision: Crashpad writes it where service packs used to stand (282 of 10.0.22000.282); dbgeng's build
 * string is a file version (`10.0.14393.1715 (rs1_release...)`); the lab string of systems before Windows 10 is patched
 * with the kernel (`7601.18247.amd64fre.win7sp1_gdr...`), while that of later ones stays at `.1.`.
 */
function revisionOf(csd: string, buildString: string | null, build: number): number | null {
  if (/^\d{1,6}$/.test(csd)) return Number(csd);
  const version = /^(?:Windows NT )?\d+\.\d+\.(\d{1,9})\.(\d{1,9})(?: |$)/.exec(buildString ?? '');
  if (version && Number(version[1]) === build) return Number(version[2]) || null;
  const lab = /^(\d{1,9})\.(\d{1,9})\./.exec(buildString ?? '');
  return lab && build < 10_240 && Number(lab[1]) === build ? Number(lab[2]) : null;
}

/** What the dump says of the machine. `memory` is asked for the page that Windows shares with every process. */
export function targetSystem(minidump: Minidump, architecture: Architecture, memory: MemorySpace): TargetSystem {
  const info = minidump.systemInfo;
  const misc = minidump.miscInfo;
  const record = info?.record;
  const platform = platformOf(minidump);
  const windows = platform === 'windows';
  const product =
    windows && record
      ? (([null, 'Workstation', 'DomainController', 'Server'] as const)[record.ProductType] ?? null)
      : null;
  const csd = info?.csdVersion ?? '';
  const version = record ? [record.MajorVersion, record.MinorVersion, record.BuildNumber] : null;
  const numbered = version?.some((part) => part !== 0) ? record : undefined;
  const buildLab = misc?.buildString ?? (windows ? null : csd || null);
  const cpuInfo = minidump.linuxText(StreamType.LinuxCpuInfo);
  const vendor = info?.cpuVendor ?? (cpuInfo && linuxFields(cpuInfo).get('vendor_id')) ?? null;
  const intelLike = architecture === 'x86' || architecture === 'x64';
  const { TimeDateStamp } = minidump.header;
  const created = misc?.processCreateTime ?? null;
  return {
    platform,
    os: !version
      ? null
      : windows
        ? windowsName(version[0] ?? null, version[1] ?? null, version[2] ?? null, product)
        : otherSystemName(platform, version, info?.csdVersion ?? null),
    majorVersion: numbered?.MajorVersion ?? null,
    minorVersion: numbered?.MinorVersion ?? null,
    build: numbered?.BuildNumber ?? null,
    revision: windows && record ? revisionOf(csd, misc?.buildString ?? null, record.BuildNumber) : null,
    servicePack: windows && csd !== '' && !/^\d{1,6}$/.test(csd) ? csd : null,
    architecture,
    processors: record?.NumberOfProcessors || null,
    product,
    suites: windows && record ? suiteNames(record.SuiteMask) : [],
    computerName: null,
    kernelBase: null,
    loadedModuleList: null,
    capturedAt: unixToIso(TimeDateStamp),
    uptimeSeconds: windows ? windowsUptime(memory) : null,
    processKernelSeconds: misc?.processKernelTime ?? null,
    processUserSeconds: misc?.processUserTime ?? null,
    processUptimeSeconds: created !== null && TimeDateStamp >= created ? TimeDateStamp - created : null,
    buildLab,
    bootOptions: [],
    cpu:
      intelLike && record
        ? {
            vendor,
            family: record.ProcessorLevel,
            model: record.ProcessorRevision >>> 8,
            stepping: record.ProcessorRevision & 0xff,
          }
        : null,
  };
}
