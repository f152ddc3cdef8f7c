import type { Pattern } from '../analysis/pattern.ts';
import { detectStarvation } from '../analysis/starvation.ts';

const pattern: Pattern = {
  id: 'thread-starvation-normal-priority',
  name: 'Thread Starvation (normal priority)',
  part: 'Part 64b',
  severity: 'warning',
  meaning:
    'Threads are ready but have not been given a processor for seconds, because others of the same or a higher priority use it up. The balance set manager helps such threads after about four seconds; those that are older starve.',
  advice: [
    'Look at the threads that run: what do they do, since when, and who gave them their priority?',
    'Threads that hold locks while they starve hold up others too: see the wait chains.',
  ],
  links: ['spiking-thread', 'busy-system', '!ready', '!running'],
  appliesTo: ['kernel'],
  detect: (facts) => detectStarvation(facts, 'normal'),
};
export default pattern;
