import { ABSENT, type Pattern, present } from '../analysis/pattern.ts';
import { type HeldMonitor, syncBlocksFact } from '../evidence/sync-blocks.ts';

const pattern: Pattern = {
  id: 'wait-chain-clr-monitors',
  name: 'Wait Chain (CLR monitors)',
  part: null,
  severity: 'warning',
  meaning:
    'Threads wait for monitors of .NET (`lock`) that other threads hold. The owner is the next link: it may wait itself, for another monitor or for something outside of .NET.',
  advice: [
    'Look at the stack of each owner (~Ne !clrstack; ~Nk): one that waits for the monitor of another owner continues the chain, and two that wait for each other are a deadlock.',
  ],
  links: ['high-contention-net-clr-monitors', 'clr-thread', '!syncblk', '!clrstack'],
  appliesTo: ['user'],
  draft: true,
  detect(facts) {
    const rows = facts.need(syncBlocksFact).filter(({ waiters }) => waiters > 0);
    const [first, ...rest] = [...rows]
      .sort((a, b) => Number(b.ownerEnded) - Number(a.ownerEnded) || b.waiters - a.waiters)
      .slice(0, 8)
      .map((row) => ({
        statement: rowText(row),
        command: row.ownerIndex === null ? '!syncblk' : `~${row.ownerIndex}e !clrstack`,
        addresses: row.object === null ? [] : [row.object],
        lines: [`line ${row.line + 1} of the log`],
      }));
    if (!first) return ABSENT;
    const waiting = rows.reduce((sum, { waiters }) => sum + waiters, 0);
    return present({
      confidence: waiting > 1 || rows.some(({ ownerEnded }) => ownerEnded) ? 0.85 : 0.6,
      basis: 'the table of monitors that are held',
      summary: `${waiting} ${waiting === 1 ? 'thread waits' : 'threads wait'} for ${rows.length === 1 ? 'a monitor' : `${rows.length} monitors`} of .NET: ${first.statement}.`,
      evidence: [first, ...rest],
      details: { monitors: rows.length, waiting },
    });
  },
};
export default pattern;

function rowText({ object, type, waiters, owner, ownerIndex, ownerEnded }: HeldMonitor): string {
  const who = ownerEnded
    ? 'held by a thread that has ended, which never releases it'
    : owner === null
      ? 'without an owner at that moment'
      : `held by thread ${ownerIndex ?? '?'} (${owner.toString(16)})`;
  return `the monitor of ${type ?? 'an object'} ${object?.toString(16) ?? '?'} is ${who}; ${waiters} ${waiters === 1 ? 'waits' : 'wait'}`;
}
