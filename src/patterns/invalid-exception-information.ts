import { ABSENT, type Evidence, type Pattern, present } from '../analysis/pattern.ts';
import { inconsistenciesFact } from '../evidence/consistency.ts';
import { faultFact } from '../evidence/fault.ts';

const pattern: Pattern = {
  id: 'invalid-exception-information',
  name: 'Invalid Exception Information',
  part: null,
  severity: 'warning',
  meaning:
    'The exception record and the saved registers do not belong together: one of them is of another moment or another thread, was overwritten, or the hardware failed. What the record says must not be taken at its word.',
  advice: [
    'Compare `.exr -1`, `.ecxr` with `r` and `u @$ip`, and `!teb`; look for another CONTEXT on the stack of the thread.',
  ],
  links: ['hidden-exception-user-space', '.exr', '.ecxr'],
  appliesTo: ['user', 'kernel'],
  detect(facts) {
    // Nothing to compare without a failure; the fact itself says so when the source holds neither.
    facts.need(faultFact);
    const [first, ...rest] = facts
      .need(inconsistenciesFact)
      .map(({ statement }): Evidence => ({ statement, command: '.ecxr; r; u @$ip L1' }));
    if (!first) return ABSENT;
    return present({
      confidence: 0.75,
      basis: 'the exception record against registers, code and memory',
      summary: 'The exception record and the saved registers contradict each other.',
      evidence: [first, ...rest],
    });
  },
};
export default pattern;
