import { hexPadded } from '../bytes/hex.ts';
import { toUnsigned } from '../memory/space.ts';
import type { MemoryRegion } from '../target/target.ts';
import { protectionText, regionTypeText, sizeText, stateText } from './region-text.ts';
import type { RegionUsage } from './region-usage.ts';
import type { Text } from './text.ts';

const MEM_COMMIT = 0x1000;
const MEM_FREE = 0x10000;

/** The regions of one use, together. */
interface Part {
  readonly name: string;
  readonly count: number;
  readonly size: bigint;
}

/** An address space by what it is used for, as `!address -summary` shows it. */
export interface RegionSummary {
  readonly usage: readonly Part[];
  readonly type: readonly Part[];
  readonly state: readonly Part[];
  readonly protection: readonly Part[];
  readonly largest: readonly { readonly name: string; readonly base: bigint; readonly size: bigint }[];
}

/** Sums regions up by use, type, state and protection. */
export function regionSummary(
  regions: readonly MemoryRegion[],
  usage: (region: MemoryRegion) => RegionUsage,
): RegionSummary {
  const largest = new Map<string, { name: string; base: bigint; size: bigint }>();
  const group = (of: (region: MemoryRegion) => string, which: (region: MemoryRegion) => boolean): Part[] => {
    const parts = new Map<string, { name: string; count: number; size: bigint }>();
    for (const region of regions) {
      if (!which(region)) continue;
      const name = of(region);
      const part = parts.get(name) ?? { name, count: 0, size: 0n };
      parts.set(name, { name, count: part.count + 1, size: part.size + BigInt(region.size) });
    }
    return [...parts.values()].sort((a, b) => (a.size < b.size ? 1 : a.size > b.size ? -1 : 0));
  };
  for (const region of regions) {
    const name = usage(region).usage;
    const size = BigInt(region.size);
    if ((largest.get(name)?.size ?? -1n) < size) largest.set(name, { name, base: toUnsigned(region.base), size });
  }
  const busy = (region: MemoryRegion) => region.state !== MEM_FREE;
  const usageParts = group(
    (region) => usage(region).usage,
    () => true,
  );
  usageParts.sort((a, b) => Number(b.name === 'Free') - Number(a.name === 'Free'));
  return {
    usage: usageParts,
    type: group((region) => regionTypeText(region.type) || '<unknown>', busy),
    state: group(
      (region) => stateText(region.state) || '<unknown>',
      () => true,
    ),
    protection: group(
      (region) => protectionText(region.protection) || '<unknown>',
      (region) => region.state === MEM_COMMIT,
    ),
    largest: usageParts.map(({ name }) => largest.get(name)!),
  };
}

/** Writes `!address -summary`. */
export function writeRegionSummary(text: Text, summary: RegionSummary, pointerSize: 4 | 8): void {
  const total = summary.state.reduce((sum, part) => sum + part.size, 0n);
  const free = summary.state.find((part) => part.name === 'MEM_FREE')?.size ?? 0n;
  const busy = total - free;
  const table = (title: string, parts: readonly Part[]) => {
    text.line();
    text.line(`${`--- ${title} `.padEnd(34, '-')} RgnCount ----------- Total Size -------- %ofBusy %ofTotal`);
    for (const { name, count, size } of parts) {
      const isFree = name === 'Free' || name === 'MEM_FREE';
      const ofBusy = isFree ? '' : percent(size, busy);
      text.line(
        `${name.padEnd(34)} ${String(count).padStart(8)} ${tickedSize(size, pointerSize).padStart(17)} (${sizeText(Number(size))}) ${ofBusy.padStart(7)} ${percent(size, total).padStart(8)}`,
      );
    }
  };
  table('Usage Summary', summary.usage);
  table('Type Summary (for busy)', summary.type);
  table('State Summary', summary.state);
  table('Protect Summary (for commit)', summary.protection);
  text.line();
  text.line('--- Largest Region by Usage ----------- Base Address -------- Region Size ----------');
  for (const { name, base, size } of summary.largest)
    text.line(
      `${name.padEnd(34)} ${tickedSize(base, pointerSize).padStart(17)} ${tickedSize(size, pointerSize).padStart(17)} (${sizeText(Number(size))})`,
    );
}

/** `7fff`f1f16000`: only the digits that matter before the backtick. */
export function tickedSize(value: bigint, pointerSize: 4 | 8): string {
  if (pointerSize === 4) return value.toString(16);
  return `${(value >> 32n).toString(16)}\`${hexPadded(value & 0xffffffffn, 8)}`;
}

function percent(part: bigint, whole: bigint): string {
  return whole === 0n ? '' : `${((Number(part) / Number(whole)) * 100).toFixed(2)}%`;
}
