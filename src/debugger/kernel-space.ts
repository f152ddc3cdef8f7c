import { isUserMode } from '../target/target.ts';
import { systemSpans } from '../windows/system-va.ts';
import type { VadRange } from '../windows/vad.ts';
import { readVads } from '../windows/vad-reader.ts';
import { kernelOrNull } from './kernel.ts';
import { currentProcess } from './kernel-process.ts';
import { addressText } from './names.ts';
import { tickedSize } from './region-summary.ts';
import { sizeText } from './region-text.ts';
import type { Session } from './session.ts';
import type { Text } from './text.ts';

/** One range of an address space in a dump of the system; `end` is the first address behind it. */
interface SpaceRange {
  readonly base: bigint;
  readonly end: bigint;
  readonly kind: 'UserRange' | 'SystemRange';
  /** `Image`, `Mapped`, `Private`, or what a part of kernel space is for. */
  readonly use: string;
  /** Of user ranges: that of the whole range when it was made. */
  readonly protection: string | null;
  readonly file: string | null;
}

/** The address space of a process of the system, as `!address` lists it. */
export interface KernelSpace {
  /** EPROCESS; null where the dump does not say which is current. */
  readonly process: bigint | null;
  /** In ascending order; what is not listed is free, or unknown where `lost` says so. */
  readonly ranges: readonly SpaceRange[];
  /** Why ranges may be missing, for people. */
  readonly lost: readonly string[];
}

/** The ranges of the current process and of the kernel; null in dumps that do not tell them. */
export async function kernelSpace(session: Session): Promise<KernelSpace | null> {
  if (isUserMode(session.target) || session.target.kind === 'kernel-triage-dump') return null;
  const kernel = await kernelOrNull(session);
  if (!kernel) return null;
  const process = await currentProcess(session, kernel);
  const vads = process === null ? null : readVads(kernel, process);
  const { spans, lost } = systemSpans(kernel);
  const system = spans.map(({ base, end, use }): SpaceRange => ({ ...NO_MORE, base, end, use, kind: 'SystemRange' }));
  const reasons = [vads ? vads.lost : 'the VADs of the current process are not in the dump', lost];
  if (spans.length === 0) reasons.push('neither a map nor variables of the kernel tell the parts of kernel space');
  return {
    process: process === null ? null : kernel.object('_EPROCESS', process).at,
    ranges: [...(vads?.ranges ?? []).map(userRange), ...system],
    lost: reasons.filter((reason) => reason !== null),
  };
}

const NO_MORE = { protection: null, file: null };

function userRange(range: VadRange): SpaceRange {
  return {
    base: range.startPage << 12n,
    end: (range.endPage + 1n) << 12n,
    kind: 'UserRange',
    use: range.isImage ? 'Image' : (range.type ?? '<unknown>'),
    protection: range.protection,
    file: range.file,
  };
}

/** Writes the ranges, or only their sums. */
export function writeKernelSpace(text: Text, space: KernelSpace, pointerSize: 4 | 8, short: boolean): void {
  if (space.process !== null) {
    const process = `!process ${space.process.toString(16)} 0`;
    text.write('Process ').link(addressText(space.process, pointerSize), process).line().line();
  }
  if (short) writeSums(text, space, pointerSize);
  else writeRanges(text, space, pointerSize);
  if (space.lost.length > 0) text.line();
  for (const reason of space.lost) text.line(`Ranges may be missing: ${reason}`);
}

function writeRanges(text: Text, { ranges }: KernelSpace, pointerSize: 4 | 8): void {
  const width = addressText(0n, pointerSize).length;
  const head = ['BaseAddress', 'EndAddress+1', 'RegionSize'].map((name) => name.padStart(Math.max(width, 12)));
  text.line(`${head.join(' ')}  ${'VA Type'.padEnd(12)} ${'Usage'.padEnd(20)} Protection`);
  for (const { base, end, kind, use, protection, file } of ranges) {
    const cells = [addressText(base, pointerSize), endText(end, pointerSize), tickedSize(end - base, pointerSize)];
    const numbers = cells.map((cell) => cell.padStart(Math.max(width, 12))).join(' ');
    const more = [protection?.padEnd(file === null ? 0 : 18), file === null ? null : `[${file}]`].filter(Boolean);
    text.line(`${numbers}  ${kind.padEnd(12)} ${use.padEnd(more.length > 0 ? 20 : 0)} ${more.join(' ')}`.trimEnd());
  }
}

/** The end of kernel space is one more than any address. */
function endText(end: bigint, pointerSize: 4 | 8): string {
  return end >> BigInt(pointerSize * 8) === 0n ? addressText(end, pointerSize) : 'end';
}

function writeSums(text: Text, { ranges }: KernelSpace, pointerSize: 4 | 8): void {
  for (const kind of ['UserRange', 'SystemRange'] as const) {
    const sums = new Map<string, { count: number; size: bigint }>();
    for (const { base, end, use } of ranges.filter((range) => range.kind === kind)) {
      const { count, size } = sums.get(use) ?? { count: 0, size: 0n };
      sums.set(use, { count: count + 1, size: size + end - base });
    }
    if (sums.size === 0) continue;
    text.line(`${`--- ${kind} by usage `.padEnd(34, '-')} RgnCount ----------- Total Size --------`);
    for (const [use, { count, size }] of [...sums].sort(([, a], [, b]) => (a.size < b.size ? 1 : -1)))
      text.line(
        `${use.padEnd(34)} ${String(count).padStart(8)} ${tickedSize(size, pointerSize).padStart(17)} (${sizeText(Number(size))})`,
      );
    text.line();
  }
}
