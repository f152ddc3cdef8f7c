import type { Pattern } from '../analysis/pattern.ts';
import { detectStarvation } from '../analysis/starvation.ts';

const pattern: Pattern = {
  id: 'thread-starvation-realtime-priority',
  name: 'Thread Starvation (realtime priority)',
  part: 'Part 64',
  severity: 'warning',
  meaning:
    'A thread of real-time priority (16 and above) uses a processor, and threads below it are ready but do not run: nothing of normal priority, not even input or the balance set manager, gets in between.',
  advice: [
    'Look at the threads that run: what do they do, since when, and who gave them their priority?',
    'Threads that hold locks while they starve hold up others too: see the wait chains.',
  ],
  links: ['spiking-thread', 'busy-system', '!ready', '!running'],
  appliesTo: ['kernel'],
  detect: (facts) => detectStarvation(facts, 'realtime'),
};
export default pattern;
