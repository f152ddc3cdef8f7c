import { type Address, tryU8 } from '../memory/space.ts';
import type { Kernel } from './kernel.ts';

/** What a part of kernel space is for, in the words of !pool and !address; null when unknown. */
export type SystemRegion =
  | 'SessionSpace'
  | 'ProcessSpace'
  | 'BootLoaded'
  | 'PfnDatabase'
  | 'NonPagedPool'
  | 'PagedPool'
  | 'SpecialPoolPaged'
  | 'SpecialPoolNonPaged'
  | 'SystemCache'
  | 'SystemPtes'
  | 'Hal'
  | 'SessionGlobalSpace'
  | 'DriverImages'
  | 'KernelStacks';

/**
 * By the names of `_MI_SYSTEM_VA_TYPE` in the kernel's own symbols, which numbers them differently from version to
 * version.
 */
const BY_NAME: Readonly<Record<string, SystemRegion>> = {
  MiVaSessionSpace: 'SessionSpace',
  MiVaProcessSpace: 'ProcessSpace',
  MiVaBootLoaded: 'BootLoaded',
  MiVaPfnDatabase: 'PfnDatabase',
  MiVaNonPagedPool: 'NonPagedPool',
  MiVaSecureNonPagedPool: 'NonPagedPool',
  MiVaPagedPool: 'PagedPool',
  MiVaSpecialPool: 'SpecialPoolPaged',
  MiVaSpecialPoolPaged: 'SpecialPoolPaged',
  MiVaSpecialPoolNonPaged: 'SpecialPoolNonPaged',
  MiVaSystemCache: 'SystemCache',
  MiVaSystemPtes: 'SystemPtes',
  MiVaSystemPtesLarge: 'SystemPtes',
  MiVaHal: 'Hal',
  MiVaSessionGlobalSpace: 'SessionGlobalSpace',
  MiVaDriverImages: 'DriverImages',
  MiVaKernelStacks: 'KernelStacks',
};

/** What kernel space is for at an address by the kernel's own map, or by the ranges that older kernels keep. */
export function systemRegion(kernel: Kernel, address: Address): SystemRegion | null {
  return mappedRegion(kernel, address) ?? byRange(kernel, address) ?? byFixedLayout(kernel, address);
}

/** By the kernel's map alone: one byte for 512 GB of kernel space each on 64-bit, for what one page directory entry maps on 32-bit. */
export function mappedRegion(kernel: Kernel, address: Address): SystemRegion | null {
  const state = kernel.address('MiState');
  const table =
    (state === null ? null : kernel.object('_MI_SYSTEM_INFORMATION', state).place('Vs.SystemVaType')) ??
    kernel.address('MiSystemVaType');
  const names = kernel.enumeration('_MI_SYSTEM_VA_TYPE');
  const index = mapIndex(kernel, address);
  if (table === null || !names || index === null) return null;
  const value = tryU8(kernel.memory, table + index);
  return value ? (BY_NAME[names.get(value) ?? ''] ?? null) : null;
}

function mapIndex(kernel: Kernel, address: Address): number | null {
  if (kernel.pointerSize === 8)
    return address < 0 && address >= -(2 ** 47) ? Math.floor((address + 2 ** 47) / partSize(kernel)) : null;
  const start = kernel.pointer('MmSystemRangeStart');
  if (start === null || address < start) return null;
  return Math.floor((address - start) / partSize(kernel));
}

/** How far the answer of `systemRegion` reaches around an address: one part of the kernel's map, or a page without it. */
export function systemRegionSpan(kernel: Kernel, address: Address): { readonly base: bigint; readonly size: bigint } {
  const part = mappedRegion(kernel, address) === null ? 0x1000 : partSize(kernel);
  const start = kernel.pointerSize === 4 ? (kernel.pointer('MmSystemRangeStart') ?? 0) : 0;
  const base = start + Math.floor((address - start) / part) * part;
  return { base: BigInt.asUintN(kernel.pointerSize * 8, BigInt(base)), size: BigInt(part) };
}

function partSize(kernel: Kernel): number {
  if (kernel.pointerSize === 8) return 2 ** 39;
  return kernel.target.annotations.get('paging')?.startsWith('PAE') ? 0x200000 : 0x400000;
}

/** Pairs of variables that hold the first and the last address of a region. */
const RANGES: readonly (readonly [string, string, SystemRegion])[] = [
  ['MmPagedPoolStart', 'MmPagedPoolEnd', 'PagedPool'],
  ['MmSystemCacheStart', 'MmSystemCacheEnd', 'SystemCache'],
  ['MmSpecialPoolStart', 'MmSpecialPoolEnd', 'SpecialPoolPaged'],
  ['MmNonPagedPoolStart', 'MmNonPagedPoolEnd0', 'NonPagedPool'],
  ['MmNonPagedPoolExpansionStart', 'MmNonPagedPoolEnd', 'NonPagedPool'],
  ['MmNonPagedPoolStart', 'MiNonPagedPoolEnd', 'NonPagedPool'],
];
/** The two parts of non-paged pool lie far apart: only without the names of their inner ends is all between taken. */
const WHOLE_NONPAGED = ['MmNonPagedPoolStart', 'MmNonPagedPoolEnd'] as const;

function byRange(kernel: Kernel, address: Address): SystemRegion | null {
  for (const [first, last, region] of RANGES) if (isWithin(kernel, first, last, address)) return region;
  const inner = kernel.address('MmNonPagedPoolEnd0') ?? kernel.address('MmNonPagedPoolExpansionStart');
  return inner === null && isWithin(kernel, ...WHOLE_NONPAGED, address) ? 'NonPagedPool' : null;
}

function isWithin(kernel: Kernel, first: string, last: string, address: Address): boolean {
  const start = kernel.pointer(first);
  const end = kernel.pointer(last);
  return start !== null && end !== null && start !== 0 && address >= start && address <= end;
}

/** 512 GB and more each at fixed places: Windows Vista and 7 on x64 (Windows Internals, 6th edition, part 2, chapter 10). */
const FIXED: readonly (readonly [first: Address, last: Address, region: SystemRegion])[] = [
  [-0x78000000000, -0x76000000001, 'SystemPtes'],
  [-0x76000000000, -0x74000000001, 'PagedPool'],
  [-0x70000000000, -0x68000000001, 'SessionSpace'],
  [-0x68000000000, -0x58000000001, 'SystemCache'],
];

/** For kernels that know kinds of kernel space but have no map of it. */
function byFixedLayout(kernel: Kernel, address: Address): SystemRegion | null {
  const hasMap = kernel.address('MiSystemVaType') !== null || kernel.address('MiState') !== null;
  if (kernel.pointerSize === 4 || hasMap || !kernel.enumeration('_MI_SYSTEM_VA_TYPE')) return null;
  return FIXED.find(([first, last]) => address >= first && address <= last)?.[2] ?? null;
}
