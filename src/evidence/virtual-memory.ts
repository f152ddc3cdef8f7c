import type { VirtualMemory } from '../windows/virtual-memory.ts';
import { readVirtualMemory } from '../windows/virtual-memory-reader.ts';
import { fact, known, missing } from './case.ts';
import { kernelFact } from './kernel.ts';

/** The counters of virtual memory, page files, failures, and what processes have committed. */
export const virtualMemoryFact = fact<VirtualMemory>('virtual-memory', (theCase) => {
  if (!theCase.target) return missing('the counters of virtual memory', '!vm');
  if (theCase.target.kind === 'kernel-triage-dump')
    return missing('the counters of virtual memory: not in a triage dump', null);
  const kernel = kernelFact(theCase);
  if (!kernel.known) return kernel;
  const memory = readVirtualMemory(kernel.value);
  if (memory.counters.length === 0)
    return missing('the counters of virtual memory: none is in the dump, or the symbols of nt name none', null);
  return known(memory, "the kernel's counters");
});
