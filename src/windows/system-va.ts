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
  const map = mapOf(kernel);
  const index = mapIndex(kernel, address);
  const value = map === null || index === null ? null : tryU8(kernel.memory, map.table + index);
  return value ? (BY_NAME[map?.names.get(value) ?? ''] ?? null) : null;
}

/** The kernel's map of kernel space; null for kernels that keep none, and where symbols do not name it. */
function mapOf(kernel: Kernel): { readonly table: Address; readonly names: ReadonlyMap<number, string> } | null {
  const state = kernel.address('MiState');
  const table =
    (state === null ? null : kernel.object('_MI_SYSTEM_INFORMATION', state).place('Vs.SystemVaType')) ??
    kernel.address('MiSystemVaType');
  const names = kernel.enumeration('_MI_SYSTEM_VA_TYPE');
  return table === null || !names ? null : { table, names };
}

/** A part of kernel space with what it is for; `end` is the first address behind it. */
export interface SystemSpan {
  /** A `SystemRegion`, or the kernel's own name for what that does not have. */
  readonly use: string;
  readonly base: bigint;
  readonly end: bigint;
}

/** Kernel space in ascending order by the kernel's map, or by the ranges that older kernels keep; unused parts are left out. */
export function systemSpans(kernel: Kernel): { readonly spans: readonly SystemSpan[]; readonly lost: string | null } {
  const map = mapOf(kernel);
  const start = kernel.pointerSize === 8 ? -(2 ** 47) : kernel.pointer('MmSystemRangeStart');
  if (map === null || start === null) return { spans: rangeSpans(kernel), lost: null };
  const part = partSize(kernel);
  const limit = kernel.pointerSize === 8 ? 0 : 2 ** 32;
  const spans: SystemSpan[] = [];
  let lost = 0;
  for (let at = start, index = 0; at < limit; at += part, index++) {
    const value = tryU8(kernel.memory, map.table + index);
    if (value === null) lost++;
    if (!value) continue;
    const name = map.names.get(value) ?? `type ${value}`;
    const span = { use: BY_NAME[name] ?? name.replace(/^MiVa/, ''), ...unsignedSpan(kernel, at, at + part) };
    const before = spans.at(-1);
    if (before?.use === span.use && before.end === span.base) spans[spans.length - 1] = { ...before, end: span.end };
    else if (span.use !== 'Unused') spans.push(span);
  }
  return { spans, lost: lost > 0 ? `${lost} entries of the kernel's map are not in the dump` : null };
}

function unsignedSpan(kernel: Kernel, base: number, end: number): { base: bigint; end: bigint } {
  const bits = kernel.pointerSize * 8;
  // The last part of kernel space ends where addresses do.
  return { base: BigInt.asUintN(bits, BigInt(base)), end: BigInt.asUintN(bits, BigInt(end) - 1n) + 1n };
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

/** Without a map: what variables of the kernel, and fixed places, tell. */
function rangeSpans(kernel: Kernel): SystemSpan[] {
  const spans: SystemSpan[] = [];
  const add = (first: Address | null, last: Address | null, use: SystemRegion) => {
    if (first && last && last > first) spans.push({ use, ...unsignedSpan(kernel, first, last + 1) });
  };
  const inner = hasInnerEnds(kernel) ? [] : [[...WHOLE_NONPAGED, 'NonPagedPool'] as const];
  for (const [first, last, use] of [...RANGES, ...inner]) add(kernel.pointer(first), kernel.pointer(last), use);
  if (hasFixedLayout(kernel)) for (const range of FIXED) add(...range);
  return spans.sort((a, b) => (a.base < b.base ? -1 : 1));
}

function byRange(kernel: Kernel, address: Address): SystemRegion | null {
  for (const [first, last, region] of RANGES) if (isWithin(kernel, first, last, address)) return region;
  return !hasInnerEnds(kernel) && isWithin(kernel, ...WHOLE_NONPAGED, address) ? 'NonPagedPool' : null;
}

function hasInnerEnds(kernel: Kernel): boolean {
  return kernel.address('MmNonPagedPoolEnd0') !== null || kernel.address('MmNonPagedPoolExpansionStart') !== null;
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

function byFixedLayout(kernel: Kernel, address: Address): SystemRegion | null {
  if (!hasFixedLayout(kernel)) return null;
  return FIXED.find(([first, last]) => address >= first && address <= last)?.[2] ?? null;
}

/** Of kernels that know kinds of kernel space but have no map of it. */
function hasFixedLayout(kernel: Kernel): boolean {
  const hasMap = kernel.address('MiSystemVaType') !== null || kernel.address('MiState') !== null;
  return kernel.pointerSize === 8 && !hasMap && kernel.enumeration('_MI_SYSTEM_VA_TYPE') !== null;
}
