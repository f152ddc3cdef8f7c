import type { Pattern } from '../analysis/pattern.ts';
import { detectStop, failingComponent, type StopRule } from '../analysis/stop-finding.ts';

const RULES: readonly StopRule[] = [
  {
    codes: [0xc2],
    when: ([kind]) => kind === 6n || kind === 7n,
    confidence: 0.95,
    summary: 'A block of pool was freed that was free already.',
  },
  {
    codes: [0xc4],
    when: ([kind]) => kind === 0x13n || kind === 0x14n,
    confidence: 0.97,
    summary: 'Driver Verifier saw a driver free a block of pool that was free already.',
  },
  {
    codes: [0x19],
    when: ([kind]) => kind === 0x22n,
    confidence: 0.6,
    summary: 'A large block of pool was freed that is not allocated: it was freed before, or never was a block.',
  },
  {
    codes: [0xc1],
    when: (parameters) => parameters[3] === 0x20n,
    reads: [3],
    confidence: 0.6,
    summary: 'A block was freed to special pool that is not allocated: it was freed before, or never was a block.',
  },
];

const pattern: Pattern = {
  id: 'double-free-kernel-pool',
  name: 'Double Free (kernel pool)',
  part: null,
  severity: 'error',
  meaning:
    'A driver freed a block of pool a second time. In between the block may have been given to another driver, whose data is then lost.',
  advice: [
    'The stack shows the second free: find the other place in that driver that frees the same pointer, and what makes both run.',
    'Driver Verifier with special pool stops at the second free each time, before anyone else got the block.',
  ],
  links: ['dynamic-memory-corruption-kernel-pool', '!pool', '!verifier'],
  appliesTo: ['kernel'],
  detect: (facts) => detectStop(facts, RULES, { component: () => failingComponent(facts) }),
};
export default pattern;
