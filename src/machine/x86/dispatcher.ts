import { type Address, readAvailable } from '../../memory/space.ts';
import { readContext } from '../context-reader.ts';
import type { MemoryWindow } from '../memory-window.ts';
import { RegisterFile } from '../register-file.ts';
import type { Step, UnwindEnvironment, UnwindFrame } from '../unwind.ts';

const CONTEXT_SIZE = 716;
/** The CONTEXT lies right behind the dispatcher's arguments, with the extended state at most some pages higher. */
const MOST_CONTEXT_DISTANCE = 0x4000;
/** KiUserApcDispatcher calls the APC routine with three words on the stack; the CONTEXT follows them. */
const APC_ARGUMENTS = 12;

/**
 * The step out of the functions that the kernel enters in user mode with a CONTEXT of the interrupted code:
 * KiUserExceptionDispatcher has {EXCEPTION_RECORD *, CONTEXT *} on the stack, which it pushes again for
 * RtlDispatchException; KiUserApcDispatcher has the CONTEXT itself behind the routine's arguments.
 */
export function createDispatcherStep(
  environment: UnwindEnvironment,
): (frame: UnwindFrame, window: MemoryWindow) => Step | null {
  const kinds = new Map<Address, 'exception' | 'apc' | null>();
  const kindOf = (ip: Address) => {
    let kind = kinds.get(ip);
    if (kind === undefined) {
      const name = environment.functionName(ip - 1);
      kind = name === 'KiUserExceptionDispatcher' ? 'exception' : name === 'KiUserApcDispatcher' ? 'apc' : null;
      kinds.set(ip, kind);
    }
    return kind;
  };
  return (frame, window) => {
    const kind = frame.isReturnAddress ? kindOf(frame.ip) : null;
    if (kind === null) return null;
    const at = kind === 'apc' ? frame.sp + APC_ARGUMENTS : window.u32(frame.sp + 4);
    if (at === null || at <= frame.sp || at - frame.sp > MOST_CONTEXT_DISTANCE) return null;
    const context = readContext('x86', readAvailable(environment.memory, at, CONTEXT_SIZE));
    const registers = context && RegisterFile.from(context);
    if (!registers || registers.ip === null || registers.sp === null || registers.sp <= frame.sp) return null;
    if (environment.module(registers.ip) === null && environment.isCode(registers.ip) === false) return null;
    const note = `from the CONTEXT at 0x${at.toString(16)} that the ${kind} dispatcher was given`;
    return { registers, trust: 'trap-frame', interrupted: true, trapFrame: null, note, calleeParameters: 0 };
  };
}
