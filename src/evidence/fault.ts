import { bugcheckBase, parameterRoles } from '../windows/bugcheck.ts';
import type { BugCheckSummary } from '../windows/summary.ts';
import { bugcheckFact } from './bugcheck.ts';
import { fact, known, missing } from './case.ts';
import { exceptionFact } from './exception.ts';

/** A memory access that failed. */
export interface Fault {
  readonly access: 'read' | 'write' | 'execute' | null;
  /** The address that could not be accessed. */
  readonly address: bigint;
  /** The instruction that tried, null when it is not known. */
  readonly instruction: bigint | null;
  /** What says so, with the command that shows it. */
  readonly statement: string;
  readonly command: string;
}

const ACCESS_VIOLATION = 0xc0000005;
const IN_PAGE_ERROR = 0xc0000006;

/** The memory access that failed; the value null means that the failure was of another kind. */
export const faultFact = fact<Fault | null>('fault', (theCase) => {
  const exception = exceptionFact(theCase);
  if (exception.known && exception.value) {
    const { code, parameters, address } = exception.value;
    const unsigned = code >>> 0;
    const [type, at] = parameters;
    const access = unsigned === ACCESS_VIOLATION || unsigned === IN_PAGE_ERROR;
    if (access && type !== undefined && at !== undefined) {
      return known(
        {
          access: accessOf(type),
          address: at,
          instruction: address,
          statement: `exception parameters: ${verb(type)} 0x${at.toString(16)}`,
          command: '.exr -1',
        },
        exception.from,
      );
    }
  }
  const bugcheck = bugcheckFact(theCase);
  if (bugcheck.known && bugcheck.value) {
    const fault = ofBugCheck(bugcheck.value);
    // A parameter that a log left out is 0 here for want of a value, which would look like a NULL pointer.
    if (fault && bugcheck.value.unknownParameters?.length)
      return missing('the parameters of the bug check, which the log does not show', '.bugcheck');
    if (fault) return known(fault, bugcheck.from);
    if (isAccessViolation(bugcheck.value))
      return missing('which address was accessed: the exception record of the access violation', '.exr; .cxr');
  } else if (!exception.known) return exception;
  const unsigned = exception.known ? (exception.value?.code ?? 0) >>> 0 : 0;
  return unsigned === ACCESS_VIOLATION || unsigned === IN_PAGE_ERROR
    ? missing('which address was accessed: the parameters of the access violation', '.exr -1')
    : known(null, bugcheck.known && bugcheck.value ? bugcheck.from : exception.known ? exception.from : '');
});

/** One of the parameters is the code of an access violation, whose record is not in the source. */
function isAccessViolation({ code, parameters }: BugCheckSummary): boolean {
  const at = parameterRoles(code).indexOf('exception-code');
  return at >= 0 && BigInt.asUintN(32, parameters[at] ?? 0n) === BigInt(ACCESS_VIOLATION);
}

/** Bug checks whose parameters tell the access (documented in Microsoft's bug check reference). */
function ofBugCheck({ code, parameters }: BugCheckSummary): Fault | null {
  const [first, second, third, fourth] = parameters;
  const command = '.bugcheck';
  switch (bugcheckBase(code)) {
    case 0x0a:
    case 0xd1: {
      // Parameter 3: bit 0 is set for a write, bit 3 for an execute.
      const access = third & 8n ? 'execute' : third & 1n ? 'write' : 'read';
      return {
        access,
        address: first,
        instruction: fourth,
        statement: `parameters 1 and 3: ${access} of 0x${first.toString(16)} at IRQL ${second}`,
        command,
      };
    }
    case 0x50: {
      // Parameter 2: 0 read, 1 write before Windows 10 1507, 2 write since, 0x10 execute; 0x11 is seen for an execute fault too.
      const access = second & 0x10n ? 'execute' : second & 3n ? 'write' : 'read';
      return {
        access,
        address: first,
        instruction: third === 0n ? null : third,
        statement: `parameters 1 and 2: ${access} of 0x${first.toString(16)}`,
        command,
      };
    }
    case 0x1e: {
      if (BigInt.asUintN(32, first) !== BigInt(ACCESS_VIOLATION)) return null;
      return {
        access: accessOf(third),
        address: fourth,
        instruction: second,
        statement: `parameters 3 and 4: ${verb(third)} 0x${fourth.toString(16)}`,
        command,
      };
    }
    default:
      return null;
  }
}

function accessOf(type: bigint): Fault['access'] {
  return type === 0n ? 'read' : type === 1n ? 'write' : type === 8n ? 'execute' : null;
}

function verb(type: bigint): string {
  return `${accessOf(type) ?? `access of type ${type}`} of`;
}
