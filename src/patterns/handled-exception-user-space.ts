import { componentOf } from '../analysis/component.ts';
import { ABSENT, type Pattern, present } from '../analysis/pattern.ts';
import { nameOf, stackExceptionEvidence } from '../analysis/stack-exception-finding.ts';
import { stackExceptionsFact } from '../evidence/exception-residue.ts';

/** Everyday life in programs of C++ and .NET: of no interest when they were handled. */
const ORDINARY = new Set([0xe06d7363, 0xe0434352, 0xe0434f4d, 0x20474343]);

const pattern: Pattern = {
  id: 'handled-exception-user-space',
  name: 'Handled Exception (user space)',
  part: null,
  severity: 'info',
  meaning:
    'The unused part of a stack still holds an exception that was raised and handled some time before. The program went on, perhaps with damage.',
  advice: [
    'Look at where it was raised (`.cxr`): a handler that swallows access violations hides the first sign of a fault.',
  ],
  links: ['hidden-exception-user-space', '.exr', '.cxr'],
  appliesTo: ['user'],
  draft: true,
  detect(facts) {
    const found = facts.need(stackExceptionsFact).filter(({ isPast, code }) => isPast && !ORDINARY.has(code));
    const [first, ...rest] = stackExceptionEvidence(found);
    if (!first) return ABSENT;
    const { code, module } = found[0]!;
    return present({
      confidence: 0.8,
      basis: 'an exception record and a CONTEXT below the stack pointer that agree with each other',
      summary: `An exception ${code.toString(16)}${nameOf(code)} in ${module} was handled before.`,
      evidence: [first, ...rest],
      component: componentOf(facts, module),
      details: { exceptions: found.slice(0, 16).map((item) => `0x${item.code.toString(16)}`) },
    });
  },
};
export default pattern;
