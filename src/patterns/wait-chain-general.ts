import { chainPattern, linkKinds } from '../analysis/wait-chain.ts';
import type { WaitNodeKind } from '../evidence/wait-node.ts';

/** Everything that has an owner or a server; events and the like lead nowhere. */
const KINDS: readonly WaitNodeKind[] = [
  'resource',
  'critical-section',
  'loader-lock',
  'mutant',
  'lpc-message',
  'alpc-message',
  'port',
  'push-lock',
  'fast-mutex',
  'srw-lock',
  'spin-lock',
  'thread',
  'process',
  'irp',
];

export default chainPattern(
  {
    id: 'wait-chain-general',
    name: 'Wait Chain (general)',
    part: 'Part 42',
    meaning:
      'A chain of waits through objects of several types, and often through several processes: a lock whose owner waits for a reply, whose server waits for a mutex, and so on.',
    links: [
      'wait-chain-executive-resources',
      'wait-chain-critical-sections',
      'wait-chain-lpc-alpc',
      'wait-chain-mutex-objects',
      '!locks',
      '!thread',
    ],
    appliesTo: ['user', 'kernel'],
  },
  // Chains through one type have patterns of their own.
  { kinds: KINDS, keep: (head) => linkKinds(head).size > 1 },
);
