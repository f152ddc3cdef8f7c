import { componentOn } from '../analysis/component.ts';
import { durationText } from '../analysis/duration.ts';
import { ABSENT, type Detection, type Evidence, type Facts, type Pattern, present } from '../analysis/pattern.ts';
import { hex } from '../bytes/hex.ts';
import { resourcesFact } from '../evidence/resources.ts';
import { frameArgumentsFact } from '../evidence/stack-argument.ts';
import { type ThreadLoad, threadLoadsFact } from '../evidence/thread-loads.ts';
import { waitGraphFact } from '../evidence/wait-graph.ts';
import { isWindowsModule } from '../windows/microsoft-module.ts';
import { frameName } from '../windows/stack.ts';

/** A thread that has used less in all is no spike, whatever its share. */
const FEWEST_MS = 60_000;
/** A thread that runs without having waited for this long does nothing else. */
const BURST_MS = 30_000;
/** Long runners are suspects while they run, although their share of a long uptime is small. */
const LONG_MS = 600_000;
const SHARE = 0.3;
const MOST = 4;
/** Threads whose work is to use what nobody else needs. */
const IDLE = /^(KiIdleLoop|MmZeroPageThread|MiZeroPageThread|MiZeroNodePages\w*|PopIdleWait|PoIdle)$/;

const pattern: Pattern = {
  id: 'spiking-thread',
  name: 'Spiking Thread',
  part: 'Part 14',
  severity: 'warning',
  meaning:
    'A thread has used unusually much processor time. It need not be running at the moment of the snapshot: what it used stands in its user and kernel times.',
  advice: [
    'Take several snapshots or a profile of the thread: one stack shows one moment of the loop only.',
    'Much kernel time points to a driver or to endless system calls, much user time to a loop of the program.',
  ],
  links: ['wait-chain-executive-resources', '!thread', '!runaway 7', '!running'],
  appliesTo: ['user', 'kernel'],
  detect(facts) {
    const threads = facts.need(threadLoadsFact);
    const found = threads
      .filter(({ userMs, kernelMs }) => (userMs ?? 0) + (kernelMs ?? 0) >= BURST_MS)
      .map((thread) => judged(facts, thread))
      .filter((item) => item !== null)
      .sort((a, b) => b.confidence - a.confidence || b.used - a.used)
      .slice(0, MOST)
      .map(({ thread, ...why }) => finding(facts, thread, why));
    const [first, ...more] = found;
    return first ? present(first, ...more) : ABSENT;
  },
};
export default pattern;

interface Judged {
  readonly thread: ThreadLoad;
  readonly used: number;
  readonly confidence: number;
  readonly basis: string;
  readonly reasons: readonly string[];
  readonly blocked: number;
}

function judged(facts: Facts, thread: ThreadLoad): Judged | null {
  const used = (thread.userMs ?? 0) + (thread.kernelMs ?? 0);
  const running = thread.state === 'RUNNING';
  const reasons: string[] = [];
  let confidence = 0;
  const { sinceWaitMs, lifeMs } = thread;
  if (running && sinceWaitMs !== null && sinceWaitMs >= BURST_MS && used >= 0.8 * sinceWaitMs) {
    reasons.push(
      `it is RUNNING and has not waited for ${durationText(sinceWaitMs)}, of which its times are ${percent(Math.min(1, used / sinceWaitMs))}`,
    );
    confidence = 0.95;
  }
  const share = lifeMs !== null && lifeMs > 0 ? Math.min(1, used / lifeMs) : null;
  if (share !== null && share >= SHARE && used >= FEWEST_MS) {
    reasons.push(`that is ${percent(share)} of one processor over ${durationText(lifeMs!)}`);
    confidence = Math.max(confidence, 0.5 + 0.45 * share);
  }
  const blocked = blockedBehind(facts, thread);
  if (running && used >= LONG_MS) {
    if (confidence < 0.95)
      reasons.push(`it is RUNNING${thread.processor === null ? '' : ` on processor ${thread.processor}`}`);
    if (blocked > 0) reasons.push(`${blocked} ${blocked === 1 ? 'thread waits' : 'threads wait'} behind it`);
    confidence = Math.max(confidence, blocked > 0 ? 0.9 : 0.75);
  }
  // The stack is asked last: walking it costs more than all the rest.
  if (confidence === 0 || isIdle(thread)) return null;
  return { thread, used, confidence, basis: 'its processor times, and what it was doing', reasons, blocked };
}

function isIdle({ priority, stack }: ThreadLoad): boolean {
  return priority === 0 || stack().frames.some(({ function: name }) => name !== null && IDLE.test(name));
}

function blockedBehind(facts: Facts, { address }: ThreadLoad): number {
  const waits = address === null ? null : facts.get(waitGraphFact);
  if (!waits) return 0;
  return waits.heads.find(({ node }) => node.address === address)?.blocked ?? 0;
}

function finding(facts: Facts, thread: ThreadLoad, why: Omit<Judged, 'thread'>): Detection {
  const { frames } = thread.stack();
  const component = componentOn(facts, frames);
  const times = `${durationText(thread.kernelMs ?? 0)} of kernel time, ${durationText(thread.userMs ?? 0)} of user time`;
  const evidence: Evidence[] = [...ownedResources(facts, thread), ...dispatched(facts, thread)];
  return {
    confidence: why.confidence,
    basis: why.basis,
    summary: `Thread ${thread.name} has used ${durationText(why.used)} of processor time${component ? `; ${component.module} is on its stack` : ''}.`,
    evidence: [
      {
        statement: `${times}: ${why.reasons.join('; ')}`,
        command: thread.command,
        ...(thread.address === null ? {} : { addresses: [thread.address] }),
      },
      ...evidence,
    ],
    component,
    relations: why.blocked > 0 ? [{ kind: 'causes', pattern: 'wait-chain-executive-resources' }] : [],
    details: {
      thread: thread.address === null ? null : hex(thread.address),
      threadId: thread.id,
      kernelMs: thread.kernelMs,
      userMs: thread.userMs,
      lifeMs: thread.lifeMs,
      sinceWaitMs: thread.sinceWaitMs,
      state: thread.state,
      blocked: why.blocked,
    },
  };
}

/** Contention is told per resource: that of a lock in the middle of a chain says nothing about the thread at its end. */
function ownedResources(facts: Facts, { address }: ThreadLoad): Evidence[] {
  const locks = address === null ? null : facts.get(resourcesFact);
  return (locks?.resources ?? [])
    .filter(({ owners }) => owners.some(({ thread, actualThread }) => (actualThread ?? thread) === address))
    .slice(0, 8)
    .map((resource) => ({
      statement: `it owns resource ${resource.address.toString(16)}: contention count ${resource.contentionCount}, waiters ${resource.sharedWaiterCount} shared and ${resource.exclusiveWaiterCount} exclusive`,
      command: `!locks ${resource.address.toString(16)}`,
      addresses: [resource.address],
    }));
}

/** A driver's frame whose arguments hold a request of the thread: it works on that one; a device comes before it in dispatch routines. */
function dispatched(facts: Facts, { stack, irps }: ThreadLoad): Evidence[] {
  const argumentsOf = facts.get(frameArgumentsFact);
  const whole = stack();
  if (!argumentsOf || irps.length === 0) return [];
  for (let index = whole.frames.length - 1; index >= 0; index--) {
    const { module } = whole.frames[index]!;
    if (module === null || isWindowsModule(module)) continue;
    const given = argumentsOf(whole, index);
    const at = given.findIndex((value) => irps.includes(value));
    if (at < 0) continue;
    const device = at === 1 ? ` for device ${given[0]!.toString(16)}` : '';
    return [
      {
        statement: `${frameName(whole.frames[index]!)} was called with IRP ${given[at]!.toString(16)} of the thread${device}`,
        command: `!irp ${given[at]!.toString(16)}`,
        addresses: [given[at]!],
      },
    ];
  }
  return [];
}

const percent = (share: number): string =>
  `${(share * 100).toFixed(share >= 0.995 && share < 1 ? 3 : share < 0.1 ? 1 : 0)} %`;
