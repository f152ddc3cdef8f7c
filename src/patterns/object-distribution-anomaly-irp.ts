import { ABSENT, type Evidence, type Pattern, present } from '../analysis/pattern.ts';
import { countBy } from '../analysis/zombie.ts';
import { pendingIrpsFact } from '../evidence/pending-irps.ts';

/** As many pending requests of one thread, or of one process, are rare. */
const MANY_OF_THREAD = 100;
const MANY_OF_PROCESS = 500;

const pattern: Pattern = {
  id: 'object-distribution-anomaly-irp',
  name: 'Object Distribution Anomaly (IRP)',
  part: null,
  severity: 'warning',
  meaning:
    'One thread or process has very many requests pending: it sends faster than they are completed, or nobody completes them.',
  advice: ['Look at a few of the requests (!irp): which driver has them, and since when?'],
  links: ['irp-distribution-anomaly', '!irpfind', '!thread'],
  appliesTo: ['kernel'],
  draft: true,
  detect(facts) {
    const irps = facts.need(pendingIrpsFact);
    const threads = countBy(
      irps.filter(({ thread }) => thread !== null),
      ({ thread }) => thread!.toString(16),
    ).filter(([, count]) => count >= MANY_OF_THREAD);
    const processes = countBy(
      irps.filter(({ process }) => process !== null),
      ({ process }) => process!,
    ).filter(([, count]) => count >= MANY_OF_PROCESS);
    const [first, ...rest]: Evidence[] = [
      ...threads.slice(0, 4).map(([thread, count]) => ({
        statement: `thread ${thread} has ${count} of ${irps.length} pending requests`,
        command: `!thread ${thread}`,
        addresses: [BigInt(`0x${thread}`)],
      })),
      ...processes.slice(0, 4).map(([process, count]) => ({
        statement: `process ${process} has ${count} of ${irps.length} pending requests`,
        command: '!irpfind',
      })),
    ];
    if (!first) return ABSENT;
    return present({
      confidence: 0.7,
      basis: 'the number of pending requests',
      summary: `${first.statement[0]!.toUpperCase()}${first.statement.slice(1)}.`,
      evidence: [first, ...rest],
      details: { total: irps.length },
    });
  },
};
export default pattern;
