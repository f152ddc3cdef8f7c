import { ABSENT, type Evidence, type Pattern, present, unknown } from '../analysis/pattern.ts';
import { processesFact } from '../evidence/processes.ts';
import { threadObjectsFact } from '../evidence/thread-objects.ts';
import type { ThreadObject } from '../windows/thread.ts';

/** What threads have unless somebody changed it (Vista and later). */
const IO = 2;
const PAGE = 5;
const IO_NAMES = ['very low', 'low', 'normal', 'high', 'critical'];

const pattern: Pattern = {
  id: 'io-priority-deviation',
  name: 'I/O and Memory Priority',
  part: null,
  severity: 'info',
  meaning:
    'All threads of a process have another I/O or page priority than the usual 2 and 5: their reads and writes come after those of others, and their pages are taken first. Background tasks do so on purpose; for other programs it explains why they are slow.',
  advice: [
    'Look for a PerfOptions key of the image under Image File Execution Options (IoPriority, PagePriority), for a job with such limits, and for the program’s own background mode.',
  ],
  links: ['!thread', '!process'],
  appliesTo: ['kernel'],
  detect(facts) {
    const threads = facts
      .need(threadObjectsFact)
      .filter(({ ioPriority, pagePriority }) => ioPriority !== null || pagePriority !== null);
    if (threads.length === 0) return unknown('I/O and page priorities, which threads have since Vista (!thread)');
    const processes = new Map<string, ThreadObject[]>();
    for (const thread of threads) {
      const key = thread.process?.toString(16) ?? `thread ${thread.address}`;
      const list = processes.get(key);
      if (list) list.push(thread);
      else processes.set(key, [thread]);
    }
    const listed = new Set(
      (facts.get(processesFact) ?? []).filter((item) => item.threadsListed).map(({ address }) => address),
    );
    const [first, ...rest] = [...processes.values()].filter((list) => isOfProcess(list, listed)).map(statement);
    if (!first) return ABSENT;
    return present({
      confidence: 0.7,
      basis: 'priorities of all threads that are known of the process',
      summary: `${first.statement}${rest.length > 0 ? `; ${rest.length} more ${rest.length === 1 ? 'process' : 'processes'} likewise` : ''}.`,
      evidence: [first, ...rest.slice(0, 12)],
      details: { processes: 1 + rest.length },
    });
  },
};
export default pattern;

/**
 * Single threads lower themselves for background work, and those of System always have done so. It is the process that
 * was lowered when all of its threads were, or when one has lost both priorities, as PerfOptions of the image do it.
 */
function isOfProcess(threads: readonly ThreadObject[], listed: ReadonlySet<bigint>): boolean {
  const [{ processId, processName, process }] = threads as [ThreadObject];
  if (processId === 4 || processName === 'System' || !threads.every(deviates)) return false;
  const all = process !== null && listed.has(process) && threads.length > 1;
  return all || threads.every(({ ioPriority, pagePriority }) => ioPriority !== IO && pagePriority !== PAGE);
}

function deviates({ ioPriority, pagePriority }: ThreadObject): boolean {
  return (ioPriority !== null && ioPriority !== IO) || (pagePriority !== null && pagePriority !== PAGE);
}

function statement(threads: readonly ThreadObject[]): Evidence {
  const [{ processName, ioPriority, pagePriority, address, process }] = threads as [ThreadObject];
  const io =
    ioPriority === null
      ? ''
      : `I/O priority ${ioPriority}${IO_NAMES[ioPriority] ? ` (${IO_NAMES[ioPriority]})` : ''} instead of ${IO}`;
  const page = pagePriority === null ? '' : `page priority ${pagePriority} instead of ${PAGE}`;
  const told = [ioPriority === IO ? '' : io, pagePriority === PAGE ? '' : page].filter(Boolean).join(', ');
  return {
    statement: `${processName ?? 'a process'}: ${told}`,
    command: threads.length === 1 ? `!thread ${address.toString(16)}` : `!process ${process?.toString(16) ?? '0'} 7`,
    addresses: threads.slice(0, 8).map((thread) => thread.address),
  };
}
