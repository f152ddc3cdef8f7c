/** One instruction of an x64 epilogue still to be executed. */
export type EpilogueStep =
  | { readonly kind: 'add'; readonly amount: number }
  | { readonly kind: 'lea'; readonly register: number; readonly displacement: number }
  | { readonly kind: 'pop'; readonly register: number };

export interface Epilogue {
  readonly steps: readonly EpilogueStep[];
  /** The offset from the first byte that a final relative jump leads to, null for a return or an indirect jump. */
  readonly jump: number | null;
}

/**
 * The rest of an epilogue when `code` begins inside one, else null. Learn, "x64 prolog and epilog": add rsp or lea rsp
 * from the frame register, pops, then a return or a jump with a memory operand; compilers also jump to other functions.
 */
export function decodeEpilogue(code: Uint8Array): Epilogue | null {
  const view = new DataView(code.buffer, code.byteOffset, code.byteLength);
  const steps: EpilogueStep[] = [];
  let at = 0;
  const byte = (offset: number): number => code[at + offset] ?? -1;
  const fits = (count: number): boolean => at + count <= code.length;
  if (byte(0) === 0x48 && byte(1) === 0x83 && byte(2) === 0xc4 && fits(4)) {
    steps.push({ kind: 'add', amount: view.getInt8(at + 3) });
    at += 4;
  } else if (byte(0) === 0x48 && byte(1) === 0x81 && byte(2) === 0xc4 && fits(7)) {
    steps.push({ kind: 'add', amount: view.getInt32(at + 3, true) });
    at += 7;
  } else if ((byte(0) & 0xfe) === 0x48 && byte(1) === 0x8d && (byte(2) & 0x38) === 0x20) {
    // lea rsp, [reg + disp]; r12 as base needs a SIB byte.
    const modrm = byte(2);
    const mode = modrm >> 6;
    const base = (modrm & 7) | ((byte(0) & 1) << 3);
    const sib = (modrm & 7) === 4 ? 1 : 0;
    const width = mode === 1 ? 1 : mode === 2 ? 4 : 0;
    if (mode === 3 || (mode === 0 && (modrm & 7) === 5) || !fits(3 + sib + width)) return null;
    if (sib && (byte(3) & 0x3f) !== 0x24) return null;
    const displacement = width === 1 ? view.getInt8(at + 3 + sib) : width === 4 ? view.getInt32(at + 3 + sib, true) : 0;
    steps.push({ kind: 'lea', register: base, displacement });
    at += 3 + sib + width;
  }
  for (;;) {
    if (byte(0) >= 0x58 && byte(0) <= 0x5f) {
      steps.push({ kind: 'pop', register: byte(0) - 0x58 });
      at += 1;
    } else if (byte(0) === 0x41 && byte(1) >= 0x58 && byte(1) <= 0x5f) {
      steps.push({ kind: 'pop', register: byte(1) - 0x58 + 8 });
      at += 2;
    } else break;
  }
  if (byte(0) === 0xc3 || byte(0) === 0xc2) return { steps, jump: null };
  if ((byte(0) === 0xf3 || byte(0) === 0xf2) && (byte(1) === 0xc3 || byte(1) === 0xc2)) return { steps, jump: null };
  if (byte(0) === 0xeb && fits(2)) return { steps, jump: at + 2 + view.getInt8(at + 1) };
  if (byte(0) === 0xe9 && fits(5)) return { steps, jump: at + 5 + view.getInt32(at + 1, true) };
  // jmp [rip + disp32], and jmp through a register or memory with REX.W, which compilers reserve for tail calls.
  if (byte(0) === 0xff && byte(1) === 0x25) return { steps, jump: null };
  if (byte(0) >= 0x48 && byte(0) <= 0x4f && byte(1) === 0xff && ((byte(2) >> 3) & 7) === 4)
    return { steps, jump: null };
  return null;
}
