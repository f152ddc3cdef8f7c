/**
 * Writes small PAGEDUMP and PAGEDU64 files byte by byte for tests. It shares no declaration with the readers: every
 * offset stands here again, from wdbgexts.h, volatility3's and kdmp-parser's layouts.
 */

const PAGE = 0x1000;
const FILL = 0x45474150;

export type SynthMode = 'x64' | 'x64-5' | 'arm64' | 'pae' | 'x86';

const isWide = (mode: SynthMode) => mode === 'x64' || mode === 'x64-5' || mode === 'arm64';
const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** `[shift, entries]` of each table from the root down. */
const SHAPES: Record<SynthMode, readonly (readonly [shift: bigint, entries: bigint])[]> = {
  'x64-5': [
    [48n, 512n],
    [39n, 512n],
    [30n, 512n],
    [21n, 512n],
    [12n, 512n],
  ],
  x64: [
    [39n, 512n],
    [30n, 512n],
    [21n, 512n],
    [12n, 512n],
  ],
  arm64: [
    [39n, 512n],
    [30n, 512n],
    [21n, 512n],
    [12n, 512n],
  ],
  pae: [
    [30n, 4n],
    [21n, 512n],
    [12n, 512n],
  ],
  x86: [
    [22n, 1024n],
    [12n, 1024n],
  ],
};

/** A machine's physical pages with page tables that grow as virtual memory is written. */
export class SynthMachine {
  readonly mode: SynthMode;
  readonly pointerSize: 4 | 8;
  readonly pages = new Map<number, Uint8Array>();
  readonly root: number;
  #next: number;
  constructor(mode: SynthMode, firstPage = 0x100) {
    this.mode = mode;
    this.pointerSize = isWide(mode) ? 8 : 4;
    this.#next = firstPage;
    this.root = this.allocate();
  }
  /** A new zeroed page's number; every 7th number is left out, so that runs have gaps. */
  allocate(): number {
    if (this.#next % 7 === 0) this.#next++;
    this.pages.set(this.#next, new Uint8Array(PAGE));
    return this.#next++;
  }
  get #size(): 4 | 8 {
    return this.mode === 'x86' ? 4 : 8;
  }
  #get(page: number, index: number): bigint {
    const bytes = view(this.pages.get(page)!);
    return this.#size === 4 ? BigInt(bytes.getUint32(index * 4, true)) : bytes.getBigUint64(index * 8, true);
  }
  #set(page: number, index: number, value: bigint): void {
    const bytes = view(this.pages.get(page)!);
    if (this.#size === 4) bytes.setUint32(index * 4, Number(value), true);
    else bytes.setBigUint64(index * 8, value, true);
  }
  /** A valid entry for a table or a 4 KB page. */
  valid(page: number, table: boolean): bigint {
    if (this.mode === 'arm64') return (BigInt(page) << 12n) | 0x703n;
    if (this.mode === 'pae' && table) return (BigInt(page) << 12n) | 1n;
    return (BigInt(page) << 12n) | 0x63n;
  }
  /** Sets the raw entry `depth` tables below the root that covers `address`; tables above it are made. */
  setEntry(address: bigint, value: bigint, depth = SHAPES[this.mode].length - 1): void {
    const bits = this.pointerSize === 8 ? BigInt.asUintN(64, address) : BigInt.asUintN(32, address);
    let table = this.root;
    for (const [level, [shift, entries]] of SHAPES[this.mode].entries()) {
      const index = Number((bits >> shift) % entries);
      if (level === depth) {
        this.#set(table, index, value);
        return;
      }
      let entry = this.#get(table, index);
      if ((entry & 1n) === 0n) {
        entry = this.valid(this.allocate(), true);
        this.#set(table, index, entry);
      }
      table = Number((entry >> 12n) & 0xfffffffffn);
    }
  }
  #mapped = new Map<bigint, number>();
  /** The physical page behind a virtual page, mapped when it is not yet. */
  pageAt(address: bigint): number {
    const key = address / BigInt(PAGE);
    let page = this.#mapped.get(key);
    if (page === undefined) {
      page = this.allocate();
      this.setEntry(key * BigInt(PAGE), this.valid(page, false));
      this.#mapped.set(key, page);
    }
    return page;
  }
  write(address: bigint, bytes: Uint8Array): void {
    for (let done = 0; done < bytes.length; ) {
      const at = address + BigInt(done);
      const within = Number(at % BigInt(PAGE));
      const part = bytes.subarray(done, done + PAGE - within);
      this.pages.get(this.pageAt(at))!.set(part, within);
      done += part.length;
    }
  }
  writeU8(address: bigint, value: number): void {
    this.write(address, Uint8Array.of(value));
  }
  writeU32(address: bigint, value: number): void {
    const bytes = new Uint8Array(4);
    view(bytes).setUint32(0, value, true);
    this.write(address, bytes);
  }
  writeU64(address: bigint, value: bigint): void {
    const bytes = new Uint8Array(8);
    view(bytes).setBigUint64(0, BigInt.asUintN(64, value), true);
    this.write(address, bytes);
  }
  writePointer(address: bigint, value: bigint): void {
    if (this.pointerSize === 8) this.writeU64(address, value);
    else this.writeU32(address, Number(BigInt.asUintN(32, value)));
  }
}

export function utf16(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  for (let index = 0; index < text.length; index++) view(bytes).setUint16(index * 2, text.charCodeAt(index), true);
  return bytes;
}

export function ascii(text: string, size = text.length): Uint8Array {
  const bytes = new Uint8Array(size);
  for (let index = 0; index < text.length; index++) bytes[index] = text.charCodeAt(index);
  return bytes;
}

/** Header fields that tests choose; what is left out stays `PAGE`. */
export interface SynthHeader {
  readonly majorVersion?: number;
  readonly build?: number;
  readonly directoryTableBase?: bigint;
  readonly psLoadedModuleList?: bigint;
  readonly psActiveProcessHead?: bigint;
  readonly machine?: number;
  readonly processors?: number;
  readonly bugCheckCode?: number;
  readonly bugCheckParameters?: readonly bigint[];
  readonly paeEnabled?: boolean;
  readonly kdDebuggerDataBlock?: bigint;
  readonly dumpType?: number;
  readonly miniDumpFields?: number;
  readonly productType?: number;
  readonly suiteMask?: number;
  readonly requiredDumpSpace?: bigint;
  readonly systemTime?: bigint;
  readonly systemUpTime?: bigint;
  readonly comment?: string;
  readonly attributes?: number;
  readonly bootId?: number;
  readonly exceptionCode?: number;
  readonly exceptionFlags?: number;
  readonly exceptionAddress?: bigint;
  /** Instruction and stack pointer of the header's context. */
  readonly ip?: bigint;
  readonly sp?: bigint;
  readonly runs?: readonly (readonly [page: number, count: number])[];
}

/** The raw CONTEXT record of x64 (0x4d0 bytes) or x86 (0x2cc) with two registers set. */
export function synthContext(pointerSize: 4 | 8, ip: bigint, sp: bigint): Uint8Array {
  const bytes = new Uint8Array(pointerSize === 8 ? 0x4d0 : 0x2cc);
  const out = view(bytes);
  if (pointerSize === 8) {
    out.setUint32(0x30, 0x10000b, true);
    out.setBigUint64(0x98, BigInt.asUintN(64, sp), true);
    out.setBigUint64(0xf8, BigInt.asUintN(64, ip), true);
  } else {
    out.setUint32(0, 0x10007, true);
    out.setUint32(0xb8, Number(BigInt.asUintN(32, ip)), true);
    out.setUint32(0xc4, Number(BigInt.asUintN(32, sp)), true);
  }
  return bytes;
}

/** A DUMP_HEADER32 (one page) or DUMP_HEADER64 (two pages), filled with `PAGE` first, as Windows does. */
export function synthHeader(bits: 32 | 64, fields: SynthHeader): Uint8Array {
  const bytes = new Uint8Array(bits === 32 ? PAGE : 2 * PAGE);
  const out = view(bytes);
  for (let at = 0; at < bytes.length; at += 4) out.setUint32(at, FILL, true);
  const wide = bits === 64;
  const u32 = (narrowAt: number, wideAt: number, value: number | undefined) => {
    if (value !== undefined) out.setUint32(wide ? wideAt : narrowAt, value, true);
  };
  const u64 = (narrowAt: number, wideAt: number, value: bigint | undefined) => {
    if (value !== undefined) out.setBigUint64(wide ? wideAt : narrowAt, BigInt.asUintN(64, value), true);
  };
  const pointer = (narrowAt: number, wideAt: number, value: bigint | undefined) => {
    if (value === undefined) return;
    if (wide) out.setBigUint64(wideAt, BigInt.asUintN(64, value), true);
    else out.setUint32(narrowAt, Number(BigInt.asUintN(32, value)), true);
  };
  bytes.set(ascii(wide ? 'PAGEDU64' : 'PAGEDUMP'), 0);
  u32(8, 8, fields.majorVersion ?? 15);
  u32(0xc, 0xc, fields.build);
  pointer(0x10, 0x10, fields.directoryTableBase);
  pointer(0x18, 0x20, fields.psLoadedModuleList);
  pointer(0x1c, 0x28, fields.psActiveProcessHead);
  u32(0x20, 0x30, fields.machine);
  u32(0x24, 0x34, fields.processors);
  u32(0x28, 0x38, fields.bugCheckCode);
  for (let index = 0; index < 4; index++) {
    pointer(0x2c + index * 4, 0x40 + index * 8, fields.bugCheckParameters?.[index]);
  }
  if (!wide && fields.paeEnabled !== undefined) bytes[0x5c] = fields.paeEnabled ? 1 : 0;
  pointer(0x60, 0x80, fields.kdDebuggerDataBlock);
  if (fields.runs) {
    const pages = fields.runs.reduce((sum, [, count]) => sum + count, 0);
    u32(0x64, 0x88, fields.runs.length);
    if (wide) out.setBigUint64(0x90, BigInt(pages), true);
    else out.setUint32(0x68, pages, true);
    for (const [index, [page, count]] of fields.runs.entries()) {
      pointer(0x6c + index * 8, 0x98 + index * 16, BigInt(page));
      pointer(0x70 + index * 8, 0xa0 + index * 16, BigInt(count));
    }
  }
  if (fields.ip !== undefined) {
    bytes.set(synthContext(wide ? 8 : 4, fields.ip, fields.sp ?? 0n), wide ? 0x348 : 0x320);
  }
  if (fields.exceptionCode !== undefined) {
    const at = wide ? 0xf00 : 0x7d0;
    bytes.fill(0, at, at + (wide ? 0x98 : 0x50));
    out.setUint32(at, fields.exceptionCode, true);
    out.setUint32(at + 4, fields.exceptionFlags ?? 0, true);
    pointer(0x7d0 + 0xc, 0xf00 + 0x10, fields.exceptionAddress);
  }
  if (fields.comment !== undefined) bytes.set(ascii(fields.comment, 128), wide ? 0xfb0 : 0x820);
  u32(0xf88, 0xf98, fields.dumpType);
  u32(0xf8c, 0x1038, fields.miniDumpFields);
  u32(0xf94, 0x1040, fields.productType);
  u32(0xf98, 0x1044, fields.suiteMask);
  u64(0xfa0, 0xfa0, fields.requiredDumpSpace);
  u64(0xfb8, 0x1030, fields.systemUpTime);
  u64(0xfc0, 0xfa8, fields.systemTime);
  if (wide) {
    u32(0, 0x1050, fields.attributes);
    u32(0, 0x1054, fields.bootId);
  }
  return bytes;
}

export function concat(parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

/** Page numbers as runs. */
export function runsOf(pages: Iterable<number>): [page: number, count: number][] {
  const runs: [number, number][] = [];
  for (const page of [...pages].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && last[0] + last[1] === page) last[1]++;
    else runs.push([page, 1]);
  }
  return runs;
}

const sortedPages = (machine: SynthMachine) => [...machine.pages].sort(([a], [b]) => a - b).map(([, bytes]) => bytes);

/** A complete dump of the machine with a run list (DumpType 1). */
export function synthFullDump(machine: SynthMachine, fields: SynthHeader): Uint8Array {
  const runs = runsOf(machine.pages.keys());
  const header = synthHeader(machine.pointerSize === 8 ? 64 : 32, {
    dumpType: 1,
    directoryTableBase: BigInt(machine.root * PAGE),
    runs,
    ...fields,
  });
  return concat([header, ...sortedPages(machine)]);
}

/** A dump with a bitmap (DumpType 2, 5 or 6): `SDMP` or `FDMP`, then one bit per page. */
export function synthBitmapDump(
  machine: SynthMachine,
  fields: SynthHeader,
  signature: 'SDMP' | 'FDMP' = 'SDMP',
): Uint8Array {
  const wide = machine.pointerSize === 8;
  const bits = Math.ceil((Math.max(...machine.pages.keys()) + 1) / 8) * 8 + 64;
  const header = synthHeader(wide ? 64 : 32, {
    dumpType: signature === 'FDMP' ? 5 : 2,
    directoryTableBase: BigInt(machine.root * PAGE),
    ...fields,
  });
  const first = Math.ceil((header.length + 0x38 + bits / 8) / PAGE) * PAGE;
  const table = new Uint8Array(first - header.length);
  const out = view(table);
  table.set(ascii(`${signature}DUMP`), 0);
  if (wide) {
    out.setBigUint64(0x20, BigInt(first), true);
    out.setBigUint64(0x28, BigInt(machine.pages.size), true);
    out.setBigUint64(0x30, BigInt(bits), true);
  } else {
    out.setUint32(0xc, first, true);
    out.setUint32(0x10, bits, true);
    out.setUint32(0x14, machine.pages.size, true);
    out.setUint32(0x18, bits, true);
  }
  const bitmap = wide ? 0x38 : 0x20;
  for (const page of machine.pages.keys()) table[bitmap + (page >> 3)]! |= 1 << (page & 7);
  return concat([header, table, ...sortedPages(machine)]);
}

/** A dump with page ranges (DumpType 8, 9, 10), after kdmp-parser's RDMP header. */
export function synthRangesDump(machine: SynthMachine, fields: SynthHeader): Uint8Array {
  const runs = runsOf(machine.pages.keys());
  const header = synthHeader(64, { dumpType: 10, directoryTableBase: BigInt(machine.root * PAGE), ...fields });
  const size = Math.ceil((0x30 + runs.length * 16) / PAGE) * PAGE;
  const table = new Uint8Array(size);
  const out = view(table);
  out.setUint32(0, 0x40, true);
  table.set(ascii('RDMPDUMP'), 4);
  out.setBigUint64(0x10, BigInt(0x10 + runs.length * 16), true);
  out.setBigUint64(0x18, BigInt(header.length + size), true);
  out.setUint32(0x20, runs.length, true);
  out.setBigUint64(0x28, BigInt(machine.pages.size), true);
  for (const [index, [page, count]] of runs.entries()) {
    out.setBigUint64(0x30 + index * 16, BigInt(page), true);
    out.setBigUint64(0x38 + index * 16, BigInt(count), true);
  }
  return concat([header, table, ...sortedPages(machine)]);
}
