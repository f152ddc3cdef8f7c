import { ABSENT, type Evidence, type Pattern, present } from '../analysis/pattern.ts';
import { processText } from '../analysis/process-name.ts';
import { threadText } from '../analysis/processors.ts';
import { processesFact } from '../evidence/processes.ts';
import { systemFact } from '../evidence/system.ts';
import type { ProcessObject } from '../windows/process.ts';

const MOST = 6;
/** A thread that begins or ends at the moment of the dump may be counted and not listed, or the other way round. */
const FEWEST_LOST = 2;

const pattern: Pattern = {
  id: 'inconsistent-dump',
  name: 'Inconsistent Dump',
  part: null,
  severity: 'warning',
  meaning:
    'Parts of the dump contradict each other: counts and lists do not agree, or more threads run than there are processors. The system went on while it was saved, as with dumps of a live system, or memory was damaged.',
  advice: [
    'Trust nothing that rests on a single pointer or count here; ask for a dump of a stopped system.',
    'Facts that are on many places, as stacks of waiting threads, are mostly right.',
  ],
  links: ['corrupt-dump', 'broken-link', '!process 0 0', '!running'],
  appliesTo: ['kernel'],
  draft: true,
  detect(facts) {
    const processes = facts.need(processesFact);
    // A log shows what was asked for, at different moments of a session.
    if (facts.sourceKind === 'debugger-log') return ABSENT;
    const processors = facts.get(systemFact)?.processors ?? null;
    const evidence: Evidence[] = [
      ...processes.filter(isMiscounted).map((process) => ({
        statement: `${processText(process)} counts ${process.activeThreads} threads, its list has ${livingThreads(process)} that have not ended`,
        command: `!process ${process.address.toString(16)} 4`,
        addresses: [process.address],
      })),
      ...doubleRunners(processes),
    ];
    const running = processes.flatMap(({ threads }) => threads).filter(({ state }) => state === 'RUNNING');
    if (processors !== null && running.length > processors)
      evidence.push({
        statement: `${running.length} threads are in state RUNNING, but there are ${processors} processors`,
        command: '!running',
      });
    const [first, ...rest] = evidence;
    if (!first) return ABSENT;
    return present({
      confidence: 0.85,
      basis: 'counts and lists of the kernel that should agree',
      summary: `The dump contradicts itself: ${first.statement}${evidence.length > 1 ? `, and ${evidence.length - 1} more` : ''}.`,
      evidence: [first, ...rest.slice(0, MOST - 1)],
      details: { contradictions: evidence.length },
    });
  },
};
export default pattern;

const livingThreads = ({ threads }: ProcessObject): number =>
  threads.filter(({ state }) => state !== 'TERMINATED').length;

function isMiscounted(process: ProcessObject): boolean {
  const { activeThreads, threadsListed, threadsBroken, threads, id } = process;
  if (activeThreads === null || !threadsListed || threadsBroken !== null || id === 0) return false;
  return (
    threads.every(({ state }) => state !== null) && Math.abs(activeThreads - livingThreads(process)) >= FEWEST_LOST
  );
}

/** Two threads that run on one processor. */
function doubleRunners(processes: readonly ProcessObject[]): Evidence[] {
  const first = new Map<number, ProcessObject['threads'][number]>();
  return processes
    .flatMap(({ threads }) => threads)
    .filter(({ state, processor }) => state === 'RUNNING' && processor !== null)
    .flatMap((thread) => {
      const other = first.get(thread.processor!);
      first.set(thread.processor!, thread);
      if (!other || other.address === thread.address) return [];
      return [
        {
          statement: `threads ${threadText(other)} and ${threadText(thread)} both run on processor ${thread.processor}`,
          command: '!running',
          addresses: [other.address, thread.address],
        },
      ];
    });
}
