import { componentOn } from '../analysis/component.ts';
import { ABSENT, type Evidence, type Facts, type Pattern, present, type Verdict } from '../analysis/pattern.ts';
import { windowsException } from '../analysis/windows-exception.ts';
import { annotationsFact } from '../evidence/annotations.ts';
import { exceptionFact } from '../evidence/exception.ts';
import { currentThreadFact, threadsFact } from '../evidence/threads.ts';
import { FAST_FAIL_CODES } from '../windows/exception-fast-fail.ts';
import { isSelfEnding } from '../windows/self-ending.ts';
import { type Frame, frameName } from '../windows/stack.ts';

const FAIL_FAST = 0xc0000409;
/** Subcodes with patterns of their own: the stack cookie, and arguments that the C run-time refused. */
const OWN_PATTERN = new Set([0n, 2n, 5n]);
const CODES = new Map([
  [0x40000015, 'STATUS_FATAL_APP_EXIT: abort() or FatalAppExit'],
  [0xc0000420, 'STATUS_ASSERTION_FAILURE: an assertion failed'],
  [0xc0000421, 'a check of Application Verifier failed'],
  [0xc0000602, 'STATUS_FAIL_FAST_EXCEPTION: RaiseFailFastException'],
]);
/** Handlers and message boxes stand before the function that ends a process. */
const NEAR = 16;

const pattern: Pattern = {
  id: 'self-diagnosis-user-mode',
  name: 'Self-Diagnosis (user mode)',
  part: null,
  severity: 'error',
  meaning:
    'The program or a library noticed an error itself and ended the process on purpose: an assertion, abort(), a fail-fast check, Application Verifier. The place is where it was noticed.',
  advice: [
    'Look at the condition that the caller of the report checked: its text or its arguments tell what was wrong before.',
  ],
  links: ['invalid-parameter', 'cpp-exception', '.exr'],
  appliesTo: ['user'],
  detect(facts) {
    const held = facts.get(exceptionFact) ? null : ending(facts);
    if (held) return held;
    const exception = windowsException(facts);
    const frames = (facts.get(currentThreadFact)?.stack.frames ?? []).filter(({ trust }) => trust !== 'scan');
    const evidence: Evidence[] = [];
    let what: string | null = null;
    const [subcode] = exception?.record.parameters ?? [];
    if (exception?.code === FAIL_FAST && subcode !== undefined && !OWN_PATTERN.has(subcode)) {
      const [name, meaning] = FAST_FAIL_CODES[Number(subcode)] ?? [`subcode ${subcode}`, 'a check failed'];
      what = meaning;
      evidence.push({ statement: `exception code c0000409 (fail fast), ${name}: ${meaning}`, command: '.exr -1' });
    }
    const named = exception && CODES.get(exception.code);
    if (exception && named)
      evidence.push({ statement: `exception code ${exception.code.toString(16)}, ${named}`, command: '.exr -1' });
    const kind = facts.get(annotationsFact)?.get('assertion.type');
    if (kind !== undefined && kind !== 'invalid parameter')
      evidence.push({ statement: `the crash reporter noted: ${kind}`, command: 'memoretics streams FILE' });
    const report = exception ? reportOn(frames) : undefined;
    if (report) evidence.push({ statement: `the failing thread is in ${frameName(report)}`, command: 'k' });
    const [first, ...rest] = evidence;
    if (!first) return ABSENT;
    const caller = report ? callerOf(frames, report) : undefined;
    return present({
      confidence: exception && (what || named) ? 0.97 : 0.85,
      basis: what || named ? 'the exception code' : 'the function that ended the process',
      summary: `The process ended itself${what ? `: ${what}` : ''}${caller ? `; ${frameName(caller)} asked for it` : ''}.`,
      evidence: [first, ...rest],
      component: componentOn(facts, frames),
      details: { subcode: subcode === undefined ? null : Number(subcode) },
    });
  },
};
export default pattern;

function callerOf(frames: readonly Frame[], report: Frame): Frame | undefined {
  return frames.slice(frames.indexOf(report) + 1).find(({ function: name }) => !isSelfEnding(name));
}

function reportOn(frames: readonly Frame[]): Frame | undefined {
  return frames.slice(0, NEAR).find(({ function: name, trust }) => trust !== 'scan' && isSelfEnding(name));
}

/** A process saved while it was ending itself: a handler, a message box or a debugger holds the thread. */
function ending(facts: Facts): Verdict | null {
  for (const { id, stack } of facts.get(threadsFact) ?? []) {
    const report = reportOn(stack.frames);
    if (!report) continue;
    const caller = callerOf(stack.frames, report);
    const command = id === null ? '~*k' : `~~[${id.toString(16)}]k`;
    return present({
      confidence: 0.85,
      basis: 'the function that ends the process, on the stack of a thread',
      summary: `A thread was about to end the process${caller ? `; ${frameName(caller)} asked for it` : ''}.`,
      evidence: [{ statement: `thread ${id?.toString(16) ?? '?'} is in ${frameName(report)}`, command }],
      component: componentOn(facts, stack.frames),
      details: { subcode: null },
    });
  }
  return null;
}
