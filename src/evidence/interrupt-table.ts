import { toAddress } from '../memory/space.ts';
import { type InterruptTable, readInterruptTable } from '../windows/idt-reader.ts';
import { fact, known, missing } from './case.ts';
import { kernelFact } from './kernel.ts';
import { processorObjectsFact } from './processor-objects.ts';

/** The interrupt descriptor table of the first processor whose table is in the dump. */
export const interruptTableFact = fact<InterruptTable>('interruptTable', (theCase) => {
  const kernel = kernelFact(theCase);
  if (!kernel.known) return kernel;
  const processors = processorObjectsFact(theCase);
  if (!processors.known) return processors;
  for (const { prcb } of processors.value) {
    const at = toAddress(prcb);
    const table = at === null ? null : readInterruptTable(kernel.value, at);
    if (table && table.gates.length > 0) return known(table, 'interrupt descriptor table');
  }
  return missing('the interrupt descriptor table: not in the dump');
});
