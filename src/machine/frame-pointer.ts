import type { Address } from '../memory/space.ts';
import { followsCall } from './call-site.ts';
import type { MemoryWindow } from './memory-window.ts';
import { authenticatedPointer } from './pointer-authentication.ts';
import type { Step, UnwindEnvironment, UnwindFrame } from './unwind.ts';

/** No frame is larger. */
const MOST_FRAME = 0x100000;

/**
 * The caller by the frame-pointer chain {saved frame pointer, return address}, the same on x86, x64 and ARM64. Null
 * unless the link is sound: the frame pointer is in the stack above sp, its saved value is further up or zero, and the
 * return address is not known to be something other than code after a call.
 */
export function chainStep(frame: UnwindFrame, window: MemoryWindow, environment: UnwindEnvironment): Step | null {
  const { set } = frame.registers;
  const size = set.pointerSize;
  const fp = frame.registers.fp;
  if (fp === null || fp < frame.sp || fp % size !== 0 || fp - frame.sp > MOST_FRAME) return null;
  const saved = window.pointer(fp, size);
  const ra = set.architecture === 'arm64' ? authenticatedPointer(window, fp + size) : window.pointer(fp + size, size);
  if (saved === null || ra === null || ra === undefined) return null;
  // A link to itself still has a return address; what lies beyond it is lost, which the next step finds out.
  if (saved !== undefined && saved !== 0 && saved < fp) return null;
  if (ra !== 0) {
    if (environment.isCode(ra) === false) return null;
    if (environment.module(ra) === null && environment.isCode(ra) !== true && !environment.usesFramePointers)
      return null;
    const called = followsCall(set.architecture, ra, environment.code);
    if (called === false) return null;
    // Without code bytes an address on a 16-byte boundary is far more likely a function's start than a return address,
    // unless the chain goes on from there.
    if (called === null && ra % 16 === 0 && !isLinked(saved, fp, size, window, environment)) return null;
  }
  const registers = frame.registers.caller();
  for (let register = 0; register < 31; register++) registers.forget(register);
  if (saved !== undefined) registers.setAddress(set.fp, saved);
  registers.setAddress(set.sp, set.architecture === 'x86' ? spAbove(fp, saved, ra, window) : fp + size * 2);
  registers.setAddress(set.ip, ra);
  return {
    registers,
    trust: 'frame-pointer',
    interrupted: false,
    trapFrame: null,
    note: null,
    calleeParameters: 0,
  };
}

/**
 * GCC realigns the stack of x86 functions that may be called with a misaligned one (all entries of Wine, `main`): behind
 * the alignment it pushes a copy of the return address, so that {ebp, return address} look like a frame. The true
 * return address lies 4 to 16 bytes higher, and the caller's esp above that.
 */
function spAbove(fp: Address, saved: Address | undefined, ra: Address, window: MemoryWindow): Address {
  if (fp % 16 !== 8) return fp + 8;
  for (let slot = fp + 8; slot <= fp + 20; slot += 4) {
    // The same word in the next frame's place is a recursion.
    if (ra !== 0 && slot - 4 !== saved && window.u32(slot) === ra) return slot + 4;
  }
  return fp + 8;
}

/** Whether the link that a saved frame pointer leads to is sound too: it goes up and returns into a module. */
function isLinked(
  saved: Address | null | undefined,
  fp: Address,
  size: 4 | 8,
  window: MemoryWindow,
  environment: UnwindEnvironment,
): boolean {
  if (saved === null || saved === undefined || saved <= fp || saved - fp > MOST_FRAME) return false;
  const next = window.pointer(saved, size);
  const ra = window.pointer(saved + size, size);
  if (next === null || next === undefined || ra === null || ra === undefined) return false;
  return (next === 0 || (next > saved && next - saved <= MOST_FRAME)) && (ra === 0 || environment.module(ra) !== null);
}
