import { ABSENT, type Pattern, present } from '../analysis/pattern.ts';
import { faultFact } from '../evidence/fault.ts';
import { memoryAccessesFact } from '../evidence/memory-accesses.ts';

const PAGE = 4096n;

const pattern: Pattern = {
  id: 'data-alignment-page-boundary',
  name: 'Data Alignment (page boundary)',
  part: null,
  severity: 'info',
  meaning:
    'The failing access began in one page and ended in the next, and only the second one is missing: the data ran over the end of what is there by a few bytes.',
  advice: [
    'Look at the object that ends at the page boundary: a length that is too large, or a read of whole words at the end of a string.',
  ],
  links: ['invalid-pointer', 'r', 'dp'],
  appliesTo: ['user', 'kernel'],
  draft: true,
  detect(facts) {
    const fault = facts.need(faultFact);
    if (!fault) return ABSENT;
    // The processor reports the first byte that it could not reach: the start of the second page.
    if (fault.address === 0n || fault.address % PAGE !== 0n) return ABSENT;
    const access = facts
      .need(memoryAccessesFact)
      .find(({ address, size }) => address < fault.address && fault.address < address + BigInt(size));
    if (!access) return ABSENT;
    return present({
      confidence: 0.9,
      basis: 'the failing instruction with the saved registers, and the address that failed',
      summary: `An access of ${access.size} bytes at 0x${access.address.toString(16)} crosses into the page 0x${fault.address.toString(16)}, which is missing.`,
      evidence: [
        {
          statement: `the instruction accesses ${access.size} bytes at 0x${access.address.toString(16)}; ${fault.statement}`,
          command: fault.command,
          addresses: [access.address, fault.address],
        },
      ],
      details: { address: `0x${access.address.toString(16)}`, size: access.size },
    });
  },
};
export default pattern;
