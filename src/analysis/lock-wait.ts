import { waitGraphFact } from '../evidence/wait-graph.ts';
import type { WaitEdge, WaitNodeKind } from '../evidence/wait-node.ts';
import { frameName } from '../windows/stack.ts';
import { stackWaitOf } from '../windows/stack-wait.ts';
import { componentOn } from './component.ts';
import { durationText } from './duration.ts';
import { ABSENT, type Evidence, type Facts, present, type Verdict } from './pattern.ts';
import { actorText } from './wait-finding.ts';

const LONG_MS = 10_000;
const MOST = 8;

/** Threads that wait for locks which keep no owner: only their stacks tell, so the holder has to be found by reading code. */
export function detectLockWaits(facts: Facts, kind: WaitNodeKind, plural: string): Verdict {
  const waits = facts.need(waitGraphFact);
  const waiting = waits.graph.edges.filter(({ to, kind: edge }) => edge === 'waits-for' && to.kind === kind);
  const timeOf = ({ from }: WaitEdge): number | null => waits.threadAt(from)?.waitMs ?? null;
  const longest = Math.max(0, ...waiting.map((edge) => timeOf(edge) ?? 0));
  if (waiting.length < 2 && longest < LONG_MS) return ABSENT;
  const groups = new Map<string, WaitEdge[]>();
  const callers = new Map<string, string>();
  for (const edge of waiting) {
    const frames = waits.stackAt(edge.from)?.frames ?? [];
    const wait = stackWaitOf(frames);
    const caller = wait?.caller == null ? null : frames[wait.caller];
    const key = `${edge.mode ?? ''} ${caller ? frameName(caller) : '?'}`;
    callers.set(key, caller ? frameName(caller) : 'an unknown caller');
    const list = groups.get(key);
    if (list) list.push(edge);
    else groups.set(key, [edge]);
  }
  const [first, ...rest] = [...groups]
    .sort((a, b) => b[1].length - a[1].length)
    .slice(0, MOST)
    .map(([key, edges]): Evidence => {
      const times = edges.map(timeOf).filter((time) => time !== null);
      const mode = edges[0]!.mode;
      const since = times.length === 0 ? '' : `, since ${durationText(Math.max(...times))}`;
      return {
        statement: `${edges.length} ${edges.length === 1 ? 'thread waits' : 'threads wait'}${mode ? ` for ${mode} access` : ''} in ${callers.get(key)}${since}: ${edges
          .slice(0, MOST)
          .map(({ from }) => actorText(from))
          .join(', ')}${edges.length > MOST ? ' ...' : ''}`,
        command: edges[0]!.place.command,
        addresses: edges.slice(0, MOST).flatMap(({ from }) => (from.address === null ? [] : [from.address])),
      };
    });
  const frames = waiting.map(({ from }) => waits.stackAt(from)?.frames ?? []);
  return present({
    confidence: longest >= LONG_MS ? 0.75 : waiting.length >= 4 ? 0.6 : 0.45,
    basis: 'the functions on the stacks of the waiting threads; such locks do not tell their owner',
    summary: `${waiting.length} ${waiting.length === 1 ? 'thread waits' : 'threads wait'} for ${plural}${longest > 0 ? `, for up to ${durationText(longest)}` : ''}.`,
    evidence: [first!, ...rest],
    component: frames.map((stack) => componentOn(facts, stack)).find((found) => found !== null) ?? null,
    details: { threads: waiting.length, longestMs: longest > 0 ? longest : null, callers: [...callers.values()] },
  });
}
