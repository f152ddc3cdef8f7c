import { componentOn } from '../analysis/component.ts';
import { ABSENT, type Evidence, type Pattern, present } from '../analysis/pattern.ts';
import { windowsException } from '../analysis/windows-exception.ts';
import { currentThreadFact } from '../evidence/threads.ts';
import { FAST_FAIL_CODES } from '../windows/exception-fast-fail.ts';
import { frameName } from '../windows/stack.ts';

const STACK_BUFFER_OVERRUN = 0xc0000409;
/** FAST_FAIL_LEGACY_GS_VIOLATION and FAST_FAIL_STACK_COOKIE_CHECK_FAILURE. */
const COOKIE = new Set([0n, 2n]);
const REPORT = /^_*(report_gsfailure\w*|security_check_cookie|GSHandlerCheck\w*|report_securityfailure\w*)$/;
const REPORTERS = /^(_*(report_\w+|security_check_cookie|GSHandlerCheck\w*)|RtlFailFast2?|UnhandledExceptionFilter)$/;

const pattern: Pattern = {
  id: 'local-buffer-overflow-user-space',
  name: 'Local Buffer Overflow (user space)',
  part: null,
  severity: 'error',
  meaning:
    'A local variable on the stack was written past its end: the security cookie between the locals and the return address changed.',
  advice: [
    'The function above the report is the one whose locals were overrun: look at its arrays and at what is copied into them.',
    'The stack outside of that function may be damaged too: believe frames only as far as their return addresses follow a call.',
  ],
  links: ['incorrect-stack-trace', 'dps', '.exr'],
  appliesTo: ['user'],
  draft: true,
  detect(facts) {
    const exception = windowsException(facts);
    const frames = (facts.get(currentThreadFact)?.stack.frames ?? []).filter(({ trust }) => trust !== 'scan');
    const report = frames.slice(0, 4).find(({ function: name }) => REPORT.test(name ?? ''));
    const evidence: Evidence[] = [];
    let confidence = 0;
    if (exception?.code === STACK_BUFFER_OVERRUN) {
      const [subcode] = exception.record.parameters;
      // Before Windows 8 the code meant the cookie alone, and came without a subcode.
      if (subcode !== undefined && COOKIE.has(subcode)) {
        confidence = 0.98;
        evidence.push({
          statement:
            `exception code c0000409 with the subcode ${subcode}: ${FAST_FAIL_CODES[Number(subcode)]?.[0] ?? ''}`.trimEnd(),
          command: '.exr -1',
        });
      } else if (subcode === undefined && report) {
        confidence = 0.95;
        evidence.push({ statement: 'exception code c0000409 without a subcode', command: '.exr -1' });
      } else if (subcode !== undefined) return ABSENT;
    }
    if (report) {
      confidence = Math.max(confidence, 0.9);
      evidence.push({
        statement: `the failing thread is in ${frameName(report)}, which reports a changed cookie`,
        command: 'k',
      });
    }
    const [first, ...rest] = evidence;
    if (!first) return ABSENT;
    const owner = frames.find(({ module, function: name }) => module !== null && !REPORTERS.test(name ?? ''));
    return present({
      confidence,
      basis: 'the exception code and the functions that report it',
      summary: `A local buffer was overrun${owner ? ` in ${frameName(owner)}` : ''}: the stack cookie changed.`,
      evidence: [first, ...rest],
      component: componentOn(facts, frames),
    });
  },
};
export default pattern;
