import type { Address, MemorySpace } from '../memory/space.ts';
import type { MemoryWindow } from './memory-window.ts';
import type { RegisterFile } from './register-file.ts';

/** How a frame was found, from the surest to the weakest; the words are those of the public frame type. */
export type UnwindTrust =
  | 'context'
  | 'trap-frame'
  | 'unwind-info'
  | 'frame-data'
  | 'frame-pointer'
  | 'shadow-stack'
  | 'scan';

/** The unwind data of one function in an image; addresses are absolute, `read` takes RVAs. */
export interface UnwindData {
  readonly imageBase: Address;
  readonly begin: number;
  /** x64: the end of the entry. ARM64: 0, its own data tells. */
  readonly end: number;
  readonly unwind: number;
  /** Bytes of the image at an RVA until the first that is missing. */
  read(rva: number, length: number): Uint8Array;
  /** The entry that covers another RVA of the same image, for chains and for tail calls. */
  entryAt(rva: number): { readonly begin: number; readonly end: number; readonly unwind: number } | null;
}

/** What an x86 symbol file says about a function's frame: FPO data, frame data, or Breakpad's STACK WIN. */
export interface UnwindFrameRecord {
  readonly kind: 'fpo' | 'frame-data';
  readonly rva: number;
  readonly codeSize: number;
  readonly prologSize: number;
  readonly localsSize: number;
  readonly parametersSize: number;
  readonly savedRegistersSize: number;
  readonly usesBasePointer: boolean;
  readonly frameType: number | null;
  readonly program: string | null;
}

/** Everything an unwinder may ask. Null is "not known" everywhere. */
export interface UnwindEnvironment {
  readonly memory: MemorySpace;
  /** Code bytes at an address, from the dump or from the image on disk, as many as there are. */
  code(address: Address, length: number): Uint8Array;
  /** Null: the module's table has no entry there. 'unknown': there is no table to ask. */
  unwindData(address: Address): UnwindData | null | 'unknown';
  frameRecord(address: Address): { readonly base: Address; readonly record: UnwindFrameRecord } | null;
  /** The module that holds the address, loaded modules only. */
  module(address: Address): { readonly base: Address; readonly size: number; readonly kernel: boolean } | null;
  /** Whether the address can be executed: by sections, by page protection, by unloaded modules. */
  isCode(address: Address): boolean | null;
  /** The start of the function that holds the address, where symbols or exports say it with certainty. */
  functionStart(address: Address): Address | null;
  /** The nearest name at or before the address in its module: perhaps where its function begins, to be proved. */
  nearestStart?(address: Address): Address | null;
  /** The function's name, for recognising the end of a stack and transitions. */
  functionName(address: Address): string | null;
  /** Bytes of arguments that a call to the function at `address` pops by itself (`@N` of a stdcall name); null unknown. */
  poppedBytes(address: Address): number | null;
  /** Code is compiled with frame pointers throughout (Linux, macOS). */
  readonly usesFramePointers: boolean;
}

/** One step outward: the caller's registers and how they were found. */
export interface Step {
  readonly registers: RegisterFile;
  readonly trust: UnwindTrust;
  /** The registers were interrupted, not called from: the ip is exact. */
  readonly interrupted: boolean;
  /** The trap or machine frame that the registers came from. */
  readonly trapFrame: Address | null;
  readonly note: string | null;
  /** x86: what the callee's record said about its parameters, which the caller's rule needs. */
  readonly calleeParameters: number;
  /** x86: nothing proves that the function keeps a frame pointer; where it does not, frames before this one are missing. */
  readonly mayOmit?: boolean;
}

/** Why there is no step. */
export interface Stop {
  readonly end: 'complete' | 'no-stack' | 'unreadable' | 'no-progress' | 'no-candidate';
  readonly reason: string;
}

/** One frame as the walk found it. */
export interface RawFrame {
  readonly ip: Address;
  readonly sp: Address;
  readonly fp: Address | null;
  readonly trust: UnwindTrust;
  /** False for a context or a trap frame, whose ip is the instruction itself. */
  readonly isReturnAddress: boolean;
  readonly trapFrame: Address | null;
  readonly registers: RegisterFile;
  readonly note: string | null;
  /** Frames between this one and the one before may be missing. */
  readonly mayOmit?: boolean;
}

export interface Walk {
  readonly frames: readonly RawFrame[];
  readonly end: Stop['end'] | 'limit';
  readonly endReason: string | null;
}

export interface WalkLimits {
  /** Most frames; 1,024 by default. */
  readonly frames?: number;
  /** The stack's bounds, `base` the high end, where the dump tells them. */
  readonly stack?: { readonly base: Address; readonly limit: Address } | null;
}

/** A frame as a processor's unwinder sees it. */
export interface UnwindFrame {
  readonly registers: RegisterFile;
  readonly ip: Address;
  readonly sp: Address;
  readonly isReturnAddress: boolean;
  readonly trust: UnwindTrust;
  readonly index: number;
  readonly calleeParameters: number;
}

/** A processor's rules: what it surely knows about the caller of a frame, null when only guessing is left. */
export interface ProcessorUnwinder {
  step(frame: UnwindFrame, window: MemoryWindow): Step | Stop | null;
  /** The frame-pointer chain, checked; null when it does not hold. */
  framePointerStep(frame: UnwindFrame, window: MemoryWindow): Step | null;
  /**
   * The nearest trap frame between sp and the stack's base that its shape gives away, and where it begins: what a scan
   * must not pass. Null when there is none.
   */
  landmark?(frame: UnwindFrame, window: MemoryWindow, base: Address): { step: Step; at: Address } | null;
}

export function isStop(answer: Step | Stop): answer is Stop {
  return 'end' in answer;
}
