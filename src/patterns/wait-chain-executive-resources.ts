import { chainPattern } from '../analysis/wait-chain.ts';
import { resourcesFact } from '../evidence/resources.ts';

export default chainPattern(
  {
    id: 'wait-chain-executive-resources',
    name: 'Wait Chain (executive resources)',
    part: 'Part 42c',
    meaning:
      'Threads wait for executive resources (reader-writer locks of the kernel and of drivers, above all of file systems) whose owners wait for further ones. Everything behind the last owner stands still with it.',
    links: [
      'deadlock-executive-resources',
      'high-contention-executive-resources',
      'spiking-thread',
      '!locks',
      '!thread',
    ],
    appliesTo: ['kernel'],
  },
  { kinds: ['resource'], need: (facts) => facts.need(resourcesFact) },
);
