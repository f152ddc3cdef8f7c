import { ascii, concat, type SynthHeader, synthHeader, utf16 } from './kernel-dump-writer.ts';

/** What a synthetic triage dump holds. */
export interface SynthTriage {
  readonly bits: 32 | 64;
  readonly header?: SynthHeader;
  readonly drivers?: readonly {
    readonly name: string;
    readonly base: bigint;
    readonly size: number;
    readonly timestamp: number;
    readonly checksum?: number;
  }[];
  readonly unloaded?: readonly { readonly name: string; readonly start: bigint; readonly end: bigint }[];
  readonly blocks?: readonly { readonly address: bigint; readonly bytes: Uint8Array }[];
  readonly stack?: { readonly top: bigint; readonly bytes: Uint8Array };
  readonly prcb?: Uint8Array;
  readonly process?: Uint8Array;
  readonly thread?: Uint8Array;
  readonly debuggerData?: Uint8Array;
  readonly brokenDriver?: string;
  readonly options?: number;
  readonly servicePackBuild?: number;
  /** Extra bytes of each driver entry, as systems differ. */
  readonly entryPadding?: number;
  readonly blobs?: readonly { readonly tag: string; readonly bytes: Uint8Array }[];
  /** Left out of the file: the TRGD mark. */
  readonly unfinished?: boolean;
}

/** A GUID's text as its 16 bytes. */
function guidBytes(text: string): Uint8Array {
  const digits = text.replaceAll('-', '');
  const order = [3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15];
  return Uint8Array.from(order, (index) => Number.parseInt(digits.slice(index * 2, index * 2 + 2), 16));
}

/** Secondary data: `DumpBlob`, then blobs of header, data and padding to four bytes. */
export function synthBlobs(blobs: readonly { readonly tag: string; readonly bytes: Uint8Array }[]): Uint8Array {
  const parts: Uint8Array[] = [concat([ascii('DumpBlob'), new Uint8Array(new Uint32Array([16, 0xf0004a61]).buffer)])];
  for (const { tag, bytes } of blobs) {
    const pad = (4 - (bytes.length % 4)) % 4;
    const head = new Uint8Array(32);
    const out = new DataView(head.buffer);
    out.setUint32(0, 32, true);
    head.set(guidBytes(tag), 4);
    out.setUint32(20, bytes.length, true);
    out.setUint32(28, pad, true);
    parts.push(head, bytes, new Uint8Array(pad));
  }
  return concat(parts);
}

/** A triage dump (DumpType 4), parts one after the other as the kernel's writer has them. */
export function synthTriageDump(what: SynthTriage): Uint8Array {
  const wide = what.bits === 64;
  const start = wide ? 0x2000 : 0x1000;
  const table = new Uint8Array(wide ? 0x80 : 0x68);
  const out = new DataView(table.buffer);
  const parts: Uint8Array[] = [table];
  let at = start + table.length;
  /** Puts a part and returns its file offset, 0 for one that is not there. */
  const put = (bytes: Uint8Array | undefined): number => {
    if (!bytes || bytes.length === 0) return 0;
    const offset = at;
    const padded = new Uint8Array(Math.ceil(bytes.length / 8) * 8);
    padded.set(bytes);
    parts.push(padded);
    at += padded.length;
    return offset;
  };
  const pointer = (view: DataView, offset: number, value: bigint) => {
    if (wide) view.setBigUint64(offset, BigInt.asUintN(64, value), true);
    else view.setUint32(offset, Number(BigInt.asUintN(32, value)), true);
  };
  const u32 = (offset: number, value: number) => out.setUint32(offset, value, true);

  u32(0x00, what.servicePackBuild ?? 0);
  u32(0x0c, wide ? 0x348 : 0x320);
  u32(0x10, wide ? 0xf00 : 0x7d0);
  if (what.unloaded) {
    const size = wide ? 0x38 : 0x28;
    const first = wide ? 8 : 4;
    const bytes = new Uint8Array(first + what.unloaded.length * size);
    const list = new DataView(bytes.buffer);
    list.setUint32(0, what.unloaded.length, true);
    for (const [index, driver] of what.unloaded.entries()) {
      const entry = first + index * size;
      bytes.set(utf16(driver.name.slice(0, 12)), entry + (wide ? 16 : 8));
      pointer(list, entry + (wide ? 40 : 32), driver.start);
      pointer(list, entry + (wide ? 48 : 36), driver.end);
    }
    u32(0x18, put(bytes));
  }
  u32(0x1c, put(what.prcb));
  u32(0x20, put(what.process));
  u32(0x24, put(what.thread));
  u32(0x28, put(what.stack?.bytes));
  u32(0x2c, what.stack?.bytes.length ?? 0);
  const debuggerData = put(what.debuggerData);
  const drivers = what.drivers ?? [];
  const entrySize = (wide ? 0x90 : 0x4c) + (what.entryPadding ?? 0);
  const list = new Uint8Array(drivers.length * entrySize);
  const listOffset = put(list);
  const strings: Uint8Array[] = [];
  const poolOffset = at;
  let pool = 0;
  const string = (text: string): number => {
    const bytes = utf16(text);
    const padded = new Uint8Array(Math.ceil((4 + bytes.length + 2) / 8) * 8);
    new DataView(padded.buffer).setUint32(0, text.length, true);
    padded.set(bytes, 4);
    strings.push(padded);
    pool += padded.length;
    return poolOffset + pool - padded.length;
  };
  const entries = new DataView(list.buffer);
  for (const [index, driver] of drivers.entries()) {
    const entry = index * entrySize;
    entries.setUint32(entry, string(driver.name), true);
    pointer(entries, entry + (wide ? 0x38 : 0x1c), driver.base);
    entries.setUint32(entry + (wide ? 0x48 : 0x24), driver.size, true);
    entries.setUint32(entry + (wide ? 0x80 : 0x44), driver.checksum ?? 0, true);
    entries.setUint32(entry + (wide ? 0x88 : 0x48), driver.timestamp, true);
  }
  // `put` copied the list before its entries were written.
  if (drivers.length > 0) parts[parts.length - 1]!.set(list);
  const broken = what.brokenDriver === undefined ? 0 : string(what.brokenDriver);
  const stringBytes = concat(strings);
  put(stringBytes);
  u32(0x30, drivers.length > 0 ? listOffset : 0);
  u32(0x34, drivers.length);
  u32(0x38, stringBytes.length > 0 ? poolOffset : 0);
  u32(0x3c, stringBytes.length);
  u32(0x40, broken);
  u32(0x44, what.options ?? 0xffffffff);
  pointer(out, 0x48, what.stack?.top ?? 0n);
  u32(wide ? 0x70 : 0x58, debuggerData);
  u32(wide ? 0x74 : 0x5c, what.debuggerData?.length ?? 0);
  const blocks = what.blocks ?? [];
  if (blocks.length > 0) {
    const blockSize = wide ? 16 : 12;
    const tableBytes = new Uint8Array(blocks.length * blockSize);
    const offset = put(tableBytes);
    const copy = parts[parts.length - 1]!;
    const view = new DataView(copy.buffer);
    for (const [index, block] of blocks.entries()) {
      const entry = index * blockSize;
      pointer(view, entry, block.address);
      view.setUint32(entry + (wide ? 8 : 4), put(block.bytes), true);
      view.setUint32(entry + (wide ? 12 : 8), block.bytes.length, true);
    }
    u32(wide ? 0x78 : 0x60, offset);
    u32(wide ? 0x7c : 0x64, blocks.length);
  }
  u32(0x08, at);
  parts.push(what.unfinished ? new Uint8Array(4) : ascii('TRGD'));
  at += 4;
  u32(0x04, at);
  const header = synthHeader(what.bits, {
    dumpType: 4,
    machine: wide ? 0x8664 : 0x14c,
    miniDumpFields: 0xcff,
    requiredDumpSpace: BigInt(at),
    ...what.header,
  });
  const blobs = what.blobs ? synthBlobs(what.blobs) : new Uint8Array(0);
  return concat([header, ...parts, blobs]);
}
