import type { MemoryRegion } from '../target/target.ts';

/** Names of winnt.h for VirtualQuery's answers. */
const PROTECTIONS: readonly (readonly [number, string])[] = [
  [0x01, 'PAGE_NOACCESS'],
  [0x02, 'PAGE_READONLY'],
  [0x04, 'PAGE_READWRITE'],
  [0x08, 'PAGE_WRITECOPY'],
  [0x10, 'PAGE_EXECUTE'],
  [0x20, 'PAGE_EXECUTE_READ'],
  [0x40, 'PAGE_EXECUTE_READWRITE'],
  [0x80, 'PAGE_EXECUTE_WRITECOPY'],
];
const MODIFIERS: readonly (readonly [number, string])[] = [
  [0x100, 'PAGE_GUARD'],
  [0x200, 'PAGE_NOCACHE'],
  [0x400, 'PAGE_WRITECOMBINE'],
];

export const PROTECTION_NAMES: ReadonlySet<string> = new Set([...PROTECTIONS, ...MODIFIERS].map(([, name]) => name));

/** `PAGE_READWRITE | PAGE_GUARD`; empty for 0. */
export function protectionText(protection: number): string {
  const base = PROTECTIONS.filter(([bit]) => (protection & 0xff) === bit).map(([, name]) => name);
  const more = MODIFIERS.filter(([bit]) => protection & bit).map(([, name]) => name);
  return [...base, ...more].join(' | ');
}

export function stateText(state: number): string {
  return { 4096: 'MEM_COMMIT', 8192: 'MEM_RESERVE', 65536: 'MEM_FREE' }[state] ?? '';
}

export function regionTypeText(type: number): string {
  return { 131072: 'MEM_PRIVATE', 262144: 'MEM_MAPPED', 16777216: 'MEM_IMAGE' }[type] ?? '';
}

/** `   4.000 kB`, eight columns and a unit. */
export function sizeText(bytes: number): string {
  const units = ['B ', 'kB', 'MB', 'GB', 'TB'];
  let value = bytes;
  let unit = 0;
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit++;
  }
  return `${value.toFixed(3).padStart(8)} ${units[unit]}`;
}

/** The region that holds an address among regions in any order, or null. */
export function regionAt(regions: readonly MemoryRegion[], address: number): MemoryRegion | null {
  return regions.find((region) => address >= region.base && address < region.base + region.size) ?? null;
}
