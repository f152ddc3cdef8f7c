import { readCppException, type ThrownObject } from '../windows/cpp-exception.ts';
import { fact, known, missing } from './case.ts';
import { exceptionFact } from './exception.ts';

/** The object of a Microsoft C++ exception, as far as its type information is in the dump. */
export const cppExceptionFact = fact<ThrownObject>('cppException', (theCase) => {
  const exception = exceptionFact(theCase);
  if (!exception.known) return exception;
  if (!exception.value || exception.value.code >>> 0 !== 0xe06d7363)
    return missing('a C++ exception of the Microsoft compiler');
  if (!theCase.target) return missing('the thrown object, which a log does not hold');
  return known(readCppException(theCase.target, exception.value.parameters), 'throw information in the dump');
});
