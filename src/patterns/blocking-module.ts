import { componentOf, outsiderOn } from '../analysis/component.ts';
import { ABSENT, type Detection, type Pattern, present } from '../analysis/pattern.ts';
import { headDetails, headEvidence } from '../analysis/wait-finding.ts';
import { waitGraphFact } from '../evidence/wait-graph.ts';
import { frameName } from '../windows/stack.ts';

/** One thread that waits for a moment is everyday life. */
const FEWEST = 2;
const MOST = 3;

const pattern: Pattern = {
  id: 'blocking-module',
  name: 'Blocking Module',
  part: null,
  severity: 'info',
  meaning:
    'A thread that holds others up is in the code of a module that does not come with Windows, or was called from it. That module is where to go on.',
  advice: [
    'Ask the vendor of the module what it waits for there; look for a newer version, or do without it as a test.',
  ],
  links: ['wait-chain-general', 'blocked-thread-software', 'lm'],
  appliesTo: ['user', 'kernel'],
  detect(facts) {
    const waits = facts.need(waitGraphFact);
    const seen = new Set<string>();
    const found = waits.heads
      .filter(({ blocked, node }) => blocked >= FEWEST && node.kind === 'thread')
      .flatMap((head): Detection[] => {
        const frame = outsiderOn(waits.stackAt(head.node)?.frames ?? []);
        if (!frame?.module || seen.has(frame.module)) return [];
        seen.add(frame.module);
        return [
          {
            confidence: 0.75,
            basis: 'the stack of the thread at the end of the chain',
            summary: `${frame.module} is on the stack of a thread that ${head.blocked} others wait behind, in ${frameName(frame)}.`,
            evidence: [headEvidence(waits, head)],
            component: componentOf(facts, frame.module),
            details: { ...headDetails(head), function: frameName(frame) },
          },
        ];
      });
    const [first, ...more] = found.slice(0, MOST);
    return first ? present(first, ...more) : ABSENT;
  },
};
export default pattern;
