import { componentOf } from '../analysis/component.ts';
import { ABSENT, type Evidence, type Pattern, present } from '../analysis/pattern.ts';
import { windowsException } from '../analysis/windows-exception.ts';
import { inconsistenciesFact } from '../evidence/consistency.ts';
import { failingFrameFact } from '../evidence/failing-frame.ts';
import { failingInstructionFact } from '../evidence/failing-instruction.ts';
import { frameName } from '../windows/stack.ts';

/** STATUS_INTEGER_DIVIDE_BY_ZERO and STATUS_FLOAT_DIVIDE_BY_ZERO. */
const CODES = new Map([
  [0xc0000094, 'an integer'],
  [0xc000008e, 'a floating-point number'],
]);

const pattern: Pattern = {
  id: 'divide-by-zero-user-mode',
  name: 'Divide by Zero (user mode)',
  part: null,
  severity: 'error',
  meaning: 'A number was divided by zero in a process.',
  advice: [
    'Find in the source of that line which divisor can be zero: a count of nothing, a size not yet read, a damaged file.',
  ],
  links: ['.exr', 'u'],
  appliesTo: ['user'],
  detect(facts) {
    const exception = windowsException(facts);
    const what = exception && CODES.get(exception.code);
    if (!exception || !what) return ABSENT;
    const top = facts.get(failingFrameFact);
    const failing = facts.get(failingInstructionFact);
    const contradiction = facts.get(inconsistenciesFact)?.find(({ id }) => id === 'int_div_by_zero_not_possible');
    const evidence: [Evidence, ...Evidence[]] = [
      { statement: `exception code ${exception.code.toString(16)}: ${what} was divided by zero`, command: '.exr -1' },
    ];
    if (failing)
      evidence.push({
        statement: `the failing instruction is ${failing.instruction.mnemonic} ${failing.instruction.operands}`,
        command: 'u @$ip L1',
      });
    if (contradiction) evidence.push({ statement: contradiction.statement, command: 'r; u @$ip L1' });
    return present({
      confidence: contradiction ? 0.5 : 1,
      basis: 'the exception code',
      summary: `${what === 'an integer' ? 'An integer' : 'A floating-point number'} was divided by zero${top && top.trust !== 'scan' ? ` in ${frameName(top)}` : ''}.`,
      evidence,
      component: top?.module && top.trust !== 'scan' ? componentOf(facts, top.module) : null,
    });
  },
};
export default pattern;
