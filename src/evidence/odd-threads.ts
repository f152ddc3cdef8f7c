import type { ThreadObject } from '../windows/thread.ts';
import { waitReasonOf } from '../windows/wait-reason.ts';
import type { Case } from './case.ts';
import { threadObjectsFact } from './thread-objects.ts';

/** Threads whose stacks are worth names before anybody asks: a few dozen tell what a system hangs in. */
const MOST_THREADS = 64;
/** Waits by which threads stand in line for each other or for a device. */
const LOCK_WAIT =
  /^(Executive|WrExecutive|WrResource|WrPushLock|WrFastMutex|WrMutex|WrGuardedMutex|WrKernel|WrRundown|WrLpcReply|WrAlertByThreadId|Suspended|WrSuspended)$/;
/** Waits that a program's own code asked for. */
const OWN_WAIT = /^(UserRequest|DelayExecution|WrDelayExecution)$/;

/**
 * Threads of a kernel dump that are likely to matter, by state and reason of wait alone: those that run or could run,
 * those that wait for locks and devices, then the others that chose to wait. Threads that wait for work are left out.
 */
export function oddThreads(theCase: Case): readonly ThreadObject[] {
  const threads = threadObjectsFact(theCase);
  if (!theCase.target || !threads.known) return [];
  return threads.value
    .map((thread) => ({ thread, rank: rankOf(thread) }))
    .filter(({ rank }) => rank !== null)
    .sort((a, b) => a.rank! - b.rank!)
    .slice(0, MOST_THREADS)
    .map(({ thread }) => thread);
}

function rankOf(thread: ThreadObject): number | null {
  if (thread.state === 'RUNNING' || thread.state === 'READY' || thread.state === 'STANDBY') return 0;
  const reason = thread.state === 'WAIT' ? (waitReasonOf(thread) ?? '') : '';
  if (LOCK_WAIT.test(reason)) return 1;
  return OWN_WAIT.test(reason) ? 2 : null;
}
