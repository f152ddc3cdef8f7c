import { adjustedAddressFact } from '../evidence/adjusted-address.ts';
import { bitFlipFact, bitFlipStatement, isLikelyFlip } from '../evidence/bit-flip.ts';
import type { Case } from '../evidence/case.ts';
import { inconsistenciesFact } from '../evidence/consistency.ts';
import type { Page } from './page.ts';

/** What the failing access was really, what contradicts its record, and whether one flipped bit would explain it. */
export function accessDoubts(page: Page, theCase: Case): void {
  const adjusted = adjustedAddressFact(theCase);
  if (adjusted.known && adjusted.value?.kind === 'non-canonical')
    page.line(`the address formed was ${hex(adjusted.value.address)}, which is not canonical`, 10, 10);
  const flips = bitFlipFact(theCase);
  const [flip] = flips.known ? flips.value : [];
  if (flip && isLikelyFlip(flip)) page.line([['yellow', 'possibly a flipped bit: '], bitFlipStatement(flip)], 10, 12);
  const inconsistencies = inconsistenciesFact(theCase);
  for (const { statement } of inconsistencies.known ? inconsistencies.value : [])
    page.line([['yellow', 'inconsistent: '], statement], 10, 12);
}

function hex(value: bigint): string {
  return `0x${value.toString(16)}`;
}
