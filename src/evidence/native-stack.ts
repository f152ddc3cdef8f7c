import { walkThread } from '../target/stack.ts';
import type { ThreadStack } from '../windows/stack.ts';
import { fact, known, missing } from './case.ts';
import { stackOptions } from './symbol-options.ts';

/**
 * The 64-bit stack of the current thread, where that thread runs 32-bit code (WOW64) and the dump has the registers of
 * both; its 32-bit stack is the thread's own. The value null means that there is no second stack.
 */
export const nativeStackFact = fact<ThreadStack | null>('nativeStack', (theCase) => {
  const { target } = theCase;
  if (!target) return missing('a second stack: a log shows the one that was asked for');
  const thread = target.currentThread;
  if (!thread?.wow64Context || !thread.context || thread.context.architecture === thread.wow64Context.architecture)
    return known(null, 'registers of the dump');
  return known(walkThread(target, thread, { ...stackOptions(theCase), native: true }), 'registers of the dump');
});
