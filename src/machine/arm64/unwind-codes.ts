import { viewOf } from '../../bytes/source.ts';
import type { UnwindData } from '../unwind.ts';

/** What undoes one instruction. Offsets are from sp before `add` is applied; vectors are d registers. */
export type Arm64Op =
  | {
      readonly kind: 'load';
      readonly loads: readonly (readonly [register: number, offset: number])[];
      readonly vectors: readonly (readonly [register: number, offset: number])[];
      /** Added to sp after the loads: the store had pre-decremented it. */
      readonly add: number;
    }
  | { readonly kind: 'alloc'; readonly size: number }
  /** sp = fp - offset. */
  | { readonly kind: 'frame'; readonly offset: number }
  | { readonly kind: 'nop' | 'machine-frame' | 'trap-frame' | 'context' | 'clear-call' };

/** A function's unwind data with each code decoded: one op per instruction. */
export interface Arm64Rule {
  /** In bytes. */
  readonly length: number;
  /** Ops in unwinding order; the first `prologOps` undo this function's own prologue instructions. */
  readonly ops: readonly Arm64Op[];
  readonly prologOps: number;
  /** Epilogues: byte offset in the function, and their ops in the order of execution. */
  readonly epilogues: readonly { readonly start: number; readonly ops: readonly Arm64Op[] }[];
}

const FP = 29;
const LR = 30;
const NOP: Arm64Op = { kind: 'nop' };

/** The rule of a `.pdata` entry (Learn: "ARM64 exception handling"); null when its `.xdata` is missing or damaged. */
export function readArm64Rule(data: UnwindData): Arm64Rule | null {
  const flag = data.unwind & 3;
  if (flag === 0) return readFull(data);
  return flag === 3 ? null : readPacked(data.unwind, flag === 1);
}

/** The canonical prologue that packed data stands for, as ops. */
export function readPacked(word: number, hasPrologue: boolean): Arm64Rule {
  const length = ((word >>> 2) & 0x7ff) * 4;
  const regF = (word >>> 13) & 7;
  const regI = (word >>> 16) & 15;
  const homes = (word >>> 20) & 1;
  const cr = (word >>> 21) & 3;
  const frameSize = (word >>> 23) * 16;
  const intSize = regI * 8 + (cr === 1 ? 8 : 0);
  const fpSize = regF > 0 ? (regF + 1) * 8 : 0;
  const savedSize = (intSize + fpSize + homes * 64 + 15) & ~15;
  const localSize = Math.max(0, frameSize - savedSize);
  // In the order of the prologue; reversed at the end.
  const prolog: Arm64Op[] = [];
  let first = savedSize;
  const store = (
    loads: readonly (readonly [number, number])[],
    vectors: readonly (readonly [number, number])[] = [],
  ) => {
    prolog.push({ kind: 'load', loads, vectors, add: first });
    first = 0;
  };
  if (cr === 2) prolog.push(NOP);
  for (let index = 0; index < regI; index += 2) {
    const register = 19 + index;
    if (index + 1 < regI) {
      store([
        [register, index * 8],
        [register + 1, index * 8 + 8],
      ]);
    } else if (cr === 1) {
      // `stp x19, lr` has no code with a pre-decrement: the stack is taken by an instruction of its own.
      if (first > 0) prolog.push({ kind: 'alloc', size: first });
      first = 0;
      store([
        [register, index * 8],
        [LR, index * 8 + 8],
      ]);
    } else store([[register, index * 8]]);
  }
  if (cr === 1 && regI % 2 === 0) store([[LR, intSize - 8]]);
  const vectorCount = regF > 0 ? regF + 1 : 0;
  for (let index = 0; index < vectorCount; index += 2) {
    const at = intSize + index * 8;
    const pair: (readonly [number, number])[] = [[8 + index, at]];
    if (index + 1 < vectorCount) pair.push([9 + index, at + 8]);
    store([], pair);
  }
  const homeAt = prolog.length;
  for (let index = 0; index < homes * 4; index++) store([]);
  const homeEnd = prolog.length;
  if (cr === 2 || cr === 3) {
    if (localSize <= 512) {
      prolog.push({
        kind: 'load',
        loads: [
          [FP, 0],
          [LR, 8],
        ],
        vectors: [],
        add: localSize,
      });
    } else {
      pushAlloc(prolog, localSize);
      prolog.push({
        kind: 'load',
        loads: [
          [FP, 0],
          [LR, 8],
        ],
        vectors: [],
        add: 0,
      });
    }
    prolog.push({ kind: 'frame', offset: 0 });
  } else if (localSize > 0) pushAlloc(prolog, localSize);
  // The epilogue mirrors the prologue, without `mov x29, sp` and without the homed arguments; where the first store was
  // a homing one, an add takes its place.
  const mirrored = prolog.filter(
    (op, index) => op.kind !== 'frame' && !(index >= homeAt && index < homeEnd && !(op.kind === 'load' && op.add > 0)),
  );
  const ops = [...prolog].reverse();
  const epilogue = mirrored.reverse();
  return hasPrologue
    ? { length, ops, prologOps: ops.length, epilogues: [{ start: length - (epilogue.length + 1) * 4, ops: epilogue }] }
    : { length, ops, prologOps: 0, epilogues: [] };
}

function pushAlloc(ops: Arm64Op[], size: number): void {
  if (size <= 4080) ops.push({ kind: 'alloc', size });
  else ops.push({ kind: 'alloc', size: 4080 }, { kind: 'alloc', size: size - 4080 });
}

function readFull(data: UnwindData): Arm64Rule | null {
  const head = data.read(data.unwind, 8);
  if (head.length < 4) return null;
  const view = viewOf(head);
  const word = view.getUint32(0, true);
  const length = (word & 0x3ffff) * 4;
  if (((word >>> 18) & 3) !== 0) return null;
  const single = ((word >>> 21) & 1) !== 0;
  let epilogCount = (word >>> 22) & 31;
  let codeWords = word >>> 27;
  let at = data.unwind + 4;
  if (epilogCount === 0 && codeWords === 0) {
    if (head.length < 8) return null;
    const extension = view.getUint32(4, true);
    epilogCount = extension & 0xffff;
    codeWords = (extension >>> 16) & 0xff;
    at += 4;
  }
  const scopes = data.read(at, single ? 0 : epilogCount * 4);
  if (!single && scopes.length < epilogCount * 4) return null;
  at += single ? 0 : epilogCount * 4;
  const codes = data.read(at, codeWords * 4);
  if (codes.length < codeWords * 4) return null;
  const prolog = readCodes(codes, 0);
  if (!prolog) return null;
  const epilogues: { start: number; ops: readonly Arm64Op[] }[] = [];
  if (single) {
    const found = readCodes(codes, epilogCount);
    if (found) epilogues.push({ start: length - (found.own + 1) * 4, ops: found.ops.slice(0, found.own) });
  } else {
    const scopesView = viewOf(scopes);
    for (let index = 0; index < epilogCount; index++) {
      const scope = scopesView.getUint32(index * 4, true);
      const found = readCodes(codes, scope >>> 22);
      if (found) epilogues.push({ start: (scope & 0x3ffff) * 4, ops: found.ops });
    }
  }
  return { length, ops: prolog.ops, prologOps: prolog.own, epilogues };
}

/**
 * Decodes codes from `index` to `end`. `own` counts those before `end_c`: the ones behind it belong to the function that
 * this fragment is part of, and have no instructions here. Null for a code that is not known.
 */
function readCodes(codes: Uint8Array, index: number): { ops: Arm64Op[]; own: number } | null {
  const ops: Arm64Op[] = [];
  let own = -1;
  let nexts = 0;
  let at = index;
  const byte = (offset: number): number => codes[at + offset] ?? 0;
  /** A store of `count` consecutive registers, with the pairs that `save_next` codes added before it. */
  const save = (register: number, count: number, offset: number, add: number, vector: boolean): void => {
    for (let next = nexts; next > 0; next--) {
      const pair = [
        [register + next * 2, offset + next * 16],
        [register + next * 2 + 1, offset + next * 16 + 8],
      ] as const;
      ops.push({ kind: 'load', loads: vector ? [] : pair, vectors: vector ? pair : [], add: 0 });
    }
    nexts = 0;
    const slots = Array.from({ length: count }, (_, each) => [register + each, offset + each * 8] as const);
    ops.push({ kind: 'load', loads: vector ? [] : slots, vectors: vector ? slots : [], add });
  };
  while (at < codes.length) {
    const code = codes[at]!;
    const second = byte(1);
    const wide = (code << 8) | second;
    const z6 = second & 0x3f;
    if (code < 0x20) {
      ops.push({ kind: 'alloc', size: code * 16 });
      at += 1;
    } else if (code < 0x40) {
      save(19, 2, 0, (code & 0x1f) * 8, false);
      at += 1;
    } else if (code < 0x80) {
      save(FP, 2, (code & 0x3f) * 8, 0, false);
      at += 1;
    } else if (code < 0xc0) {
      save(FP, 2, 0, ((code & 0x3f) + 1) * 8, false);
      at += 1;
    } else if (code < 0xc8) {
      ops.push({ kind: 'alloc', size: (wide & 0x7ff) * 16 });
      at += 2;
    } else if (code < 0xcc) {
      save(19 + ((wide >> 6) & 15), 2, z6 * 8, 0, false);
      at += 2;
    } else if (code < 0xd0) {
      save(19 + ((wide >> 6) & 15), 2, 0, (z6 + 1) * 8, false);
      at += 2;
    } else if (code < 0xd4) {
      save(19 + ((wide >> 6) & 15), 1, z6 * 8, 0, false);
      at += 2;
    } else if (code < 0xd6) {
      save(19 + ((wide >> 5) & 15), 1, 0, ((second & 0x1f) + 1) * 8, false);
      at += 2;
    } else if (code < 0xd8) {
      ops.push({
        kind: 'load',
        loads: [
          [19 + 2 * ((wide >> 6) & 7), z6 * 8],
          [LR, z6 * 8 + 8],
        ],
        vectors: [],
        add: 0,
      });
      at += 2;
    } else if (code < 0xda) {
      save(8 + ((wide >> 6) & 7), 2, z6 * 8, 0, true);
      at += 2;
    } else if (code < 0xdc) {
      save(8 + ((wide >> 6) & 7), 2, 0, (z6 + 1) * 8, true);
      at += 2;
    } else if (code < 0xde) {
      save(8 + ((wide >> 6) & 7), 1, z6 * 8, 0, true);
      at += 2;
    } else if (code === 0xde) {
      save(8 + (second >> 5), 1, 0, ((second & 0x1f) + 1) * 8, true);
      at += 2;
    } else if (code === 0xe0) {
      ops.push({ kind: 'alloc', size: ((second << 16) | (byte(2) << 8) | byte(3)) * 16 });
      at += 4;
    } else if (code === 0xe1) {
      ops.push({ kind: 'frame', offset: 0 });
      at += 1;
    } else if (code === 0xe2) {
      ops.push({ kind: 'frame', offset: second * 8 });
      at += 2;
    } else if (code === 0xe3) {
      ops.push(NOP);
      at += 1;
    } else if (code === 0xe4) {
      return { ops, own: own < 0 ? ops.length : own };
    } else if (code === 0xe5) {
      own = own < 0 ? ops.length : own;
      at += 1;
    } else if (code === 0xe6) {
      nexts++;
      at += 1;
    } else if (code === 0xe7) {
      if (!saveAny(ops, second, byte(2))) return null;
      at += 3;
    } else if (code === 0xe8 || code === 0xe9 || code === 0xea || code === 0xec) {
      ops.push({
        kind: code === 0xe8 ? 'trap-frame' : code === 0xe9 ? 'machine-frame' : code === 0xea ? 'context' : 'clear-call',
      });
      at += 1;
    } else if (code === 0xfc) {
      // pac_sign_lr: the return address is stripped in any case.
      ops.push(NOP);
      at += 1;
    } else return null;
  }
  // Codes may fill their words to the last byte without an `end`.
  return { ops, own: own < 0 ? ops.length : own };
}

/** save_any_reg: 0pxrrrrr 00oooooo (x), 01oooooo (d), 10oooooo (q); p pair, x pre-decrement. */
function saveAny(ops: Arm64Op[], second: number, third: number): boolean {
  if (second & 0x80) return false;
  const register = second & 0x1f;
  const pair = (second & 0x40) !== 0;
  const writeback = (second & 0x20) !== 0;
  const type = third >> 6;
  if (type === 3) return false;
  const step = type === 2 ? 16 : 8;
  const scaled = (third & 0x3f) * (pair || writeback || type === 2 ? 16 : 8);
  // A pre-decremented store counts its offset from one: the smallest is 16.
  const offset = writeback ? 0 : scaled;
  const add = writeback ? scaled + 16 : 0;
  const slots = pair
    ? ([
        [register, offset],
        [register + 1, offset + step],
      ] as const)
    : ([[register, offset]] as const);
  ops.push({ kind: 'load', loads: type === 0 ? slots : [], vectors: type === 0 ? [] : slots, add });
  return true;
}
