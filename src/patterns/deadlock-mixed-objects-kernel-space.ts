import { detectDeadlock, isMixed } from '../analysis/deadlock.ts';
import type { Pattern } from '../analysis/pattern.ts';
import { threadObjectsFact } from '../evidence/thread-objects.ts';
import { waitGraphFact } from '../evidence/wait-graph.ts';

const pattern: Pattern = {
  id: 'deadlock-mixed-objects-kernel-space',
  name: 'Deadlock (mixed objects, kernel space)',
  part: 'Part 9e',
  severity: 'error',
  meaning:
    'Threads, often of several processes, wait for each other in a circle through objects of different types: resources, mutexes, messages, threads, processes.',
  advice: [
    'Only a change of code helps: take the locks in one order everywhere, or release the first before asking for the second.',
    'The threads of the circle show on their stacks who takes which lock where.',
  ],
  links: ['wait-chain-general', 'deadlock-executive-resources', '!locks', '!thread'],
  appliesTo: ['kernel'],
  detect(facts) {
    facts.need(threadObjectsFact);
    return detectDeadlock(
      facts,
      (cycle) => cycle.threads.length > 1 && isMixed(cycle),
      facts.need(waitGraphFact).missing,
    );
  },
};
export default pattern;
