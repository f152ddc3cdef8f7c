import { operandAddress, registerValue } from '../machine/operand-value.ts';
import { toAddress, tryU32, tryU64 } from '../memory/space.ts';
import { fact, known, missing } from './case.ts';
import { failingInstructionFact } from './failing-instruction.ts';

/** A place that the failing instruction was about to go to, and where that came from. */
export interface BranchTarget {
  /** Unsigned. */
  readonly address: bigint;
  /** `the return address on the stack`, `rax`, `qword ptr [rax+8]`. */
  readonly source: string;
}

/** Where a return, or a call or jump through a register or memory, was about to go; null when the instruction is no such one. */
export const branchTargetFact = fact<BranchTarget | null>('branchTarget', (theCase) => {
  const failing = failingInstructionFact(theCase);
  if (!failing.known) return failing;
  const { instruction, context } = failing.value;
  const { flow, memory, operands } = instruction;
  if (flow !== 'return' && flow !== 'indirect-branch' && flow !== 'indirect-call') return known(null, failing.from);
  const bits = context.architecture === 'x86' ? 32 : 64;
  const read = (at: bigint | null): bigint | null => {
    const address = at === null ? null : toAddress(at);
    if (address === null || !theCase.target) return null;
    const value = bits === 32 ? tryU32(theCase.target.memory, address) : tryU64(theCase.target.memory, address);
    return value === null ? null : BigInt(value);
  };
  const isOnStack = flow === 'return' && context.architecture.startsWith('x');
  const place = isOnStack ? registerValue(context.registers, bits === 32 ? 'esp' : 'rsp') : null;
  const register = flow === 'return' && operands === '' ? 'lr' : operands;
  const address = isOnStack
    ? read(place)
    : memory
      ? read(operandAddress(memory, context.registers, bits))
      : registerValue(context.registers, register);
  if (address === null) return missing('where the failing instruction was about to go');
  return known({ address, source: isOnStack ? 'the return address on the stack' : register }, failing.from);
});
