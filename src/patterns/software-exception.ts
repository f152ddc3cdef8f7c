import { componentOf, outsiderOn } from '../analysis/component.ts';
import { ABSENT, type Evidence, type Pattern, present } from '../analysis/pattern.ts';
import { windowsException } from '../analysis/windows-exception.ts';
import { currentThreadFact } from '../evidence/threads.ts';
import { explainException } from '../windows/exception-code.ts';
import { frameName } from '../windows/stack.ts';

const RAISE = /^_?(RaiseException|RtlRaiseException|RtlRaiseStatus|KiRaiseUserExceptionDispatcher)$/;
/** Codes that have a pattern of their own: C++ and .NET. */
const OWN_PATTERN = new Set([0xe06d7363, 0x20474343, 0xe0434352, 0xe0434f4d]);
/** STATUS_ARRAY_BOUNDS_EXCEEDED to STATUS_STACK_OVERFLOW that the processor raises without parameters. */
const WITHOUT_PARAMETERS = new Set([0xc000008c, 0xc0000094, 0xc0000095, 0xc000001d, 0xc0000096]);

const pattern: Pattern = {
  id: 'software-exception',
  name: 'Software Exception',
  part: null,
  severity: 'warning',
  meaning:
    'A program raised the exception itself with RaiseException, to report an error of its own; no instruction failed. C++ and .NET exceptions are told by their own patterns.',
  advice: [
    'Look at the caller of RaiseException: its condition failed. The parameters of the exception carry what it wanted to tell.',
  ],
  links: ['cpp-exception', 'managed-code-exception', '.exr'],
  appliesTo: ['user'],
  detect(facts) {
    const exception = windowsException(facts);
    if (!exception || OWN_PATTERN.has(exception.code)) return ABSENT;
    const { code, record } = exception;
    const frames = facts.get(currentThreadFact)?.stack.frames ?? [];
    const raise = frames.slice(0, 4).find(({ trust, function: name }) => trust !== 'scan' && RAISE.test(name ?? ''));
    const customer = (code & 0x20000000) !== 0;
    const evidence: Evidence[] = [];
    if (raise) evidence.push({ statement: `the innermost frames lead through ${frameName(raise)}`, command: 'k' });
    if (customer)
      evidence.push({
        statement: `exception code ${code.toString(16)} has the bit of codes that applications define (29)`,
        command: '.exr -1',
      });
    if (WITHOUT_PARAMETERS.has(code) && record.parameters.length > 0)
      evidence.push({
        statement: `exception code ${code.toString(16)} comes with ${record.parameters.length} parameters, and the processor gives it none: software made up the record`,
        command: '.exr -1',
      });
    const [first, ...rest] = evidence;
    if (!first) return ABSENT;
    const name = explainException(code, record.parameters).name;
    const thrower = outsiderOn(frames);
    return present({
      confidence: raise ? 0.95 : customer ? 0.9 : 0.8,
      basis: raise ? 'the functions on the failing stack' : 'the code and the parameters of the exception',
      summary: `Exception ${code.toString(16)}${name ? ` (${name})` : ''} was raised by software${thrower ? `, for ${frameName(thrower)}` : ''}.`,
      evidence: [first, ...rest],
      component: thrower?.module ? componentOf(facts, thrower.module) : null,
      details: {
        code: `0x${code.toString(16)}`,
        parameters: record.parameters.map((value) => `0x${value.toString(16)}`),
      },
    });
  },
};
export default pattern;
