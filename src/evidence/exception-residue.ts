import { readAvailable, toUnsigned } from '../memory/space.ts';
import { moduleIndexOf } from '../target/module-index.ts';
import { isUserMode, type Target, type TargetThread } from '../target/target.ts';
import { type ExceptionResidue, findExceptions } from '../windows/exception-residue.ts';
import { fact, known, missing } from './case.ts';

/** An exception that a stack still holds. */
export interface StackException extends ExceptionResidue {
  /** Index of the thread. */
  readonly thread: number;
  readonly threadId: number | null;
  /** Module of the instruction that raised it. */
  readonly module: string;
  /** It lies below the stack pointer, in the part that the thread had given back: it was handled and done with. */
  readonly isPast: boolean;
}

/** Stacks are read to this depth below their base, and all of them together to that; commits beyond are rare. */
const MOST_PER_STACK = 4 << 20;
const MOST_BYTES = 64 << 20;
const PIECE = 1 << 20;
/** A CONTEXT and its record may lie across two pieces. */
const OVERLAP = 0x800;
/** Debug output, thread names, breakpoints and single steps: no failures, and everyday life. */
const HARMLESS = new Set([0x80000003, 0x80000004, 0x80000001, 0xc0000194]);

/** Exceptions whose records and registers lie on the stacks of the process, but for the one the dump was saved for. */
export const stackExceptionsFact = fact<readonly StackException[]>('stackExceptions', ({ target }) => {
  if (!target) return missing('the raw stacks, which a log does not hold', 'dps; .exr; .cxr');
  if (!isUserMode(target) || target.system.platform !== 'windows') return missing('the stacks of a process of Windows');
  const found: StackException[] = [];
  let budget = MOST_BYTES;
  let read = 0;
  for (const thread of target.threads) {
    const context = thread.wow64Context ?? thread.context;
    const architecture = context?.architecture;
    if (!context || !thread.stack || (architecture !== 'x86' && architecture !== 'x64')) continue;
    const { stack } = thread;
    const low = Math.max(stack.limit, stack.base - Math.min(MOST_PER_STACK, budget));
    for (let at = low; at < stack.base; at += PIECE) {
      const bytes = readAvailable(target.memory, at, Math.min(PIECE + OVERLAP, stack.base - at));
      if (bytes.length === 0) {
        // The dump holds the stack from its pointer on: try there.
        const sp = context.sp ?? stack.base;
        if (sp > at && sp < Math.min(at + PIECE, stack.base)) {
          const rest = readAvailable(target.memory, sp, Math.min(PIECE, stack.base - sp));
          read += rest.length;
          for (const item of findExceptions(rest, sp, architecture, stack)) add(found, target, thread, item);
        }
        continue;
      }
      read += bytes.length;
      for (const item of findExceptions(bytes, at, architecture, stack)) add(found, target, thread, item);
    }
    budget -= stack.base - low;
    if (budget <= 0) break;
  }
  return read === 0 ? missing('the raw stacks: they are not in the dump') : known(found, 'stacks of the dump');
});

function add(found: StackException[], target: Target, thread: TargetThread, item: ExceptionResidue): void {
  if (HARMLESS.has(item.code)) return;
  const { exception } = target;
  // The dump's own exception, wherever its record was copied from.
  if (exception && exception.code >>> 0 === item.code && exception.address === item.address) return;
  if (found.some((other) => other.contextAt === item.contextAt)) return;
  const module = moduleIndexOf(target.modules).atUnsigned(item.address);
  if (!module) return;
  const sp = (thread.wow64Context ?? thread.context)?.sp ?? null;
  found.push({
    ...item,
    thread: thread.index,
    threadId: thread.id,
    module: module.name,
    isPast: sp !== null && item.contextAt < toUnsigned(sp),
  });
}
