import { ABSENT, type Pattern, present, unknown } from '../analysis/pattern.ts';
import { sizeText } from '../analysis/size-text.ts';
import { logFact } from '../evidence/log.ts';
import { systemFact } from '../evidence/system.ts';

/** What one heap of a 32-bit or of a 64-bit process rarely needs; bytes. */
const LARGE_32 = 800n << 20n;
const LARGE_64 = 4n << 30n;

const pattern: Pattern = {
  id: 'memory-leak-process-heap',
  name: 'Memory Leak (process heap)',
  part: null,
  severity: 'warning',
  meaning:
    'One heap of the process is very large. From one snapshot alone it is a suspicion: it may be a leak, a cache, or much data.',
  advice: [
    'Rank the blocks of that heap by size (!heap -stat -h ADDRESS), and look into blocks of the most frequent size (!heap -flt s SIZE).',
    'Take another dump later and compare; turn on user stack traces (gflags +ust) to learn who allocates.',
  ],
  links: ['memory-leak-regions', 'insufficient-memory-region', '!heap'],
  appliesTo: ['user'],
  draft: true,
  detect(facts) {
    const rows = facts.get(logFact)?.objects.heapRows ?? [];
    if (rows.length === 0) return unknown('the heaps of the process with their sizes (!heap -s)');
    const limit = facts.get(systemFact)?.architecture === 'x86' ? LARGE_32 : LARGE_64;
    const [largest] = rows
      .flatMap(({ address, committedKb }) => (committedKb === null ? [] : [{ address, bytes: committedKb << 10n }]))
      .sort((a, b) => (b.bytes > a.bytes ? 1 : -1));
    if (!largest || largest.bytes < limit) return ABSENT;
    return present({
      confidence: 0.45,
      basis: 'the size of the heap in a single snapshot',
      summary: `Heap ${largest.address.toString(16)} has ${sizeText(largest.bytes)} committed.`,
      evidence: [
        {
          statement: `heap ${largest.address.toString(16)}: ${sizeText(largest.bytes)} committed, the largest of ${rows.length}`,
          command: `!heap -stat -h ${largest.address.toString(16)}`,
          addresses: [largest.address],
        },
      ],
      details: { committed: Number(largest.bytes) },
    });
  },
};
export default pattern;
