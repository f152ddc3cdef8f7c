import type { ThreadStack } from '../windows/stack.ts';
import { foldStacks } from '../windows/stack-fold.ts';
import type { ThreadSummary } from '../windows/summary.ts';
import type { ThreadObject } from '../windows/thread.ts';
import { bugcheckFact } from './bugcheck.ts';
import { type Case, fact, known } from './case.ts';
import { exceptionFact } from './exception.ts';
import { modeFact } from './mode.ts';
import { type Activity, activityOf, type Oddity } from './thread-activity.ts';
import { stacksFact, threadObjectsFact } from './thread-objects.ts';
import { currentThreadFact, threadsFact } from './threads.ts';

/** A thread of the collection, from whichever list the source has. */
export interface StackMember {
  readonly id: number | null;
  readonly index: number | null;
  /** ETHREAD or KTHREAD of kernel dumps. */
  readonly address: bigint | null;
  readonly name: string | null;
  readonly process: string | null;
  readonly state: string | null;
  readonly waitReason: string | null;
  /** How long it had been waiting, where the kernel tells. */
  readonly waitMs: number | null;
  readonly stack: ThreadStack;
}

/** Threads with one stack, and what they were doing. */
export interface StackGroup {
  readonly oddity: Oddity;
  /** `waits for a critical section`, a clause for people. */
  readonly reason: string;
  readonly members: readonly StackMember[];
  readonly stack: ThreadStack;
}

/** From the oddest to the most ordinary. */
const ORDER: readonly Oddity[] = [
  'failing',
  'exception',
  'lock-wait',
  'long-wait',
  'running',
  'waiting',
  'unknown',
  'passive',
];
/** Threads that are walked for the collection; a system has a few thousand. */
const MOST_THREADS = 10_000;

/**
 * The stack trace collection: every thread's stack, equal ones folded, sorted by oddity. Of kernel dumps the threads of
 * all processes where symbols let them be listed.
 */
export const stackCollectionFact = fact<readonly StackGroup[]>('stackCollection', (theCase) => {
  const members = membersOf(theCase);
  if (!members.known) return members;
  const failing = failingThread(theCase);
  const folds = foldStacks(
    members.value,
    ({ stack }) => stack.frames,
    ({ state, waitReason }) => `${state} ${waitReason}`,
  );
  const groups = folds.map(({ members: all }): StackGroup => {
    const [first] = all;
    const activity: Activity = all.some((item) => isSame(item, failing))
      ? { oddity: 'failing', reason: 'the failing thread' }
      : activityOf(first!, longestWait(all));
    return { ...activity, members: all, stack: first!.stack };
  });
  groups.sort(
    (a, b) =>
      ORDER.indexOf(a.oddity) - ORDER.indexOf(b.oddity) ||
      (longestWait(b.members) ?? 0) - (longestWait(a.members) ?? 0) ||
      (a.oddity === 'passive' ? b.members.length - a.members.length : a.members.length - b.members.length),
  );
  return known(groups, members.from);
});

function membersOf(theCase: Case) {
  const mode = modeFact(theCase);
  const objects = mode.known && mode.value === 'kernel' ? threadObjectsFact(theCase) : null;
  if (objects?.known) {
    const stacks = stacksFact(theCase);
    const walk = stacks.known ? stacks.value : null;
    return known(
      objects.value.slice(0, MOST_THREADS).map((thread) => ofObject(thread, walk?.(thread) ?? NO_STACK)),
      objects.from,
    );
  }
  const threads = threadsFact(theCase);
  return threads.known ? known(threads.value.map(ofSummary), threads.from) : threads;
}

const NO_STACK: ThreadStack = { frames: [], end: 'no-stack', endReason: null, warnings: [] };

function ofObject(thread: ThreadObject, stack: ThreadStack): StackMember {
  return {
    id: thread.threadId,
    index: null,
    address: thread.address,
    name: thread.name,
    process: thread.processName,
    state: thread.state?.toLowerCase() ?? null,
    waitReason: thread.waitReason,
    waitMs: thread.waitMs,
    stack,
  };
}

function ofSummary({ id, index, address, name, process, state, waitReason, stack }: ThreadSummary): StackMember {
  return { id, index, address, name, process, state: state?.toLowerCase() ?? null, waitReason, waitMs: null, stack };
}

/** The thread that an exception or a bug check happened on; null for a dump of a moment. */
function failingThread(theCase: Case): ThreadSummary | null {
  const exception = exceptionFact(theCase);
  const bugcheck = bugcheckFact(theCase);
  if (!(exception.known && exception.value) && !(bugcheck.known && bugcheck.value)) return null;
  const current = currentThreadFact(theCase);
  return current.known ? current.value : null;
}

function isSame(member: StackMember, thread: ThreadSummary | null): boolean {
  if (!thread) return false;
  if (member.address !== null && thread.address !== null) return member.address === thread.address;
  return member.id !== null && member.id === thread.id && member.index === thread.index;
}

function longestWait(members: readonly StackMember[]): number | null {
  return members.reduce<number | null>(
    (most, { waitMs }) => (waitMs === null ? most : Math.max(most ?? 0, waitMs)),
    null,
  );
}
