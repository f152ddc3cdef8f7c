import { type MemorySpace, tryU32, tryU64 } from '../memory/space.ts';

/** An entry of a descriptor table (Intel SDM 3A, 3.4.5 "Segment Descriptors" and 3.5 "System Descriptor Types"). */
export interface SegmentDescriptor {
  readonly selector: number;
  readonly base: bigint;
  /** In bytes, less one. */
  readonly limit: bigint;
  readonly isSystem: boolean;
  /** The four bits of the type. */
  readonly type: number;
  readonly privilege: number;
  readonly present: boolean;
  readonly isBig: boolean;
  readonly isLong: boolean;
  readonly inPages: boolean;
  /** Byte 5 and the upper half of byte 6: how debuggers show the flags. */
  readonly flags: number;
}

/** Available, busy and gate types whose descriptor takes 16 bytes in long mode: LDT and TSS. */
const WIDE_TYPES: ReadonlySet<number> = new Set([2, 9, 11]);

/** The descriptor of a selector in the table at `table`; null where it is not in the dump. */
export function readSegmentDescriptor(
  memory: MemorySpace,
  table: number,
  selector: number,
  pointerSize: 4 | 8,
): SegmentDescriptor | null {
  const at = table + (selector & 0xfff8);
  const value = tryU64(memory, at);
  if (value === null) return null;
  const bits = (from: number, count: number) => Number((value >> BigInt(from)) & ((1n << BigInt(count)) - 1n));
  const isSystem = bits(44, 1) === 0;
  const type = bits(40, 4);
  const inPages = bits(55, 1) === 1;
  const limit = BigInt(bits(0, 16) + bits(48, 4) * 0x10000);
  let base = BigInt(bits(16, 24) + bits(56, 8) * 0x1000000);
  if (pointerSize === 8 && isSystem && WIDE_TYPES.has(type)) {
    const high = tryU32(memory, at + 8);
    if (high === null) return null;
    base |= BigInt(high) << 32n;
  }
  return {
    selector,
    base,
    limit: inPages ? (limit << 12n) | 0xfffn : limit,
    isSystem,
    type,
    privilege: bits(45, 2),
    present: bits(47, 1) === 1,
    isBig: bits(54, 1) === 1,
    isLong: bits(53, 1) === 1,
    inPages,
    flags: bits(40, 8) | (bits(52, 4) << 8),
  };
}

const SYSTEM: Readonly<Record<number, string>> = {
  1: 'TSS16 Avl',
  2: 'LDT',
  3: 'TSS16 Busy',
  4: 'CallGate16',
  5: 'TaskGate',
  6: 'IntGate16',
  7: 'TrapGate16',
  9: 'TSS32 Avl',
  11: 'TSS32 Busy',
  12: 'CallGate32',
  14: 'IntGate32',
  15: 'TrapGate32',
};

/** What a debugger calls the type: `Code RE Ac`, `Data RW`, `TSS32 Busy`. */
export function segmentTypeName({ isSystem, type }: SegmentDescriptor): string {
  if (isSystem) return SYSTEM[type] ?? '<Reserved>';
  const isCode = (type & 8) !== 0;
  const rights = isCode ? (type & 2 ? 'RE' : 'EO') : type & 2 ? 'RW' : 'RO';
  return `${isCode ? 'Code' : 'Data'} ${rights}${type & 1 ? ' Ac' : ''}`;
}
