import type { Instruction } from '../machine/instruction.ts';
import { operandAddress, registerValue } from '../machine/operand-value.ts';
import { toAddress } from '../memory/space.ts';
import { fact, known, missing } from './case.ts';
import { failingInstructionFact } from './failing-instruction.ts';

/** The failing instruction with the registers that its memory operand uses. */
export interface Operand {
  /** Registers that form the address, the likeliest culprit first, unsigned. */
  readonly registers: readonly { readonly name: string; readonly value: bigint }[];
  /** `mov eax,dword ptr [rcx+18h] with rcx=0`. */
  readonly statement: string;
  /** The address that the operand means; null when it cannot be computed. */
  readonly address: bigint | null;
  readonly instruction: Instruction;
}

/** The failing instruction's memory operand with its register values, when its bytes are in the dump or an image. */
export const operandFact = fact<Operand>('operand', (theCase) => {
  const failing = failingInstructionFact(theCase);
  if (!failing.known) return failing;
  const { instruction, context } = failing.value;
  if (!instruction.memory) return missing('a memory operand of the failing instruction');
  const registers = [instruction.memory.base, instruction.memory.index].flatMap((name) => {
    const value = name === null ? null : registerValue(context.registers, name);
    return name === null || value === null ? [] : [{ name, value }];
  });
  const values = registers.map(({ name, value }) => `${name}=${value.toString(16)}`).join(', ');
  const bits = theCase.target?.pointerSize === 8 ? 64 : 32;
  return known(
    {
      registers: registers.sort((a, b) => suspicion(b.value) - suspicion(a.value)),
      statement: `${instruction.mnemonic} ${instruction.operands}${values ? ` with ${values}` : ''}`,
      address: operandAddress(instruction.memory, context.registers, bits),
      instruction,
    },
    failing.from,
  );
});

/** Values that no valid pointer has come first. */
function suspicion(value: bigint): number {
  if (value < 0x10000n) return 2;
  return toAddress(value) === null ? 3 : 1;
}
