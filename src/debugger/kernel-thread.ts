import { startNames } from '../evidence/processes.ts';
import { stackStart } from '../evidence/thread-stack.ts';
import { type Address, toAddress } from '../memory/space.ts';
import type { Kernel } from '../windows/kernel.ts';
import { kernelEra } from '../windows/kernel-era.ts';
import type { ThreadObject } from '../windows/thread.ts';
import { readThread } from '../windows/thread-reader.ts';
import { inProcess } from './process-context.ts';
import type { Session } from './session.ts';
import { framesByDefault, type StackView, viewStack } from './stack-view.ts';
import type { ThreadView } from './thread-text.ts';

/** The bits of the flags that `!thread` and `!process` take, as their documentation numbers them. */
export const WAITS = 2;
export const STACKS = 4;
export const NO_ARGUMENTS = 8;

/** What flags ask to be shown of a thread. */
export function detailOf(flags: number): ThreadView['detail'] {
  if ((flags & WAITS) === 0) return 'line';
  return (flags & STACKS) === 0 ? 'waits' : 'all';
}

/** The thread at an address with what `flags` ask for; null when there is none. Loads names of what it shows. */
export async function viewThreadAt(
  session: Session,
  kernel: Kernel,
  address: Address,
  flags: number,
): Promise<ThreadView | null> {
  const thread = readThread(kernel, address);
  return thread && viewThread(session, kernel, thread, flags);
}

/** A thread that was read, with what `flags` ask for. */
export async function viewThread(
  session: Session,
  kernel: Kernel,
  thread: ThreadObject,
  flags: number,
): Promise<ThreadView> {
  const detail = detailOf(flags);
  const { pointerSize } = kernel;
  const view: ThreadView = {
    era: kernelEra(kernel),
    pointerSize,
    thread,
    detail,
    stack: null,
    bare: (flags & NO_ARGUMENTS) !== 0,
    stackMissing: null,
    partial: false,
  };
  if (detail !== 'all') return view;
  const named = await withStartNames(session, kernel, thread);
  const stack = await viewThreadStack(session, kernel, thread);
  const stackMissing = stack ? null : whyNoStack(kernel, thread);
  return { ...view, thread: named, stack, stackMissing };
}

function whyNoStack(kernel: Kernel, thread: ThreadObject): string | null {
  const { architecture } = kernel.target;
  if (thread.state === 'TERMINATED' || thread.state === 'INITIALIZED' || thread.kernelStackResident === false)
    return null;
  if (architecture !== 'x86' && architecture !== 'x64')
    return `Where ${architecture} keeps the registers of a thread that is not running is not known.`;
  return 'Its stack is not in the dump.';
}

/** The thread with the names of where it started, whose modules' symbols are loaded for it from its own process. */
async function withStartNames(session: Session, kernel: Kernel, thread: ThreadObject): Promise<ThreadObject> {
  await inProcess(session, thread.process === null ? null : toAddress(thread.process), async () => {
    for (const address of [thread.startAddress, thread.win32StartAddress]) {
      const module = address === null ? null : session.moduleAt(address);
      if (module) await session.needSymbols(module);
    }
  });
  const name = startNames(session.theCase, kernel, thread.process ?? 0n);
  return {
    ...thread,
    startSymbol: thread.startAddress ? name(thread.startAddress) : null,
    win32StartSymbol: thread.win32StartAddress ? name(thread.win32StartAddress) : null,
  };
}

/** The stack of any thread with the names of what is on it, as its process sees memory; null where none is in the dump. */
export async function viewThreadStack(
  session: Session,
  kernel: Kernel,
  thread: ThreadObject,
): Promise<StackView | null> {
  const start = stackStart(kernel, thread);
  if (!start?.thread.context) return null;
  return inProcess(session, thread.process === null ? null : toAddress(thread.process), () =>
    viewStack(session, start.thread, framesByDefault(session)),
  );
}
