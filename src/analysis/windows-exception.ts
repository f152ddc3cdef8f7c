import { bugcheckFact } from '../evidence/bugcheck.ts';
import { exceptionFact } from '../evidence/exception.ts';
import { systemFact } from '../evidence/system.ts';
import { bugcheckBase, parameterRoles } from '../windows/bugcheck.ts';
import type { ExceptionSummary } from '../windows/summary.ts';
import { type Facts, MissingFact } from './pattern.ts';

/** An exception of Windows with its code unsigned. */
export interface WindowsException {
  readonly code: number;
  readonly record: ExceptionSummary;
}

/** The exception that was recorded; null when there is none, or when its numbers are those of another system. */
export function windowsException(facts: Facts): WindowsException | null {
  const os = facts.get(systemFact)?.os ?? null;
  if (os !== null && !os.startsWith('Windows')) return null;
  const record = facts.need(exceptionFact);
  return record ? { code: record.code >>> 0, record } : null;
}

/** The same, null also where the source does not tell of an exception. */
export function windowsExceptionIfKnown(facts: Facts): WindowsException | null {
  return facts.get(exceptionFact) ? windowsException(facts) : null;
}

/**
 * The code of the exception behind the failure: of a process the recorded one, of a system that stopped the one that
 * its bug check tells. Null when the failure was none.
 */
export function exceptionCode(facts: Facts): { readonly code: number; readonly command: string } | null {
  const bugcheck = facts.get(bugcheckFact);
  if (!bugcheck) {
    const exception = windowsException(facts);
    return exception && { code: exception.code, command: '.exr -1' };
  }
  const index = parameterRoles(bugcheck.code).indexOf('exception-code');
  if (index < 0) return null;
  if (bugcheck.unknownParameters?.includes(index))
    throw new MissingFact('the parameters of the bug check, which the log does not show (.bugcheck)');
  return { code: Number(BigInt.asUintN(32, bugcheck.parameters[index] ?? 0n)), command: '.bugcheck' };
}

/** The number of the bug check without the bit that marks dumps; null for a process. */
export function stopCode(facts: Facts): number | null {
  const bugcheck = facts.get(bugcheckFact);
  return bugcheck ? bugcheckBase(bugcheck.code) : null;
}
