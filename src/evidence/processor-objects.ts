import type { ProcessorObject } from '../windows/processor.ts';
import { readProcessors } from '../windows/processor-reader.ts';
import { fact, known, missing } from './case.ts';
import { kernelFact } from './kernel.ts';
import { logFact } from './log.ts';

/** The processors by their control blocks, or as `!running` of a log shows them. */
export const processorObjectsFact = fact<readonly ProcessorObject[]>('processorObjects', (theCase) => {
  if (!theCase.target) {
    const log = logFact(theCase);
    if (!log.known) return log;
    const { processors } = log.value.objects;
    return processors.length > 0 ? known(processors, 'log') : missing('the processors', '!running; !prcb');
  }
  const kernel = kernelFact(theCase);
  if (!kernel.known) return kernel;
  const processors = readProcessors(kernel.value);
  return processors.length > 0
    ? known(processors, 'KiProcessorBlock')
    : missing('the control blocks of the processors: not in the dump');
});
