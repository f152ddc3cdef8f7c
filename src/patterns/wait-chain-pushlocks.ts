import { detectLockWaits } from '../analysis/lock-wait.ts';
import type { Pattern } from '../analysis/pattern.ts';

const pattern: Pattern = {
  id: 'wait-chain-pushlocks',
  name: 'Wait Chain (pushlocks)',
  part: null,
  severity: 'warning',
  meaning:
    'Threads of the kernel wait for push locks. A push lock is one word and does not tell who holds it: the holder is a thread that is past the acquisition in the same code.',
  advice: [
    'Look for the thread that holds the lock among those of the same driver or subsystem: it runs or waits for something else behind an acquiring function that returned.',
    'Threads that wait for exclusive and shared access in code of one driver point to a wrong order of its locks, or to a path that does not release.',
  ],
  links: ['wait-chain-executive-resources', '!thread', '!stacks'],
  appliesTo: ['kernel'],
  detect: (facts) => detectLockWaits(facts, 'push-lock', 'push locks'),
};
export default pattern;
