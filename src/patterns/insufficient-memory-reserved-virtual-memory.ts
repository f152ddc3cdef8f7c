import { ABSENT, type Pattern, present } from '../analysis/pattern.ts';
import { sizeText } from '../analysis/size-text.ts';
import { addressSpaceFact } from '../evidence/address-space.ts';

/** Windows keeps 2 GB for itself unless told otherwise: half of the rest is much. */
const MUCH_RESERVED = 1n << 30n;
const LITTLE_FREE = 256n << 20n;

const pattern: Pattern = {
  id: 'insufficient-memory-reserved-virtual-memory',
  name: 'Insufficient Memory (reserved virtual memory)',
  part: null,
  severity: 'warning',
  meaning:
    'Most of the address space of a 32-bit process is reserved but not committed: memory is not used, yet no address is left for other allocations.',
  advice: [
    'Find who reserves: stacks of many threads (their size is in the header of the program), heaps, Java and .NET heaps, databases.',
  ],
  links: ['insufficient-memory-module-fragmentation', 'insufficient-memory-region', '!address', '!heap'],
  appliesTo: ['user'],
  draft: true,
  detect(facts) {
    const { narrow, reserved, committed, free } = facts.need(addressSpaceFact);
    if (!narrow || reserved < MUCH_RESERVED || reserved <= committed || free > LITTLE_FREE) return ABSENT;
    return present({
      confidence: 0.8,
      basis: 'the states of the regions of the address space',
      summary: `${sizeText(reserved)} of the address space are reserved and only ${sizeText(committed)} committed; ${sizeText(free)} are free.`,
      evidence: [
        {
          statement: `MEM_RESERVE ${sizeText(reserved)}, MEM_COMMIT ${sizeText(committed)}, MEM_FREE ${sizeText(free)}`,
          command: '!address -summary',
        },
      ],
      details: { reserved: Number(reserved), committed: Number(committed), free: Number(free) },
    });
  },
};
export default pattern;
