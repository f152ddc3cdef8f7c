import { durationText } from '../analysis/duration.ts';
import { ABSENT, type Pattern, present, unknown } from '../analysis/pattern.ts';
import { actorText } from '../analysis/wait-finding.ts';
import { systemFact } from '../evidence/system.ts';
import { waitGraphFact } from '../evidence/wait-graph.ts';

const LONG_MS = 30_000;
/** Only waits in a chain tell when a hang began: workers wait for work all day. */
const FEWEST = 2;

const pattern: Pattern = {
  id: 'waiting-thread-time-kernel-dumps',
  name: 'Waiting Thread Time (kernel dumps)',
  part: null,
  severity: 'info',
  meaning:
    'How long threads have waited behind others tells when the trouble began: the oldest wait of the chains dates it.',
  advice: ['Look in the event log, and in the logs of the programs concerned, for what happened at that time.'],
  links: ['wait-chain-general', '!thread', '!stacks'],
  appliesTo: ['kernel'],
  draft: true,
  detect(facts) {
    const { graph, heads, cycles, threadAt } = facts.need(waitGraphFact);
    const behind = new Set<string>();
    const queue = [...heads.map(({ node }) => node), ...cycles.flatMap(({ threads }) => threads)];
    const waiting = [];
    for (let index = 0; index < queue.length; index++)
      for (const { from } of graph.into(queue[index]!)) {
        if (behind.has(from.key)) continue;
        behind.add(from.key);
        queue.push(from);
        const thread = from.kind === 'thread' ? threadAt(from) : null;
        if (thread?.state === 'WAIT') waiting.push({ node: from, waitMs: thread.waitMs });
      }
    if (waiting.length < FEWEST) return ABSENT;
    const timed = waiting.flatMap(({ node, waitMs }) => (waitMs === null ? [] : [{ node, waitMs }]));
    if (timed.length === 0) return unknown('how long the threads have waited (!thread, !stacks 2)');
    timed.sort((a, b) => b.waitMs - a.waitMs);
    const [oldest] = timed;
    if (!oldest || oldest.waitMs < LONG_MS) return ABSENT;
    const now = facts.get(systemFact)?.capturedAt ?? null;
    const began = now === null ? null : new Date(Date.parse(now) - oldest.waitMs).toISOString();
    return present({
      confidence: 0.85,
      basis: 'the ticks since the waits of chains began',
      summary: `The oldest wait in the chains has lasted ${durationText(oldest.waitMs)}${began ? `: it began at ${began}` : ''}.`,
      evidence: [
        {
          statement: `thread ${actorText(oldest.node)} has waited for ${durationText(oldest.waitMs)}, the first of ${timed.length} in chains; half of them have waited for at least ${durationText(timed[timed.length >> 1]!.waitMs)}`,
          command: oldest.node.address === null ? '!stacks 2' : `!thread ${oldest.node.address.toString(16)}`,
          addresses: oldest.node.address === null ? [] : [oldest.node.address],
        },
      ],
      details: { longestMs: oldest.waitMs, began, threads: timed.length },
    });
  },
};
export default pattern;
