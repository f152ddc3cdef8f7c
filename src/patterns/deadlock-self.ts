import { detectDeadlock } from '../analysis/deadlock.ts';
import type { Pattern } from '../analysis/pattern.ts';
import { waitGraphFact } from '../evidence/wait-graph.ts';

const pattern: Pattern = {
  id: 'deadlock-self',
  name: 'Deadlock (self)',
  part: 'Part 9f',
  severity: 'error',
  meaning: 'A thread waits for something that it holds itself and that cannot be taken twice in this way.',
  advice: [
    'Look on the stack of the thread for the two places: where it took the lock, and where it asks for it again.',
    'A lock that may be taken only once must not be held over calls that can take it; a resource held shared must be released before it is asked for exclusively.',
  ],
  links: ['deadlock-executive-resources', '!locks', '!thread'],
  appliesTo: ['user', 'kernel'],
  detect(facts) {
    return detectDeadlock(facts, ({ threads }) => threads.length === 1, facts.need(waitGraphFact).missing);
  },
};
export default pattern;
