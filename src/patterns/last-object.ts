import { ABSENT, type Pattern, present, unknown } from '../analysis/pattern.ts';
import { processText } from '../analysis/process-name.ts';
import { processesFact } from '../evidence/processes.ts';
import { systemFact } from '../evidence/system.ts';

/** Seconds before the dump: what began so late may have to do with it. */
const JUST_NOW = 5;
/** While the system starts, processes start all the time. */
const STARTED = 600;

const pattern: Pattern = {
  id: 'last-object',
  name: 'Last Object',
  part: 'Part 212',
  severity: 'info',
  meaning:
    'A process was created within the last seconds before the dump. What was started last is worth a look: it may have started the trouble, or be a part of saving it.',
  advice: ['Look at its command line and its parent: what was it started for?'],
  links: ['special-process', 'process-factory', '!process 0 0'],
  appliesTo: ['kernel'],
  draft: true,
  detect(facts) {
    const processes = facts.need(processesFact);
    const { capturedAt, uptimeSeconds } = facts.need(systemFact);
    const dated = processes.filter(({ createdAt }) => createdAt !== null);
    if (capturedAt === null || dated.length === 0)
      return unknown('when the processes were created and the dump was taken (!process 0 1; .time)');
    if (uptimeSeconds !== null && uptimeSeconds < STARTED) return ABSENT;
    const now = Date.parse(capturedAt);
    const late = dated
      .map((process) => ({ process, seconds: (now - Date.parse(process.createdAt!)) / 1000 }))
      .filter(({ seconds }) => seconds >= 0 && seconds <= JUST_NOW)
      .sort((a, b) => a.seconds - b.seconds);
    const [first, ...rest] = late.slice(0, 4).map(({ process, seconds }) => ({
      statement: `${processText(process)} was created ${seconds.toFixed(3)} s before the dump${process.commandLine ? `; command line: ${process.commandLine}` : ''}`,
      command: `!process ${process.address.toString(16)} 1`,
      addresses: [process.address],
    }));
    if (!first) return ABSENT;
    return present({
      confidence: 0.6,
      basis: 'times of creation',
      summary: `${late.length === 1 ? 'A process was' : `${late.length} processes were`} created in the last ${JUST_NOW} seconds: ${first.statement}.`,
      evidence: [first, ...rest],
      details: { count: late.length },
    });
  },
};
export default pattern;
