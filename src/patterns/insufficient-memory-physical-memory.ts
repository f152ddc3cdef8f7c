import { ABSENT, type Evidence, type Pattern, present, unknown } from '../analysis/pattern.ts';
import { sizeText } from '../analysis/size-text.ts';
import { virtualMemoryFact } from '../evidence/virtual-memory.ts';
import { memoryCounter } from '../windows/virtual-memory.ts';

const PAGE = 4096n;
/** Windows signals low memory below 32 MB for each 4 GB, 64 MB at most (CreateMemoryResourceNotification). */
const SHARE = 128n;
const MOST_LOW = (64n << 20n) / PAGE;

const pattern: Pattern = {
  id: 'insufficient-memory-physical-memory',
  name: 'Insufficient Memory (physical memory)',
  part: null,
  severity: 'warning',
  meaning:
    'Hardly any physical memory is available: the system lives on its paging file, and everything waits for the disk.',
  advice: [
    'Find the largest working sets (!process 0 1) and what is locked (`Locked IO Pages`), and look at the pools.',
    'On a virtual machine ask its host whether memory was taken away (ballooning).',
  ],
  links: ['insufficient-memory-committed-memory', 'insufficient-memory-kernel-pool', '!vm', '!memusage'],
  appliesTo: ['kernel'],
  draft: true,
  detect(facts) {
    const memory = facts.need(virtualMemoryFact);
    const physical = memoryCounter(memory, 'Physical Memory');
    const available = memoryCounter(memory, 'Available Pages');
    // A machine without committed pages is none: then the counters were not kept.
    if (!physical || available === null || memoryCounter(memory, 'Committed pages') === 0n)
      return unknown('physical and available memory (!vm)');
    const low = physical / SHARE < MOST_LOW ? physical / SHARE : MOST_LOW;
    if (available >= low) return ABSENT;
    const row = (label: string): Evidence[] => {
      const pages = memoryCounter(memory, label);
      return pages ? [{ statement: `${label}: ${sizeText(pages * PAGE)}`, command: '!vm' }] : [];
    };
    return present({
      confidence: 0.9,
      basis: 'the counters of physical memory, and the limit at which Windows itself signals low memory',
      summary: `Only ${sizeText(available * PAGE)} of ${sizeText(physical * PAGE)} of physical memory are available.`,
      evidence: [
        { statement: `Available Pages: ${available} of ${physical}`, command: '!vm' },
        ...row('Modified Pages'),
        ...row('Locked IO Pages'),
        ...row('NonPagedPool Usage'),
      ],
      details: { availablePages: Number(available), physicalPages: Number(physical) },
    });
  },
};
export default pattern;
