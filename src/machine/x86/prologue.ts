/** What a function's first instructions do to the stack, as far as they were understood. */
export interface Prologue {
  /** Bytes of pushes and allocation between the return address and esp. */
  readonly depth: number;
  /** ebp was set to esp when `frameDepth` bytes had been pushed; null when it was not. */
  readonly frameDepth: number | null;
  /** Registers pushed, with the depth of their slots below the return address (4 = the first push). */
  readonly saved: readonly { readonly register: number; readonly depth: number }[];
  /** Offset behind the last instruction understood. */
  readonly end: number;
}

const EBP = 5;
const PRESERVED = new Set([3, 5, 6, 7]);

/**
 * Decodes a prologue from the function's first byte, at most to `limit` bytes: hot-patch padding, pushes, `mov ebp, esp`,
 * `sub esp, n`. The first other instruction ends it.
 */
export function decodePrologue(code: Uint8Array, limit: number): Prologue {
  const view = new DataView(code.buffer, code.byteOffset, code.byteLength);
  let depth = 0;
  let frameDepth: number | null = null;
  const saved: { register: number; depth: number }[] = [];
  let at = 0;
  while (at < limit && at < code.length) {
    const first = code[at]!;
    const second = code[at + 1] ?? -1;
    if (first >= 0x50 && first <= 0x57) {
      depth += 4;
      const register = first - 0x50;
      if (PRESERVED.has(register) && !saved.some((slot) => slot.register === register)) saved.push({ register, depth });
      at += 1;
    } else if ((first === 0x8b && second === 0xec) || (first === 0x89 && second === 0xe5)) {
      if (at + 2 > limit) break;
      frameDepth = depth;
      at += 2;
    } else if ((first === 0x8b && second === 0xff) || (first === 0x66 && second === 0x90)) {
      at += 2;
    } else if (first === 0x83 && second === 0xec && at + 3 <= Math.min(limit, code.length)) {
      depth += (code[at + 2]! << 24) >> 24;
      at += 3;
    } else if (first === 0x81 && second === 0xec && at + 6 <= Math.min(limit, code.length)) {
      depth += view.getInt32(at + 2, true);
      at += 6;
    } else if (first === 0x6a && at + 2 <= limit) {
      depth += 4;
      at += 2;
    } else if (first === 0x68 && at + 5 <= limit) {
      depth += 4;
      at += 5;
    } else if (first === 0x90) at += 1;
    else break;
  }
  return { depth, frameDepth: saved.some((slot) => slot.register === EBP) ? frameDepth : null, saved, end: at };
}

/** One instruction of an x86 epilogue still to be executed. */
export type X86EpilogueStep =
  | { readonly kind: 'add'; readonly amount: number }
  | { readonly kind: 'pop'; readonly register: number }
  | { readonly kind: 'leave' }
  | { readonly kind: 'restore' };

/** The rest of an epilogue when `code` begins inside one (add esp, mov esp,ebp, pops, leave, then ret), else null. */
export function decodeX86Epilogue(code: Uint8Array): readonly X86EpilogueStep[] | null {
  const view = new DataView(code.buffer, code.byteOffset, code.byteLength);
  const steps: X86EpilogueStep[] = [];
  let at = 0;
  while (at < code.length) {
    const first = code[at]!;
    const second = code[at + 1] ?? -1;
    if (first === 0xc3 || first === 0xc2) return steps;
    if (first === 0xf3 && second === 0xc3) return steps;
    if (first >= 0x58 && first <= 0x5f && first !== 0x5c) {
      steps.push({ kind: 'pop', register: first - 0x58 });
      at += 1;
    } else if (first === 0xc9) {
      steps.push({ kind: 'leave' });
      at += 1;
    } else if ((first === 0x8b && second === 0xe5) || (first === 0x89 && second === 0xec)) {
      steps.push({ kind: 'restore' });
      at += 2;
    } else if (first === 0x83 && second === 0xc4 && at + 3 <= code.length) {
      steps.push({ kind: 'add', amount: view.getInt8(at + 2) });
      at += 3;
    } else if (first === 0x81 && second === 0xc4 && at + 6 <= code.length) {
      steps.push({ kind: 'add', amount: view.getInt32(at + 2, true) });
      at += 6;
    } else return null;
  }
  return null;
}
