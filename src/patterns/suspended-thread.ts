import { componentOn } from '../analysis/component.ts';
import { durationText } from '../analysis/duration.ts';
import {
  ABSENT,
  type Detection,
  type Evidence,
  type Facts,
  type Pattern,
  present,
  unknown,
} from '../analysis/pattern.ts';
import { specialProcesses } from '../analysis/special-process.ts';
import { hex } from '../bytes/hex.ts';
import { hiddenWaitFact } from '../evidence/hidden-wait.ts';
import { modeFact } from '../evidence/mode.ts';
import { processesFact } from '../evidence/processes.ts';
import { stacksFact, threadObjectsFact } from '../evidence/thread-objects.ts';
import { threadsFact } from '../evidence/threads.ts';
import { type Frame, frameName } from '../windows/stack.ts';
import { suspensionFrameOf } from '../windows/stack-wait.ts';
import type { ThreadObject } from '../windows/thread.ts';
import { waitReasonOf } from '../windows/wait-reason.ts';

const MOST = 8;

const pattern: Pattern = {
  id: 'suspended-thread',
  name: 'Suspended Thread',
  part: 'Part 47',
  severity: 'warning',
  meaning:
    'A thread was suspended by another one: it gets no processor time until somebody resumes it, so it counts as blocked. Normal systems and reference stacks show no suspend counts.',
  advice: [
    'Find out who suspended it: a debugger (which suspends all threads of a process while it looks at an event), a monitoring or security product, or a program that suspends its own threads.',
    'What the thread holds or was waiting for stays as it was: look for threads that wait behind it.',
  ],
  links: ['special-process', 'frozen-process', '!thread', '!process 0 7'],
  appliesTo: ['user', 'kernel'],
  detect(facts) {
    if (facts.get(modeFact) === 'user') return detectInProcess(facts);
    const threads = facts.need(threadObjectsFact);
    const suspended = threads.filter((thread) => isSuspended(facts, thread));
    if (suspended.length === 0) {
      return threads.every(({ suspendCount }) => suspendCount === null)
        ? unknown('suspend counts of threads (!process 0 7)')
        : ABSENT;
    }
    const [first, ...more] = groups(facts, suspended, threads)
      .slice(0, MOST)
      .map((group) => finding(facts, group));
    return first ? present(first, ...more) : ABSENT;
  },
};
export default pattern;

/** Threads of processes that are frozen as a whole belong to Frozen Process. */
function isSuspended(facts: Facts, thread: ThreadObject): boolean {
  if ((thread.suspendCount ?? 0) > 0) return true;
  if (thread.suspendCount !== null || (thread.freezeCount ?? 0) > 0) return false;
  if (waitReasonOf(thread) !== 'Suspended' && thread.stack === null) return false;
  const stacks = facts.get(stacksFact);
  return stacks !== null && suspensionFrameOf(stacks(thread).frames) !== null;
}

/** One thread, or all threads of one process when all of them are suspended. */
interface Group {
  readonly threads: readonly [ThreadObject, ...ThreadObject[]];
  readonly whole: boolean;
}

function groups(facts: Facts, suspended: readonly ThreadObject[], all: readonly ThreadObject[]): Group[] {
  const listed = new Set(
    (facts.get(processesFact) ?? []).filter((item) => item.threadsListed).map(({ address }) => address),
  );
  const found = new Map<bigint | string, ThreadObject[]>();
  for (const thread of suspended) {
    const key = thread.process ?? `thread ${thread.address}`;
    const list = found.get(key);
    if (list) list.push(thread);
    else found.set(key, [thread]);
  }
  return [...found].flatMap(([process, threads]): Group[] => {
    const whole =
      typeof process === 'bigint' &&
      listed.has(process) &&
      threads.length > 1 &&
      all.filter((thread) => thread.process === process).length === threads.length;
    if (whole) return [{ threads: threads as [ThreadObject, ...ThreadObject[]], whole }];
    return threads.map((thread) => ({ threads: [thread], whole: false }));
  });
}

function finding(facts: Facts, { threads, whole }: Group): Detection {
  const [thread] = threads;
  const stack = facts.get(stacksFact)?.(thread).frames ?? [];
  const special = specialProcesses(facts).filter(({ debugs }) => debugs);
  const hidden = facts.get(hiddenWaitFact)?.(thread) ?? null;
  const process = thread.processName ?? 'an unknown process';
  const evidence = whole ? wholeEvidence(facts, threads) : threadEvidence(facts, thread, stack);
  const [first, ...rest] = [
    ...evidence,
    ...special.map(({ process: debuggerProcess, meaning }) => ({
      statement: `${debuggerProcess.image} is running: ${meaning}`,
      command: `!process ${debuggerProcess.address.toString(16)} 1`,
      addresses: [debuggerProcess.address],
    })),
  ];
  const waited = hidden ? `; before that it was already waiting${hidden.by ? ` in ${frameName(hidden.by)}` : ''}` : '';
  return {
    confidence: special.length > 0 ? 0.98 : 0.95,
    basis: 'the suspend count of the thread, or the function that holds suspended threads on its stack',
    summary: whole
      ? `All ${threads.length} threads of ${process} are suspended: a debugger stopped the process, or something froze it.`
      : `Thread ${thread.address.toString(16)} of ${process} is suspended${waited}.`,
    evidence: [first!, ...rest],
    component: componentOn(facts, stack),
    relations: special.length > 0 ? [{ kind: 'accompanies', pattern: 'special-process' }] : [],
    details: {
      threads: threads.map(({ address }) => hex(address)),
      suspendCount: thread.suspendCount,
      hiddenWait: hidden
        ? {
            function: hidden.wait.function,
            by: hidden.by ? frameName(hidden.by) : null,
            object: hidden.object === null ? null : hex(hidden.object),
          }
        : null,
      systemThread: isSystemThread(thread),
    },
  };
}

function wholeEvidence(facts: Facts, threads: readonly ThreadObject[]): [Evidence, ...Evidence[]] {
  const [thread] = threads as [ThreadObject];
  const process = facts.get(processesFact)?.find(({ address }) => address === thread.process);
  const port = process?.debugPort;
  return [
    {
      statement: `every one of the ${threads.length} threads has a suspend count`,
      command: thread.process === null ? '!process 0 7' : `!process ${thread.process.toString(16)} 7`,
      addresses: threads.slice(0, MOST).map(({ address }) => address),
    },
    ...(port
      ? [
          {
            statement: `the process has a debug port (${port.toString(16)}): a debugger is attached to it`,
            command: `!process ${process.address.toString(16)} 1`,
          },
        ]
      : []),
  ];
}

function threadEvidence(facts: Facts, thread: ThreadObject, stack: readonly Frame[]): [Evidence, ...Evidence[]] {
  const command = `!thread ${thread.address.toString(16)}`;
  const since = thread.waitMs === null ? '' : ` for ${durationText(thread.waitMs)}`;
  const count = thread.suspendCount === null ? 'its stack shows a suspension' : `SuspendCount ${thread.suspendCount}`;
  const at = suspensionFrameOf(stack);
  const own =
    thread.waitObjects.find((object) => object.own === 'suspend') ??
    thread.waitObjects.find(({ address }) => isInside(thread, address));
  const hidden = facts.get(hiddenWaitFact)?.(thread) ?? null;
  return [
    {
      statement: `${count}; it has waited${since}${thread.line === null ? '' : `, line ${thread.line + 1} of the log`}`,
      command,
      addresses: [thread.address],
    },
    ...(at === null
      ? []
      : [
          {
            statement: `${stack[at + 1] ? `${frameName(stack[at + 1]!)} calls ` : ''}${frameName(stack[at]!)}: the suspension was delivered as an APC`,
            command,
          },
        ]),
    ...(own
      ? [
          {
            statement: `it waits for ${own.address.toString(16)}, which lies inside its own KTHREAD at +0x${(own.address - thread.address).toString(16)}: the object by which threads are suspended`,
            command,
            addresses: [own.address],
          },
        ]
      : []),
    ...(hidden
      ? [
          {
            statement: `hidden wait: below the suspension stands ${frameName(hidden.wait)}${hidden.by ? `, called by ${frameName(hidden.by)}` : ''}${hidden.object === null ? ': the object it was waiting for is in no wait block any more' : ` on object ${hidden.object.toString(16)}`}`,
            command: `${command} 16`,
            ...(hidden.object === null ? {} : { addresses: [hidden.object] }),
          },
        ]
      : []),
    ...(isSystemThread(thread) && thread.processName !== 'System'
      ? [
          {
            statement: `it has no TEB: a thread that a driver created in ${thread.processName ?? 'this process'}`,
            command,
          },
        ]
      : []),
  ];
}

/** KTHREADs are larger than this on no system that keeps suspension objects elsewhere. */
const KTHREAD = 0x600n;
const isInside = (thread: ThreadObject, address: bigint): boolean =>
  address > thread.address &&
  address < thread.address + KTHREAD &&
  thread.waitObjects.every(({ own }) => own !== 'timer');
const isSystemThread = ({ teb }: ThreadObject): boolean => teb === 0n;

/**
 * In a process dump the tool that saved it suspends the other threads, so that the count most threads have is the
 * normal one; a thread above it was suspended before.
 */
function detectInProcess(facts: Facts) {
  const threads = facts.need(threadsFact).filter(({ suspendCount }) => suspendCount !== null);
  if (threads.length === 0) return unknown('suspend counts of threads (~)');
  const counts = new Map<number, number>();
  for (const { suspendCount } of threads) counts.set(suspendCount!, (counts.get(suspendCount!) ?? 0) + 1);
  const usual = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]![0];
  const alike = threads.filter(({ suspendCount }) => suspendCount === usual).length;
  // Two threads are no majority: with one of them the tool may have begun.
  const above = alike < 3 ? [] : threads.filter(({ suspendCount }) => suspendCount! > usual);
  const [first, ...more] = above.slice(0, MOST).map(
    (thread): Detection => ({
      confidence: thread.suspendCount! > 1 ? 0.9 : 0.75,
      basis: 'a suspend count above that of the other threads, which the tool that saved the dump may have suspended',
      summary: `Thread ${thread.index ?? thread.id?.toString(16)} is suspended: its count is ${thread.suspendCount}, that of most others ${usual}.`,
      evidence: [{ statement: `suspend count ${thread.suspendCount}`, command: `~${thread.index ?? '*'}` }],
      component: componentOn(facts, thread.stack.frames),
      details: { threadId: thread.id, suspendCount: thread.suspendCount, usual },
    }),
  );
  return first ? present(first, ...more) : ABSENT;
}
