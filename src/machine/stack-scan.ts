import type { Address } from '../memory/space.ts';
import { followsCall } from './call-site.ts';
import type { MemoryWindow } from './memory-window.ts';
import { authenticatedPointer } from './pointer-authentication.ts';
import type { Step, UnwindEnvironment, UnwindFrame } from './unwind.ts';
import { isX64ContextRecord, X64_CONTEXT_SIZE } from './x64/context-record.ts';

/**
 * How far a scan looks, in words: further from a frame that was found surely (as breakpad and rust-minidump do), and on
 * the kernel's small stacks.
 */
const WORDS_FROM_CONTEXT = 160;
const WORDS = 40;

export interface ScanLimits {
  /** The high end of the stack, or null when it is not known. */
  readonly base: Address | null;
  /** Words to look at, when the caller knows better. */
  readonly words?: number;
}

/**
 * The nearest word above sp that can be a return address: it points into a module (and there into code, where sections
 * are known), after a call where the bytes are known. Null when the window holds none.
 */
export function scanStep(
  frame: UnwindFrame,
  window: MemoryWindow,
  environment: UnwindEnvironment,
  limits: ScanLimits,
): Step | null {
  const { set } = frame.registers;
  const size = set.pointerSize;
  const sure = frame.trust === 'context' || frame.trust === 'trap-frame';
  const words = limits.words ?? (sure || frame.sp < 0 ? WORDS_FROM_CONTEXT : WORDS);
  let at = Math.ceil(frame.sp / size) * size;
  // Both x64 calling conventions align the stack to 16 bytes before a call, so its return address lies at 8 modulo 16:
  // every other word is out of the question.
  const stride = set.architecture === 'x64' ? 16 : size;
  if (stride === 16 && ((at % 16) + 16) % 16 === 0) at += 8;
  let end = Math.min(at + words * size, limits.base ?? Infinity);
  for (; at < end; at += stride) {
    if (stride === 16 && isX64ContextRecord(window, at + 8)) {
      // Exception dispatching keeps a CONTEXT on the stack: a copy of another moment's registers, no return addresses.
      at += X64_CONTEXT_SIZE - stride;
      end = Math.min(end + X64_CONTEXT_SIZE, limits.base ?? Infinity);
      continue;
    }
    const value = set.architecture === 'arm64' ? authenticatedPointer(window, at) : window.pointer(at, size);
    if (value === null) return null;
    if (value === undefined || value === 0 || environment.module(value) === null) continue;
    if (environment.isCode(value - 1) === false) continue;
    const called = followsCall(set.architecture, value, environment.code);
    if (called === false) continue;
    // Without code bytes a pointer to data or to a function's start looks the same, but those are aligned, which only one
    // return address in eight is by chance (x86: in four). Losing that one is better than frames that never were.
    if (called === null && value % size === 0) continue;
    const registers = frame.registers.caller();
    for (let register = 0; register < 31; register++) registers.forget(register);
    // A saved frame pointer often lies just below the return address: kept when it points further up this stack.
    const below = at - size >= frame.sp ? window.pointer(at - size, size) : null;
    const fp = frame.registers.fp;
    if (set.architecture === 'x86' && below !== null && below !== undefined && below > at && below - at < 0x10000) {
      registers.setAddress(set.fp, below);
    } else if (fp !== null && fp > at) registers.setAddress(set.fp, fp);
    registers.setAddress(set.sp, at + size);
    registers.setAddress(set.ip, value);
    return {
      registers,
      trust: 'scan',
      interrupted: false,
      trapFrame: null,
      note: called === null ? 'its code bytes are not in the dump: that it follows a call is not proved' : null,
      calleeParameters: 0,
    };
  }
  return null;
}
