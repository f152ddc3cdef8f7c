import { isUserMode } from '../target/target.ts';
import type { ThreadSummary } from '../windows/summary.ts';
import type { ThreadObject } from '../windows/thread.ts';
import { type Case, fact, known } from './case.ts';
import { threadObjectsFact } from './thread-objects.ts';
import { stackOf } from './thread-stack.ts';
import { threadsFact } from './threads.ts';

/**
 * Every thread that was found: of kernel dumps those of all processes where the symbols of nt let them be listed, each
 * with the stack that memory holds; else those of the dump's own list. Idle threads are on no process's list and come
 * from the processors.
 */
export const everyThreadFact = fact<readonly ThreadSummary[]>('everyThread', (theCase) => {
  const own = threadsFact(theCase);
  if (!theCase.target || isUserMode(theCase.target)) return own;
  const objects = threadObjectsFact(theCase);
  if (!objects.known) return own;
  const listed = new Set(objects.value.map(({ address }) => address));
  const others = own.known ? own.value.filter(({ address }) => address === null || !listed.has(address)) : [];
  return known([...others, ...objects.value.map((thread) => summaryOf(theCase, thread))], objects.from);
});

function summaryOf(theCase: Case, thread: ThreadObject): ThreadSummary {
  return {
    id: thread.threadId,
    index: null,
    address: thread.address,
    name: thread.name,
    state: thread.state?.toLowerCase() ?? null,
    waitReason: thread.waitReason,
    suspendCount: thread.suspendCount,
    process: thread.processName,
    processor: thread.state === 'RUNNING' ? thread.processor : null,
    // Walked when looked at: a report without stacks must not pay for thousands.
    get stack() {
      return stackOf(theCase, thread);
    },
  };
}
