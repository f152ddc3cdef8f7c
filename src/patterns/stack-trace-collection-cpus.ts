import { componentOf } from '../analysis/component.ts';
import { ABSENT, type Pattern, present } from '../analysis/pattern.ts';
import { processorUse, threadText } from '../analysis/processors.ts';
import { countBy } from '../analysis/zombie.ts';
import { stacksFact } from '../evidence/thread-objects.ts';
import { isWindowsModule } from '../windows/microsoft-module.ts';
import { type Frame, frameName } from '../windows/stack.ts';

const FEWEST = 2;
const MOST = 64;

const pattern: Pattern = {
  id: 'stack-trace-collection-cpus',
  name: 'Stack Trace Collection (CPUs)',
  part: null,
  severity: 'info',
  meaning:
    'Several processors run the same module, one that does not come with Windows, at the moment of the dump: they work for it, or against each other in it.',
  advice: ['Compare the stacks of all processors (!running -ti): do they do the same, or wait for the same lock?'],
  links: ['busy-system', 'spiking-thread', 'dispatch-level-spin', '!running'],
  appliesTo: ['kernel'],
  draft: true,
  detect(facts) {
    const { running, processors } = processorUse(facts);
    const stacks = facts.need(stacksFact);
    const found = running
      .slice(0, MOST)
      .flatMap((thread) => modulesOn(stacks(thread).frames).map((frame) => ({ thread, frame })));
    const [top] = countBy(found, ({ frame }) => frame.module!);
    if (!top || top[1] < FEWEST) return ABSENT;
    const [module, count] = top;
    const [first, ...rest] = found
      .filter(({ frame }) => frame.module === module)
      .slice(0, 8)
      .map(({ thread, frame }) => ({
        statement: `${thread.processor === null ? 'a processor' : `processor ${thread.processor}`} runs ${threadText(thread)}, with ${frameName(frame)} on its stack`,
        command: '!running -ti',
        addresses: [thread.address],
      }));
    return present({
      confidence: 0.8,
      basis: 'the stacks of the threads that run',
      summary: `${count}${processors === null ? '' : ` of ${processors}`} processors run ${module}.`,
      evidence: [first!, ...rest],
      component: componentOf(facts, module),
      details: { module, processors: count },
    });
  },
};
export default pattern;

/** The innermost frame of each module of others. */
function modulesOn(frames: readonly Frame[]): readonly Frame[] {
  const seen = new Set<string>();
  return frames.filter(({ module, trust }) => {
    if (module === null || trust === 'scan' || isWindowsModule(module) || seen.has(module)) return false;
    seen.add(module);
    return true;
  });
}
