import type { UnwindTrust } from '../machine/unwind.ts';

/** One frame as plain data, with the fields of `windows/stack.ts`' Frame, which this folder may not import. */
export interface StackFrame {
  readonly address: bigint;
  readonly stackPointer: bigint | null;
  readonly framePointer: bigint | null;
  readonly module: string | null;
  readonly function: string | null;
  readonly offset: bigint | null;
  readonly source: { readonly file: string; readonly line: number } | null;
  readonly inline: boolean;
  readonly trust: UnwindTrust;
  readonly trapFrame: bigint | null;
  readonly unloadedModule: string | null;
  /** For people: what about this frame deserves doubt, or how it was found. */
  readonly note?: string;
  /** A check after the walk spoke against the frame, as `note` says. */
  readonly isDoubtful?: boolean;
}

/** A walked stack, assignable to `windows/stack.ts`' ThreadStack. */
export interface WalkedStack {
  readonly frames: readonly StackFrame[];
  readonly end: 'complete' | 'no-stack' | 'unreadable' | 'no-progress' | 'no-candidate' | 'limit';
  readonly endReason: string | null;
  readonly warnings: readonly string[];
}
