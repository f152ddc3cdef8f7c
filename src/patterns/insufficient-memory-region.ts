import { ABSENT, type Pattern, present } from '../analysis/pattern.ts';
import { sizeText } from '../analysis/size-text.ts';
import { addressSpaceFact } from '../evidence/address-space.ts';

const LITTLE_FREE = 256n << 20n;

const pattern: Pattern = {
  id: 'insufficient-memory-region',
  name: 'Insufficient Memory (region)',
  part: null,
  severity: 'warning',
  meaning:
    'One kind of memory takes more than half of the address space of a 32-bit process, and little is left: that kind is where to look for the leak or the waste.',
  advice: [
    'List the regions of that kind by size (!address -f:...): many of one size point to one kind of allocation.',
  ],
  links: ['memory-leak-regions', 'memory-leak-process-heap', 'insufficient-memory-reserved-virtual-memory', '!address'],
  appliesTo: ['user'],
  draft: true,
  detect(facts) {
    const { narrow, usage, free } = facts.need(addressSpaceFact);
    const used = usage.reduce((total, { size }) => total + size, 0n);
    const [largest] = [...usage].sort((a, b) => (b.size > a.size ? 1 : -1));
    if (!narrow || !largest || free > LITTLE_FREE || largest.size * 2n < used + free) return ABSENT;
    return present({
      confidence: 0.8,
      basis: 'the regions of the address space by their kind',
      summary: `${largest.name} takes ${sizeText(largest.size)} of the address space; only ${sizeText(free)} are free.`,
      evidence: usage.slice(0, 4).map(({ name, size, regions }) => ({
        statement: `${name}: ${sizeText(size)}${regions === null ? '' : ` in ${regions} regions`}`,
        command: '!address -summary',
      })) as [{ statement: string; command: string }],
      details: { kind: largest.name, size: Number(largest.size), free: Number(free) },
    });
  },
};
export default pattern;
