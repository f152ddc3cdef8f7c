import type { ThreadStack } from '../windows/stack.ts';
import type { ThreadObject } from '../windows/thread.ts';
import { type Answer, type Case, fact, known, missing } from './case.ts';
import { logFact } from './log.ts';
import { processesFact } from './processes.ts';
import { stackOf } from './thread-stack.ts';

/** Every thread of the system, or those that a log shows with `!thread` or `!process`. Stacks by `stackOf`. */
export const threadObjectsFact = fact<readonly ThreadObject[]>('threadObjects', (theCase) => {
  if (!theCase.target) return fromLog(theCase);
  const processes = processesFact(theCase);
  if (!processes.known) return processes;
  return known(
    processes.value.flatMap(({ threads }) => threads),
    processes.from,
  );
});

function fromLog(theCase: Case): Answer<readonly ThreadObject[]> {
  const log = logFact(theCase);
  if (!log.known) return log;
  const { threads } = log.value.objects;
  return threads.length > 0 ? known(threads, 'log') : missing('threads with their states and waits', '!process 0 7');
}

/** The stack of any of these threads, walked when first asked for. */
export const stacksFact = fact<(thread: ThreadObject) => ThreadStack>('stacks', (theCase) =>
  known((thread) => stackOf(theCase, thread), theCase.target ? 'memory' : 'log'),
);
