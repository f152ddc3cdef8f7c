import { bugcheckFact } from '../evidence/bugcheck.ts';
import type { Case } from '../evidence/case.ts';
import { exceptionFact } from '../evidence/exception.ts';
import { logFact } from '../evidence/log.ts';
import { processFact } from '../evidence/process.ts';
import { currentThreadFact } from '../evidence/threads.ts';
import type { BugCheckSummary, ExceptionSummary } from '../windows/summary.ts';
import type { Blame } from './blame.ts';
import { failureHash } from './failure-hash.ts';

/** What groups equal failures: a bucket in the manner of WinDbg's FAILURE_BUCKET_ID, and its hash. */
export interface Signature {
  readonly bucket: string;
  readonly hash: string;
}

/** The signature, or null when there is neither a bug check nor an exception to name. */
export function signature(theCase: Case, blamed: Blame | null): Signature | null {
  const log = theCase.transcript ? logFact(theCase) : null;
  if (log?.known && log.value.bucket) {
    return sign(log.value.bucket, log.value.mode ?? 'user');
  }
  const bugcheck = bugcheckFact(theCase);
  if (bugcheck.known && bugcheck.value) return sign(kernelBucket(theCase, bugcheck.value, blamed), 'kernel');
  const exception = exceptionFact(theCase);
  if (exception.known && exception.value) return sign(userBucket(theCase, exception.value, blamed), 'user');
  return null;
}

function sign(bucket: string, mode: 'user' | 'kernel'): Signature {
  return { bucket, hash: failureHash(bucket, mode) };
}

/** `module!function`; without a function name the offset keeps unrelated failures apart. */
function place(theCase: Case, blamed: Blame | null, mode: 'user' | 'kernel'): string {
  if (blamed) {
    const module = mode === 'user' ? (blamed.imageName ?? blamed.module) : blamed.module;
    if (blamed.function) return `${module}!${blamed.function}`;
    return blamed.offset === null ? module : `${module}+${blamed.offset.toString(16)}`;
  }
  const current = currentThreadFact(theCase);
  const top = current.known
    ? current.value.stack.frames.find((frame) => frame.module !== null && frame.trust !== 'scan')
    : undefined;
  if (!top?.module) return '';
  if (top.function) return `${top.module}!${top.function}`;
  return top.offset === null ? top.module : `${top.module}+${top.offset.toString(16)}`;
}

function join(...parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== '').join('_');
}

function kernelBucket(theCase: Case, { code, parameters }: BugCheckSummary, blamed: Blame | null): string {
  const bare = code & 0x0fffffff;
  const [first, second] = parameters;
  const number = `0x${bare.toString(16).toUpperCase()}`;
  const where = place(theCase, blamed, 'kernel');
  const status = (value: bigint) => BigInt.asUintN(32, value).toString(16);
  switch (bare) {
    case 0x0a:
    case 0xd1:
      return join('AV', where);
    case 0x50: {
      const access = second === 0n ? 'R' : second === 0x10n ? 'X' : 'W';
      return join('AV', access, first < 0x10000n ? '(null)' : 'INVALID', where);
    }
    case 0x7e:
    case 0x8e:
      return BigInt.asUintN(32, first) === 0xc0000005n ? join('AV', where) : join(number, status(first), where);
    case 0x1e:
    case 0x3b:
      return join(number, status(first), where);
    case 0xef: {
      const process = processFact(theCase);
      return join(number, process.known ? process.value.name : null, 'BUGCHECK_CRITICAL_PROCESS');
    }
    case 0x1a:
    case 0x19:
    case 0xc2:
    case 0xc4:
    case 0x13a:
    case 0x9f:
    case 0x133:
    case 0x139:
    case 0x124:
    case 0x7f:
      return join(`0x${bare.toString(16)}`, first.toString(16), where);
    default:
      return join(number, where);
  }
}

function userBucket(theCase: Case, { code, parameters }: ExceptionSummary, blamed: Blame | null): string {
  const number = (code >>> 0).toString(16).padStart(8, '0');
  const where = place(theCase, blamed, 'user');
  return join(exceptionClass(code >>> 0, parameters), number, where);
}

function exceptionClass(code: number, parameters: readonly bigint[]): string {
  const [first, second] = parameters;
  switch (code) {
    case 0xc0000005: {
      if (first === 8n) return 'SOFTWARE_NX_FAULT';
      const kind = second !== undefined && second < 0x10000n ? 'NULL_POINTER' : 'INVALID_POINTER';
      return first === 1n ? `${kind}_WRITE` : `${kind}_READ`;
    }
    case 0xc00000fd:
      return 'STACK_OVERFLOW';
    case 0xc0000374:
      return 'HEAP_CORRUPTION';
    case 0xc0000409:
      return first === 2n || first === undefined || first === 0n ? 'STACK_BUFFER_OVERRUN' : 'FAIL_FAST';
    case 0xe06d7363:
      return 'CPP_EXCEPTION';
    case 0xe0434352:
      return 'CLR_EXCEPTION';
    case 0x80000003:
      return 'BREAKPOINT';
    case 0xc000001d:
      return 'ILLEGAL_INSTRUCTION';
    case 0xc0000094:
      return 'INTEGER_DIVIDE_BY_ZERO';
    case 0xc0000006:
      return 'IN_PAGE_ERROR';
    default:
      return 'APPLICATION_FAULT';
  }
}
