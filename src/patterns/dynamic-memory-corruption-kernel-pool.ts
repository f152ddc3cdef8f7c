import type { Evidence, Facts, Pattern } from '../analysis/pattern.ts';
import { detectStop, failingComponent, type StopRule } from '../analysis/stop-finding.ts';
import { damagedPoolFact } from '../evidence/damaged-pool.ts';

/** Kinds of stop c2 that are about the level or the size of a request, not about damage. */
const REQUESTS = new Set([0n, 8n, 9n, 0x9an, 0x9bn, 0x9cn, 0x9dn]);
/** Kinds of stop c1 about the interrupt level. */
const LEVELS = new Set([0x30n, 0x31n, 0x32n]);
/** Stops of special pool and of missing pages: they come at the very access, so the driver on the stack did it. */
const AT_THE_ACCESS = new Set([0x50, 0xc1, 0xcc, 0xcd, 0xd5, 0xd6]);
const PAGE = 0x1000n;

const RULES: readonly StopRule[] = [
  { codes: [0x19, 0x13a], confidence: 0.95 },
  { codes: [0xc2], when: ([kind]) => !REQUESTS.has(kind!), confidence: 0.9 },
  { codes: [0xc1], when: (parameters) => !LEVELS.has(parameters[3]!), reads: [3], confidence: 0.95 },
  { codes: [0xcc, 0xcd, 0xd5, 0xd6], confidence: 0.95 },
  { codes: [0xc5, 0xd0, 0xde], confidence: 0.9 },
  {
    codes: [0x50],
    // 1 is a write before Windows 10 1507, 2 since; 0x10 is an execution.
    when: ([address, access]) => address! % PAGE === 0n && (access! & 0x10n) === 0n && (access! & 3n) !== 0n,
    reads: [0, 1],
    confidence: 0.6,
    summary:
      'A write failed at the very first byte of a page that is not there: so ends a write that ran past the end of its buffer.',
  },
];

const pattern: Pattern = {
  id: 'dynamic-memory-corruption-kernel-pool',
  name: 'Dynamic Memory Corruption (kernel pool)',
  part: null,
  severity: 'error',
  meaning:
    'Pool, the memory that all drivers share, is damaged: a block was written past its end, used after it was freed, or freed twice. The system stops when it notices, often in a driver that has nothing to do with it.',
  advice: [
    'Look at the block before the damage and at its tag (!pool, !poolfind): its owner is the first suspect.',
    'Turn on Driver Verifier with special pool for the suspected drivers: the next dump shows the very access.',
    'Compare several dumps: other drivers each time point to one stray writer or to defective memory.',
  ],
  links: ['double-free-kernel-pool', 'hardware-error', '!pool', '!poolval', '!verifier'],
  appliesTo: ['kernel'],
  detect(facts) {
    return detectStop(facts, RULES, {
      evidence: () => damage(facts),
      component: ({ code }) => (AT_THE_ACCESS.has(code) ? failingComponent(facts) : null),
    });
  },
};
export default pattern;

function damage(facts: Facts): Evidence[] {
  return (facts.get(damagedPoolFact) ?? []).map(({ asked, address, why, before }) => ({
    statement: `in the page of ${asked.toString(16)} the pool header at ${address.toString(16)} has an ${why}${before ? `; the block before it, ${before.address.toString(16)}, has the tag ${before.tag}` : ''}`,
    command: `!pool ${asked.toString(16)}`,
    addresses: [address],
  }));
}
