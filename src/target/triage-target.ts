import type { KernelDump } from '../formats/kernel-dump/kernel-dump.ts';
import type { FilePart, TriageDump } from '../formats/kernel-dump/triage.ts';
import { type Architecture, pointerSizeOf } from '../machine/context.ts';
import { type Segment, SegmentsSpace } from '../memory/segments.ts';
import { type Address, toAddress, tryPointer } from '../memory/space.ts';
import { headerAddress } from './kernel-finder.ts';
import {
  kernelOffsets,
  looksLikeProcess,
  looksLikeThread,
  type Processor,
  readProcessor,
  selfAddress,
} from './kernel-objects.ts';

/** A triage dump's virtual memory, with the blocks whose addresses it does not record put where they belong. */
export interface TriageMemory {
  readonly memory: SegmentsSpace;
  readonly bytes: number;
  readonly processor: Processor | null;
  /** How the address of the KPRCB came about; null when it is unknown. */
  readonly prcb: Address | null;
  readonly thread: Address | null;
  readonly process: Address | null;
}

export function triageMemory(dump: KernelDump, triage: TriageDump, architecture: Architecture): TriageMemory {
  const { source, header } = dump;
  const pointerSize = pointerSizeOf(architecture);
  const data = triage.debuggerData.data;
  const offsets = data && kernelOffsets(data, architecture);
  const segments: Segment[] = [];
  const place = (part: FilePart | null, start: Address | null) => {
    if (part && start !== null && part.size > 0) segments.push({ start, size: part.size, source, offset: part.offset });
  };
  for (const block of triage.blocks) {
    place(block, pointerSize === 4 ? Number(BigInt.asUintN(32, block.address)) : toAddress(block.address));
  }
  place(triage.callStack, headerAddress(triage.topOfStack, architecture));
  place(triage.debuggerDataPart, headerAddress(header.kdDebuggerDataBlock, architecture));

  const raw = (part: FilePart) => source.read(part.offset, Math.min(part.size, 0x20000));
  /** Reads a block as if it lay at address 0, for its fields only. */
  const alone = (part: FilePart) => new SegmentsSpace([{ start: 0, size: part.size, source, offset: part.offset }]);

  let processor: Processor | null = null;
  let prcb: Address | null = null;
  if (triage.prcb) {
    prcb = selfAddress(raw(triage.prcb), pointerSize, 8);
    place(triage.prcb, prcb);
    if (offsets) {
      const read = readProcessor(alone(triage.prcb), 0, 0, offsets, architecture);
      processor = read && { ...read, prcb: prcb ?? 0, context: null };
    }
  }
  let thread: Address | null = null;
  if (triage.thread && looksLikeThread(alone(triage.thread), 0)) {
    const current = triage.prcb
      ? tryPointer(alone(triage.prcb), offsets?.prcbCurrentThread || pointerSize, pointerSize)
      : null;
    const own = selfAddress(raw(triage.thread), pointerSize, 3);
    // The block is normally the processor's current thread; its own list heads overrule that.
    thread = own ?? (current === 0 ? null : current);
    place(triage.thread, thread);
  }
  let process: Address | null = null;
  if (triage.process && looksLikeProcess(alone(triage.process), 0)) {
    const offset = offsets?.threadProcess ?? 0;
    const current = offset && triage.thread ? tryPointer(alone(triage.thread), offset, pointerSize) : null;
    const own = selfAddress(raw(triage.process), pointerSize, 3);
    process = own ?? (current === 0 ? null : current);
    place(triage.process, process);
  }
  const memory = new SegmentsSpace(segments);
  return {
    memory,
    bytes: segments.reduce((sum, part) => sum + Math.max(0, Math.min(part.size, source.size - part.offset)), 0),
    processor,
    prcb,
    thread,
    process,
  };
}
