import { bugcheckFact } from '../evidence/bugcheck.ts';
import type { Case } from '../evidence/case.ts';
import { exceptionFact } from '../evidence/exception.ts';
import { faultFact } from '../evidence/fault.ts';
import { logFact } from '../evidence/log.ts';
import { modeFact } from '../evidence/mode.ts';
import { moduleAt, modulesFact } from '../evidence/modules.ts';
import { processFact } from '../evidence/process.ts';
import { currentThreadFact } from '../evidence/threads.ts';
import { bugcheckBase, parameterRoles } from '../windows/bugcheck.ts';
import { FAST_FAIL_CODES } from '../windows/exception-fast-fail.ts';
import { isCoreModule, isWindowsModule } from '../windows/microsoft-module.ts';
import type { BugCheckSummary, ExceptionSummary } from '../windows/summary.ts';
import type { Blame } from './blame.ts';
import { failureHash } from './failure-hash.ts';

/** What groups equal failures: a bucket in the manner of WinDbg's FAILURE_BUCKET_ID, and its hash. */
export interface Signature {
  readonly bucket: string;
  readonly hash: string;
  /**
   * The bucket with the module's offset in place of a function without a name: without symbols `bucket` merges all
   * failures of a module, this keeps them apart. Equal to `bucket` where the function is known.
   */
  readonly specific: string;
}

/** The signature, or null when there is neither a bug check nor an exception to name. A log's own bucket is kept. */
export function signature(theCase: Case, blamed: Blame | null): Signature | null {
  const log = theCase.transcript ? logFact(theCase) : null;
  if (log?.known && log.value.bucket) return sign(log.value.bucket, log.value.mode ?? 'user');
  return computedSignature(theCase, blamed);
}

/** The signature as computed from the facts alone, whatever a log's debugger printed. */
export function computedSignature(theCase: Case, blamed: Blame | null): Signature | null {
  const bugcheck = bugcheckFact(theCase);
  if (bugcheck.known && bugcheck.value) return sign(kernelBucket(theCase, bugcheck.value, blamed), 'kernel', blamed);
  const mode = modeFact(theCase);
  // A kernel session without its bug check: the exception alone would make a bucket of another kind.
  if (mode.known && mode.value === 'kernel') return null;
  const exception = exceptionFact(theCase);
  if (exception.known && exception.value) return sign(userBucket(theCase, exception.value, blamed), 'user', blamed);
  return null;
}

function sign(bucket: string, mode: 'user' | 'kernel', blamed: Blame | null = null): Signature {
  const offset = blamed && blamed.function === null ? blamed.offset : null;
  const specific = offset === null ? bucket : bucket.replace(/!(unknown_function|Unknown)$/, `+${offset.toString(16)}`);
  return { bucket, hash: failureHash(bucket, mode), specific };
}

/** Frames that raise or carry a bug check; they are the same for every failure. */
const REPORTERS =
  /^(_?KeBugCheck\w*|KiBugCheck\w*|KeBugCheck2|Ki(PageFault|GeneralProtectionFault\w*|InvalidOpcodeFault\w*|DivideErrorFault\w*|DoubleFaultAbort\w*|BreakpointTrap\w*|ExceptionDispatch|DispatchException|FatalExceptionHandler|FatalFilter|Trap[0-9A-F]{2})|DbgBreakPoint|RtlpBreakPointHeap|RtlDispatchException|RtlpExecuteHandlerForException|\w*_C_specific_handler|KiServiceInternal|MiSystemFault|MmAccessFault)$/;

/**
 * `module!function` of the module to blame, else of the failing instruction, else of the innermost frame that does not
 * merely report. Microsoft writes `module!unknown_function` (kernel) or `image!Unknown` (user) where it has no name;
 * so do we for third parties. For Windows' own modules it would have one, so there the offset keeps failures apart.
 */
function place(theCase: Case, blamed: Blame | null, mode: 'user' | 'kernel'): string {
  if (blamed) return placeText(theCase, mode, blamed.module, blamed.imageName, blamed.function, blamed.offset);
  const at = failingAddress(theCase);
  const current = currentThreadFact(theCase);
  const frames = current.known ? current.value.stack.frames : [];
  const failing = at === null ? undefined : frames.find((frame) => frame.address === at && frame.module !== null);
  if (failing?.module) return placeText(theCase, mode, failing.module, null, failing.function, failing.offset);
  if (at !== null) {
    const modules = modulesFact(theCase);
    const owner = modules.known ? moduleAt(modules.value, at) : null;
    if (owner) return placeText(theCase, mode, owner.name, owner.imageName, null, at - owner.base);
  }
  const top = frames.find(
    (frame, index) =>
      frame.module !== null &&
      frame.trust !== 'scan' &&
      !REPORTERS.test(frame.function ?? '') &&
      // Without a name the innermost frame of a bug check is its own function.
      !(mode === 'kernel' && index === 0 && frame.function === null),
  );
  if (!top?.module || (at !== null && mode === 'user')) return '';
  return placeText(theCase, mode, top.module, null, top.function, top.offset);
}

function placeText(
  theCase: Case,
  mode: 'user' | 'kernel',
  module: string,
  imageName: string | null,
  name: string | null,
  offset: bigint | null,
): string {
  const owner = mode === 'user' ? imageName || imageOf(theCase, module) : module;
  if (name) return `${owner}!${name}`;
  if (!isWindowsModule(module) && !isCoreModule(module))
    return `${owner}!${mode === 'user' ? 'Unknown' : 'unknown_function'}`;
  return offset === null ? owner : `${owner}+${offset.toString(16)}`;
}

/** The image's file name where a module list or the process' own name gives it, else the module's name. */
function imageOf(theCase: Case, name: string): string {
  const modules = modulesFact(theCase);
  const image = modules.known ? modules.value.find((module) => module.name === name)?.imageName : null;
  if (image) return image;
  const process = processFact(theCase);
  const own = process.known ? process.value.name : null;
  return own && own.toLowerCase() === `${name.toLowerCase()}.exe` ? own : name;
}

function failingAddress(theCase: Case): bigint | null {
  const fault = faultFact(theCase);
  if (fault.known && fault.value?.instruction != null) return fault.value.instruction;
  const bugcheck = bugcheckFact(theCase);
  if (bugcheck.known && bugcheck.value) {
    const index = parameterRoles(bugcheck.value.code).findIndex(
      (role) => role === 'instruction-address' || role === 'exception-address',
    );
    return index < 0 ? null : bugcheck.value.parameters[index] || null;
  }
  const exception = exceptionFact(theCase);
  return exception.known ? (exception.value?.address ?? null) : null;
}

function join(...parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== '').join('_');
}

function kernelBucket(
  theCase: Case,
  { code, parameters, unknownParameters = [] }: BugCheckSummary,
  blamed: Blame | null,
): string {
  const bare = bugcheckBase(code);
  const [first, second, third, fourth] = parameters;
  const upper = `0x${bare.toString(16).toUpperCase()}`;
  const where = place(theCase, blamed, 'kernel');
  if (unknownParameters.length > 0) return join(upper, where);
  const status = (value: bigint) => BigInt.asUintN(32, value).toString(16);
  const process = processFact(theCase);
  switch (bare) {
    case 0x0a:
    case 0xd1:
      if (third & 8n) return join(first === 0n ? 'AV_CODE_AV_NULL_IP' : 'AV_CODE_AV_BAD_IP', where);
      return join('AV', where);
    case 0x50: {
      const access = second & 0x10n ? 'X' : second & 3n ? 'W' : 'R';
      // `(null)` goes with parameter 4 = 0, whatever the address.
      return join('AV', access, fourth === 0n ? '(null)' : 'INVALID', where);
    }
    case 0x7e:
    case 0x8e:
      return BigInt.asUintN(32, first) === 0xc0000005n ? join('AV', where) : join(upper, status(first), where);
    case 0x1e:
    case 0x3b:
      return join(upper, status(first), where);
    case 0x20:
      return join(upper, first === 0n ? 'NULLAPC' : null, second & 0x8000n ? 'KAPC_NEGATIVE' : null, where);
    case 0x4a:
      return join('RAISED_IRQL_FAULT', process.known ? process.value.name : null, where);
    case 0xef:
      return join(upper, process.known ? process.value.name : null, 'BUGCHECK_CRITICAL_PROCESS');
    case 0x116:
    case 0x117:
    case 0x141: {
      const image = blamed?.imageName;
      const number = bare === 0x116 ? upper : `LKD_${upper}`;
      return image ? join(number, 'IMAGE', image) : join(number, where);
    }
    case 0x133:
      return join(upper, first === 0n ? 'DPC' : first === 1n ? 'ISR' : first.toString(16), where);
    case 0x139:
      return join(`0x139_${first.toString(16)}`, KERNEL_FAIL_FAST.get(first) ?? null, where);
    case 0x9f:
      return join(upper, first.toString(16), where);
    case 0x1a:
    case 0x19:
    case 0xc2:
    case 0xc4:
    case 0x13a:
    case 0x124:
    case 0x7f:
      return join(`0x${bare.toString(16)}`, first.toString(16), where);
    default:
      return join(upper, where);
  }
}

/** Fail-fast codes whose name Microsoft puts into the bucket of 0x139. */
const KERNEL_FAIL_FAST: ReadonlyMap<bigint, string> = new Map([
  [3n, 'CORRUPT_LIST_ENTRY'],
  [0x1dn, 'INVALID_BALANCED_TREE'],
  [0x1en, 'INVALID_NEXT_THREAD'],
]);

function userBucket(theCase: Case, { code, parameters }: ExceptionSummary, blamed: Blame | null): string {
  const number = (code >>> 0).toString(16).padStart(8, '0');
  if (code >>> 0 === 0xc0000374) {
    // Whoever notices a damaged heap is not who damaged it: the process stands in for the module.
    const process = processFact(theCase);
    const name = process.known ? process.value.name : null;
    return join('HEAP_CORRUPTION', number, `heap_corruption${name ? `!${name}` : ''}`);
  }
  return join(exceptionClass(code >>> 0, parameters), number, place(theCase, blamed, 'user'));
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
    case 0xc0000409:
      if (first === 2n || first === undefined || first === 0n) return 'STACK_BUFFER_OVERRUN';
      return FAST_FAIL_CODES[Number(first)]?.[0].replace(/^FAST_FAIL_/, 'FAIL_FAST_') ?? 'FAIL_FAST';
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
