import type { Address } from '../../memory/space.ts';
import type { MemoryWindow } from '../memory-window.ts';
import { RegisterFile } from '../register-file.ts';
import type { Step, UnwindFrame } from '../unwind.ts';

/** What the processor pushes at an interrupt (Intel SDM vol. 3, 6.14.2): rip, cs, rflags, rsp, ss. */
const CS = 8;
const RFLAGS = 16;
const RSP = 24;
const SS = 32;
const SIZE = 40;
/** KTRAP_FRAME of x64 (public in WinDbg's `dt nt!_KTRAP_FRAME`): its Rip and Rbp, and the registers a call may change. */
export const KTRAP_FRAME_Rip = 0x168;
export const KTRAP_FRAME_Rbp = 0x158;
export const KTRAP_FRAME_volatile: readonly (readonly [register: number, offset: number])[] = [
  [0, 0x30],
  [1, 0x38],
  [2, 0x40],
  [8, 0x48],
  [9, 0x50],
  [10, 0x58],
  [11, 0x60],
];
/** Selectors of 64-bit Windows (KGDT64_*): kernel code and data, user code of both widths, user data. */
const KERNEL_CODE = 0x10;
const KERNEL_DATA = 0x18;
const USER_CODE = [0x33, 0x23];
const USER_DATA = 0x2b;
/** RFLAGS bits that are always 0 (3, 5, 15, 22 and up) and always 1 (1). */
const RFLAGS_ZERO = 0xffc08028;

/**
 * The nearest KTRAP_FRAME from `from` up to `to`, recognised by the shape of its machine frame: selectors, flags, and an
 * interrupted stack pointer that fits. Null when there is none, or when memory ends first.
 */
export function findMachineFrame(window: MemoryWindow, from: Address, to: Address): Address | null {
  // The processor aligns the stack to 16 bytes before it pushes five words, so machine frames begin at 8 modulo 16.
  let at = Math.ceil((from - 8) / 16) * 16 + 8;
  for (; at + SIZE <= to; at += 16) {
    if (window.u32(at + CS + 4) !== 0) {
      if (window.at(at, SIZE) === null) return null;
      continue;
    }
    if (isMachineFrame(window, at)) return at;
  }
  return null;
}

function isMachineFrame(window: MemoryWindow, at: Address): boolean {
  const cs = window.u32(at + CS);
  if (window.u32(at + RFLAGS + 4) !== 0 || window.u32(at + SS + 4) !== 0) return false;
  const flags = window.u32(at + RFLAGS);
  const ss = window.u32(at + SS);
  if (flags === null || (flags & RFLAGS_ZERO) !== 0 || (flags & 2) === 0) return false;
  const rip = window.pointer(at, 8);
  const rsp = window.pointer(at + RSP, 8);
  if (rip === null || rip === undefined || rsp === null || rsp === undefined) return false;
  if (cs === KERNEL_CODE) {
    // The interrupted stack continues right above: the alignment gap is at most 15 bytes.
    return (ss === KERNEL_DATA || ss === 0) && rsp >= at + SIZE && rsp < at + SIZE + 16;
  }
  return USER_CODE.includes(cs ?? 0) && ss === USER_DATA && rsp > 0 && rip > 0;
}

/** The registers that were interrupted, by the KTRAP_FRAME whose machine frame is at `at`. */
export function machineFrameStep(frame: UnwindFrame, window: MemoryWindow, at: Address): Step | null {
  const registers = RegisterFile.from({ architecture: 'x64', registers: new Map(), ip: null, sp: null, fp: null });
  if (!registers) return null;
  const trapFrame = at - KTRAP_FRAME_Rip;
  const load = (register: number, address: Address): boolean => {
    const view = window.at(address, 8);
    if (!view) return false;
    const offset = window.offset(address);
    registers.setHalves(register, view.getInt32(offset, true), view.getInt32(offset + 4, true));
    return true;
  };
  if (!load(16, at) || !load(4, at + RSP)) return null;
  // A trap frame that begins below the frame in question was cut off by it: only the machine frame is there.
  if (trapFrame >= frame.sp) {
    load(5, trapFrame + KTRAP_FRAME_Rbp);
    for (const [register, offset] of KTRAP_FRAME_volatile) load(register, trapFrame + offset);
  }
  return {
    registers,
    trust: 'trap-frame',
    interrupted: true,
    trapFrame,
    note: 'found by the shape of its trap frame',
    calleeParameters: 0,
  };
}
