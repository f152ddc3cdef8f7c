import { viewOf } from '../../bytes/source.ts';
import type { Address } from '../../memory/space.ts';
import type { MemoryWindow } from '../memory-window.ts';
import type { Step, UnwindEnvironment, UnwindFrame } from '../unwind.ts';
import { decodePrologue } from './prologue.ts';

const EBP = 5;
const ESP = 4;
const EIP = 8;
/** How far before an address the start of its function is looked for, and how many words up its caller. */
const MOST_FUNCTION = 0x2000;
const CALL_SEARCH_WORDS = 64;
const MOST_STARTS = 4096;
/** Bytes of code looked at for that in all: a hostile stack makes each word a call. */
const MOST_CODE = 64 << 20;

/** What the direct calls in x86 code tell: which function a return address had called, and whether that one keeps ebp. */
export interface CallTargets {
  /** The function that the direct call before a return address calls, null when it is none or its bytes are not known. */
  callTarget(ra: Address): Address | null;
  /** Whether the code at a function's supposed start sets up ebp, by itself or through __SEH_prolog. */
  keepsFramePointer(start: Address): boolean;
  /** Whether the call before `ra` leads to the function around `ip`, which sets up ebp. */
  isCalledWithFrame(ip: Address, ra: Address): boolean;
  /**
   * The caller of a function of which nothing is known and that keeps no frame pointer: the nearest return address on the
   * stack whose own call leads to a start shortly before ip. Null when that function does keep one.
   */
  byCall(frame: UnwindFrame, window: MemoryWindow): Step | null;
}

/** Direct calls as evidence in one environment; what it costs is bounded for as long as the answer lives. */
export function createCallTargets(environment: UnwindEnvironment): CallTargets {
  const starts = new Map<Address, { readonly ip: Address; readonly start: Address | null }>();
  let codeLeft = MOST_CODE;

  /** The function that the direct call before a return address calls, null when it is none or its bytes are not known. */
  const callTarget = (ra: Address): Address | null => {
    const bytes = environment.code(ra - 5, 5);
    return bytes.length < 5 || bytes[0] !== 0xe8 ? null : (ra + viewOf(bytes).getInt32(1, true)) >>> 0;
  };

  /** Whether the code at a function's supposed start sets up ebp, by itself or through __SEH_prolog. */
  const keepsFramePointer = (start: Address): boolean => {
    const code = environment.code(start, 16);
    if (decodePrologue(code, code.length).frameDepth !== null) return true;
    const at = code[0] === 0x6a ? 2 : code[0] === 0x68 ? 5 : 0;
    return at > 0 && code[at] === 0x68 && code[at + 5] === 0xe8;
  };

  /** The start of the function around `ip`, if the direct call before `ra` leads shortly before it. */
  const calledStart = (ip: Address, ra: Address): Address | null => {
    const before = starts.get(ra);
    if (before?.ip === ip) return before.start;
    const start = findCalledStart(ip, ra);
    if (starts.size > MOST_STARTS) starts.clear();
    starts.set(ra, { ip, start });
    return start;
  };

  const findCalledStart = (ip: Address, ra: Address): Address | null => {
    const target = callTarget(ra);
    if (target === null || target > ip || ip - target >= MOST_FUNCTION) return null;
    codeLeft -= ip - target;
    if (codeLeft < 0) return null;
    // A return followed by padding ends a function: then ip is in another one.
    const code = environment.code(target, ip - target);
    if (code.length < ip - target) return null;
    for (let at = 0; at + 1 < code.length; at++) {
      if (code[at] === 0xc3 && isPadding(code, at + 1)) return null;
      if (code[at] === 0xc2 && code[at + 2] === 0 && isPadding(code, at + 3)) return null;
    }
    return target;
  };

  const isCalledWithFrame = (ip: Address, ra: Address): boolean => {
    const start = calledStart(ip, ra);
    return start !== null && keepsFramePointer(start);
  };

  /**
   * The caller of a function of which nothing is known and that keeps no frame pointer: the nearest return address on the
   * stack whose own call leads to a start shortly before ip. Null when that function does keep one.
   */
  const byCall = (frame: UnwindFrame, window: MemoryWindow): Step | null => {
    const ebp = frame.registers.address(EBP);
    const module = environment.module(frame.ip);
    if (!module || environment.code(frame.ip, 1).length === 0) return null;
    let end = frame.sp + CALL_SEARCH_WORDS * 4;
    if (ebp !== null && ebp > frame.sp && ebp < end) end = ebp;
    for (let slot = frame.sp; slot < end; slot += 4) {
      const ra = window.u32(slot);
      if (ra === null) return null;
      if (ra < module.base || ra >= module.base + module.size || environment.isCode(ra - 1) === false) continue;
      const start = calledStart(frame.ip, ra);
      if (start === null) continue;
      if (keepsFramePointer(start)) return null;
      const registers = frame.registers.caller();
      for (const register of [3, 6, 7]) registers.forget(register);
      registers.setAddress(EIP, ra);
      registers.setAddress(ESP, slot + 4);
      const note = 'the call before it leads to a function that begins shortly before the address above it';
      return { registers, trust: 'scan', interrupted: false, trapFrame: null, note, calleeParameters: 0 };
    }
    return null;
  };

  return { callTarget, keepsFramePointer, isCalledWithFrame, byCall };
}

/** INT3, or a NOP of any length (Intel's recommended forms). */
function isPadding(code: Uint8Array, at: number): boolean {
  const first = code[at];
  if (first === 0xcc || first === 0x90) return true;
  if (first === 0x0f) return code[at + 1] === 0x1f;
  return first === 0x66 && (code[at + 1] === 0x90 || code[at + 1] === 0x2e || code[at + 1] === 0x0f);
}
