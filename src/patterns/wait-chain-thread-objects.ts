import { chainPattern } from '../analysis/wait-chain.ts';
import { threadObjectsFact } from '../evidence/thread-objects.ts';

export default chainPattern(
  {
    id: 'wait-chain-thread-objects',
    name: 'Wait Chain (thread objects)',
    part: 'Part 42d',
    meaning:
      'Threads wait for other threads to end. That is usual where a program joins its workers; it deserves a look where many wait, or where the awaited thread cannot end because it waits itself.',
    links: ['wait-chain-process-objects', 'wait-chain-general', '!thread'],
    appliesTo: ['kernel'],
    severity: 'info',
  },
  {
    kinds: ['thread'],
    fewest: 3,
    // Waiting long for a worker is what a main thread does; only several, or a chain, say something.
    keep: ({ blocked, chain, node }) => node.kind === 'thread' && (blocked >= 3 || chain.length >= 2),
    need: (facts) => facts.need(threadObjectsFact),
  },
);
