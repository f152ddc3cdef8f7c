import { isWindowsModule } from '../windows/microsoft-module.ts';
import type { Frame } from '../windows/stack.ts';
import { hiddenWaitOf } from '../windows/stack-wait.ts';
import type { ThreadObject } from '../windows/thread.ts';
import { fact, known } from './case.ts';
import { stackArgument } from './stack-argument.ts';
import { stacksFact } from './thread-objects.ts';

/** What a suspended thread was waiting for when it was suspended. */
export interface HiddenWaitDetail {
  /** The wait function. */
  readonly wait: Frame;
  /** Who asked for it: the first caller that does not come with Windows, where there is one. */
  readonly by: Frame | null;
  /** The dispatcher object, where the stack still tells it. */
  readonly object: bigint | null;
}

/** Looks for a wait below a thread's suspension; null when there is none, or no suspension. */
export const hiddenWaitFact = fact<(thread: ThreadObject) => HiddenWaitDetail | null>('hiddenWaits', (theCase) => {
  const stacks = stacksFact(theCase);
  if (!stacks.known) return stacks;
  return known((thread) => {
    const { frames } = stacks.value(thread);
    const hidden = hiddenWaitOf(frames);
    const wait = hidden ? frames[hidden.frame] : undefined;
    if (!hidden || !wait) return null;
    const takesObject = /^KeWaitFor(SingleObject|MutexObject)$/.test(wait.function ?? '');
    const object = theCase.target && takesObject ? stackArgument(theCase.target, frames, hidden.frame, 0) : null;
    const callers = hidden.caller === null ? [] : frames.slice(hidden.caller);
    // Windows' own functions pass the wait on for whoever asked.
    const by = callers.find(({ module }) => module !== null && !isWindowsModule(module)) ?? callers[0] ?? null;
    return { wait, by, object };
  }, stacks.from);
});
