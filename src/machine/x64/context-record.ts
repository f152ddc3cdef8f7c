import { type Address, readAvailable } from '../../memory/space.ts';
import { readContext } from '../context-reader.ts';
import type { MemoryWindow } from '../memory-window.ts';
import { RegisterFile } from '../register-file.ts';
import type { Step, UnwindEnvironment, UnwindFrame } from '../unwind.ts';

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

const DISPATCHERS = /^KiUser(Exception|Apc)Dispatch(er)?$/;

/** Whether the kernel enters a function of this name in user mode with the CONTEXT of what it interrupted. */
export function isDispatcherName(name: string | null): boolean {
  return name !== null && DISPATCHERS.test(name);
}

/**
 * Out of KiUserExceptionDispatcher and KiUserApcDispatcher where no unwind data is at hand: the kernel enters them in
 * user mode with the interrupted thread's CONTEXT at rsp, and they call on without moving rsp. Names decide where they
 * are known; without names the CONTEXT right at the frame's rsp does, when it leads further up the same stack.
 */
export function dispatcherStep(frame: UnwindFrame, window: MemoryWindow, environment: UnwindEnvironment): Step | null {
  if (!frame.isReturnAddress || frame.ip < 0 || frame.sp % 16 !== 0) return null;
  const name = environment.functionName(frame.ip - 1);
  if ((name !== null && !isDispatcherName(name)) || !isX64ContextRecord(window, frame.sp)) return null;
  const context = readContext('x64', readAvailable(environment.memory, frame.sp, X64_CONTEXT_SIZE));
  const registers = context && RegisterFile.from(context);
  if (!registers || registers.ip === null || registers.sp === null || registers.sp <= frame.sp) return null;
  if (name === null && (registers.sp - frame.sp > 0x10000 || environment.module(registers.ip) === null)) return null;
  const note = `from the CONTEXT at 0x${frame.sp.toString(16)} that the ${name === null ? 'dispatcher, as it seems,' : 'dispatcher'} was given`;
  return { registers, trust: 'trap-frame', interrupted: true, trapFrame: null, note, calleeParameters: 0 };
}
