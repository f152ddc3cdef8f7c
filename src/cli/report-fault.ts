import { adjustedAddressFact } from '../evidence/adjusted-address.ts';
import { bitFlipFact } from '../evidence/bit-flip.ts';
import type { Case } from '../evidence/case.ts';
import { inconsistenciesFact } from '../evidence/consistency.ts';
import type { Page } from './page.ts';

/** Below this a flipped bit is told in JSON only: most bad pointers have a candidate or two by chance. */
const WORTH_SAYING = 0.5;

/** What the failing access was really, what contradicts its record, and whether one flipped bit would explain it. */
export function accessDoubts(page: Page, theCase: Case): void {
  const adjusted = adjustedAddressFact(theCase);
  if (adjusted.known && adjusted.value?.kind === 'non-canonical')
    page.line(`the address formed was ${hex(adjusted.value.address)}, which is not canonical`, 10, 10);
  const flips = bitFlipFact(theCase);
  const [flip] = flips.known ? flips.value : [];
  if (flip && flip.confidence >= WORTH_SAYING) {
    const place = flip.register ?? 'the address';
    page.line(
      [
        ['yellow', 'possibly a flipped bit: '],
        `with bit ${flip.bit} of ${place} changed (${hex(flip.value)}) the access would have been valid, ${Math.round(flip.confidence * 100)} %: suspect memory or processor if crashes differ from each other`,
      ],
      10,
      12,
    );
  }
  const inconsistencies = inconsistenciesFact(theCase);
  for (const { statement } of inconsistencies.known ? inconsistencies.value : [])
    page.line([['yellow', 'inconsistent: '], statement], 10, 12);
}

function hex(value: bigint): string {
  return `0x${value.toString(16)}`;
}
