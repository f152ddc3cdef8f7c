import { followsCall } from './call-site.ts';
import type { MemoryWindow } from './memory-window.ts';
import type { Step, UnwindEnvironment, UnwindFrame } from './unwind.ts';

/**
 * The caller when the ip is no code at all (x86 and x64): a call through a bad pointer left its return address on top of
 * the stack. Null unless the word there surely follows a call in a module.
 */
export function wildCallStep(frame: UnwindFrame, window: MemoryWindow, environment: UnwindEnvironment): Step | null {
  if (frame.isReturnAddress || environment.module(frame.ip) !== null || environment.isCode(frame.ip) === true)
    return null;
  const { set } = frame.registers;
  const ra = window.pointer(frame.sp, set.pointerSize);
  if (ra === null || ra === undefined || environment.module(ra) === null) return null;
  if (environment.isCode(ra) === false) return null;
  const called = followsCall(set.architecture, ra, environment.code);
  if (called === false) return null;
  const registers = frame.registers.caller();
  registers.setAddress(set.ip, ra);
  registers.setAddress(set.sp, frame.sp + set.pointerSize);
  return {
    registers,
    trust: 'scan',
    interrupted: false,
    trapFrame: null,
    note:
      called === true
        ? 'called through a bad pointer: the return address on top of the stack follows a call'
        : 'called through a bad pointer, if the word on top of the stack is its return address',
    calleeParameters: 0,
  };
}
