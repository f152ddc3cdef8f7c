import type { Instruction } from '../machine/instruction.ts';
import { operandAddress, registerValue } from '../machine/operand-value.ts';
import { isHole, readAvailable, toAddress, toUnsigned } from '../memory/space.ts';
import { type Case, fact, known, missing } from './case.ts';
import { faultFact } from './fault.ts';

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

const LONGEST_INSTRUCTION = 15;

/** The failing instruction's memory operand with its register values, when its bytes are in the dump or an image. */
export const operandFact = fact<Operand>('operand', (theCase) => {
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
  const bytes = codeAt(theCase, context.ip, LONGEST_INSTRUCTION);
  if (bytes.length === 0)
    return missing(
      `the code at 0x${toUnsigned(context.ip).toString(16)}, which is in neither the dump nor a known image`,
      'give the executables with --images',
    );
  const [instruction] = disassembler.decode(bytes, context.ip, 1);
  if (!instruction?.valid || !instruction.memory) return missing('a memory operand of the failing instruction');
  const registers = [instruction.memory.base, instruction.memory.index].flatMap((name) => {
    const value = name === null ? null : registerValue(context.registers, name);
    return name === null || value === null ? [] : [{ name, value }];
  });
  const values = registers.map(({ name, value }) => `${name}=${value.toString(16)}`).join(', ');
  return known(
    {
      registers: registers.sort((a, b) => suspicion(b.value) - suspicion(a.value)),
      statement: `${instruction.mnemonic} ${instruction.operands}${values ? ` with ${values}` : ''}`,
      address: operandAddress(instruction.memory, context.registers, target.pointerSize === 8 ? 64 : 32),
      instruction,
    },
    'code and registers of the dump',
  );
});

/** Values that no valid pointer has come first. */
function suspicion(value: bigint): number {
  if (value < 0x10000n) return 2;
  return toAddress(value) === null ? 3 : 1;
}

/** Code bytes from the dump's memory, else from the image on disk at the same place. */
export function codeAt(theCase: Case, address: number, length: number): Uint8Array {
  const { target } = theCase;
  if (!target) return new Uint8Array(0);
  const there = target.memory.read(address, length);
  if (!isHole(there)) return readAvailable(target.memory, address, length);
  return new Uint8Array(0);
}
