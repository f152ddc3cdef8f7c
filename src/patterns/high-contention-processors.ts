import { ABSENT, type Pattern, present, unknown } from '../analysis/pattern.ts';
import { processorUse, threadText } from '../analysis/processors.ts';

/** Ready threads per processor beyond which they queue up in earnest. */
const PER_PROCESSOR = 2;

const pattern: Pattern = {
  id: 'high-contention-processors',
  name: 'High Contention (processors)',
  part: 'Part 29c',
  severity: 'warning',
  meaning: 'Far more threads are ready to run than there are processors.',
  advice: [
    'See which processes the ready threads belong to, and which threads run at what priority.',
    'A spiking thread, or many busy ones of one process, are the usual reason.',
  ],
  links: ['busy-system', 'spiking-thread', '!ready', '!running'],
  appliesTo: ['kernel'],
  detect(facts) {
    const { processors, ready, allThreads } = processorUse(facts);
    if (processors === null) return unknown('the number of processors (vertarget)');
    if (ready.length <= processors * PER_PROCESSOR) return allThreads ? ABSENT : unknown('all ready threads (!ready)');
    const [first, ...rest] = ready.slice(0, 12).map((thread) => ({
      statement: `${threadText(thread)} is ready, priority ${thread.priority ?? '?'}`,
      command: '!ready',
      addresses: [thread.address],
    }));
    return present({
      confidence: ready.length > processors * 4 ? 0.85 : 0.7,
      basis: 'the number of ready threads',
      summary: `${ready.length} threads were ready to run on ${processors} ${processors === 1 ? 'processor' : 'processors'}.`,
      evidence: [first!, ...rest],
      details: { processors, ready: ready.length },
    });
  },
};
export default pattern;
