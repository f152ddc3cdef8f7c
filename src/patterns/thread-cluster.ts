import { componentOn } from '../analysis/component.ts';
import { ABSENT, type Evidence, type Pattern, present } from '../analysis/pattern.ts';
import { threadText } from '../analysis/stack-search.ts';
import { stackCollectionFact } from '../evidence/stack-collection.ts';
import { frameName } from '../windows/stack.ts';

const FEWEST = 4;
const MOST = 4;
/** Groups that tell something by their size; failing threads are single, idle ones are many by nature. */
const TELLING = new Set(['exception', 'lock-wait', 'long-wait', 'waiting', 'running']);

const pattern: Pattern = {
  id: 'thread-cluster',
  name: 'Thread Cluster',
  part: null,
  severity: 'info',
  meaning:
    'Several threads stand at the very same place: they wait for the same thing or do the same work. Where that is not the rest of a pool of workers, it is where the process is stuck.',
  advice: ['Look at one of them for all, and for the one thread that went past that place and holds what they need.'],
  links: ['high-contention-critical-sections', '!uniqstack', '~*k'],
  appliesTo: ['user'],
  detect(facts) {
    const groups = facts
      .need(stackCollectionFact)
      .filter(
        ({ oddity, members, stack }) =>
          TELLING.has(oddity) && members.length >= FEWEST && stack.frames.some((frame) => frame.function !== null),
      )
      .toSorted((a, b) => b.members.length - a.members.length);
    const [top] = groups;
    if (!top) return ABSENT;
    const [first, ...rest] = groups.slice(0, MOST).map(
      ({ members, reason, stack }): Evidence => ({
        statement: `${members.length} threads (${members
          .slice(0, 6)
          .map((member) => threadText(member).replace(/^thread /, ''))
          .join(', ')}${members.length > 6 ? ' ...' : ''}): ${reason}, in ${frameName(stack.frames[0]!)}`,
        command: '!uniqstack',
      }),
    );
    return present({
      confidence: 0.85,
      basis: 'equal stacks, frame by frame',
      summary: `${top.members.length} threads have the same stack: each ${top.reason}.`,
      evidence: [first!, ...rest],
      component: componentOn(facts, top.stack.frames),
      details: { groups: groups.slice(0, 16).map(({ members, reason }) => ({ threads: members.length, reason })) },
    });
  },
};
export default pattern;
