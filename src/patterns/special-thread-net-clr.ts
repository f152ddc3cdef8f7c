import { ABSENT, type Pattern, present } from '../analysis/pattern.ts';
import { hitsEvidence, searchStacks } from '../analysis/stack-search.ts';
import { exceptionFact } from '../evidence/exception.ts';
import { currentThreadFact } from '../evidence/threads.ts';
import { passiveThreadOf } from '../windows/passive-thread.ts';

const FINALIZER =
  /(^|::)(FinalizerThread(Start|Worker\w*)?|FinalizerThread::\w+|DoOneFinalization|FinalizeAllObjects\w*)$/;
const CLR = /^(clr|coreclr|mscorwks|mscorsvr)$/i;

const pattern: Pattern = {
  id: 'special-thread-net-clr',
  name: 'Special Thread (.NET CLR)',
  part: null,
  severity: 'warning',
  meaning:
    'The finalizer thread of .NET fails or is at work: it runs the finalizers of all objects one after the other. While it waits, none of them is freed, and memory grows.',
  advice: [
    'Look at the finalizer that it runs (`!clrstack`, `!finalizequeue`): it must not wait for other threads, least of all for COM objects of a single-threaded apartment.',
  ],
  links: ['clr-thread', '~*k'],
  appliesTo: ['user'],
  draft: true,
  detect(facts) {
    const { hits, none } = searchStacks(
      facts,
      ({ function: name, module }) => name !== null && CLR.test(module ?? '') && FINALIZER.test(name),
    );
    const busy = hits.filter(({ member }) => passiveThreadOf(member.stack.frames) === null);
    const [first] = busy;
    if (!first) return hits.length > 0 ? ABSENT : none;
    const failed = facts.get(exceptionFact) !== null && first.member.id === facts.get(currentThreadFact)?.id;
    return present({
      confidence: failed ? 0.9 : 0.7,
      basis: 'the functions on the stacks',
      summary: failed
        ? 'The finalizer thread failed.'
        : 'The finalizer thread does not wait for work: it runs a finalizer or waits inside of one.',
      evidence: hitsEvidence(busy),
    });
  },
};
export default pattern;
