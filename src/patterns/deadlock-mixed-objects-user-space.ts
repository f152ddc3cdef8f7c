import { detectDeadlock, isMixed } from '../analysis/deadlock.ts';
import type { Pattern } from '../analysis/pattern.ts';
import { threadsFact } from '../evidence/threads.ts';
import { waitGraphFact } from '../evidence/wait-graph.ts';

const pattern: Pattern = {
  id: 'deadlock-mixed-objects-user-space',
  name: 'Deadlock (mixed objects, user space)',
  part: 'Part 9c',
  severity: 'error',
  meaning:
    'Threads of a process wait for each other in a circle through objects of different types: critical sections, mutexes, the loader lock, threads.',
  advice: [
    'Only a change of code helps: take the locks in one order everywhere, or release the first before asking for the second.',
    'The threads of the circle show on their stacks who takes which lock where.',
  ],
  links: ['wait-chain-general', 'deadlock-critical-sections', '!locks', '!thread'],
  appliesTo: ['user'],
  detect(facts) {
    facts.need(threadsFact);
    return detectDeadlock(
      facts,
      (cycle) => cycle.threads.length > 1 && isMixed(cycle),
      facts.need(waitGraphFact).missing,
    );
  },
};
export default pattern;
