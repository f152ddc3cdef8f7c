import { ABSENT, type Pattern, present, unknown } from '../analysis/pattern.ts';
import { processorUse, threadText } from '../analysis/processors.ts';

const pattern: Pattern = {
  id: 'busy-system',
  name: 'Busy System',
  part: 'Part 33',
  severity: 'warning',
  meaning:
    'Every processor runs a thread that is not its idle thread: at the moment of the snapshot the machine had no time to spare.',
  advice: [
    'Look at what the processors run: one moment proves little, the processor times of these threads tell whether it has been so for long.',
    'Many ready threads besides show that processors are what is lacking.',
  ],
  links: ['spiking-thread', 'thread-starvation-normal-priority', '!running', '!ready'],
  appliesTo: ['kernel'],
  detect(facts) {
    const { processors, running, ready, allThreads } = processorUse(facts);
    if (processors === null) return unknown('the number of processors (vertarget)');
    if (!allThreads && running.length < processors) return unknown('what every processor runs (!running)');
    // The thread that was crashing the machine runs on one of them: with a single processor it always does.
    if (running.length < processors || processors < 2) return ABSENT;
    // A few processors are all at work in many a moment; short of them the machine is when others stand in line.
    if (allThreads && ready.length === 0) return ABSENT;
    const [first, ...rest] = running.slice(0, 16).map((thread) => ({
      statement: `${thread.processor === null ? 'a processor' : `processor ${thread.processor}`} runs ${threadText(thread)}, priority ${thread.priority ?? '?'}`,
      command: '!running -ti',
      addresses: [thread.address],
    }));
    return present({
      confidence: ready.length > processors ? 0.85 : 0.7,
      basis: 'the threads that run, which are as many as processors',
      summary: `All ${processors} processors were busy${ready.length > 0 ? `, and ${ready.length} more ${ready.length === 1 ? 'thread was' : 'threads were'} ready to run` : ''}.`,
      evidence: [first!, ...rest],
      details: { processors, running: running.length, ready: ready.length },
    });
  },
};
export default pattern;
