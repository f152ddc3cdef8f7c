import { ABSENT, type Pattern, present } from '../analysis/pattern.ts';
import { countBy } from '../analysis/zombie.ts';
import { pendingIrpsFact } from '../evidence/pending-irps.ts';

/** Fewer requests have no distribution. */
const FEWEST = 100;
const SHARE = 0.5;
/** Drivers that keep requests of everybody by design: sockets, pipes and the console wait until somebody else acts. */
const KEEPERS = /(^|\\)(afd|npfs|npsvctrig|fltmgr|mup|condrv|msfs|kbdclass|mouclass|ntfs|filesystem\\npfs)(\.sys)?$/i;

const pattern: Pattern = {
  id: 'irp-distribution-anomaly',
  name: 'IRP Distribution Anomaly',
  part: null,
  severity: 'warning',
  meaning:
    'More than half of all pending requests of the system are at one driver that usually does not keep them: it does not complete what it is given.',
  advice: [
    'Look at the oldest of these requests (!irp) and at the device (!devstack); look at the threads of the driver.',
  ],
  links: ['object-distribution-anomaly-irp', 'blocked-thread-hardware', '!irpfind', '!irp'],
  appliesTo: ['kernel'],
  draft: true,
  detect(facts) {
    const irps = facts.need(pendingIrpsFact).filter(({ driver }) => driver !== null);
    const byDriver = countBy(irps, ({ driver }) => driver!);
    const [top] = byDriver;
    if (!top || irps.length < FEWEST || top[1] < SHARE * irps.length || KEEPERS.test(top[0])) return ABSENT;
    const [driver, count] = top;
    return present({
      confidence: 0.65,
      basis: 'the drivers that the pending requests are at',
      summary: `${count} of ${irps.length} pending requests are at ${driver}.`,
      evidence: [
        {
          statement: `requests by driver: ${byDriver
            .slice(0, 6)
            .map(([name, number]) => `${name} ${number}`)
            .join(', ')}`,
          command: '!irpfind',
          addresses: irps
            .filter((irp) => irp.driver === driver)
            .slice(0, 8)
            .map(({ address }) => address),
        },
      ],
      details: { driver, count, total: irps.length },
    });
  },
};
export default pattern;
