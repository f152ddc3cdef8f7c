import { fact, missing } from './case.ts';

/** The memory operand of the failing instruction. */
export interface Operand {
  /** Registers that form the address, the likeliest culprit first, unsigned. */
  readonly registers: readonly { readonly name: string; readonly value: bigint }[];
  /** `mov eax,dword ptr [rcx+18h] with rcx=0000000000000000`. */
  readonly statement: string;
}

/** The failing instruction's memory operand with its register values. */
export const operandFact = fact<Operand>('operand', () => missing('the failing instruction', 'u @$ip L1'));
