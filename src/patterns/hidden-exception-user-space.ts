import { componentOf } from '../analysis/component.ts';
import { ABSENT, type Pattern, present } from '../analysis/pattern.ts';
import { nameOf, stackExceptionEvidence } from '../analysis/stack-exception-finding.ts';
import { stackExceptionsFact } from '../evidence/exception-residue.ts';
import { threadsFact } from '../evidence/threads.ts';

const DISPATCHER = /^KiUserExceptionDispatch(er)?$/;

const pattern: Pattern = {
  id: 'hidden-exception-user-space',
  name: 'Hidden Exception (user space)',
  part: null,
  severity: 'warning',
  meaning:
    'The stack of a thread holds the record and the registers of an exception that is still being handled, although neither the dump nor the walked stack tells of it.',
  advice: [
    'Set the context of the evidence (`.cxr`) and look at the stack from there: it may be the first failure, and the recorded one its consequence.',
  ],
  links: ['multiple-exceptions', 'handled-exception-user-space', '.exr', '.cxr'],
  appliesTo: ['user'],
  draft: true,
  detect(facts) {
    const threads = facts.get(threadsFact) ?? [];
    // Where the walk passes the dispatcher the exception is in plain sight.
    const shown = new Set(
      threads
        .filter(({ stack }) => stack.frames.some(({ function: name }) => DISPATCHER.test(name ?? '')))
        .map(({ index }) => index),
    );
    const found = facts.need(stackExceptionsFact).filter(({ isPast, thread }) => !isPast && !shown.has(thread));
    const [first, ...rest] = stackExceptionEvidence(found);
    if (!first) return ABSENT;
    const { code, module } = found[0]!;
    return present({
      confidence: 0.8,
      basis: 'an exception record and a CONTEXT on the stack that agree with each other',
      summary: `A stack holds an exception ${code.toString(16)}${nameOf(code)} in ${module} that the dump does not tell of.`,
      evidence: [first, ...rest],
      component: componentOf(facts, module),
      relations: [{ kind: 'accompanies', pattern: 'multiple-exceptions' }],
      details: { exceptions: found.slice(0, 16).map((item) => `0x${item.code.toString(16)}`) },
    });
  },
};
export default pattern;
