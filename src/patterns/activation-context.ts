import { ABSENT, type Pattern, present } from '../analysis/pattern.ts';
import { windowsException } from '../analysis/windows-exception.ts';
import { statusName } from '../windows/status-code.ts';

/** FACILITY_SXS_ERROR_CODE of ntstatus.h. */
const FACILITY = 0xc0150000;

const pattern: Pattern = {
  id: 'activation-context',
  name: 'Activation Context',
  part: null,
  severity: 'error',
  meaning:
    'The side-by-side machinery of Windows found its activation contexts in disorder: one was deactivated too early or on another thread, or a manifest asks for what is not installed.',
  advice: [
    'Look for code that activates a context (ActivateActCtx, MFC, COM callbacks) and leaves by an exception or on another thread without deactivating it.',
  ],
  links: ['.exr', '!teb'],
  appliesTo: ['user'],
  draft: true,
  detect(facts) {
    const exception = windowsException(facts);
    if (!exception || (exception.code & 0xffff0000) >>> 0 !== FACILITY) return ABSENT;
    return present({
      confidence: 1,
      basis: 'the exception code',
      summary: `Activation contexts are in disorder: ${statusName(exception.code)}.`,
      evidence: [
        {
          statement: `exception code ${exception.code.toString(16)} is of the side-by-side facility`,
          command: '.exr -1',
        },
      ],
    });
  },
};
export default pattern;
