import { readAvailable } from '../../memory/space.ts';
import { readContext } from '../context-reader.ts';
import type { MemoryWindow } from '../memory-window.ts';
import { RegisterFile } from '../register-file.ts';
import type { Step, UnwindEnvironment, UnwindFrame } from '../unwind.ts';
import { isX64ContextRecord, X64_CONTEXT_SIZE } from './context-record.ts';

const DISPATCHERS = /^KiUser(Exception|Apc)Dispatch(er)?$/;
const CALLBACK = /^KiUserCallbackDispatch(er(Continue)?)?$/;
/**
 * UCALLOUT_FRAME, which KeUserModeCallback builds on the user stack: four home words, Buffer, Length and ApiNumber, then
 * the MACHINE_FRAME {Rip, SegCs, EFlags, Rsp, SegSs} of the system call that called back.
 */
const UCALLOUT_FRAME_MachineFrame = 0x30;
const MACHINE_FRAME = { SegCs: 8, Rsp: 24, SegSs: 32, size: 40 };
const USER_CODE = 0x33;
const USER_DATA = 0x2b;

/** Whether the kernel enters a function of this name in user mode with the CONTEXT of what it interrupted. */
export function isDispatcherName(name: string | null): boolean {
  return name !== null && DISPATCHERS.test(name);
}

/**
 * Out of KiUserExceptionDispatcher, KiUserApcDispatcher and KiUserCallbackDispatcher where no unwind data is at hand. The
 * kernel enters them in user mode with the CONTEXT or machine frame of the interrupted code at a fixed place above rsp,
 * which they do not move. Names decide where they are known; without names a CONTEXT right at the frame's rsp does, when
 * it leads further up the same stack.
 */
export function dispatcherStep(frame: UnwindFrame, window: MemoryWindow, environment: UnwindEnvironment): Step | null {
  if (!frame.isReturnAddress || frame.ip < 0 || frame.sp % 16 !== 0) return null;
  const name = environment.functionName(frame.ip - 1);
  if (name !== null && CALLBACK.test(name)) return callbackStep(frame, window);
  if ((name !== null && !isDispatcherName(name)) || !isX64ContextRecord(window, frame.sp)) return null;
  const context = readContext('x64', readAvailable(environment.memory, frame.sp, X64_CONTEXT_SIZE));
  const registers = context && RegisterFile.from(context);
  if (!registers || registers.ip === null || registers.sp === null || registers.sp <= frame.sp) return null;
  if (name === null && (registers.sp - frame.sp > 0x10000 || environment.module(registers.ip) === null)) return null;
  const note = `from the CONTEXT at 0x${frame.sp.toString(16)} that the ${name === null ? 'dispatcher, as it seems,' : 'dispatcher'} was given`;
  return { registers, trust: 'trap-frame', interrupted: true, trapFrame: null, note, calleeParameters: 0 };
}

/**
 * To the user code whose system call led to the callback. Null unless a machine frame of user mode lies in its place and leads further up the stack.
 */
function callbackStep(frame: UnwindFrame, window: MemoryWindow): Step | null {
  const at = frame.sp + UCALLOUT_FRAME_MachineFrame;
  if (window.at(at, MACHINE_FRAME.size) === null) return null;
  const selector = (offset: number) => (window.u32(at + offset) ?? 0) & 0xffff;
  if (selector(MACHINE_FRAME.SegCs) !== USER_CODE || selector(MACHINE_FRAME.SegSs) !== USER_DATA) return null;
  const ip = window.pointer(at, 8);
  const sp = window.pointer(at + MACHINE_FRAME.Rsp, 8);
  if (!ip || !sp || sp <= frame.sp) return null;
  const registers = frame.registers.caller();
  const { set } = registers;
  // The callback dispatcher saves nothing: registers that calls preserve are still those of the system call.
  registers.setAddress(set.ip, ip);
  registers.setAddress(set.sp, sp);
  const note = `from the machine frame at 0x${at.toString(16)} that the callback dispatcher was given`;
  return { registers, trust: 'trap-frame', interrupted: true, trapFrame: null, note, calleeParameters: 0 };
}
