import { componentOf } from '../analysis/component.ts';
import { ABSENT, type Facts, type Pattern, present, unknown, type Verdict } from '../analysis/pattern.ts';
import { nameOf, stackExceptionEvidence } from '../analysis/stack-exception-finding.ts';
import { stackExceptionsFact } from '../evidence/exception-residue.ts';
import { logFact } from '../evidence/log.ts';
import { threadsFact } from '../evidence/threads.ts';

const DISPATCHER = /^KiUserExceptionDispatch(er)?$/;
/** Everyday life in programs of C++ and .NET; old ones lie about in buffers of live frames too. */
const ORDINARY = new Set([0xe06d7363, 0xe0434352, 0xe0434f4d, 0x20474343]);

const pattern: Pattern = {
  id: 'hidden-exception-user-space',
  name: 'Hidden Exception (user space)',
  part: null,
  severity: 'warning',
  meaning:
    'The used part of a stack holds the record and the registers of an exception that neither the dump nor the walked stack tells of: it is still being handled, or it was not long ago and lies in a buffer that nobody has overwritten.',
  advice: [
    'Set the context of the evidence (`.cxr`) and look at the stack from there: it may be the first failure, and the recorded one its consequence.',
  ],
  links: ['multiple-exceptions', 'handled-exception-user-space', '.exr', '.cxr'],
  appliesTo: ['user'],
  draft: true,
  detect(facts) {
    if (facts.sourceKind === 'debugger-log') return detectInLog(facts);
    const threads = facts.get(threadsFact) ?? [];
    // Where the walk passes the dispatcher the exception is in plain sight.
    const shown = new Set(
      threads
        .filter(({ stack }) => stack.frames.some(({ function: name }) => DISPATCHER.test(name ?? '')))
        .map(({ index }) => index),
    );
    const found = facts
      .need(stackExceptionsFact)
      .filter(({ isPast, thread, code }) => !isPast && !shown.has(thread) && !ORDINARY.has(code));
    const [first, ...rest] = stackExceptionEvidence(found);
    if (!first) return ABSENT;
    const { code, module } = found[0]!;
    return present({
      confidence: 0.7,
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

/** A log shows raw stacks only where somebody printed them: the dispatcher's return address stands among the words. */
function detectInLog(facts: Facts): Verdict {
  const words = facts
    .need(logFact)
    .objects.memory.flatMap((text) => text.words)
    .filter(({ symbol }) => symbol !== null);
  if (words.length === 0) return unknown('the raw stacks (dps; .exr; .cxr)');
  const found = words.find(({ symbol }) => DISPATCHER.test(symbol!.replace(/^\w+!/, '').replace(/\+0x[0-9a-f]+$/, '')));
  if (!found) return ABSENT;
  return present({
    confidence: 0.6,
    basis: 'a return address into the dispatcher of exceptions among the words of a raw stack',
    summary: 'A raw stack holds the trace of an exception that was dispatched.',
    evidence: [
      {
        statement: `${found.symbol} stands at ${found.address.toString(16)}: behind it lie pointers to the record and the context`,
        command: `dp ${found.address.toString(16)}; .exr; .cxr`,
        addresses: [found.address],
      },
    ],
    relations: [{ kind: 'accompanies', pattern: 'multiple-exceptions' }],
  });
}
