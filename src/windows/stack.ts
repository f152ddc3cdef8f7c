/** How a frame was found, from the surest to the weakest. `transcript` frames were printed by another debugger. */
export type FrameTrust =
  | 'context'
  | 'trap-frame'
  | 'unwind-info'
  | 'frame-data'
  | 'frame-pointer'
  | 'shadow-stack'
  | 'scan'
  | 'transcript';

/** One frame of a stack as plain data; addresses are unsigned. Null is unknown. */
export interface Frame {
  /** The instruction pointer: of frame 0 the current one, of others the return address. Null when a log does not tell. */
  readonly address: bigint | null;
  readonly stackPointer: bigint | null;
  readonly framePointer: bigint | null;
  readonly module: string | null;
  readonly function: string | null;
  /** Offset from the function, else from the module's base when only the module is known. */
  readonly offset: bigint | null;
  readonly source: { readonly file: string; readonly line: number } | null;
  readonly inline: boolean;
  readonly trust: FrameTrust;
  /** The trap or machine frame that this frame was resumed from. */
  readonly trapFrame: bigint | null;
  /** `<Unloaded_x.dll>`'s module when the address lies in one. */
  readonly unloadedModule: string | null;
  /** For people: what about this frame deserves doubt, or how it was found. */
  readonly note?: string;
  /** A check after the walk spoke against the frame, as `note` says. */
  readonly isDoubtful?: boolean;
}

/** A thread's stack, innermost frame first. */
export interface ThreadStack {
  readonly frames: readonly Frame[];
  /** Why the walk ended: `complete` when the thread's start was reached. */
  readonly end: 'complete' | 'no-stack' | 'unreadable' | 'no-progress' | 'no-candidate' | 'limit' | 'transcript';
  /** For people: what was missing, with the address concerned. */
  readonly endReason: string | null;
  /** Set when names come from export tables or nothing better, so that output can warn. */
  readonly warnings: readonly string[];
}

/** `nt!KeBugCheckEx+0x12`, `driver+0x5a30`, or the bare address. */
export function frameName(frame: Frame): string {
  const offset = frame.offset !== null && frame.offset !== 0n ? `+0x${frame.offset.toString(16)}` : '';
  if (frame.module !== null && frame.function !== null) return `${frame.module}!${frame.function}${offset}`;
  if (frame.module !== null) return `${frame.module}${offset}`;
  if (frame.function !== null) return `${frame.function}${offset}`;
  if (frame.unloadedModule !== null) return `<Unloaded_${frame.unloadedModule}>${offset}`;
  return frame.address === null ? '???' : `0x${frame.address.toString(16)}`;
}
