import { ABSENT, type Pattern, present } from '../analysis/pattern.ts';
import { headDetails, headEvidence } from '../analysis/wait-finding.ts';
import { type Waits, waitGraphFact } from '../evidence/wait-graph.ts';
import type { WaitNode } from '../evidence/wait-node.ts';

/** Two processes may share a lock by design; with three the trouble is everywhere. */
const FEWEST = 3;
const MOST_THREADS = 10_000;
/** Ends of chains that are followed back, those with most threads behind them. */
const MOST_HEADS = 64;

const pattern: Pattern = {
  id: 'distributed-wait-chain',
  name: 'Distributed Wait Chain',
  part: 'Part 198',
  severity: 'warning',
  meaning:
    'Threads of several processes wait, by different ways, for the same end. What looks like several programs that hang is one trouble.',
  advice: ['Look at the common end only: when it goes on, all of them do.'],
  links: ['wait-chain-general', 'coupled-processes-strong', '!locks', '!process 0 7'],
  appliesTo: ['kernel'],
  draft: true,
  detect(facts) {
    const waits = facts.need(waitGraphFact);
    const [top, ...more] = waits.heads
      .slice(0, MOST_HEADS)
      .map((head) => ({ head, processes: processesBehind(waits, head.node) }))
      .filter(({ processes }) => processes.size >= FEWEST)
      .sort((a, b) => b.processes.size - a.processes.size);
    if (!top) return ABSENT;
    return present({
      confidence: 0.85,
      basis: 'the processes of the threads behind one end of chains',
      summary: `Threads of ${top.processes.size} processes wait behind one ${top.head.node.kind}: ${[...top.processes].slice(0, 6).join(', ')}${top.processes.size > 6 ? ' ...' : ''}.`,
      evidence: [headEvidence(waits, top.head), ...more.slice(0, 3).map(({ head }) => headEvidence(waits, head))],
      relations: [{ kind: 'specialises', pattern: 'wait-chain-general' }],
      details: { ...headDetails(top.head), processes: [...top.processes].slice(0, 64) },
    });
  },
};
export default pattern;

/** Names of the processes whose threads wait behind a node, by breadth; its own is left out. */
function processesBehind({ graph, threadAt }: Waits, head: WaitNode): ReadonlySet<string> {
  const names = new Set<string>();
  const seen = new Set([head.key]);
  const own = threadAt(head)?.process ?? null;
  const queue = [head];
  for (let index = 0; index < queue.length && queue.length < MOST_THREADS; index++)
    for (const { from } of graph.into(queue[index]!)) {
      if (seen.has(from.key)) continue;
      seen.add(from.key);
      queue.push(from);
      const thread = threadAt(from);
      if (thread?.process != null && thread.process !== own)
        names.add(`${thread.processName ?? '?'} ${thread.processId?.toString(16) ?? thread.process.toString(16)}`);
    }
  return names;
}
