import { followsCall } from './call-site.ts';
import type { MemoryWindow } from './memory-window.ts';
import { authenticatedPointer } from './pointer-authentication.ts';
import type { Step, UnwindEnvironment, UnwindFrame } from './unwind.ts';

/**
 * The caller by the frame-pointer chain {saved frame pointer, return address}, the same on x86, x64 and ARM64. Null
 * unless the link is sound: the frame pointer is in the stack above sp, its saved value is further up or zero, and the
 * return address is not known to be something other than code after a call.
 */
export function chainStep(frame: UnwindFrame, window: MemoryWindow, environment: UnwindEnvironment): Step | null {
  const { set } = frame.registers;
  const size = set.pointerSize;
  const fp = frame.registers.fp;
  if (fp === null || fp < frame.sp || fp % size !== 0 || fp - frame.sp > 0x100000) return null;
  const saved = window.pointer(fp, size);
  const ra = set.architecture === 'arm64' ? authenticatedPointer(window, fp + size) : window.pointer(fp + size, size);
  if (saved === null || ra === null || ra === undefined) return null;
  if (saved !== undefined && saved !== 0 && saved <= fp) return null;
  if (ra !== 0) {
    if (environment.isCode(ra) === false) return null;
    if (environment.module(ra) === null && environment.isCode(ra) !== true && !environment.usesFramePointers)
      return null;
    const called = followsCall(set.architecture, ra, environment.code);
    // Without code bytes an address on a 16-byte boundary is far more likely a function's start than a return address.
    if (called === false || (called === null && ra % 16 === 0)) return null;
  }
  const registers = frame.registers.caller();
  for (let register = 0; register < 31; register++) registers.forget(register);
  if (saved !== undefined) registers.setAddress(set.fp, saved);
  registers.setAddress(set.sp, fp + size * 2);
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
