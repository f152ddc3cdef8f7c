import { type HeapFailure, readHeapFailure } from '../windows/heap-failure.ts';
import { fact, known, missing } from './case.ts';
import { exceptionFact } from './exception.ts';

export const STATUS_HEAP_CORRUPTION = 0xc0000374;

/** What the heap of the process found wrong, as it noted it; missing unless the exception leads to that note. */
export const heapFailureFact = fact<HeapFailure>('heapFailure', (theCase) => {
  const exception = exceptionFact(theCase);
  if (!exception.known) return exception;
  const pointer = exception.value?.code !== undefined ? exception.value.parameters[0] : undefined;
  if (exception.value === null || exception.value.code >>> 0 !== STATUS_HEAP_CORRUPTION || pointer === undefined)
    return missing('a failure that a heap reported');
  const { target } = theCase;
  if (!target) return missing('what the heap noted of its failure', '!heap -s; dt ntdll!_HEAP_FAILURE_INFORMATION');
  const failure = readHeapFailure(target.memory, target.pointerSize, pointer);
  return failure
    ? known(failure, 'heap failure information in the dump')
    : missing('what the heap noted of its failure: that memory is not in the dump', 'a dump with full memory');
});
