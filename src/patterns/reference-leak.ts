import { ABSENT, type Pattern, present } from '../analysis/pattern.ts';
import { processText } from '../analysis/process-name.ts';
import { isZombie } from '../analysis/zombie.ts';
import { objectCountsFact } from '../evidence/object-counts.ts';
import { processesFact } from '../evidence/processes.ts';

/** Processes that ended a moment ago are still referred to for a moment. */
const FEWEST = 5;

const pattern: Pattern = {
  id: 'reference-leak',
  name: 'Reference Leak',
  part: null,
  severity: 'warning',
  meaning:
    'Processes have ended and no handle to them is open, but their objects are still referred to by pointer: kernel code took references and did not give them back.',
  advice: [
    'Turn on tracing of object references (gflags, !obtrace) for processes to learn which driver takes them.',
    'Drivers that look at every new process are the first suspects: protection software, filters.',
  ],
  links: ['zombie-processes', '!object', '!obtrace'],
  appliesTo: ['kernel'],
  draft: true,
  detect(facts) {
    const ended = facts.need(processesFact).filter(isZombie);
    if (ended.length < FEWEST) return ABSENT;
    const countsOf = facts.need(objectCountsFact);
    const leaked = ended.flatMap((process) => {
      const counts = countsOf(process.address);
      return counts?.handles === 0n && (counts.pointers ?? 0n) > 0n ? [{ process, pointers: counts.pointers }] : [];
    });
    if (leaked.length < FEWEST) return ABSENT;
    const [first, ...rest] = leaked.slice(0, 6).map(({ process, pointers }) => ({
      statement: `${processText(process)} has ended, has no open handle, and is referred to ${pointers} times`,
      command: `!object ${process.address.toString(16)}`,
      addresses: [process.address],
    }));
    return present({
      confidence: 0.75,
      basis: 'the counts in the headers of the process objects',
      summary: `${leaked.length} of ${ended.length} processes that have ended are kept by references alone, without any handle.`,
      evidence: [first!, ...rest],
      relations: [{ kind: 'causes', pattern: 'zombie-processes' }],
      details: { leaked: leaked.length, ended: ended.length },
    });
  },
};
export default pattern;
