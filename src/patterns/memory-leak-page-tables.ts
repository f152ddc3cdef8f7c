import { ABSENT, type Pattern, present, unknown } from '../analysis/pattern.ts';
import { sizeText } from '../analysis/size-text.ts';
import { isZombie } from '../analysis/zombie.ts';
import { processesFact } from '../evidence/processes.ts';
import { virtualMemoryFact } from '../evidence/virtual-memory.ts';
import { memoryCounter } from '../windows/virtual-memory.ts';

const PAGE = 4096n;
/** A tenth of the memory for page tables alone. */
const SHARE = 10n;

const pattern: Pattern = {
  id: 'memory-leak-page-tables',
  name: 'Memory Leak (page tables)',
  part: null,
  severity: 'warning',
  meaning:
    'Page tables take more than a tenth of the physical memory. Processes that have ended but are still referred to keep theirs, and very large sparse address spaces need many.',
  advice: ['Look for zombies (!process 0 0) and for processes with very large virtual sizes (!process 0 1).'],
  links: ['zombie-processes', 'insufficient-memory-physical-memory', '!vm'],
  appliesTo: ['kernel'],
  draft: true,
  detect(facts) {
    const memory = facts.need(virtualMemoryFact);
    const tables = memoryCounter(memory, 'System PageTables') ?? memoryCounter(memory, 'PageTables');
    const physical = memoryCounter(memory, 'Physical Memory');
    if (tables === null || !physical) return unknown('the size of page tables and of physical memory (!vm)');
    if (tables * SHARE < physical) return ABSENT;
    const zombies = (facts.get(processesFact) ?? []).filter(isZombie).length;
    return present({
      confidence: zombies > 0 ? 0.75 : 0.55,
      basis: 'the counters of a single snapshot',
      summary: `Page tables take ${sizeText(tables * PAGE)} of ${sizeText(physical * PAGE)} of physical memory${zombies > 0 ? `; ${zombies} processes have ended but are still there` : ''}.`,
      evidence: [{ statement: `page tables: ${tables} of ${physical} pages`, command: '!vm' }],
      relations: zombies > 0 ? [{ kind: 'accompanies', pattern: 'zombie-processes' }] : [],
      details: { pages: Number(tables), zombies },
    });
  },
};
export default pattern;
