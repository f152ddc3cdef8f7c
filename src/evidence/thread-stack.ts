import { toAddress } from '../memory/space.ts';
import type { SymbolTable } from '../symbols/symbol-table.ts';
import { walkThread } from '../target/stack.ts';
import type { Target, TargetThread } from '../target/target.ts';
import type { Kernel } from '../windows/kernel.ts';
import type { ThreadStack } from '../windows/stack.ts';
import type { ThreadObject } from '../windows/thread.ts';
import { switchFrameLayout, threadContext } from '../windows/thread-context.ts';
import type { Case } from './case.ts';
import { kernelFact } from './kernel.ts';
import { stackOptions } from './symbol-options.ts';

const NO_STACK: ThreadStack = { frames: [], end: 'no-stack', endReason: null, warnings: [] };

/** Stacks walked so far, by the Case whose symbols named them. */
const walked = new WeakMap<Case, Map<bigint, ThreadStack>>();

/**
 * The stack of any thread of a kernel dump or a log, kernel and user part, by the symbols that are loaded now. Walked
 * when first asked for; empty with a reason where it is not in the dump.
 */
export function stackOf(theCase: Case, thread: ThreadObject): ThreadStack {
  if (thread.stack) return thread.stack;
  let known = walked.get(theCase);
  if (!known) {
    known = new Map();
    walked.set(theCase, known);
  }
  let stack = known.get(thread.address);
  if (!stack) {
    const kernel = kernelFact(theCase);
    const start = kernel.known ? stackStart(kernel.value, thread) : null;
    stack = start
      ? walkThread(start.target, start.thread, stackOptions(theCase))
      : { ...NO_STACK, endReason: kernel.known ? 'the thread is not in the dump' : kernel.missing };
    known.set(thread.address, stack);
  }
  return stack;
}

/** Where a thread's stack begins: the dump as its process sees it, and its registers. */
export interface StackStart {
  readonly target: Target;
  readonly thread: TargetThread;
}

const starts = new WeakMap<SymbolTable, WeakMap<Target, Map<bigint, StackStart>>>();

/** The thread as stack walkers take it, with its process's memory and modules; null when its address is none. */
export function stackStart(kernel: Kernel, thread: ThreadObject): StackStart | null {
  const address = toAddress(thread.address);
  if (address === null) return null;
  let byTarget = starts.get(kernel.symbols);
  if (!byTarget) {
    byTarget = new WeakMap();
    starts.set(kernel.symbols, byTarget);
  }
  let known = byTarget.get(kernel.target);
  if (!known) {
    known = new Map();
    byTarget.set(kernel.target, known);
  }
  let start = known.get(thread.address);
  if (!start) {
    start = startOf(kernel, thread, address);
    known.set(thread.address, start);
  }
  return start;
}

function startOf(kernel: Kernel, thread: ThreadObject, address: number): StackStart {
  // Attached to another process or not, its user stack lies in its own.
  const at = thread.process === null ? null : toAddress(thread.process);
  const { target } = (at === null ? null : kernel.inProcess(at)) ?? kernel;
  const running = kernel.target.threads.find((item) => item.address === address);
  const base = thread.stackBase === null ? null : toAddress(thread.stackBase);
  const limit = thread.stackLimit === null ? null : toAddress(thread.stackLimit);
  return {
    target,
    thread: running ?? {
      index: kernel.target.threads.length,
      id: thread.threadId,
      address,
      teb: thread.teb === null ? null : toAddress(thread.teb),
      name: thread.name,
      suspendCount: thread.suspendCount,
      priority: thread.priority,
      processor: thread.processor,
      processId: thread.processId,
      context: threadContext(target, address, kernel.offset('_KTHREAD', 'KernelStack'), switchFrameLayout(kernel)),
      wow64Context: null,
      stack: base !== null && limit !== null && base > limit ? { base, limit } : null,
      startAddress: null,
      createdAt: thread.createdAt,
      kernelTimeMs: thread.kernelMs,
      userTimeMs: thread.userMs,
    },
  };
}
