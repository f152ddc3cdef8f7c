import type { ExceptionSummary } from '../windows/summary.ts';
import { fact, known, missing } from './case.ts';
import { exceptionOfBugCheck } from './exception-record.ts';
import { logFact, logPlace } from './log.ts';

/** The exception that the snapshot was taken for; the value null means that the dump records none. */
export const exceptionFact = fact<ExceptionSummary | null>('exception', (theCase) => {
  const { target } = theCase;
  if (target) {
    const { exception } = target;
    if (!exception) {
      const record = exceptionOfBugCheck(target);
      if (record) return known(record, 'exception record that the bug check points to');
      // A damaged directory or system stream may have lost the record, so its absence says nothing.
      const damaged = target.problems.some((problem) =>
        /EXCEPTION|DIRECTORY|HEADER|SYSTEM_INFO/.test(problem.structure),
      );
      return damaged
        ? missing('the exception record: the dump is damaged where it would be')
        : known(null, 'the dump has no exception record');
    }
    return known(
      {
        code: exception.code,
        flags: exception.flags,
        address: exception.address,
        parameters: exception.parameters,
        threadId: exception.threadId,
        firstChance: null,
      },
      'exception record of the dump',
    );
  }
  const log = logFact(theCase);
  if (!log.known) return log;
  return log.value.exception
    ? known(log.value.exception, logPlace(theCase, 'exception'))
    : missing('an exception record in the log', '.lastevent; .exr -1');
});
