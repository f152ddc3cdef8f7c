import { durationText } from '../analysis/duration.ts';
import { ABSENT, type Pattern, present } from '../analysis/pattern.ts';
import { processorUse, threadText } from '../analysis/processors.ts';
import { threadAffinityFact } from '../evidence/thread-affinity.ts';

/** The balance set manager helps starving threads after about four seconds. */
const LONG_MS = 4000;
const MOST = 4;

const pattern: Pattern = {
  id: 'affine-thread',
  name: 'Affine Thread',
  part: null,
  severity: 'warning',
  meaning:
    'A thread that is ready to run may run on one processor only, and waits long for that one while others may be free.',
  advice: [
    'Look at what runs on that processor (!running), and find who set the affinity of the thread or its process.',
  ],
  links: ['thread-starvation-normal-priority', 'high-contention-processors', '!ready', '!running'],
  appliesTo: ['kernel'],
  draft: true,
  detect(facts) {
    const { processors, ready, running } = processorUse(facts);
    if (processors !== null && processors < 2) return ABSENT;
    const waiting = ready.filter(({ waitMs }) => (waitMs ?? 0) >= LONG_MS);
    if (waiting.length === 0) return ABSENT;
    const affinity = facts.need(threadAffinityFact);
    const [first, ...rest] = waiting
      .sort((a, b) => b.waitMs! - a.waitMs!)
      .flatMap((thread) => {
        const processor = onlyBit(affinity(thread));
        if (processor === null) return [];
        const rival = running.find((item) => item.processor === processor);
        return [
          {
            statement: `thread ${threadText(thread)} may run on processor ${processor} only and has been ready for ${durationText(thread.waitMs!)}${rival ? `; ${threadText(rival)}, priority ${rival.priority ?? '?'}, runs there` : ''}`,
            command: `!thread ${thread.address.toString(16)}`,
            addresses: [thread.address],
          },
        ];
      })
      .slice(0, MOST);
    if (!first) return ABSENT;
    return present({
      confidence: 0.85,
      basis: 'the affinity and the state of the thread',
      summary: `${first.statement[0]!.toUpperCase()}${first.statement.slice(1)}.`,
      evidence: [first, ...rest],
    });
  },
};
export default pattern;

/** Number of the one bit that is set; null for none or several. */
function onlyBit(mask: bigint | null): number | null {
  if (mask === null || mask <= 0n || (mask & (mask - 1n)) !== 0n) return null;
  return mask.toString(2).length - 1;
}
