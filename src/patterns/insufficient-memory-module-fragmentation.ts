import { ABSENT, type Pattern, present, unknown } from '../analysis/pattern.ts';
import { sizeText } from '../analysis/size-text.ts';
import { addressSpaceFact } from '../evidence/address-space.ts';

/** With no larger piece, a heap cannot get a new segment and a DLL of usual size cannot be loaded. */
const SMALL = 64n << 20n;
/** As much free memory in small pieces is fragmentation; less is use. */
const MUCH_FREE = 256n << 20n;

const pattern: Pattern = {
  id: 'insufficient-memory-module-fragmentation',
  name: 'Insufficient Memory (module fragmentation)',
  part: null,
  severity: 'warning',
  meaning:
    'A 32-bit process has enough free address space, but only in small pieces: modules and reservations spread over it. Large allocations fail although memory is there.',
  advice: [
    'Look at what lies between the free pieces (!address): modules that load at fixed addresses, and many small reservations.',
    'Rebase or fewer modules, or a 64-bit process, are the cures.',
  ],
  links: ['insufficient-memory-reserved-virtual-memory', '!address', 'lm'],
  appliesTo: ['user'],
  draft: true,
  detect(facts) {
    const { narrow, free, largestFree } = facts.need(addressSpaceFact);
    if (!narrow) return ABSENT;
    if (!largestFree) return unknown('the largest free region (!address -summary)');
    if (free < MUCH_FREE || largestFree.size >= SMALL) return ABSENT;
    return present({
      confidence: 0.85,
      basis: 'the free regions of the address space',
      summary: `${sizeText(free)} are free, but the largest piece has only ${sizeText(largestFree.size)}.`,
      evidence: [
        {
          statement: `largest free region: ${sizeText(largestFree.size)} at ${largestFree.base.toString(16)}; ${sizeText(free)} are free in all`,
          command: '!address -summary',
          addresses: [largestFree.base],
        },
      ],
      details: { free: Number(free), largestFree: Number(largestFree.size) },
    });
  },
};
export default pattern;
