import { fact, known, missing } from './case.ts';
import { contradictionFact } from './consistency.ts';
import { faultFact } from './fault.ts';
import { operandFact } from './operand.ts';

/** The value by which the failing access went wrong. */
export interface BadPointer {
  readonly value: bigint;
  /** The register that held it, or null when it is the address that was accessed. */
  readonly register: string | null;
  /** The address of the access, by the record. */
  readonly address: bigint;
  readonly statement: string;
  readonly command: string;
}

const ALL_ONES = 0xffffffffffffffffn;

/**
 * The pointer behind the failing access: the register that the instruction used where that is known, else the address
 * itself. The value null means that no access failed, or that record and registers contradict each other.
 */
export const badPointerFact = fact<BadPointer | null>('badPointer', (theCase) => {
  const fault = faultFact(theCase);
  if (!fault.known) return fault;
  if (!fault.value) return known(null, fault.from);
  const { address, statement, command } = fault.value;
  const contradiction = contradictionFact(theCase);
  if (contradiction.known && contradiction.value !== null) return known(null, contradiction.from);
  const operand = operandFact(theCase);
  const register = operand.known ? operand.value.registers[0] : undefined;
  if (register && operand.known)
    return known(
      {
        value: register.value,
        register: register.name,
        address,
        statement: operand.value.statement,
        command: 'r; u @$ip L1',
      },
      operand.from,
    );
  // The processor does not tell a non-canonical address: all ones stand for it.
  if (address === ALL_ONES) return missing('the pointer that was used: the record has all ones for it', 'r; u @$ip L1');
  return known({ value: address, register: null, address, statement, command }, fault.from);
});
