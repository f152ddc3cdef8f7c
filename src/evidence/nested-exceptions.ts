import { type NestedRecord, readNestedRecords } from '../windows/exception-chain.ts';
import { readStowedExceptions, type StowedException } from '../windows/stowed-exception.ts';
import { fact, known, missing } from './case.ts';
import { exceptionFact } from './exception.ts';

export const STATUS_STOWED_EXCEPTION = 0xc000027b;

/** Exceptions that the recorded one was raised on top of: its ExceptionRecord links, where they can be read. */
export const nestedRecordsFact = fact<readonly NestedRecord[]>('nestedRecords', ({ target }) => {
  if (!target) return missing('the record that the exception is linked with', '.exr -1; dt _EXCEPTION_RECORD');
  const nested = target.exception?.nested ?? 0n;
  if (nested === 0n) return known([], 'exception record of the dump');
  const records = readNestedRecords(target.memory, target.pointerSize, nested);
  return records.length > 0
    ? known(records, 'exception records in memory')
    : missing('the exception that the recorded one is linked with: its record is not in the dump');
});

/** The failures behind a stowed exception (0xC000027B); missing for any other, and where they are not in the dump. */
export const stowedExceptionsFact = fact<readonly StowedException[]>('stowedExceptions', (theCase) => {
  const exception = exceptionFact(theCase);
  if (!exception.known) return exception;
  const [array, count] = exception.value?.parameters ?? [];
  if ((exception.value?.code ?? 0) >>> 0 !== STATUS_STOWED_EXCEPTION || array === undefined || count === undefined)
    return missing('a stowed exception');
  const { target } = theCase;
  const found = target ? readStowedExceptions(target.memory, target.pointerSize, array, count) : [];
  return found.length > 0
    ? known(found, 'stowed exceptions in the dump')
    : missing('the stowed exceptions: their memory is not in the source', 'a dump with full memory; !pde.dse');
});
