import { toUnsigned } from '../memory/space.ts';
import { walkThread } from '../target/stack.ts';
import type { TargetThread } from '../target/target.ts';
import type { ThreadSummary } from '../windows/summary.ts';
import { type Case, fact, known, missing } from './case.ts';
import { logFact } from './log.ts';
import { stackOptions } from './symbol-options.ts';

/** Every thread that was found, each with its stack wherever that is in the source. */
export const threadsFact = fact<readonly ThreadSummary[]>('threads', (theCase) => {
  const { target } = theCase;
  if (target) {
    if (target.threads.length === 0) return missing('the thread list');
    return known(
      target.threads.map((thread) => summarise(theCase, thread)),
      'thread list of the dump',
    );
  }
  const log = logFact(theCase);
  if (!log.known) return log;
  return log.value.threads.length > 0 ? known(log.value.threads, 'log') : missing('threads', '~*kv');
});

/** The thread that failed or was current. */
export const currentThreadFact = fact<ThreadSummary>('currentThread', (theCase) => {
  const { target } = theCase;
  if (target) {
    const { currentThread } = target;
    if (!currentThread) return missing('which thread failed or was current: the dump does not say');
    const index = target.threads.indexOf(currentThread);
    const threads = threadsFact(theCase);
    const found = threads.known ? threads.value[index] : undefined;
    return known(found ?? summarise(theCase, currentThread), 'dump');
  }
  const log = logFact(theCase);
  if (!log.known) return log;
  return log.value.currentThread
    ? known(log.value.currentThread, 'log')
    : missing('the stack of the failing thread', 'k');
});

function summarise(theCase: Case, thread: TargetThread): ThreadSummary {
  const target = theCase.target!;
  return {
    id: thread.id,
    index: thread.index,
    address: thread.address === null ? null : toUnsigned(thread.address),
    name: thread.name,
    state: thread.processor === null ? null : 'running',
    waitReason: null,
    suspendCount: thread.suspendCount,
    process: target.process?.name ?? null,
    processor: thread.processor,
    stack: walkThread(target, thread, stackOptions(theCase)),
  };
}
