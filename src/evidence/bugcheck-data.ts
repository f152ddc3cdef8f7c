import { type BugCheckData, readBugCheckData } from '../windows/bugcheck-data.ts';
import { fact, known, missing } from './case.ts';
import { kernelFact } from './kernel.ts';

/** The bug check as the kernel keeps it, with the driver that it blamed itself. */
export const bugCheckDataFact = fact<BugCheckData>('bugCheckData', (theCase) => {
  const kernel = kernelFact(theCase);
  if (!kernel.known) return kernel;
  const data = readBugCheckData(kernel.value);
  return data ? known(data, 'KiBugCheckData') : missing("the kernel's own bug check data: not in the dump", null);
});
