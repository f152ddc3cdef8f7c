import { ABSENT, type Pattern, present } from '../analysis/pattern.ts';
import { syncBlocksFact } from '../evidence/sync-blocks.ts';

/** As many threads that wait for one monitor are a queue. */
const MANY = 5;

const pattern: Pattern = {
  id: 'high-contention-net-clr-monitors',
  name: 'High Contention (.NET CLR monitors)',
  part: null,
  severity: 'warning',
  meaning: 'Many threads wait for one monitor of .NET (`lock`): work that should go on in parallel goes one by one.',
  advice: [
    'Look at what the owner does inside the lock (!clrstack of its thread): waits for a database or a network there hold up all others.',
  ],
  links: ['wait-chain-clr-monitors', 'clr-thread', '!syncblk', '!clrstack'],
  appliesTo: ['user'],
  draft: true,
  detect(facts) {
    const rows = facts
      .need(syncBlocksFact)
      .filter(({ waiters }) => waiters >= MANY)
      .sort((a, b) => b.waiters - a.waiters);
    const [first, ...rest] = rows.slice(0, 6).map(({ object, type, waiters, line }) => ({
      statement: `${waiters} threads wait for the monitor of ${type ?? 'an object'} ${object?.toString(16) ?? '?'}`,
      command: '!syncblk',
      addresses: object === null ? [] : [object],
      lines: [`line ${line + 1} of the log`],
    }));
    if (!first) return ABSENT;
    return present({
      confidence: 0.9,
      basis: 'the count of waiting threads in the table of monitors',
      summary: `${first.statement}.`,
      evidence: [first, ...rest],
      details: { monitors: rows.length, waiters: rows[0]!.waiters },
    });
  },
};
export default pattern;
