import { fact, known } from './case.ts';
import { faultFact } from './fault.ts';
import { operandFact } from './operand.ts';

/** Instructions that also touch memory which their operands do not name. */
const IMPLICIT =
  /^(push|pop|call|ret|enter|leave|int|iret|syscall|sysenter|(rep\w* )?(movs|stos|lods|scas|cmps|ins|outs)|xsave|xrstor|fxsave|fxrstor|vgather|vpgather|maskmov)/;

/**
 * A contradiction between the recorded access and what the failing instruction does with the saved registers, for
 * people; the value null means that they agree or that it cannot be checked.
 */
export const contradictionFact = fact<string | null>('contradiction', (theCase) => {
  const fault = faultFact(theCase);
  const operand = operandFact(theCase);
  if (!fault.known || !fault.value || !operand.known) return known(null, 'not checked');
  const { address, access } = fault.value;
  const { address: computed, instruction } = operand.value;
  if (computed === null || access === 'execute' || IMPLICIT.test(instruction.mnemonic))
    return known(null, 'not checked');
  const size = BigInt(Math.max(1, instruction.memory?.size ?? 1));
  if (address >= computed && address < computed + size) return known(null, 'registers of the dump');
  const top = BigInt.asIntN(64, computed) >> 47n;
  const allOnes = address === 0xffffffffffffffffn;
  // The processor does not report the address of a non-canonical access, so -1 is what to expect for one.
  if (allOnes && top !== 0n && top !== -1n) return known(null, 'registers of the dump');
  return known(
    `the instruction at the recorded place accesses 0x${computed.toString(16)} with the saved registers, not 0x${address.toString(16)}: record and registers do not fit together (registers saved later, code changed since, or faulty hardware)`,
    'registers of the dump',
  );
});
