import type { Context } from '../machine/context.ts';
import type { Instruction } from '../machine/instruction.ts';
import { toUnsigned } from '../memory/space.ts';
import { codeBytes, contextOfFrame } from '../target/stack.ts';
import { type Case, fact, known, missing } from './case.ts';
import { faultFact } from './fault.ts';
import { stackOptions } from './symbol-options.ts';
import { currentThreadFact } from './threads.ts';

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
  const saved = target.exception?.context ?? target.currentThread?.context ?? null;
  const fault = faultFact(theCase);
  const at = fault.known ? (fault.value?.instruction ?? null) : null;
  const isThere = (context: Context | null) => context?.ip != null && (at === null || at === toUnsigned(context.ip));
  const context = isThere(saved) ? saved : at === null ? null : interruptedAt(theCase, at);
  if (!saved && !context) return missing('the registers of the failing thread');
  if (!context || context.ip === null) {
    return missing('the registers at the failing instruction: those that were saved are of a later moment');
  }
  if (fault.known && fault.value?.access === 'execute' && fault.value.address === toUnsigned(context.ip)) {
    return missing('the failing instruction: it could not be fetched, so nothing that it says was done');
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

/** The registers that a trap frame of the failing thread kept for the instruction at an address, or null. */
function interruptedAt(theCase: Case, address: bigint): Context | null {
  const current = currentThreadFact(theCase);
  const frame = current.known
    ? current.value.stack.frames.find((item) => item.address === address && item.trust === 'trap-frame' && !item.inline)
    : undefined;
  return frame ? contextOfFrame(frame) : null;
}
