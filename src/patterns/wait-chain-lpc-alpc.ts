import { chainPattern, isWholeChain } from '../analysis/wait-chain.ts';
import { threadObjectsFact } from '../evidence/thread-objects.ts';

export default chainPattern(
  {
    id: 'wait-chain-lpc-alpc',
    name: 'Wait Chain (LPC/ALPC)',
    part: null,
    meaning:
      'Threads wait for the reply to a message that they sent to another process: a remote procedure call on this machine. Whoever serves the message holds them up.',
    links: ['wait-chain-general', 'deadlock-lpc', '!alpc /m', '!lpc message'],
    appliesTo: ['kernel'],
  },
  {
    kinds: ['lpc-message', 'alpc-message', 'port'],
    keep: isWholeChain,
    need: (facts) => facts.need(threadObjectsFact),
  },
);
