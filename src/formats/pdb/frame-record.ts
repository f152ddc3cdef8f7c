import { type Source, viewOf } from '../../bytes/source.ts';
import { struct, u16, u32 } from '../../bytes/struct.ts';

/** Frame-pointer omission record of x86 code; winnt.h FPO_DATA. */
export const FPO_DATA = struct('FPO_DATA', 16, {
  ulOffStart: [0, u32],
  cbProcSize: [4, u32],
  /** In 4-byte units. */
  cdwLocals: [8, u32],
  /** In 4-byte units. */
  cdwParams: [12, u16],
  /** cbProlog:8, cbRegs:3, fHasSEH:1, fUseBP:1, reserved:1, cbFrame:2. */
  attributes: [14, u16],
});

/** Frame-data record with an unwind program; cvinfo.h FRAMEDATA. */
export const FRAMEDATA = struct('FRAMEDATA', 32, {
  ulRvaStart: [0, u32],
  cbBlock: [4, u32],
  cbLocals: [8, u32],
  cbParams: [12, u32],
  cbStkMax: [16, u32],
  /** Offset of the program in `/names`. */
  frameFunc: [20, u32],
  cbProlog: [24, u16],
  cbSavedRegs: [26, u16],
  /** Bit 0 SEH, bit 1 C++ EH, bit 2 start of a function. */
  flags: [28, u32],
});

/** An x86 frame record; sizes are in bytes. Addresses are those of the file, before OMAP. */
export interface PdbFrameRecord {
  readonly kind: 'fpo' | 'frame-data';
  readonly rva: number;
  readonly codeSize: number;
  readonly prologSize: number;
  readonly localsSize: number;
  readonly parametersSize: number;
  readonly savedRegistersSize: number;
  readonly usesBasePointer: boolean;
  readonly hasSeh: boolean;
  readonly hasEh: boolean;
  readonly isFunctionStart: boolean;
  /** 0 FPO, 1 trap, 2 TSS, 3 non-FPO; null for frame data. */
  readonly frameType: number | null;
  /** Offset of the program in `/names`; null for FPO. */
  readonly programOffset: number | null;
  readonly maxStackSize: number;
}

/** All records of one kind, indexed by address when first asked: they need not be sorted. */
export class FrameTable {
  readonly kind: 'fpo' | 'frame-data';
  readonly count: number;
  readonly #source: Source;
  readonly #first: number;
  readonly #size: number;
  #order: { readonly starts: Uint32Array; readonly records: Uint32Array } | null = null;

  constructor(kind: 'fpo' | 'frame-data', source: Source) {
    this.kind = kind;
    this.#source = source;
    this.#size = kind === 'fpo' ? FPO_DATA.size : FRAMEDATA.size;
    // A .debug$F section copied whole starts with the relocated address of its function.
    this.#first = kind === 'frame-data' && source.size % 32 === 4 ? 4 : 0;
    this.count = Math.floor((source.size - this.#first) / this.#size);
  }

  get(index: number): PdbFrameRecord | null {
    const bytes = this.#source.read(this.#first + index * this.#size, this.#size);
    if (index < 0 || bytes.length < this.#size) return null;
    if (this.kind === 'fpo') {
      const record = FPO_DATA.view(viewOf(bytes));
      const bits = record.attributes;
      return {
        kind: 'fpo',
        rva: record.ulOffStart,
        codeSize: record.cbProcSize,
        prologSize: bits & 0xff,
        localsSize: record.cdwLocals * 4,
        parametersSize: record.cdwParams * 4,
        savedRegistersSize: ((bits >>> 8) & 7) * 4,
        usesBasePointer: (bits & 0x1000) !== 0,
        hasSeh: (bits & 0x800) !== 0,
        hasEh: false,
        isFunctionStart: true,
        frameType: bits >>> 14,
        programOffset: null,
        maxStackSize: 0,
      };
    }
    const record = FRAMEDATA.view(viewOf(bytes));
    return {
      kind: 'frame-data',
      rva: record.ulRvaStart,
      codeSize: record.cbBlock,
      prologSize: record.cbProlog,
      localsSize: record.cbLocals,
      parametersSize: record.cbParams,
      savedRegistersSize: record.cbSavedRegs,
      usesBasePointer: false,
      hasSeh: (record.flags & 1) !== 0,
      hasEh: (record.flags & 2) !== 0,
      isFunctionStart: (record.flags & 4) !== 0,
      frameType: null,
      programOffset: record.frameFunc,
      maxStackSize: record.cbStkMax,
    };
  }

  *all(): Generator<PdbFrameRecord> {
    for (let index = 0; index < this.count; index++) {
      const record = this.get(index);
      if (record === null) return;
      yield record;
    }
  }

  #sorted(): { readonly starts: Uint32Array; readonly records: Uint32Array } {
    if (this.#order !== null) return this.#order;
    const bytes = this.#source.read(this.#first, this.count * this.#size);
    const view = viewOf(bytes);
    const count = Math.floor(bytes.length / this.#size);
    const raw = new Uint32Array(count);
    let sorted = true;
    for (let index = 0; index < count; index++) {
      raw[index] = view.getUint32(index * this.#size, true);
      if (index > 0 && raw[index]! < raw[index - 1]!) sorted = false;
    }
    const records = Uint32Array.from(raw, (_, index) => index);
    if (!sorted) records.sort((a, b) => raw[a]! - raw[b]! || a - b);
    this.#order = { starts: sorted ? raw : Uint32Array.from(records, (index) => raw[index]!), records };
    return this.#order;
  }

  /** The innermost record that covers `rva`: records of one function nest, later starts lying inside. */
  at(rva: number): PdbFrameRecord | null {
    if (this.count === 0) return null;
    const { starts, records } = this.#sorted();
    let low = 0;
    let high = starts.length - 1;
    let last = -1;
    while (low <= high) {
      const middle = (low + high) >>> 1;
      if (starts[middle]! <= rva) {
        last = middle;
        low = middle + 1;
      } else high = middle - 1;
    }
    for (let index = last; index >= 0 && index > last - 64; index--) {
      const record = this.get(records[index]!);
      if (record !== null && rva < record.rva + record.codeSize) return record;
    }
    return null;
  }
}
