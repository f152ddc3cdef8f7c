import { isCanonical } from './access-rights.ts';
import { branchTargetFact } from './branch-target.ts';
import { fact, known } from './case.ts';
import { faultFact } from './fault.ts';
import { memoryAccessesFact } from './memory-accesses.ts';
import { operandFact } from './operand.ts';

/** What the recorded address really stands for. */
export type AdjustedAddress =
  /** x64 reports an access to a non-canonical address, or a jump there, as a read of -1: this is that address. */
  | { readonly kind: 'non-canonical'; readonly address: bigint }
  /** A register of the operand was NULL, so the recorded address is the offset of a field. */
  | { readonly kind: 'null-pointer'; readonly offset: bigint };

/** The first 64 KB of an address space are never mapped in Windows. */
const NULL_AREA = 0x10000n;
const ALL_ONES = 0xffffffffffffffffn;

/** The meaning of the recorded address where it is not the address itself; null when it is, or nothing says otherwise. */
export const adjustedAddressFact = fact<AdjustedAddress | null>('adjustedAddress', (theCase) => {
  const fault = faultFact(theCase);
  if (!fault.known) return fault;
  if (!fault.value) return known(null, fault.from);
  const { address, access } = fault.value;
  const accesses = memoryAccessesFact(theCase);
  if (address === ALL_ONES && theCase.target?.architecture === 'x64') {
    const formed = accesses.known ? accesses.value.find((item) => !isCanonical(item.address)) : undefined;
    if (formed && accesses.known) return known({ kind: 'non-canonical', address: formed.address }, accesses.from);
    const target = branchTargetFact(theCase);
    if (target.known && target.value && !isCanonical(target.value.address))
      return known({ kind: 'non-canonical', address: target.value.address }, target.from);
  }
  const operand = operandFact(theCase);
  if (address < NULL_AREA && access !== 'execute' && operand.known && operand.value.address === address) {
    const { registers } = operand.value;
    if (registers.some(({ value }) => value === 0n))
      return known({ kind: 'null-pointer', offset: address }, operand.from);
  }
  return known(null, fault.from);
});
