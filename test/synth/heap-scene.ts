import type { SynthTypes } from './type-table.ts';

/** Memory of a test by offsets from its start. */
export class Page {
  readonly bytes: Uint8Array;
  readonly #view: DataView;
  constructor(size: number) {
    this.bytes = new Uint8Array(size);
    this.#view = new DataView(this.bytes.buffer);
  }
  u8(at: number, value: number): this {
    this.#view.setUint8(at, value);
    return this;
  }
  u16(at: number, value: number): this {
    this.#view.setUint16(at, value, true);
    return this;
  }
  u32(at: number, value: number): this {
    this.#view.setUint32(at, value >>> 0, true);
    return this;
  }
  u64(at: number, value: bigint): this {
    this.#view.setBigUint64(at, value, true);
    return this;
  }
  list(at: number, flink: bigint, blink = flink): this {
    return this.u64(at, flink).u64(at + 8, blink);
  }
}

// Layouts as public symbols have them: Windows 10 x64 (_HEAP of 704 bytes), Windows XP x86 (of 1416).
export const WIN10: SynthTypes = {
  _LIST_ENTRY: [16, { Flink: [0, 8], Blink: [8, 8] }],
  _HEAP_ENTRY: [
    16,
    {
      Size: [8, 2],
      Flags: [10, 1],
      SmallTagIndex: [11, 1],
      PreviousSize: [12, 2],
      SegmentOffset: [14, 1],
      UnusedBytes: [15, 1],
    },
  ],
  _HEAP_COUNTERS: [
    120,
    {
      TotalMemoryReserved: [0, 8],
      TotalMemoryCommitted: [8, 8],
      TotalMemoryLargeUCR: [16, 8],
      TotalUCRs: [36, 4],
      LockCollisions: [52, 4],
    },
  ],
  _HEAP_SEGMENT: [
    112,
    {
      SegmentSignature: [16, 4],
      SegmentFlags: [20, 4],
      SegmentListEntry: [24, '_LIST_ENTRY'],
      BaseAddress: [48, 8],
      NumberOfPages: [56, 4],
      FirstEntry: [64, 8],
      LastValidEntry: [72, 8],
      NumberOfUnCommittedPages: [80, 4],
      UCRSegmentList: [96, '_LIST_ENTRY'],
    },
  ],
  _HEAP_UCR_DESCRIPTOR: [
    48,
    { ListEntry: [0, '_LIST_ENTRY'], SegmentEntry: [16, '_LIST_ENTRY'], Address: [32, 8], Size: [40, 8] },
  ],
  _HEAP_VIRTUAL_ALLOC_ENTRY: [64, { Entry: [0, '_LIST_ENTRY'], CommitSize: [32, 8], ReserveSize: [40, 8] }],
  _SEGMENT_HEAP: [2048, { Signature: [16, 4] }],
  _HEAP: [
    704,
    {
      Flags: [112, 4],
      ForceFlags: [116, 4],
      EncodeFlagMask: [124, 4],
      Encoding: [128, '_HEAP_ENTRY'],
      Signature: [152, 4],
      SegmentReserve: [160, 8],
      SegmentCommit: [168, 8],
      TotalFreeSize: [192, 8],
      VirtualAllocdBlocks: [272, '_LIST_ENTRY'],
      SegmentList: [288, '_LIST_ENTRY'],
      FreeLists: [336, '_LIST_ENTRY'],
      LockVariable: [352, 8],
      FrontEndHeapType: [418, 1],
      Counters: [568, '_HEAP_COUNTERS'],
    },
  ],
};

export const HEAP = 0x6a_0000n;
export const SEGMENT_HEAP = 0x90_0000n;
export const LARGE = 0xa0_0000n;
export const TEB = 0x30_0000n;
export const PEB = 0x31_0000n;
export const LISTED = 0x32_0000n;
/** What entries are combined with; any value will do. */
const ENCODING = [0xde, 0xad, 0xbe, 0x11, 0x22, 0x33, 0x44, 0x55] as const;

/** Writes an encoded entry: units of 16 bytes, checksum over the first three bytes. */
function entry(page: Page, at: number, size: number, previous: number, flags: number, unused: number): void {
  const plain = [
    size & 255,
    size >> 8,
    flags,
    (size & 255) ^ (size >> 8) ^ flags,
    previous & 255,
    previous >> 8,
    0,
    unused,
  ];
  for (const [index, byte] of plain.entries()) page.u8(at + 8 + index, byte ^ ENCODING[index]!);
}

/** A heap of one segment of 16 pages, two of them committed: five entries, then what is uncommitted. */
export function heapPage(): Page {
  const page = new Page(0x2000);
  page
    .u32(16, 0xffeeffee)
    .list(24, HEAP + 288n)
    .u64(40, HEAP)
    .u64(48, HEAP)
    .u32(56, 16);
  page
    .u64(64, HEAP + 0x740n)
    .u64(72, HEAP + 0x10000n)
    .u32(80, 14)
    .list(96, HEAP + 0x710n);
  page.u32(112, 2).u32(124, 0x100000).u32(152, 0xeeffeeff).u64(160, 0x100000n).u64(168, 0x2000n).u64(192, 0x10n);
  for (const [index, byte] of ENCODING.entries()) page.u8(136 + index, byte);
  page
    .list(272, LARGE)
    .list(288, HEAP + 24n)
    .list(336, HEAP + 0x1010n)
    .u64(352, HEAP + 0x2c0n)
    .u8(418, 2);
  page
    .u64(568, 0x10_0000n)
    .u64(576, 0x2000n)
    .u64(584, 0xe000n)
    .u32(568 + 36, 1)
    .u32(568 + 52, 3);
  // The descriptor of the uncommitted range, linked by SegmentEntry.
  page
    .list(0x710, HEAP + 96n)
    .u64(0x720, HEAP + 0x2000n)
    .u64(0x728, 0xe000n);
  entry(page, 0x740, 0x4, 0, 1, 0x10);
  entry(page, 0x780, 0x88, 0x4, 1, 0x1c);
  entry(page, 0x1000, 0x10, 0x88, 0, 0);
  page.list(0x1010, HEAP + 336n);
  entry(page, 0x1100, 0x80, 0x10, 9, 0x10);
  entry(page, 0x1900, 0x70, 0x80, 0x11, 0x20);
  return page;
}

export const XP: SynthTypes = {
  _LIST_ENTRY: [8, { Flink: [0, 4], Blink: [4, 4] }],
  _HEAP_ENTRY: [
    8,
    {
      Size: [0, 2],
      PreviousSize: [2, 2],
      SmallTagIndex: [4, 1],
      Flags: [5, 1],
      UnusedBytes: [6, 1],
      SegmentIndex: [7, 1],
    },
  ],
  _HEAP_SEGMENT: [
    60,
    {
      Signature: [8, 4],
      Flags: [12, 4],
      BaseAddress: [24, 4],
      NumberOfPages: [28, 4],
      FirstEntry: [32, 4],
      LastValidEntry: [36, 4],
      NumberOfUnCommittedPages: [40, 4],
      UnCommittedRanges: [48, 4],
    },
  ],
  _HEAP_UNCOMMMTTED_RANGE: [16, { Next: [0, 4], Address: [4, 4], Size: [8, 4] }],
  _HEAP: [
    1416,
    {
      Signature: [8, 4],
      Flags: [12, 4],
      TotalFreeSize: [40, 4],
      VirtualAllocdBlocks: [80, '_LIST_ENTRY'],
      Segments: [88, 4],
      FreeLists: [376, '[128] _LIST_ENTRY'],
      LockVariable: [1400, 4],
      FrontEndHeapType: [1414, 1],
    },
  ],
};
