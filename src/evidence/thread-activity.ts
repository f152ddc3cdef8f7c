import { passiveThreadOf } from '../windows/passive-thread.ts';
import { isSelfEnding } from '../windows/self-ending.ts';
import { type Frame, frameName, type ThreadStack } from '../windows/stack.ts';
import { isWaitPrimitive, type StackWaitKind, stackWaitOf } from '../windows/stack-wait.ts';

/** How much a thread deserves to be looked at, from the oddest to the most ordinary; `unknown` is none of the others. */
export type Oddity =
  | 'failing'
  | 'exception'
  | 'lock-wait'
  | 'long-wait'
  | 'running'
  | 'waiting'
  | 'unknown'
  | 'passive';

/** What is known of a thread for that. */
export interface ThreadSigns {
  readonly stack: ThreadStack;
  /** KTHREAD.State's name in lower case; null when unknown. */
  readonly state: string | null;
  readonly waitReason: string | null;
}

export interface Activity {
  readonly oddity: Oddity;
  /** A clause for people. */
  readonly reason: string;
}

const LOCKS: Partial<Record<StackWaitKind, string>> = {
  resource: 'an executive resource',
  'push-lock': 'a push lock',
  'fast-mutex': 'a fast or guarded mutex',
  'spin-lock': 'a spin lock',
  'critical-section': 'a critical section',
  'srw-lock': 'a slim reader/writer lock',
  'loader-lock': 'the loader lock',
  'file-lock': "a file object's lock",
};
const OTHERS: Partial<Record<StackWaitKind, string>> = {
  'window-message': 'another thread to answer a window message',
  'message-reply': 'the reply to a message',
  irp: 'an input or output request',
};
/** Waits this long are told as long ones, where the kernel says how long they last. */
const LONG_MS = 60_000;
const NEAREST = 16;
const EXCEPTION =
  /^(KiUserExceptionDispatch(er)?|(Rtlp?)?UnhandledExceptionFilter\w*|RtlReportException\w*|WerpReportFault\w*|KiExceptionDispatch|KiDispatchException|KeBugCheck(Ex|2)?|RaiseFailFastException|RtlFailFast\w*)$/;
/** Modules whose innermost function is a system call's stub. */
const STUBS = /^(ntdll(_[0-9a-f]+)?|win32u|user32|gdi32|wow64\w*)$/i;
/** Modules in which a wait passes on its way from the program. */
const SYSTEM =
  /^(nt|hal|ntdll(_[0-9a-f]+)?|kernel32|kernelbase|win32u|win32k\w*|user32|gdi32(full)?|wow64\w*|fltmgr)$/i;
/** KWAIT_REASON of threads that wait for work, whatever their names: queues, and servers' ports. */
const WORK: Readonly<Record<string, string>> = {
  WrQueue: 'worker of a queue: waits for work items',
  WrLpcReceive: 'call server: waits for requests at its port',
};

/** What a thread was doing, by its innermost frames and by what the kernel says of it. */
export function activityOf({ stack, state, waitReason }: ThreadSigns, waitMs: number | null): Activity {
  const { frames } = stack;
  const near = frames.slice(0, NEAREST);
  const exception = near.find((frame) => frame.trust !== 'scan' && EXCEPTION.test(frame.function ?? ''));
  if (exception) return { oddity: 'exception', reason: `handles an exception in ${frameName(exception)}` };
  const ending = near.find((frame) => frame.trust !== 'scan' && isSelfEnding(frame.function));
  if (ending) return { oddity: 'exception', reason: `ends its own process in ${frameName(ending)}` };
  const box = near.find((frame) => /MessageBox/.test(frame.function ?? ''));
  if (box) return { oddity: 'long-wait', reason: `shows a message box (${frameName(box)})` };
  const wait = stackWaitOf(frames);
  const lock = wait && LOCKS[wait.kind];
  if (lock) return { oddity: 'lock-wait', reason: `waits for ${lock}` };
  const passive = passiveThreadOf(frames);
  if (passive) return { oddity: 'passive', reason: `${passive.role}: ${passive.reason}` };
  if (state === 'running' || state === 'ready' || state === 'standby') return { oddity: 'running', reason: state };
  const other = wait && OTHERS[wait.kind];
  if (other) return { oddity: 'long-wait', reason: `waits for ${other}` };
  const work = waitReason === null ? undefined : WORK[waitReason];
  if (work) return { oddity: 'passive', reason: work };
  if (waitMs !== null && waitMs >= LONG_MS) return { oddity: 'long-wait', reason: `waits ${waited(waitReason)}` };
  return byInnermost(frames, state, waitReason, stack.endReason);
}

function byInnermost(
  frames: readonly Frame[],
  state: string | null,
  waitReason: string | null,
  endReason: string | null,
): Activity {
  const [top] = frames;
  if (!top)
    return state === null || state === 'wait'
      ? { oddity: 'unknown', reason: `no stack${endReason ? `: ${endReason}` : ''}` }
      : { oddity: 'waiting', reason: state };
  if (state === 'wait') return { oddity: 'waiting', reason: `waits ${waited(waitReason)}` };
  const name = top.function;
  if (name !== null && (isWaitPrimitive(name) || /^(Nt|Zw)/.test(name))) {
    const caller = frames.find(({ module }) => module !== null && !SYSTEM.test(module));
    return { oddity: 'waiting', reason: `waits in ${name}${caller ? `, called by ${frameName(caller)}` : ''}` };
  }
  if (top.module !== null && STUBS.test(top.module)) {
    return name === null
      ? { oddity: 'unknown', reason: `inside ${top.module}, whose functions have no names here` }
      : { oddity: 'running', reason: `in ${frameName(top)}` };
  }
  return { oddity: 'running', reason: `runs in ${frameName(top)}` };
}

function waited(waitReason: string | null): string {
  return waitReason === null ? 'for an object' : `(${waitReason})`;
}
