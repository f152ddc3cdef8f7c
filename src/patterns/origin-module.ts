import { componentOf } from '../analysis/component.ts';
import { ABSENT, type Pattern, present, unknown } from '../analysis/pattern.ts';
import { areFrames, namedFailingFrames } from '../analysis/stack-search.ts';
import { bugcheckFact } from '../evidence/bugcheck.ts';
import { exceptionFact } from '../evidence/exception.ts';
import { currentThreadFact } from '../evidence/threads.ts';
import { isWindowsModule } from '../windows/microsoft-module.ts';
import { frameName } from '../windows/stack.ts';

/** Functions that every thread starts in. */
const START =
  /^_*(RtlUserThreadStart|BaseThreadStart|BaseProcessStart|BaseThreadInitThunk|KxStartSystemThread|KiStartSystemThread|KiThreadStartup|PspSystemThreadStartup|KiStartUserThread)$/;

const pattern: Pattern = {
  id: 'origin-module',
  name: 'Origin Module',
  part: null,
  severity: 'info',
  meaning:
    'The failing thread was begun by one module and failed in another, neither of which comes with Windows. The one that began it asked for the work during which the other failed.',
  advice: ['Ask what the origin wanted from the other module: wrong arguments often come from there.'],
  links: ['blocking-module', 'same-vendor', 'k'],
  appliesTo: ['user', 'kernel'],
  draft: true,
  detect(facts) {
    if (!facts.get(bugcheckFact) && !facts.get(exceptionFact)) return ABSENT;
    const frames = namedFailingFrames(facts);
    if (!areFrames(frames)) return frames;
    const isWhole = facts.need(currentThreadFact).stack.end === 'complete' || START.test(frames.at(-1)?.function ?? '');
    if (!isWhole) return unknown('the whole stack of the failing thread, down to its start (k 200)');
    const others = frames.filter(
      ({ module, trust, isDoubtful }) => module !== null && trust !== 'scan' && !isDoubtful && !isWindowsModule(module),
    );
    const [inner] = others;
    const outer = others.at(-1);
    if (!inner?.module || !outer?.module || inner.module === outer.module) return ABSENT;
    return present({
      confidence: 0.75,
      basis: 'the first and the last frame of modules that do not come with Windows, on a stack that is complete',
      summary: `The failing thread was begun by ${outer.module}, in ${frameName(outer)}; it failed in ${inner.module}.`,
      evidence: [
        {
          statement: `${frameName(outer)} is the outermost frame of others, ${frameName(inner)} the innermost`,
          command: 'k',
        },
      ],
      component: componentOf(facts, outer.module),
      details: { origin: outer.module, failing: inner.module },
    });
  },
};
export default pattern;
