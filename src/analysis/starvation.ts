import { durationText } from './duration.ts';
import { ABSENT, type Evidence, type Facts, present, unknown, type Verdict } from './pattern.ts';
import { processorUse, threadText } from './processors.ts';

/** The balance set manager raises threads that have been ready for about 4 seconds; twice that is no chance any more. */
const STARVED_MS = 8000;
const REALTIME = 16;

/** Ready threads that have waited long for a processor, while real-time threads run or others do. */
export function detectStarvation(facts: Facts, kind: 'normal' | 'realtime'): Verdict {
  const { running, ready, allThreads } = processorUse(facts);
  const fast = running.filter(({ priority }) => priority !== null && priority >= REALTIME);
  const starving = ready
    .filter(({ waitMs, priority }) => waitMs !== null && waitMs >= STARVED_MS && priority !== null && priority > 0)
    .sort((a, b) => b.waitMs! - a.waitMs!);
  const [longest] = starving;
  if (!longest || running.length === 0 || (kind === 'realtime') !== fast.length > 0)
    return allThreads || starving.length > 0 ? ABSENT : unknown('ready threads and since when (!ready; !running)');
  const hogs = kind === 'realtime' ? fast : running;
  const evidence: Evidence[] = [
    ...starving.slice(0, 8).map((thread) => ({
      statement: `${threadText(thread)} has been ready for ${durationText(thread.waitMs!)}, priority ${thread.priority}`,
      command: `!thread ${thread.address.toString(16)}`,
      addresses: [thread.address],
    })),
    ...hogs.slice(0, 8).map((thread) => ({
      statement: `${threadText(thread)} is running${thread.processor === null ? '' : ` on processor ${thread.processor}`}, priority ${thread.priority ?? '?'}`,
      command: `!thread ${thread.address.toString(16)}`,
      addresses: [thread.address],
    })),
  ];
  const [first, ...rest] = evidence;
  return present({
    confidence: starving.length > 1 ? 0.8 : 0.65,
    basis: 'how long threads have been ready, and the priorities of those that run',
    summary: `${starving.length} ready ${starving.length === 1 ? 'thread has' : 'threads have'} not run for up to ${durationText(longest.waitMs!)}${kind === 'realtime' ? ' while threads of real-time priority use processors' : ''}.`,
    evidence: [first!, ...rest],
    relations: [{ kind: 'accompanies', pattern: 'spiking-thread' }],
    details: { starving: starving.length, longestMs: longest.waitMs },
  });
}
