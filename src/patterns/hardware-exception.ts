import { componentOf } from '../analysis/component.ts';
import { ABSENT, type Pattern, present } from '../analysis/pattern.ts';
import { exceptionCode } from '../analysis/windows-exception.ts';
import { exceptionFact } from '../evidence/exception.ts';
import { failingFrameFact } from '../evidence/failing-frame.ts';
import { failingInstructionFact } from '../evidence/failing-instruction.ts';
import { frameName } from '../windows/stack.ts';

/** Faults of the processor that are neither accesses to memory nor divisions by zero, which have patterns of their own. */
const FAULTS = new Map([
  [0xc000001d, 'an instruction that this processor does not know'],
  [0xc0000096, 'an instruction that only the kernel may execute'],
  [0x80000002, 'an access to a misaligned address'],
  [0xc00000aa, 'a misaligned instruction pointer'],
  [0xc0000095, 'an integer overflow (INTO)'],
  [0xc000008d, 'a denormal floating-point operand'],
  [0xc000008f, 'an inexact floating-point result'],
  [0xc0000090, 'an invalid floating-point operation'],
  [0xc0000091, 'a floating-point overflow'],
  [0xc0000092, 'an overflow of the floating-point stack'],
  [0xc0000093, 'a floating-point underflow'],
  [0xc00002b4, 'several floating-point faults'],
  [0xc00002b5, 'several floating-point traps'],
]);

const pattern: Pattern = {
  id: 'hardware-exception',
  name: 'Hardware Exception',
  part: null,
  severity: 'error',
  meaning:
    'The processor refused an instruction: one it does not know or that is not allowed, or arithmetic that it was told to trap. Faulting accesses to memory and divisions by zero have patterns of their own.',
  advice: [
    'For an unknown instruction: was the program built for a newer processor (AVX), was a function pointer damaged, or does the code in memory differ from the image (`!chkimg`)?',
    'For floating-point traps: who turned them on? A library that changes the control word affects the whole thread.',
  ],
  links: ['wild-code', '.exr', 'u'],
  appliesTo: ['user', 'kernel'],
  draft: true,
  detect(facts) {
    const found = exceptionCode(facts);
    const what = found && FAULTS.get(found.code);
    if (!found || !what) return ABSENT;
    // With parameters the record was made by software.
    if ((facts.get(exceptionFact)?.parameters.length ?? 0) > 0 && found.command === '.exr -1') return ABSENT;
    const top = facts.get(failingFrameFact);
    const failing = facts.get(failingInstructionFact);
    return present({
      confidence: 0.95,
      basis: 'the exception code',
      summary: `The processor met ${what}${top && top.trust !== 'scan' ? ` in ${frameName(top)}` : ''}.`,
      evidence: [
        { statement: `exception code ${found.code.toString(16)}: ${what}`, command: found.command },
        ...(failing
          ? [
              {
                statement:
                  `the failing instruction is ${failing.instruction.mnemonic} ${failing.instruction.operands}`.trim(),
                command: 'u @$ip L1',
              },
            ]
          : []),
      ],
      component: top?.module && top.trust !== 'scan' ? componentOf(facts, top.module) : null,
      details: { code: `0x${found.code.toString(16)}` },
    });
  },
};
export default pattern;
