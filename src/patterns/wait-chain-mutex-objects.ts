import { chainPattern, isWholeChain } from '../analysis/wait-chain.ts';
import { threadObjectsFact } from '../evidence/thread-objects.ts';

export default chainPattern(
  {
    id: 'wait-chain-mutex-objects',
    name: 'Wait Chain (mutex objects)',
    part: null,
    meaning:
      'Threads wait for mutexes that other threads, often of other processes, own; in drivers also for fast and guarded mutexes.',
    links: ['wait-chain-general', 'deadlock-mixed-objects-kernel-space', '!thread', '!mutex'],
    appliesTo: ['kernel'],
  },
  { kinds: ['mutant', 'fast-mutex'], keep: isWholeChain, need: (facts) => facts.need(threadObjectsFact) },
);
