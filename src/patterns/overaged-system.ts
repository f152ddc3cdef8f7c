import { ABSENT, type Pattern, present, unknown } from '../analysis/pattern.ts';
import { systemFact } from '../evidence/system.ts';

/** GetTickCount counts milliseconds in 32 bits: after this many seconds it starts again from 0. */
const TICK_WRAP_SECONDS = 2 ** 32 / 1000;

const pattern: Pattern = {
  id: 'overaged-system',
  name: 'Overaged System',
  part: null,
  severity: 'info',
  meaning:
    'The system has been up for more than 49.7 days. Small leaks have had time to grow large, updates that need a restart are missing, and programs that count time by GetTickCount have seen it start again from 0.',
  advice: [
    'Ask whether the trouble goes away by a restart, and when it began: slow leaks show in the counters of pool, handles and commit.',
    'Suspect code that compares tick counts when it began about 49.7 days after the start of the system, or a multiple of that.',
  ],
  links: ['insufficient-memory-kernel-pool', 'insufficient-memory-handle-leak', 'young-system', 'vertarget'],
  appliesTo: ['user', 'kernel'],
  draft: true,
  detect(facts) {
    const { uptimeSeconds } = facts.need(systemFact);
    if (uptimeSeconds === null) return unknown('the system uptime (vertarget)');
    if (uptimeSeconds < TICK_WRAP_SECONDS) return ABSENT;
    const days = uptimeSeconds / 86_400;
    return present({
      confidence: 1,
      basis: 'the uptime of the system',
      summary: `The system had been up for ${days.toFixed(1)} days; its 32-bit tick count has wrapped ${Math.floor(uptimeSeconds / TICK_WRAP_SECONDS)} times.`,
      evidence: [{ statement: `system uptime ${uptimeSeconds.toFixed(3)} s`, command: 'vertarget' }],
      details: { uptimeSeconds },
    });
  },
};
export default pattern;
