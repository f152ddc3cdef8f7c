import { detectLockWaits } from '../analysis/lock-wait.ts';
import type { Pattern } from '../analysis/pattern.ts';

const pattern: Pattern = {
  id: 'wait-chain-srw-lock',
  name: 'Wait Chain (SRW lock)',
  part: null,
  severity: 'warning',
  meaning:
    'Threads wait for slim reader/writer locks. Such a lock is one word and does not tell who holds it: the holder is a thread that is past the acquisition in the same code.',
  advice: [
    'Look for a thread that has taken the lock and waits for something else; when all threads that use it wait for it, one of them asked for it twice, or the owner has ended without releasing it.',
    'A thread that holds such a lock shared and asks for it exclusively, or asks again for what it holds, waits for itself.',
  ],
  links: ['wait-chain-critical-sections', '~*kv', '!uniqstack'],
  appliesTo: ['user', 'kernel'],
  detect: (facts) => detectLockWaits(facts, 'srw-lock', 'slim reader/writer locks'),
};
export default pattern;
