import { hexPadded } from '../bytes/hex.ts';
import { type Address, toUnsigned } from '../memory/space.ts';
import { isUserMode } from '../target/target.ts';
import type { Kernel } from '../windows/kernel.ts';
import {
  mappedRegion,
  type SystemRegion,
  type SystemSpan,
  systemRegion,
  systemRegionSpan,
} from '../windows/system-va.ts';
import type { VadRange } from '../windows/vad.ts';
import { readVads } from '../windows/vad-reader.ts';
import { kernelOrNull } from './kernel.ts';
import { addressText } from './names.ts';
import type { Session } from './session.ts';
import type { Text } from './text.ts';

/** What `!address` tells of an address in the dump of a system: a process's own range, or a part of kernel space. */
export type KernelRegion =
  | { readonly kind: 'user'; readonly range: VadRange }
  | { readonly kind: 'system'; readonly use: SystemRegion; readonly base: bigint; readonly size: bigint };

/** The region around an address in a dump of the system; null when its structures do not tell. */
export async function kernelRegionAt(session: Session, address: Address): Promise<KernelRegion | null> {
  const { target } = session;
  if (isUserMode(target) || target.kind === 'kernel-triage-dump') return null;
  const kernel = await kernelOrNull(session);
  if (!kernel) return null;
  const page = toUnsigned(address) >> 12n;
  const process = target.process?.address ?? null;
  if (isUserAddress(session, kernel, address)) {
    const ranges = process === null ? [] : (readVads(kernel, process)?.ranges ?? []);
    const range = ranges.find(({ startPage, endPage }) => page >= startPage && page <= endPage);
    return range ? { kind: 'user', range } : null;
  }
  const use = systemRegion(kernel, address);
  return use === null ? null : { kind: 'system', use, ...systemRegionSpan(kernel, address) };
}

/** What the kernel's own map says of the part of kernel space that a module lies in; null when unknown. */
export async function systemUseAt(session: Session, address: Address): Promise<SystemRegion | null> {
  const kernel = session.target.kind === 'kernel-triage-dump' ? null : await kernelOrNull(session);
  return kernel ? mappedRegion(kernel, address) : null;
}

/** 32-bit kernels begin at 0x80000000, with /3GB higher: a variable of the kernel tells. */
function isUserAddress({ pointerSize }: Session, kernel: Kernel, address: Address): boolean {
  return pointerSize === 8 ? address >= 0 : address < (kernel.pointer('MmSystemRangeStart') ?? 0x80000000);
}

/** Parts of kernel space in the manner of `!vm 20`: what for, from where, how much. */
export function writeSystemSpans(text: Text, spans: readonly SystemSpan[], pointerSize: 4 | 8): void {
  if (spans.length === 0) {
    text.line('System Region: neither a map nor variables of the kernel tell its parts');
    return;
  }
  text.line('System Region               Base Address    NumberOfBytes').line();
  for (const { use, base, end } of spans)
    text.line(`${use.padEnd(26)}: ${hexPadded(base, pointerSize * 2)} ${String(end - base).padStart(16)}`);
}

/** Writes a region as the debugger does for dumps of the system. */
export function writeKernelRegion(text: Text, region: KernelRegion, pointerSize: 4 | 8): void {
  const row = (label: string, value: string) => text.line(`${`${label}:`.padEnd(23)} ${value}`);
  const span = (base: bigint, size: bigint) => {
    row('Base Address', addressText(base, pointerSize));
    row('End Address', addressText(base + size, pointerSize));
    row('Region Size', addressText(size, pointerSize));
  };
  if (region.kind === 'system') {
    row('Usage', region.use);
    span(region.base, region.size);
    row('VA Type', region.use);
    return;
  }
  const { range } = region;
  row('Usage', range.isImage ? 'Image' : (range.type ?? '<unknown>'));
  span(range.startPage << 12n, (range.endPage - range.startPage + 1n) << 12n);
  row('VA Type', 'UserRange');
  row('VAD', `0x${range.address.toString(16)}`);
  if (range.commit !== null) row('Commit Charge', `0x${range.commit.toString(16)}`);
  if (range.protection !== null) row('Protection', range.protection);
  row('Memory Usage', range.file === null ? (range.type ?? 'unknown') : `Section [${range.file}]`);
  text.write('More info:'.padEnd(24));
  text.link(`!vad 0x${range.address.toString(16)} 1`, `!vad 0x${range.address.toString(16)} 1`).line();
}
