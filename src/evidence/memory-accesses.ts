import { type MemoryAccess, memoryAccesses } from '../machine/memory-access.ts';
import { isLikelyGuardPage } from './access-rights.ts';
import { fact, known, missing } from './case.ts';
import { failingInstructionFact } from './failing-instruction.ts';

/** An access of the failing instruction. */
export interface FailingAccess extends MemoryAccess {
  readonly isLikelyGuardPage: boolean;
}

/** Everything that the failing instruction reads and writes with the saved registers; empty when it touches no memory. */
export const memoryAccessesFact = fact<readonly FailingAccess[]>('memoryAccesses', (theCase) => {
  const failing = failingInstructionFact(theCase);
  if (!failing.known) return failing;
  const target = theCase.target!;
  const { instruction, context } = failing.value;
  const accesses = memoryAccesses(instruction, context.registers, context.architecture === 'x86' ? 32 : 64);
  if (!accesses) return missing('what the failing instruction accesses: its operands do not tell all of it');
  return known(
    accesses.map((access) => ({ ...access, isLikelyGuardPage: isLikelyGuardPage(target, access.address) })),
    failing.from,
  );
});
