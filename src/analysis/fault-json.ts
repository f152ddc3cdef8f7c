import { hex } from '../bytes/hex.ts';
import { adjustedAddressFact } from '../evidence/adjusted-address.ts';
import { bitFlipFact } from '../evidence/bit-flip.ts';
import type { Case } from '../evidence/case.ts';
import { inconsistenciesFact } from '../evidence/consistency.ts';
import { failingInstructionFact } from '../evidence/failing-instruction.ts';
import { faultFact } from '../evidence/fault.ts';
import { memoryAccessesFact } from '../evidence/memory-accesses.ts';

/**
 * `fault` of the analysis: the failing access and what is to be made of it; null when the failure is no access, or none
 * is known. Within it null is unknown, so that an empty list says that nothing was found.
 */
export function faultJson(theCase: Case): Record<string, unknown> | null {
  const fault = faultFact(theCase);
  if (!fault.known || !fault.value) return null;
  const failing = failingInstructionFact(theCase);
  const accesses = memoryAccessesFact(theCase);
  const adjusted = adjustedAddressFact(theCase);
  const flips = bitFlipFact(theCase);
  const inconsistencies = inconsistenciesFact(theCase);
  const { address, access, instruction } = fault.value;
  return {
    address: hex(address),
    access,
    instructionAddress: instruction === null ? null : hex(instruction),
    instruction: failing.known
      ? `${failing.value.instruction.mnemonic} ${failing.value.instruction.operands}`.trim()
      : null,
    accesses: accesses.known
      ? accesses.value.map((item) => ({
          address: hex(item.address),
          size: item.size || null,
          access: item.access,
          likelyGuardPage: item.isLikelyGuardPage,
        }))
      : null,
    adjustedAddress: adjusted.known && adjusted.value ? adjustedJson(adjusted.value) : null,
    possibleBitFlips: flips.known
      ? flips.value.map(({ register, bit, value, address: corrected, confidence }) => ({
          register,
          bit,
          value: hex(value),
          address: hex(corrected),
          confidence,
        }))
      : null,
    inconsistencies: inconsistencies.known
      ? inconsistencies.value.map(({ id, statement }) => ({ id, statement }))
      : null,
  };
}

function adjustedJson(
  adjusted:
    | { readonly kind: 'non-canonical'; readonly address: bigint }
    | { readonly kind: 'null-pointer'; readonly offset: bigint },
): Record<string, unknown> {
  return adjusted.kind === 'non-canonical'
    ? { kind: adjusted.kind, address: hex(adjusted.address) }
    : { kind: adjusted.kind, offset: hex(adjusted.offset) };
}
