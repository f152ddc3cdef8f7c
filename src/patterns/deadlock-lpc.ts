import { detectDeadlock, kindsOf } from '../analysis/deadlock.ts';
import type { Pattern } from '../analysis/pattern.ts';
import { threadObjectsFact } from '../evidence/thread-objects.ts';

const pattern: Pattern = {
  id: 'deadlock-lpc',
  name: 'Deadlock (LPC)',
  part: 'Part 9d',
  severity: 'error',
  meaning:
    'Processes wait for replies from each other: the server of a message waits, directly or through others, for the client of that very message.',
  advice: [
    'Break the circle of calls: a server must not call its client, or those who wait for it, while it serves a message.',
    'The stacks of the threads show who called whom.',
  ],
  links: ['wait-chain-lpc-alpc', '!alpc /m', '!lpc message', '!thread'],
  appliesTo: ['kernel'],
  detect(facts) {
    facts.need(threadObjectsFact);
    return detectDeadlock(
      facts,
      (cycle) =>
        cycle.threads.length > 1 &&
        [...kindsOf(cycle)].every((kind) => kind === 'lpc-message' || kind === 'alpc-message' || kind === 'port'),
      [],
    );
  },
};
export default pattern;
