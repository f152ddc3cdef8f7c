import { chainPattern } from '../analysis/wait-chain.ts';
import { criticalSectionsFact } from '../evidence/critical-sections.ts';

export default chainPattern(
  {
    id: 'wait-chain-critical-sections',
    name: 'Wait Chain (critical sections)',
    part: 'Part 42b',
    meaning: 'Threads of a process wait for critical sections whose owners wait for further ones, or are busy.',
    links: ['deadlock-critical-sections', 'high-contention-critical-sections', '!locks', '!cs -l', '~*kv'],
    appliesTo: ['user', 'kernel'],
  },
  { kinds: ['critical-section', 'loader-lock'], need: (facts) => facts.need(criticalSectionsFact) },
);
