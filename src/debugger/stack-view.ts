import type { Context } from '../machine/context.ts';
import { readAvailable, toAddress, toUnsigned, tryU32, tryU64 } from '../memory/space.ts';
import { crashContextOf, walkThread } from '../target/stack.ts';
import type { Module, Target, TargetThread } from '../target/target.ts';
import type { Frame, ThreadStack } from '../windows/stack.ts';
import type { Session } from './session.ts';
import type { VariableView } from './variable-view.ts';

/** One line of `k`: a frame with the columns that the debugger derives from its neighbours. */
export interface FrameView {
  readonly number: number;
  readonly frame: Frame;
  /** The first column: ChildEBP of x86, Child-SP of the others. Null for inline frames. */
  readonly child: bigint | null;
  /** Where the frame returns to; 0 at the end of a stack. Null for inline frames, or when it could not be read. */
  readonly returnAddress: bigint | null;
  /** Three words of x86, four of the others, from where arguments would be; null where memory is not in the dump. */
  readonly arguments: readonly (bigint | null)[];
  /** `[0,2]`, `[Non-Fpo]` ... of x86 symbols; null where they say nothing. */
  readonly fpo: string | null;
  /** The trap frame through which this frame was entered from the next one. */
  readonly trapFrame: bigint | null;
  /** Parameters by name, where they were asked for and private symbols tell them. */
  readonly parameters?: readonly VariableView[];
}

/** A stack as `k` shows it. */
export interface StackView {
  readonly bits: 32 | 64;
  readonly frames: readonly FrameView[];
  /** The stack is that of a context set by .cxr, .trap or .ecxr, or by .thread of a kernel dump. */
  readonly lastSetContext: boolean;
  readonly end: ThreadStack['end'];
  readonly endReason: string | null;
  readonly warnings: readonly string[];
}

/** Frames that `k` shows without a count. */
const frameCounts = new WeakMap<Session, number>();
const DEFAULT_FRAMES = 256;

/** What `.kframes` set, 256 to begin with as in current debuggers. */
export function framesByDefault(session: Session): number {
  return frameCounts.get(session) ?? DEFAULT_FRAMES;
}

export function setFramesByDefault(session: Session, count: number): void {
  frameCounts.set(session, count);
}

/** Walking with better names can uncover more modules; past this many rounds nothing new comes. */
const MOST_ROUNDS = 4;

const moduleNames = new WeakMap<Target, ReadonlyMap<string, Module>>();

function modulesByName(target: Target): ReadonlyMap<string, Module> {
  let known = moduleNames.get(target);
  if (!known) {
    known = new Map(target.modules.map((module) => [module.name, module]));
    moduleNames.set(target, known);
  }
  return known;
}

/** Loads the names of the modules that these stacks touch, as the debugger does when it prints them. */
export async function loadStackSymbols(session: Session, from: readonly (TargetThread | Context)[]): Promise<void> {
  const modules = modulesByName(session.target);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const wanted = new Set<Module>();
    for (const each of from) {
      for (const frame of walkThread(session.target, each, session.stackOptions).frames) {
        const module = frame.module === null ? null : modules.get(frame.module);
        if (module && !session.symbolsOf(module)) wanted.add(module);
      }
    }
    if (wanted.size === 0) return;
    for (const module of wanted) await session.needSymbols(module);
  }
}

/** What a stack of the session starts from: the context in force, else the thread. Null when there is neither. */
export function stackStart(session: Session): TargetThread | Context | null {
  return session.hasContextOverride ? session.context : session.thread;
}

/** The stack from a thread or context with at most `most` frames, names loaded. */
export async function viewStack(session: Session, from: TargetThread | Context, most: number): Promise<StackView> {
  await loadStackSymbols(session, [from]);
  // One frame more tells the last one's return address.
  const walk = walkThread(session.target, from, { ...session.stackOptions, limit: most + 1 });
  const architecture = 'registers' in from ? from.architecture : (architectureOf(session, from) ?? 'x64');
  const bits = architecture === 'x86' || architecture === 'arm' ? 32 : 64;
  return {
    bits,
    frames: framesOf(session, walk, bits).slice(0, most),
    lastSetContext: session.hasContextOverride && 'registers' in from,
    end: walk.end,
    endReason: walk.endReason,
    warnings: walk.warnings,
  };
}

function architectureOf(session: Session, thread: TargetThread): Context['architecture'] | null {
  return crashContextOf(session.target, thread)?.architecture ?? null;
}

function framesOf(session: Session, walk: ThreadStack, bits: 32 | 64): FrameView[] {
  const { frames } = walk;
  const views: FrameView[] = [];
  let before: bigint | null = null;
  for (const [number, frame] of frames.entries()) {
    if (frame.inline) {
      views.push({ number, frame, child: null, returnAddress: null, arguments: [], fpo: null, trapFrame: null });
      continue;
    }
    const next = frames.slice(number + 1).find((each) => !each.inline) ?? null;
    const trapFrame = next?.trapFrame ?? null;
    const child: bigint | null = bits === 64 ? frame.stackPointer : childOf(session, frame, next, before);
    before = child;
    views.push({
      number,
      frame,
      child,
      returnAddress: next ? next.address : lastReturn(session, walk, bits, child),
      arguments: argumentsOf(session, bits, child, next),
      fpo: bits === 32 ? fpoOf(session, frame) : null,
      trapFrame,
    });
  }
  return views;
}

/** ChildEBP: the word below the return address, where a frame with a frame pointer keeps its caller's. */
function childOf(session: Session, frame: Frame, next: Frame | null, before: bigint | null): bigint | null {
  if (!next) return frame.framePointer ?? frame.stackPointer;
  // A trap frame has no return address; the debugger repeats the frame below.
  if (next.trapFrame !== null) return before ?? frame.framePointer;
  const { framePointer } = frame;
  if (framePointer !== null && word(session, framePointer + 4n, 32) === next.address) return framePointer;
  return next.stackPointer === null ? frame.framePointer : BigInt.asUintN(32, next.stackPointer - 8n);
}

function lastReturn(session: Session, walk: ThreadStack, bits: 32 | 64, child: bigint | null): bigint | null {
  if (walk.end === 'complete') return 0n;
  if (bits === 64 || child === null) return null;
  return word(session, child + 4n, 32);
}

function argumentsOf(
  session: Session,
  bits: 32 | 64,
  child: bigint | null,
  next: Frame | null,
): readonly (bigint | null)[] {
  const start = bits === 32 ? (child === null ? null : child + 8n) : (next?.stackPointer ?? null);
  const count = bits === 32 ? 3 : 4;
  return Array.from({ length: count }, (_, index) =>
    start === null ? null : word(session, start + BigInt(index * (bits / 8)), bits),
  );
}

function word(session: Session, at: bigint, bits: 32 | 64): bigint | null {
  const address = toAddress(bits === 32 ? BigInt.asUintN(32, at) : at);
  if (address === null || readAvailable(session.memory, address, bits / 8).length < bits / 8) return null;
  if (bits === 64) return tryU64(session.memory, address);
  const value = tryU32(session.memory, address);
  return value === null ? null : BigInt(value);
}

/** FRAME_TRAP and FRAME_NONFPO of FPO_DATA.cbFrame (winnt.h). */
const FRAME_TRAP = 1;
const FRAME_NONFPO = 3;

/** What follows `FPO:` in kv: parameters, locals and saved registers in words. */
function fpoOf(session: Session, frame: Frame): string | null {
  const module = frame.address === null ? null : session.moduleAt(frame.address);
  const table = module ? session.symbolsOf(module)?.table : null;
  if (!module || !table || frame.address === null) return null;
  const rva = Number(frame.address - toUnsigned(module.base)) - (frame.trust === 'context' ? 0 : 1);
  const record = table.frameRecordAt(rva);
  if (!record) return null;
  const words = [record.parametersSize, record.localsSize, record.savedRegistersSize].map((size) => size >>> 2);
  if (record.frameType === FRAME_TRAP) {
    return words[0] === 0 && words[1] === 0 && record.usesBasePointer ? null : `[${words[0]},${words[1]}]`;
  }
  // Public symbols: no transcript of that era shows the note for them, so only private ones bring it.
  if (table.at(rva)?.kind !== 'function') return null;
  if (record.frameType === FRAME_NONFPO || record.program?.includes('$T0 $ebp ')) return '[Non-Fpo]';
  return record.usesBasePointer && record.frameType !== null ? `[Uses EBP] [${words}]` : `[${words}]`;
}
