import { viewOf } from '../../bytes/source.ts';
import type { UnwindData } from '../unwind.ts';

/** One slot of UNWIND_INFO as stored (Learn: "x64 exception handling, struct UNWIND_CODE"). */
export interface UnwindCode {
  /** Number of its first slot. */
  readonly slot: number;
  readonly offset: number;
  readonly operation: number;
  readonly info: number;
  /** `UWOP_PUSH_NONVOL`; null for a number that is not documented. */
  readonly name: string | null;
  /** The value in the slots that follow, unscaled; null where the operation has none. */
  readonly operand: number | null;
}

/** UNWIND_INFO as stored; RVAs. */
export interface UnwindInfo {
  readonly version: number;
  readonly flags: number;
  readonly prologSize: number;
  readonly codeCount: number;
  readonly frameRegister: number;
  readonly frameOffset: number;
  /** Bytes of the header and its slots. */
  readonly size: number;
  readonly codes: readonly UnwindCode[];
  /** Of UNW_FLAG_EHANDLER and UNW_FLAG_UHANDLER. */
  readonly handler: number | null;
  readonly handlerData: number | null;
  /** Of UNW_FLAG_CHAININFO: the entry that this one continues. */
  readonly chained: { readonly begin: number; readonly end: number; readonly unwind: number } | null;
}

const HANDLER_FLAGS = 3;
const CHAIN_FLAG = 4;

/** By number: the name, and the slots that follow an operation with info 0 and with info 1. */
const OPERATIONS: Readonly<Record<number, readonly [name: string, slots: number]>> = {
  0: ['UWOP_PUSH_NONVOL', 0],
  1: ['UWOP_ALLOC_LARGE', 1],
  2: ['UWOP_ALLOC_SMALL', 0],
  3: ['UWOP_SET_FPREG', 0],
  4: ['UWOP_SAVE_NONVOL', 1],
  5: ['UWOP_SAVE_NONVOL_FAR', 2],
  6: ['UWOP_EPILOG', 0],
  8: ['UWOP_SAVE_XMM128', 1],
  9: ['UWOP_SAVE_XMM128_FAR', 2],
  10: ['UWOP_PUSH_MACHFRAME', 0],
};
const ALLOC_LARGE = 1;

/** The unwind information of an entry, without following its chain; null where its bytes are missing. */
export function readUnwindInfo(data: UnwindData): UnwindInfo | null {
  const header = data.read(data.unwind, 4);
  if (header.length < 4) return null;
  const flags = header[0]! >> 3;
  const count = header[2]!;
  const size = 4 + count * 2;
  const after = 4 + (count + (count & 1)) * 2;
  const bytes = data.read(data.unwind, after + 12);
  if (bytes.length < size) return null;
  const view = viewOf(bytes);
  const tail = (offset: number) => (bytes.length >= after + offset + 4 ? view.getUint32(after + offset, true) : null);
  const [begin, end, unwind] = [tail(0), tail(4), tail(8)];
  const hasHandler = (flags & HANDLER_FLAGS) !== 0 && (flags & CHAIN_FLAG) === 0;
  return {
    version: header[0]! & 7,
    flags,
    prologSize: header[1]!,
    codeCount: count,
    frameRegister: header[3]! & 15,
    frameOffset: (header[3]! >> 4) * 16,
    size,
    codes: readCodes(view, count),
    handler: hasHandler ? begin : null,
    handlerData: hasHandler ? data.unwind + after + 4 : null,
    chained:
      (flags & CHAIN_FLAG) !== 0 && begin !== null && end !== null && unwind !== null ? { begin, end, unwind } : null,
  };
}

function readCodes(view: DataView, count: number): UnwindCode[] {
  const codes: UnwindCode[] = [];
  for (let slot = 0; slot < count; ) {
    const at = 4 + slot * 2;
    const operation = view.getUint8(at + 1) & 15;
    const info = view.getUint8(at + 1) >> 4;
    const [name, slots] = OPERATIONS[operation] ?? [null, 0];
    const following = operation === ALLOC_LARGE && info !== 0 ? 2 : slots;
    const isWhole = slot + following < count;
    const operand =
      following === 0 || !isWhole
        ? null
        : following === 1
          ? view.getUint16(at + 2, true)
          : view.getUint32(at + 2, true);
    codes.push({ slot, offset: view.getUint8(at), operation, info, name, operand });
    slot += 1 + following;
  }
  return codes;
}
