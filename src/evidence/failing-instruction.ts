import type { Context } from '../machine/context.ts';
import type { Instruction } from '../machine/instruction.ts';
import { toUnsigned } from '../memory/space.ts';
import { codeBytes } from '../target/stack.ts';
import { fact, known, missing } from './case.ts';
import { faultFact } from './fault.ts';
import { stackOptions } from './symbol-options.ts';

/** The instruction that failed, with the registers it ran with. */
export interface FailingInstruction {
  readonly instruction: Instruction;
  readonly context: Context;
}

const LONGEST_INSTRUCTION = 15;

/** The failing instruction, when its bytes are in the dump or an image and the saved registers are of that moment. */
export const failingInstructionFact = fact<FailingInstruction>('failingInstruction', (theCase) => {
  const { target } = theCase;
  if (!target) return missing('the failing instruction', 'r; u @$ip L1');
  const context = target.exception?.context ?? target.currentThread?.context ?? null;
  if (!context || context.ip === null) return missing('the registers of the failing thread');
  const fault = faultFact(theCase);
  if (fault.known && fault.value?.instruction != null && fault.value.instruction !== toUnsigned(context.ip)) {
    return missing('the registers at the failing instruction: those that were saved are of a later moment');
  }
  const disassembler = theCase.disassembler(context.architecture);
  if (!disassembler) return missing(`a disassembler for ${context.architecture}`);
  const bytes = codeBytes(target, context.ip, LONGEST_INSTRUCTION, stackOptions(theCase));
  if (bytes.length === 0)
    return missing(
      `the code at 0x${toUnsigned(context.ip).toString(16)}, which is in neither the dump nor a known image`,
      'give the executables with --images',
    );
  const [instruction] = disassembler.decode(bytes, context.ip, 1);
  if (!instruction?.valid) return missing('a valid instruction at the failing place');
  return known({ instruction, context }, 'code and registers of the dump');
});
