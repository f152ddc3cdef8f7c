import { ABSENT, type Evidence, type Pattern, present } from '../analysis/pattern.ts';
import { processText } from '../analysis/process-name.ts';
import { cidComparisonFact } from '../evidence/cid-comparison.ts';
import { processesFact } from '../evidence/processes.ts';

/** A page that was not saved breaks a walk, but no list. */
const NOT_SAVED = /not in the dump/;

const pattern: Pattern = {
  id: 'broken-link',
  name: 'Broken Link',
  part: null,
  severity: 'warning',
  meaning:
    'A list of the kernel does not lead back to its head: a link is null or leads into the list again. The memory was overwritten, or the dump was taken while the list was being changed.',
  advice: [
    'Look at the entry before the break (dl, dt): what was written over the link, and does it look like another structure or text?',
    'Walk the list backwards as well; what lies behind the break is found by other ways only.',
  ],
  links: ['corrupt-structure', 'hidden-process', 'dl', '!validatelist'],
  appliesTo: ['kernel'],
  draft: true,
  detect(facts) {
    const processes = facts.need(processesFact);
    const evidence: Evidence[] = processes
      .filter(({ threadsBroken }) => threadsBroken !== null && !NOT_SAVED.test(threadsBroken))
      .slice(0, 6)
      .map((process) => ({
        statement: `threads of ${processText(process)}: ${process.threadsBroken}`,
        command: `!process ${process.address.toString(16)} 4`,
        addresses: [process.address],
      }));
    const lost = facts.get(cidComparisonFact)?.brokenList ?? null;
    if (lost !== null && !NOT_SAVED.test(lost))
      evidence.unshift({ statement: `the list of processes: ${lost}`, command: '!process 0 0' });
    const [first, ...rest] = evidence;
    if (!first) return ABSENT;
    return present({
      confidence: 0.9,
      basis: 'walks of lists that did not come back to their heads',
      summary: `${evidence.length === 1 ? 'A list of the kernel is' : `${evidence.length} lists of the kernel are`} broken: ${first.statement}.`,
      evidence: [first, ...rest],
    });
  },
};
export default pattern;
