import { ABSENT, MissingFact, type Pattern, present } from '../analysis/pattern.ts';
import { systemFact } from '../evidence/system.ts';

/** Services and drivers are still starting for about this long after boot. */
const YOUNG_SECONDS = 300;

const pattern: Pattern = {
  id: 'young-system',
  name: 'Young System',
  part: null,
  severity: 'info',
  meaning:
    'The system had been up for only a few minutes. Counters have not grown yet, services may still be starting, and a machine that crashes this early may be in a restart loop.',
  advice: [
    'Do not read small counters as health. Ask whether the machine restarts again and again, and for a dump taken later.',
  ],
  links: ['vertarget'],
  appliesTo: ['user', 'kernel'],
  detect(facts) {
    const { uptimeSeconds } = facts.need(systemFact);
    if (uptimeSeconds === null)
      throw new MissingFact(
        facts.sourceKind === 'debugger-log'
          ? 'the system uptime (vertarget)'
          : 'the system uptime, which this kind of dump does not record',
      );
    if (uptimeSeconds >= YOUNG_SECONDS) return ABSENT;
    return present({
      confidence: 1,
      basis: `an uptime below ${YOUNG_SECONDS} seconds`,
      summary: `The system had been up for only ${Math.floor(uptimeSeconds / 60)} min ${Math.floor(uptimeSeconds % 60)} s.`,
      evidence: [{ statement: `system uptime ${uptimeSeconds.toFixed(3)} s`, command: 'vertarget' }],
      details: { uptimeSeconds },
    });
  },
};
export default pattern;
