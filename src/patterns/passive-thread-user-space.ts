import { ABSENT, type Evidence, type Pattern, present, unknown } from '../analysis/pattern.ts';
import { showsAllStacks } from '../analysis/stack-search.ts';
import { exceptionFact } from '../evidence/exception.ts';
import { stackCollectionFact } from '../evidence/stack-collection.ts';

const MOST = 6;

const pattern: Pattern = {
  id: 'passive-thread-user-space',
  name: 'Passive Thread (user space)',
  part: 'Part 31',
  severity: 'info',
  meaning:
    'Threads that wait for work or messages as they were made to. They are no part of a hang, and can be left out when its cause is looked for.',
  advice: ['Look at the other threads.'],
  links: ['active-thread', '!uniqstack', '~*k'],
  appliesTo: ['user'],
  detect(facts) {
    // Where something failed, what idle threads do is of no interest.
    if (facts.get(exceptionFact)) return ABSENT;
    const groups = facts.need(stackCollectionFact);
    const total = groups.reduce((sum, { members }) => sum + members.length, 0);
    const passive = groups.filter(({ oddity }) => oddity === 'passive');
    const count = passive.reduce((sum, { members }) => sum + members.length, 0);
    if (count === 0) {
      const unnamed = groups.some(({ stack }) => !stack.frames.some((frame) => frame.function !== null));
      return unnamed ? unknown('function names on the stacks (symbols)') : ABSENT;
    }
    if (!showsAllStacks(facts)) return unknown('the stacks of the other threads (~*k)');
    const [first, ...rest] = passive
      .toSorted((a, b) => b.members.length - a.members.length)
      .slice(0, MOST)
      .map(
        ({ members, reason }): Evidence => ({
          statement: `${members.length} ${members.length === 1 ? 'thread' : 'threads'}: ${reason}`,
          command: '!uniqstack',
        }),
      );
    return present({
      confidence: 0.85,
      basis: 'the functions at the ends of the stacks',
      summary: `${count} of ${total} threads ${count === 1 ? 'is' : 'are'} passive: they wait for work.`,
      evidence: [first!, ...rest],
      details: { passive: count, threads: total },
    });
  },
};
export default pattern;
