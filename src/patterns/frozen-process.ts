import { ABSENT, type Pattern, present } from '../analysis/pattern.ts';
import { processText } from '../analysis/process-name.ts';
import { processesFact } from '../evidence/processes.ts';
import type { ProcessObject } from '../windows/process.ts';

const pattern: Pattern = {
  id: 'frozen-process',
  name: 'Frozen Process',
  part: null,
  severity: 'info',
  meaning:
    'All threads of a process are frozen as a whole. Since Windows 8 that is how apps from the store rest in the background, so it is usual for those and remarkable for others.',
  advice: [
    'Do not take its waiting threads for a hang: they will not run before the process is thawed.',
    'If others wait for it, ask why it was frozen: process lifetime management, a job with a freeze limit, or a debugger.',
  ],
  links: ['suspended-thread', '!process'],
  appliesTo: ['kernel'],
  detect(facts) {
    const frozen = facts.need(processesFact).filter(isFrozen);
    const [first, ...rest] = frozen.slice(0, 16).map((process) => ({
      statement: `${processText(process)}: ${process.frozen ? 'marked as frozen' : 'every thread has a freeze count'}, ${process.threads.length} ${process.threads.length === 1 ? 'thread' : 'threads'}`,
      command: `!process ${process.address.toString(16)} 2`,
      addresses: [process.address],
    }));
    if (!first) return ABSENT;
    return present({
      confidence: 0.9,
      basis: 'the mark in the process, or the freeze counts of all its threads',
      summary: `${frozen.length} ${frozen.length === 1 ? 'process is' : 'processes are'} frozen as a whole: ${frozen
        .slice(0, 4)
        .map(({ image }) => image ?? '?')
        .join(', ')}${frozen.length > 4 ? ' ...' : ''}.`,
      evidence: [first, ...rest],
      details: { processes: frozen.map(({ id, image }) => ({ id, image })) },
    });
  },
};
export default pattern;

function isFrozen({ frozen, threads, threadsListed, zombie }: ProcessObject): boolean {
  if (zombie === true) return false;
  if (frozen !== null) return frozen;
  return threadsListed && threads.length > 0 && threads.every(({ freezeCount }) => (freezeCount ?? 0) > 0);
}
