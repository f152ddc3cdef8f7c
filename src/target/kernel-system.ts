import { filetimeToIso } from '../bytes/time.ts';
import type { KernelDumpHeader } from '../formats/kernel-dump/header.ts';
import type { Architecture } from '../machine/context.ts';
import { type Address, type MemorySpace, tryU32, tryView } from '../memory/space.ts';
import { KUSER_SHARED_DATA } from './kernel-finder.ts';
import { suiteNames, windowsName } from './os-name.ts';
import type { Module, TargetSystem } from './target.ts';

/** IMAGE_FILE_MACHINE_* of the header. */
const MACHINES: Readonly<Record<number, Architecture>> = {
  332: 'x86',
  34404: 'x64',
  43620: 'arm64',
  448: 'arm',
  452: 'arm',
  512: 'ia64',
  388: 'alpha',
  644: 'alpha',
  358: 'mips',
  496: 'ppc',
};

/** The header's architecture; a machine type that is not known or was never set falls back to the header's width. */
export function kernelArchitecture(header: KernelDumpHeader): Architecture {
  const known = header.machineImageType === null ? undefined : MACHINES[header.machineImageType];
  return known ?? (header.bits === 32 ? 'x86' : 'x64');
}

/** The NT version that a build number belongs to; null when it is no build of Windows 2000 or later. */
export function versionOfBuild(build: number | null): readonly [major: number, minor: number] | null {
  if (build === null || build < 1381) return null;
  if (build >= 9841) return [10, 0];
  if (build >= 9400) return [6, 3];
  if (build >= 7750) return [6, 2];
  if (build >= 6400) return [6, 1];
  if (build >= 5000) return [6, 0];
  if (build >= 3500) return [5, 2];
  if (build >= 2200) return [5, build >= 2250 ? 1 : 0];
  return build === 1381 ? [4, 0] : [5, 0];
}

const PRODUCTS: Readonly<Record<number, 'Workstation' | 'DomainController' | 'Server'>> = {
  1: 'Workstation',
  2: 'DomainController',
  3: 'Server',
};

/** Facts that only full memory has; all null for triage dumps that lack the pages. */
export interface MemoryFacts {
  readonly memory: MemorySpace;
  readonly kernelBase: Address | null;
  readonly loadedModuleList: Address | null;
  /** CmNtCSDVersion or a triage dump's ServicePackBuild: service pack in bits 8 to 15. */
  readonly csdVersion: number | null;
  readonly buildLab: string | null;
  readonly systemRangeStart: Address | null;
  readonly kernel: Module | null;
  readonly cpu: TargetSystem['cpu'];
}

/** KUSER_SHARED_DATA (ntddk.h), for fields that the header lost. */
function sharedData(memory: MemorySpace, architecture: Architecture) {
  const at = KUSER_SHARED_DATA[architecture];
  const view = at === undefined ? null : tryView(memory, at + 0x260, 0x14);
  if (!view || at === undefined) return null;
  const major = view.getUint32(0x0c, true);
  const minor = view.getUint32(0x10, true);
  if (major < 4 || major > 10 || minor > 3) return null;
  return {
    major,
    minor,
    product: view.getUint32(0x04, true),
    suites: tryU32(memory, at + 0x2d0),
    build: view.getUint32(0, true) || null,
  };
}

const YEAR = 365.25 * 86_400;

/** The machine's facts from header and memory. */
export function kernelSystem(header: KernelDumpHeader, architecture: Architecture, facts: MemoryFacts): TargetSystem {
  const shared = sharedData(facts.memory, architecture);
  const headerBuild = header.minorVersion !== null && header.minorVersion < 100_000 ? header.minorVersion : null;
  const build = headerBuild ?? shared?.build ?? null;
  const version = shared ? ([shared.major, shared.minor] as const) : versionOfBuild(build);
  const product = PRODUCTS[header.productType ?? shared?.product ?? 0] ?? null;
  const suiteMask = header.suiteMask ?? shared?.suites ?? null;
  const uptime = header.systemUpTime === null ? null : Number(header.systemUpTime) / 1e7;
  const base = facts.kernelBase;
  const options: string[] = [];
  if (architecture === 'x86') {
    // With /3GB the kernel's half begins at C0000000, and XP and 2003 load nt at E0800000.
    const start = facts.systemRangeStart;
    if (start !== null ? start >= 0xc0000000 : base !== null && base >= 0xc0000000) options.push('/3GB');
    if (header.paeEnabled === true) options.push('PAE');
  }
  const parts = facts.kernel?.fileVersion?.split('.').map(Number) ?? [];
  const pack = facts.csdVersion === null ? 0 : (facts.csdVersion >>> 8) & 0xff;
  return {
    platform: 'windows',
    os: windowsName(version?.[0] ?? null, version?.[1] ?? null, build, product),
    majorVersion: version?.[0] ?? null,
    minorVersion: version?.[1] ?? null,
    build,
    // Only the kernel's own version resource tells it: the build lab's digit is the branch's, not the update's.
    revision: parts.length === 4 && parts[2] === build ? (parts[3] ?? null) : null,
    servicePack: pack > 0 && pack < 10 ? `Service Pack ${pack}` : null,
    architecture,
    processors: header.numberProcessors !== null && header.numberProcessors <= 4096 ? header.numberProcessors : null,
    product,
    suites: suiteMask === null ? [] : suiteNames(suiteMask),
    computerName: null,
    kernelBase: base,
    loadedModuleList: facts.loadedModuleList,
    capturedAt: header.systemTime === null ? null : filetimeToIso(header.systemTime),
    uptimeSeconds: uptime !== null && uptime >= 0 && uptime < 100 * YEAR ? uptime : null,
    processUptimeSeconds: null,
    buildLab: facts.buildLab,
    bootOptions: options,
    cpu: facts.cpu,
  };
}
