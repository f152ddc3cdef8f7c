import type { WaitCycle } from '../evidence/wait-cycles.ts';
import { type Waits, waitGraphFact } from '../evidence/wait-graph.ts';
import { nodeText, type WaitNodeKind } from '../evidence/wait-node.ts';
import { componentOn } from './component.ts';
import { ABSENT, type Detection, type Facts, present, unknown, type Verdict } from './pattern.ts';
import { actorText, cycleDetails, edgeEvidence, shortestWait } from './wait-finding.ts';

/** The kinds of what stands between the threads of a circle; threads that wait for threads count as `thread`. */
export function kindsOf({ edges }: WaitCycle): ReadonlySet<WaitNodeKind> {
  return new Set(edges.filter(({ kind }) => kind === 'waits-for').map(({ to }) => to.kind));
}

/** The circles that fit; without any, absent only if nothing that could close one is missing. */
export function detectDeadlock(facts: Facts, fits: (cycle: WaitCycle) => boolean, missing: readonly string[]): Verdict {
  const waits = facts.need(waitGraphFact);
  const [first, ...more] = waits.cycles.filter(fits).map((cycle) => deadlockFinding(facts, waits, cycle));
  if (first) return present(first, ...more);
  return missing.length > 0 ? unknown(...missing) : ABSENT;
}

function deadlockFinding(facts: Facts, waits: Waits, cycle: WaitCycle): Detection {
  const { edges, threads, blocked, certain } = cycle;
  const [first, ...rest] = edgeEvidence(edges);
  const names = threads.map(actorText);
  const victims = blocked - threads.length;
  const frames = threads.map((thread) => waits.stackAt(thread)?.frames ?? []);
  const component = frames.map((stack) => componentOn(facts, stack)).find((found) => found !== null) ?? null;
  const behind = victims > 0 ? `; ${victims} more ${victims === 1 ? 'thread is' : 'threads are'} caught behind` : '';
  return {
    confidence: certain ? 0.95 : 0.7,
    basis: certain
      ? 'owners and waiters as the system keeps them close a circle'
      : 'owners and waiters close a circle, in which links are inferred from stacks or may be ended by another object',
    summary:
      threads.length === 1
        ? `${nodeText(threads[0]!)} waits for what it holds itself${behind}.`
        : `${threads.length} threads wait for each other in a circle, and none can go on: ${[...names, names[0]].join(' -> ')}${behind}.`,
    evidence: [first!, ...rest],
    component,
    details: { ...cycleDetails(cycle), shortestWaitMs: shortestWait(waits, edges) },
  };
}

/** What counts as one type of lock or message; there are patterns for circles through each. */
const FAMILIES: Partial<Record<WaitNodeKind, string>> = {
  resource: 'resource',
  'critical-section': 'section',
  'loader-lock': 'section',
  'lpc-message': 'message',
  'alpc-message': 'message',
  port: 'message',
};

/** Whether a circle leads through several types, or through one that has no pattern of its own (mutexes, threads). */
export function isMixed(cycle: WaitCycle): boolean {
  const families = new Set([...kindsOf(cycle)].map((kind) => FAMILIES[kind] ?? 'other'));
  return families.size > 1 || families.has('other');
}
