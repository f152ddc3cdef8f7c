import { ABSENT, type Evidence, type Pattern, present } from '../analysis/pattern.ts';
import { windowsException } from '../analysis/windows-exception.ts';
import { nestedRecordsFact } from '../evidence/nested-exceptions.ts';
import { currentThreadFact } from '../evidence/threads.ts';
import { explainException } from '../windows/exception-code.ts';

const NONCONTINUABLE = 0xc0000025;
const INVALID_DISPOSITION = 0xc0000026;
const CALLBACK = 0xc000041d;
const DISPATCHER = /^KiUserExceptionDispatch(er)?$/;

const pattern: Pattern = {
  id: 'nested-exceptions-unmanaged',
  name: 'Nested Exceptions (unmanaged)',
  part: null,
  severity: 'warning',
  meaning:
    'An exception was raised while another one was being handled on the same thread. The first one is the one to explain.',
  advice: [
    'Look at the innermost record and at the stack below the first KiUserExceptionDispatch: that is the first failure (`.exr`, `.cxr`).',
  ],
  links: ['multiple-exceptions', 'problem-exception-handler', '.exr', '.cxr'],
  appliesTo: ['user'],
  draft: true,
  detect(facts) {
    const exception = windowsException(facts);
    const evidence: Evidence[] = [];
    const nested = facts.get(nestedRecordsFact) ?? [];
    for (const { at, code, address } of nested)
      evidence.push({
        statement: `the record leads to an earlier exception ${code.toString(16)}${nameOf(code)} at 0x${address.toString(16)}`,
        command: `.exr ${at.toString(16)}`,
        addresses: [at, address],
      });
    if (exception?.code === NONCONTINUABLE || exception?.code === INVALID_DISPOSITION)
      evidence.push({
        statement: `exception code ${exception.code.toString(16)}: a handler wanted to go on after an exception that does not allow it, or answered nonsense`,
        command: '.exr -1',
      });
    if (exception?.code === CALLBACK)
      evidence.push({
        statement:
          'exception code c000041d: an exception left a callback of the window system unhandled, and this one replaces it',
        command: '.exr -1',
      });
    const rounds = (facts.get(currentThreadFact)?.stack.frames ?? []).filter(
      ({ trust, function: name }) => trust !== 'scan' && DISPATCHER.test(name ?? ''),
    ).length;
    if (rounds > 1)
      evidence.push({
        statement: `the failing thread passed ${rounds} times through exception dispatching`,
        command: 'k',
      });
    const [first, ...rest] = evidence;
    if (!first) return ABSENT;
    const original = nested.at(-1);
    return present({
      confidence: nested.length > 0 ? 0.95 : 0.85,
      basis: nested.length > 0 ? 'the links between exception records' : 'the exception code and the failing stack',
      summary: original
        ? `The recorded exception was raised on top of ${original.code.toString(16)}${nameOf(original.code)}.`
        : 'The recorded exception was raised while another one was being handled.',
      evidence: [first, ...rest],
      relations: [{ kind: 'specialises', pattern: 'multiple-exceptions' }],
    });
  },
};
export default pattern;

function nameOf(code: number): string {
  const { name } = explainException(code, []);
  return name ? ` (${name})` : '';
}
