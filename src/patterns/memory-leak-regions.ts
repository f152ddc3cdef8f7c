import { ABSENT, type Pattern, present } from '../analysis/pattern.ts';
import { sizeText } from '../analysis/size-text.ts';
import { type Allocation, allocationsFact } from '../evidence/allocations.ts';

/** Allocations of one size that no usual program makes so many of. */
const MANY = 1000;
const MUCH = 128n << 20n;

const pattern: Pattern = {
  id: 'memory-leak-regions',
  name: 'Memory Leak (regions)',
  part: null,
  severity: 'warning',
  meaning:
    'Very many private allocations of the address space have the same size. From one dump alone it is a suspicion: something allocates such a region each time, and does not free it.',
  advice: [
    'Look into a few of them (dc, dps): text, pointers into modules or headers tell what they are, and whose.',
    'Take a second dump later: when the number has grown, it is a leak; trace VirtualAlloc then.',
  ],
  links: ['insufficient-memory-region', 'memory-leak-process-heap', '!address'],
  appliesTo: ['user'],
  draft: true,
  detect(facts) {
    const bySize = new Map<bigint, Allocation[]>();
    for (const allocation of facts.need(allocationsFact)) {
      const list = bySize.get(allocation.size);
      if (list) list.push(allocation);
      else bySize.set(allocation.size, [allocation]);
    }
    const [top] = [...bySize]
      .filter(([size, list]) => list.length >= MANY && size * BigInt(list.length) >= MUCH)
      .sort((a, b) => b[1].length - a[1].length);
    if (!top) return ABSENT;
    const [size, list] = top;
    return present({
      confidence: 0.5,
      basis: 'the number of allocations of one size in a single dump',
      summary: `${list.length} private allocations have ${sizeText(size)} each, ${sizeText(size * BigInt(list.length))} in all.`,
      evidence: [
        {
          statement: `${list.length} private allocations of ${sizeText(size)}`,
          command: '!address -f:VAR',
          addresses: list.slice(0, 8).map(({ base }) => base),
        },
      ],
      details: { size: Number(size), count: list.length },
    });
  },
};
export default pattern;
