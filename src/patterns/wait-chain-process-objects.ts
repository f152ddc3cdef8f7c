import { chainPattern } from '../analysis/wait-chain.ts';
import { threadObjectsFact } from '../evidence/thread-objects.ts';

export default chainPattern(
  {
    id: 'wait-chain-process-objects',
    name: 'Wait Chain (process objects)',
    part: null,
    meaning:
      'Threads wait for a process to end. Starters and services do so all the time; it deserves a look where several threads wait for one process that does not end.',
    links: ['wait-chain-thread-objects', 'zombie-processes', '!process'],
    appliesTo: ['kernel'],
    severity: 'info',
  },
  {
    kinds: ['process'],
    fewest: 3,
    keep: ({ blocked, node }) => node.kind === 'process' && blocked >= 3,
    need: (facts) => facts.need(threadObjectsFact),
  },
);
