import { ABSENT, type Evidence, type Pattern, present, unknown } from '../analysis/pattern.ts';
import { processText } from '../analysis/process-name.ts';
import { isZombie } from '../analysis/zombie.ts';
import { processesFact } from '../evidence/processes.ts';

/** Processes that every installation runs from start to end, by the names of their image files. */
const CORE = ['smss.exe', 'csrss.exe', 'winlogon.exe', 'services.exe', 'lsass.exe'];
/** A list with fewer processes is no whole list of a system that has started. */
const FEWEST = 15;
/** As many of the core must be there before the lack of another means something. */
const FEWEST_CORE = 3;

const pattern: Pattern = {
  id: 'missing-process',
  name: 'Missing Process',
  part: 'Part 92',
  severity: 'error',
  meaning:
    'A process that every running system has is not there any more, or has ended: without it logons, services or windows do not work.',
  advice: [
    'Find out when and why it ended: its exit status if its object is left, the event log, and dumps of processes of that time.',
    'Threads that wait for its answers hang from that moment on.',
  ],
  links: ['crashed-process', 'wait-chain-lpc-alpc', '!process 0 0'],
  appliesTo: ['kernel'],
  draft: true,
  detect(facts) {
    const processes = facts.need(processesFact);
    const live = new Set(processes.filter((process) => !isZombie(process)).map(({ image }) => image?.toLowerCase()));
    const missing = CORE.filter((image) => !live.has(image));
    if (missing.length === 0) return ABSENT;
    if (processes.length < FEWEST || CORE.length - missing.length < FEWEST_CORE)
      return unknown(
        'the whole list of processes (!process 0 0): the one at hand is too short to miss something in it',
      );
    const [first, ...rest] = missing.map((image): Evidence => {
      const ended = processes.find((process) => process.image?.toLowerCase() === image);
      return ended
        ? {
            statement: `${processText(ended)} has ended${ended.exitedAt ? ` at ${ended.exitedAt}` : ''}`,
            command: `!process ${ended.address.toString(16)} 1`,
            addresses: [ended.address],
          }
        : { statement: `none of the ${processes.length} processes is ${image}`, command: '!process 0 0' };
    });
    return present({
      confidence: facts.sourceKind === 'debugger-log' ? 0.5 : 0.85,
      basis: `the list of processes${facts.sourceKind === 'debugger-log' ? ', which the author of a log may have shortened' : ''}`,
      summary: `${missing.join(' and ')} ${missing.length === 1 ? 'does' : 'do'} not run.`,
      evidence: [first!, ...rest],
      details: { missing },
    });
  },
};
export default pattern;
