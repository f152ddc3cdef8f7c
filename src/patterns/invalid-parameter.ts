import { componentOn } from '../analysis/component.ts';
import { ABSENT, type Evidence, type Pattern, present } from '../analysis/pattern.ts';
import { windowsException } from '../analysis/windows-exception.ts';
import { annotationsFact } from '../evidence/annotations.ts';
import { currentThreadFact } from '../evidence/threads.ts';
import { frameName } from '../windows/stack.ts';

const INVALID_CRUNTIME_PARAMETER = 0xc0000417;
const FAST_FAIL_INVALID_ARG = 5n;
const HANDLER = /^_*(invalid_parameter\w*|invoke_watson\w*)$/;

const pattern: Pattern = {
  id: 'invalid-parameter',
  name: 'Invalid Parameter',
  part: null,
  severity: 'error',
  meaning:
    'A function of the C run-time was given an argument that its contract forbids (a NULL string, a buffer too small, a bad format), and ended the process.',
  advice: [
    'The caller of the run-time function is at fault: look at the arguments it passed.',
    'A debug build, or `_set_invalid_parameter_handler`, tells the expression that failed.',
  ],
  links: ['self-diagnosis-user-mode', '.exr'],
  appliesTo: ['user'],
  draft: true,
  detect(facts) {
    const exception = windowsException(facts);
    const frames = (facts.get(currentThreadFact)?.stack.frames ?? []).filter(({ trust }) => trust !== 'scan');
    const handler = frames.slice(0, 6).find(({ function: name }) => HANDLER.test(name ?? ''));
    const evidence: Evidence[] = [];
    if (exception?.code === INVALID_CRUNTIME_PARAMETER)
      evidence.push({ statement: 'exception code c0000417 (STATUS_INVALID_CRUNTIME_PARAMETER)', command: '.exr -1' });
    if (exception?.code === 0xc0000409 && exception.record.parameters[0] === FAST_FAIL_INVALID_ARG)
      evidence.push({
        statement: 'exception code c0000409 with the subcode 5 (FAST_FAIL_INVALID_ARG)',
        command: '.exr -1',
      });
    const annotations = facts.get(annotationsFact);
    if (annotations?.get('assertion.type') === 'invalid parameter')
      evidence.push({
        statement: `the crash reporter noted an invalid parameter${annotations.get('assertion.function') ? ` of ${annotations.get('assertion.function')}` : ''}${annotations.get('assertion.expression') ? `: ${annotations.get('assertion.expression')}` : ''}`,
        command: 'memoretics streams FILE',
      });
    if (handler) evidence.push({ statement: `the failing thread is in ${frameName(handler)}`, command: 'k' });
    const [first, ...rest] = evidence;
    if (!first) return ABSENT;
    const component = componentOn(facts, frames);
    return present({
      confidence: 0.95,
      basis: 'the exception code, and who raised it',
      summary: `The C run-time refused an argument${component ? ` that ${component.module} passed` : ''}.`,
      evidence: [first, ...rest],
      component,
      relations: [{ kind: 'specialises', pattern: 'self-diagnosis-user-mode' }],
    });
  },
};
export default pattern;
