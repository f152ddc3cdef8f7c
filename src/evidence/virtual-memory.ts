import type { VirtualMemory } from '../windows/virtual-memory.ts';
import { readVirtualMemory } from '../windows/virtual-memory-reader.ts';
import { type Answer, type Case, fact, known, missing } from './case.ts';
import { kernelFact } from './kernel.ts';
import { logFact } from './log.ts';

/** The counters of `!vm`. */
export const virtualMemoryFact = fact<VirtualMemory>('virtualMemory', (theCase) => {
  if (!theCase.target) return fromLog(theCase);
  const kernel = kernelFact(theCase);
  if (!kernel.known) return kernel;
  const memory = readVirtualMemory(kernel.value);
  // Some triage dumps hold a few counters.
  if (memory.counters.length === 0 && theCase.target.kind === 'kernel-triage-dump')
    return missing('the counters of virtual memory: not in a triage dump', null);
  return memory.counters.length > 0
    ? known(memory, 'variables of the kernel')
    : missing('the counters of virtual memory: neither symbols nor memory hold them');
});

function fromLog(theCase: Case): Answer<VirtualMemory> {
  const log = logFact(theCase);
  if (!log.known) return log;
  const { virtualMemory } = log.value.objects;
  return virtualMemory ? known(virtualMemory, 'log') : missing('the counters of virtual memory', '!vm');
}
