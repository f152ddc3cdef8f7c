import { componentOn } from '../analysis/component.ts';
import { ABSENT, type Pattern, present } from '../analysis/pattern.ts';
import { exceptionCode, stopCode } from '../analysis/windows-exception.ts';
import { bugcheckFact } from '../evidence/bugcheck.ts';
import { currentThreadFact } from '../evidence/threads.ts';
import { frameName } from '../windows/stack.ts';

const UNEXPECTED_KERNEL_MODE_TRAP = 0x7f;
const INTEGER_DIVIDE_BY_ZERO = 0xc0000094;
/** Frames of the trap and the stop itself. */
const TRAP = /^(KeBugCheck\w*|KiBugCheck\w*|KiDivideErrorFault\w*|KiTrap00|KiExceptionDispatch|KiDispatchException)$/;

const pattern: Pattern = {
  id: 'divide-by-zero-kernel-mode',
  name: 'Divide by Zero (kernel mode)',
  part: null,
  severity: 'error',
  meaning: 'Code in the kernel divided by zero, and the system stopped.',
  advice: [
    'Look at the function that the trap interrupted: which divisor did it take from a device, a file or a caller without a check?',
  ],
  links: ['.trap', 'u'],
  appliesTo: ['kernel'],
  draft: true,
  detect(facts) {
    const bugcheck = facts.need(bugcheckFact);
    if (!bugcheck) return ABSENT;
    const isTrap = stopCode(facts) === UNEXPECTED_KERNEL_MODE_TRAP;
    const zero = isTrap
      ? !bugcheck.unknownParameters?.includes(0) && bugcheck.parameters[0] === 0n
      : exceptionCode(facts)?.code === INTEGER_DIVIDE_BY_ZERO;
    if (!zero) return ABSENT;
    const frames = facts.get(currentThreadFact)?.stack.frames ?? [];
    const place = frames.find(
      ({ module, function: name, trust }) => module && trust !== 'scan' && !TRAP.test(name ?? ''),
    );
    return present({
      confidence: 1,
      basis: 'the parameters of the bug check',
      summary: `An integer was divided by zero in kernel mode${place ? `, in ${frameName(place)}` : ''}.`,
      evidence: [
        {
          statement: isTrap
            ? 'parameter 1 of the stop 7f is 0: the divide error of the processor'
            : 'the exception behind the stop has the code c0000094, integer division by zero',
          command: '.bugcheck',
        },
      ],
      component: componentOn(facts, frames),
    });
  },
};
export default pattern;
