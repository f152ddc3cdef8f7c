import { isUserMode } from '../target/target.ts';
import { COMMANDS_THAT_SHOW } from '../transcript/log-object-commands.ts';
import type { ThreadStack } from '../windows/stack.ts';
import type { ThreadObject } from '../windows/thread.ts';
import { type Answer, type Case, fact, known, missing } from './case.ts';
import { logFact } from './log.ts';
import { systemFact } from './system.ts';
import { stacksFact, threadObjectsFact } from './thread-objects.ts';
import { threadsFact } from './threads.ts';

/** How much processor time a thread has used; milliseconds. */
export interface ThreadLoad {
  /** For people: `889fa230 (MyService.exe 1e8.4054)`, `~3 (id 1a4)`. */
  readonly name: string;
  readonly address: bigint | null;
  readonly id: number | null;
  readonly userMs: number | null;
  readonly kernelMs: number | null;
  /** Since it was created, else since boot or the process's start; null when none is known. */
  readonly lifeMs: number | null;
  /** In a kernel only: since it last began or ended a wait. */
  readonly sinceWaitMs: number | null;
  readonly state: string | null;
  readonly processor: number | null;
  readonly priority: number | null;
  readonly stack: () => ThreadStack;
  /** Addresses of the requests on its IRP list. */
  readonly irps: readonly bigint[];
  /** The command that shows these times. */
  readonly command: string;
}

/** Processor times of all threads that are known to have them. */
export const threadLoadsFact = fact<readonly ThreadLoad[]>('threadLoads', (theCase) => {
  const objects = threadObjectsFact(theCase);
  if (objects.known) {
    // Idle threads use up whatever nobody else wants.
    const timed = objects.value.filter(
      ({ userMs, kernelMs, processId }) => (userMs !== null || kernelMs !== null) && processId !== 0,
    );
    return timed.length > 0
      ? known(ofKernel(theCase, timed), objects.from)
      : missing('processor times of threads', '!process 0 7');
  }
  if (!theCase.target) return ofRunaway(theCase);
  return isUserMode(theCase.target) ? ofProcess(theCase) : objects;
});

function ofKernel(theCase: Case, threads: readonly ThreadObject[]): ThreadLoad[] {
  const system = systemFact(theCase);
  const now = system.known && system.value.capturedAt ? Date.parse(system.value.capturedAt) : null;
  // Posts of a page show different machines, and dates in logs are local: there at most the uptime counts.
  const oneMachine = (theCase.transcript?.pages.length ?? 0) === 0;
  const uptime =
    oneMachine && system.known && system.value.uptimeSeconds !== null ? system.value.uptimeSeconds * 1000 : null;
  const stacks = stacksFact(theCase);
  return threads.map((thread) => {
    const born = theCase.target && thread.createdAt ? Date.parse(thread.createdAt) : null;
    return {
      name: `${thread.address.toString(16)} (${[thread.processName, cid(thread)].filter(Boolean).join(' ')})`,
      address: thread.address,
      id: thread.threadId,
      userMs: thread.userMs,
      kernelMs: thread.kernelMs,
      lifeMs: now !== null && born !== null && now > born ? now - born : uptime,
      sinceWaitMs: thread.waitMs,
      state: thread.state,
      processor: thread.processor,
      priority: thread.priority,
      stack: () => (stacks.known ? stacks.value(thread) : thread.stack!),
      irps: thread.irps.map(({ address }) => address),
      command: `!thread ${thread.address.toString(16)}`,
    };
  });
}

const cid = ({ processId, threadId }: ThreadObject): string | null =>
  processId === null || threadId === null ? null : `${processId.toString(16)}.${threadId.toString(16)}`;

/** The times that `!runaway` shows, with the stacks that the log shows besides. */
function ofRunaway(theCase: Case): Answer<readonly ThreadLoad[]> {
  const log = logFact(theCase);
  if (!log.known) return log;
  const { threadTimes } = log.value.objects;
  if (threadTimes.length === 0) return missing('processor times of threads', COMMANDS_THAT_SHOW.threadTimes);
  const summaries = threadsFact(theCase);
  const all = summaries.known ? summaries.value : [];
  const byIndex = new Map(all.flatMap((item) => (item.index === null ? [] : [[item.index, item.stack] as const])));
  const byId = new Map(all.flatMap((item) => (item.id === null ? [] : [[item.id, item.stack] as const])));
  // A list may be printed again later: the last one is of the moment that the rest of the log ends with.
  const latest = new Map(threadTimes.map((thread) => [thread.index ?? `id ${thread.id}`, thread]));
  return known(
    [...latest.values()].map(({ index, id, userMs, kernelMs, elapsedMs }) => {
      const stack = (id === null ? undefined : byId.get(id)) ?? (index === null ? undefined : byIndex.get(index));
      return {
        name: `~${index ?? '?'} (id ${id?.toString(16) ?? '?'})`,
        address: null,
        id,
        userMs,
        kernelMs,
        lifeMs: elapsedMs,
        sinceWaitMs: null,
        state: null,
        processor: null,
        priority: null,
        stack: () => stack ?? NO_STACK,
        irps: [],
        command: '!runaway 7',
      };
    }),
    '!runaway in the log',
  );
}

const NO_STACK: ThreadStack = { frames: [], end: 'no-stack', endReason: null, warnings: [] };

function ofProcess(theCase: Case): Answer<readonly ThreadLoad[]> {
  const { target } = theCase;
  const threads = target?.threads.filter(
    ({ kernelTimeMs, userTimeMs }) => kernelTimeMs !== null || userTimeMs !== null,
  );
  if (!target || !threads || threads.length === 0)
    return missing('processor times of threads: the dump has no list of them', '!runaway 7');
  const { capturedAt, processUptimeSeconds } = target.system;
  const now = capturedAt ? Date.parse(capturedAt) : null;
  const summaries = threadsFact(theCase);
  return known(
    threads.map((thread) => {
      const born = thread.createdAt ? Date.parse(thread.createdAt) : null;
      const whole = processUptimeSeconds === null ? null : processUptimeSeconds * 1000;
      const stack = summaries.known ? summaries.value[thread.index]?.stack : undefined;
      return {
        name: `~${thread.index} (id ${thread.id?.toString(16) ?? '?'})`,
        address: null,
        id: thread.id,
        userMs: thread.userTimeMs,
        kernelMs: thread.kernelTimeMs,
        lifeMs: now !== null && born !== null && now > born ? now - born : whole,
        sinceWaitMs: null,
        state: null,
        processor: null,
        priority: thread.priority,
        stack: () => stack ?? NO_STACK,
        irps: [],
        command: '!runaway 7',
      };
    }),
    'times of the threads in the dump',
  );
}
