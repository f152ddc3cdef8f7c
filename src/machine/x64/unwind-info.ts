import { viewOf } from '../../bytes/source.ts';
import type { UnwindData } from '../unwind.ts';

/** UWOP_* numbers (Learn: "x64 exception handling, struct UNWIND_CODE"). 6 is an epilogue in version 2. */
const UWOP_PUSH_NONVOL = 0;
const UWOP_ALLOC_LARGE = 1;
const UWOP_ALLOC_SMALL = 2;
const UWOP_SET_FPREG = 3;
const UWOP_SAVE_NONVOL = 4;
const UWOP_SAVE_NONVOL_FAR = 5;
const UWOP_EPILOG = 6;
const UWOP_SAVE_XMM128 = 8;
const UWOP_SAVE_XMM128_FAR = 9;
const UWOP_PUSH_MACHFRAME = 10;
const UNW_FLAG_CHAININFO = 4;

/** What undoes one prologue instruction. `at` is the offset in the prologue after which it has happened. */
export type UnwindOp =
  | { readonly kind: 'push'; readonly at: number; readonly register: number }
  | { readonly kind: 'alloc'; readonly at: number; readonly size: number }
  | { readonly kind: 'frame'; readonly at: number }
  | { readonly kind: 'save'; readonly at: number; readonly register: number; readonly offset: number }
  | { readonly kind: 'save-xmm'; readonly at: number; readonly register: number; readonly offset: number }
  | { readonly kind: 'machine'; readonly at: number; readonly errorCode: boolean };

/** One UNWIND_INFO as data, innermost first in `UnwindRule.parts`. */
export interface UnwindPart {
  readonly begin: number;
  readonly end: number;
  readonly prologSize: number;
  /** Null when no frame register is set up. */
  readonly frameRegister: number | null;
  readonly frameOffset: number;
  readonly ops: readonly UnwindOp[];
  /** Version 2: offsets of the epilogues' first pops from `begin`, and the bytes that each takes; null in version 1. */
  readonly epilogs: { readonly starts: readonly number[]; readonly size: number } | null;
}

/** The whole rule of a function entry: its own part and those it is chained to. RVAs. */
export interface UnwindRule {
  readonly parts: readonly UnwindPart[];
  /** The begin of the last part: the function proper. */
  readonly root: number;
}

/** A chain longer than this is damage, not code: real ones have two or three links. */
const MOST_LINKS = 32;

/** The rule of an entry; null when its UNWIND_INFO is missing, damaged or of an unknown version. */
export function readUnwindRule(data: UnwindData): UnwindRule | null {
  const parts: UnwindPart[] = [];
  const seen = new Set<number>();
  let entry: { begin: number; end: number; unwind: number } = data;
  for (let link = 0; link < MOST_LINKS; link++) {
    // An odd RVA points to another entry instead of to UNWIND_INFO.
    while (entry.unwind & 1) {
      if (seen.has(entry.unwind) || seen.size > MOST_LINKS) return null;
      seen.add(entry.unwind);
      const bytes = data.read(entry.unwind & ~1, 12);
      if (bytes.length < 12) return null;
      entry = entryOf(viewOf(bytes), 0);
    }
    if (seen.has(entry.unwind)) return null;
    seen.add(entry.unwind);
    const header = data.read(entry.unwind, 4);
    if (header.length < 4) return null;
    const version = header[0]! & 7;
    const flags = header[0]! >> 3;
    if (version !== 1 && version !== 2) return null;
    const slots = header[2]!;
    const codesSize = (slots + (slots & 1)) * 2;
    const codes = data.read(entry.unwind + 4, codesSize + (flags & UNW_FLAG_CHAININFO ? 12 : 0));
    if (codes.length < slots * 2) return null;
    const part = readPart(entry, header, viewOf(codes), slots, version);
    if (!part) return null;
    parts.push(part);
    if ((flags & UNW_FLAG_CHAININFO) === 0) return { parts, root: entry.begin };
    if (codes.length < codesSize + 12) return null;
    entry = entryOf(viewOf(codes), codesSize);
  }
  return null;
}

function entryOf(view: DataView, at: number): { begin: number; end: number; unwind: number } {
  return {
    begin: view.getUint32(at, true),
    end: view.getUint32(at + 4, true),
    unwind: view.getUint32(at + 8, true),
  };
}

function readPart(
  entry: { begin: number; end: number },
  header: Uint8Array,
  codes: DataView,
  slots: number,
  version: number,
): UnwindPart | null {
  const ops: UnwindOp[] = [];
  const starts: number[] = [];
  let epilogSize = 0;
  let index = 0;
  let firstEpilog = true;
  const length = entry.end - entry.begin;
  while (index < slots) {
    const at = codes.getUint8(index * 2);
    const op = codes.getUint8(index * 2 + 1) & 15;
    const info = codes.getUint8(index * 2 + 1) >> 4;
    const left = slots - index - 1;
    const u16 = (slot: number): number => codes.getUint16((index + slot) * 2, true);
    const u32 = (slot: number): number => codes.getUint32((index + slot) * 2, true);
    switch (op) {
      case UWOP_PUSH_NONVOL:
        ops.push({ kind: 'push', at, register: info });
        index += 1;
        break;
      case UWOP_ALLOC_LARGE:
        if (info > 1 || left < info + 1) return null;
        ops.push({ kind: 'alloc', at, size: info === 0 ? u16(1) * 8 : u32(1) });
        index += info + 2;
        break;
      case UWOP_ALLOC_SMALL:
        ops.push({ kind: 'alloc', at, size: info * 8 + 8 });
        index += 1;
        break;
      case UWOP_SET_FPREG:
        ops.push({ kind: 'frame', at });
        index += 1;
        break;
      case UWOP_SAVE_NONVOL:
      case UWOP_SAVE_XMM128:
        if (left < 1) return null;
        ops.push(
          op === UWOP_SAVE_NONVOL
            ? { kind: 'save', at, register: info, offset: u16(1) * 8 }
            : { kind: 'save-xmm', at, register: info, offset: u16(1) * 16 },
        );
        index += 2;
        break;
      case UWOP_SAVE_NONVOL_FAR:
      case UWOP_SAVE_XMM128_FAR:
        if (left < 2) return null;
        ops.push({ kind: op === UWOP_SAVE_NONVOL_FAR ? 'save' : 'save-xmm', at, register: info, offset: u32(1) });
        index += 3;
        break;
      case UWOP_EPILOG:
        // Version 2 puts these first: the first tells the size (and, by bit 0, that one ends the function), each other
        // the distance of an epilogue from the function's end. Zero distances pad.
        if (version === 1) {
          index += 2;
          break;
        }
        if (firstEpilog) {
          epilogSize = at;
          if (info & 1) starts.push(length - at);
          firstEpilog = false;
        } else {
          const distance = at | (info << 8);
          if (distance !== 0) starts.push(length - distance);
        }
        index += 1;
        break;
      case 7:
        index += 3;
        break;
      case UWOP_PUSH_MACHFRAME:
        ops.push({ kind: 'machine', at, errorCode: info === 1 });
        index += 1;
        break;
      default:
        return null;
    }
  }
  const register = header[3]! & 15;
  return {
    begin: entry.begin,
    end: entry.end,
    prologSize: header[1]!,
    frameRegister: register === 0 ? null : register,
    frameOffset: (header[3]! >> 4) * 16,
    ops,
    epilogs: version === 2 ? { starts, size: epilogSize } : null,
  };
}
