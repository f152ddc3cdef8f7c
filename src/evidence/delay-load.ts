import { type DelayLoadFailure, readDelayLoad } from '../windows/delay-load.ts';
import { fact, known, missing } from './case.ts';
import { exceptionFact } from './exception.ts';

/** What the delay-load helper could not find; missing unless the exception is its own and leads to it. */
export const delayLoadFact = fact<DelayLoadFailure>('delayLoad', (theCase) => {
  const exception = exceptionFact(theCase);
  if (!exception.known) return exception;
  const code = (exception.value?.code ?? 0) >>> 0;
  const pointer = exception.value?.parameters[0];
  if ((code !== 0xc06d007e && code !== 0xc06d007f) || pointer === undefined)
    return missing('a failure of the delay-load helper');
  const { target } = theCase;
  const found = target ? readDelayLoad(target.memory, target.pointerSize, pointer) : null;
  return found
    ? known(found, "the delay-load helper's record in the dump")
    : missing('the record of the delay-load helper', 'a dump with full memory');
});
