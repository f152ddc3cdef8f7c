import { type LogField, type LogSummary, logSummary } from '../transcript/log-facts.ts';
import { type Case, fact, known, missing } from './case.ts';

/** What a debugger's log says; missing where the Case is a dump. */
export const logFact = fact<LogSummary>('log', ({ transcript }) =>
  transcript ? known(logSummary(transcript), 'log') : missing("a debugger's log"),
);

/** Where a fact was read, for people: `log, line 12`. */
export function logPlace(theCase: Case, field: LogField): string {
  const log = logFact(theCase);
  const lines = log.known ? log.value.where(field)?.lines : undefined;
  return lines?.[0] === undefined ? 'log' : `log, line ${lines[0] + 1}`;
}
