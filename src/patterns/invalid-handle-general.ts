import { componentOn } from '../analysis/component.ts';
import { ABSENT, type Pattern, present } from '../analysis/pattern.ts';
import { stopCode, windowsException } from '../analysis/windows-exception.ts';
import { bugcheckFact } from '../evidence/bugcheck.ts';
import { currentThreadFact } from '../evidence/threads.ts';

const INVALID_HANDLE = 0xc0000008;
const HANDLE_NOT_CLOSABLE = 0xc0000235;
const INVALID_KERNEL_HANDLE = 0x93;

const pattern: Pattern = {
  id: 'invalid-handle-general',
  name: 'Invalid Handle (general)',
  part: null,
  severity: 'error',
  meaning:
    'A handle was used or closed that is not open: it was closed before, never opened, or belongs to another process.',
  advice: [
    'Turn on handle tracing (`!htrace -enable`, or Application Verifier with Handles) and ask `!htrace HANDLE`: it tells who closed it.',
    'A handle that is closed twice may close what another thread has just opened under the same number.',
  ],
  links: ['!handle', '!htrace'],
  appliesTo: ['user', 'kernel'],
  draft: true,
  detect(facts) {
    const frames = () => facts.get(currentThreadFact)?.stack.frames ?? [];
    const bugcheck = facts.get(bugcheckFact);
    if (bugcheck) {
      if (stopCode(facts) !== INVALID_KERNEL_HANDLE) return ABSENT;
      const handle = bugcheck.unknownParameters?.includes(0) ? null : bugcheck.parameters[0].toString(16);
      return present({
        confidence: 1,
        basis: 'the bug check',
        summary: `A driver or the system closed a handle that is not valid${handle === null ? '' : `: ${handle}`}.`,
        evidence: [
          {
            statement: `stop 93 (INVALID_KERNEL_HANDLE)${handle === null ? '' : `, handle ${handle}`}`,
            command: '.bugcheck',
          },
        ],
        component: componentOn(facts, frames()),
      });
    }
    const exception = windowsException(facts);
    if (exception?.code !== INVALID_HANDLE && exception?.code !== HANDLE_NOT_CLOSABLE) return ABSENT;
    return present({
      confidence: 1,
      basis: 'the exception code',
      summary:
        exception.code === INVALID_HANDLE
          ? 'A handle that is not valid was used or closed.'
          : 'A handle that is protected from being closed was closed.',
      evidence: [{ statement: `exception code ${exception.code.toString(16)}`, command: '.exr -1' }],
      component: componentOn(facts, frames()),
    });
  },
};
export default pattern;
