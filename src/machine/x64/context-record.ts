import type { Address } from '../../memory/space.ts';
import type { MemoryWindow } from '../memory-window.ts';

/** Bytes of a CONTEXT of x64 (winnt.h), without extended state. */
export const X64_CONTEXT_SIZE = 0x4d0;

/** Whether a CONTEXT of x64 begins at `address`: its flags, its two equal copies of MxCsr, and its code selector. */
export function isX64ContextRecord(window: MemoryWindow, address: Address): boolean {
  const flags = window.u32(address + 0x30);
  if (flags === null || (flags & 0xffefff00) !== 0 || (flags & 0x100003) !== 0x100003) return false;
  const selector = (window.u32(address + 0x38) ?? 0) & 0xffff;
  const mxcsr = window.u32(address + 0x34);
  return (
    (selector === 0x10 || selector === 0x33) && mxcsr !== null && mxcsr !== 0 && mxcsr === window.u32(address + 0x118)
  );
}
