import { componentOf, outsiderOn } from '../analysis/component.ts';
import { ABSENT, type Pattern, present, unknown } from '../analysis/pattern.ts';
import { bugcheckFact } from '../evidence/bugcheck.ts';
import { exceptionFact } from '../evidence/exception.ts';
import { modulesFact } from '../evidence/modules.ts';
import { currentThreadFact } from '../evidence/threads.ts';

const MICROSOFT = /^microsoft\b/i;
const MOST = 8;

const pattern: Pattern = {
  id: 'same-vendor',
  name: 'Same Vendor',
  part: null,
  severity: 'info',
  meaning:
    'The module that deserves a look has company: other modules of the same vendor are loaded, so they come and go, are updated and are removed together.',
  advice: ['To isolate the fault, update or disable all modules of that vendor at once.'],
  links: ['unknown-component', 'lmv'],
  appliesTo: ['user', 'kernel'],
  draft: true,
  detect(facts) {
    if (!facts.get(exceptionFact) && !facts.get(bugcheckFact)) return ABSENT;
    const outsider = outsiderOn(facts.need(currentThreadFact).stack.frames);
    if (!outsider?.module) return ABSENT;
    const component = componentOf(facts, outsider.module);
    if (component.vendor === null)
      return unknown(
        `the vendor of ${outsider.module}: its version resource is not in the source (lmv m ${outsider.module})`,
      );
    if (MICROSOFT.test(component.vendor)) return ABSENT;
    const others = facts
      .need(modulesFact)
      .filter(({ vendor, name }) => vendor === component.vendor && name !== outsider.module);
    if (others.length === 0) return ABSENT;
    return present({
      confidence: 0.9,
      basis: 'the company names in version resources',
      summary: `${others.length} other ${others.length === 1 ? 'module' : 'modules'} of ${component.vendor}, the vendor of ${outsider.module}, ${others.length === 1 ? 'is' : 'are'} loaded.`,
      evidence: [
        {
          statement: others
            .slice(0, MOST)
            .map(({ name, version }) => `${name}${version ? ` ${version}` : ''}`)
            .join(', '),
          command: 'lmv',
        },
      ],
      component,
      details: { vendor: component.vendor, modules: others.slice(0, 64).map(({ name }) => name) },
    });
  },
};
export default pattern;
