import { ABSENT, type Pattern, present, unknown } from '../analysis/pattern.ts';
import { threadText } from '../analysis/stack-search.ts';
import { stackCollectionFact } from '../evidence/stack-collection.ts';
import { threadObjectsFact } from '../evidence/thread-objects.ts';

/** Fewer losses are usual: stacks in the paging file, threads that just ended. */
const FEWEST = 5;
const SHARE = 0.2;

const pattern: Pattern = {
  id: 'lateral-damage',
  name: 'Lateral Damage',
  part: null,
  severity: 'warning',
  meaning:
    'The dump opens and its lists can be walked, but stacks of many threads, which the system says are in memory, cannot be read. What is missing was damaged or not saved, and may be just what matters.',
  advice: [
    'Rely on what is there, as lists, counters and locks, and ask for another dump; look for errors of the disk that it was written to.',
  ],
  links: ['corrupt-dump', 'truncated-dump', 'paged-out-data', '!stacks'],
  appliesTo: ['kernel'],
  draft: true,
  detect(facts) {
    if (facts.sourceKind === 'debugger-log') return unknown('the stacks in the dump itself: a log shows some of them');
    const resident = new Set(
      facts
        .need(threadObjectsFact)
        .filter(({ kernelStackResident, state }) => kernelStackResident === true && state !== 'TERMINATED')
        .map(({ address }) => address),
    );
    const members = facts
      .need(stackCollectionFact)
      .flatMap((group) => group.members)
      .filter(({ address }) => address !== null && resident.has(address));
    const lost = members.filter(({ stack }) => stack.frames.length === 0);
    if (lost.length < FEWEST || lost.length < SHARE * members.length) return ABSENT;
    const [first, ...rest] = lost.slice(0, 6).map((member) => ({
      statement: `${threadText(member)}: ${member.stack.endReason ?? 'no frame could be read'}`,
      command: `!thread ${member.address!.toString(16)}`,
      addresses: [member.address!],
    }));
    return present({
      confidence: 0.85,
      basis: 'threads whose stacks are resident by their own flag, and the memory of the dump',
      summary: `The stacks of ${lost.length} of ${members.length} threads cannot be read, although the system says that they are in memory.`,
      evidence: [first!, ...rest],
      details: { lost: lost.length, threads: members.length },
    });
  },
};
export default pattern;
