import { ABSENT, type Pattern, present } from '../analysis/pattern.ts';
import { sizeText } from '../analysis/size-text.ts';
import { poolUseFact } from '../evidence/pool-use.ts';

/** Packets of the I/O completion ports (pooltag.txt of the debugger). */
const TAG = 'Icp ';
const MANY = 100_000n;

const pattern: Pattern = {
  id: 'memory-leak-i-o-completion-packets',
  name: 'Memory Leak (I/O completion packets)',
  part: null,
  severity: 'warning',
  meaning:
    'Very many packets wait at completion ports: somebody posts or completes more than the threads of the port take, or nobody takes them any more. They fill the non-paged pool.',
  advice: [
    'Find the port and its process: handles of type IoCompletion, and which of its threads are in GetQueuedCompletionStatus.',
  ],
  links: ['insufficient-memory-kernel-pool', '!poolused 2', '!handle'],
  appliesTo: ['kernel'],
  draft: true,
  detect(facts) {
    const { tags } = facts.need(poolUseFact);
    const use = tags.find(({ tag }) => tag.padEnd(4) === TAG);
    const left = (use?.nonPagedAllocations ?? 0n) - (use?.nonPagedFrees ?? 0n);
    if (!use || left < MANY) return ABSENT;
    return present({
      confidence: 0.8,
      basis: 'the allocations of the pool tag that are not freed',
      summary: `${left} packets of I/O completion are in pool${use.nonPagedBytes === null ? '' : `, ${sizeText(use.nonPagedBytes)}`}.`,
      evidence: [{ statement: `tag Icp: ${left} allocations are not freed`, command: '!poolused 2' }],
      relations: [{ kind: 'causes', pattern: 'insufficient-memory-kernel-pool' }],
      details: { packets: Number(left) },
    });
  },
};
export default pattern;
