import { bugcheckFact } from '../evidence/bugcheck.ts';
import type { Case } from '../evidence/case.ts';
import { exceptionFact } from '../evidence/exception.ts';
import { isCoreModule } from '../windows/microsoft-module.ts';
import { type Blame, ON_REQUEST } from './blame.ts';
import type { Finding } from './judge.ts';

/** Findings less sure than this name nobody. */
const SURE = 0.7;
/** A finding concerns its component; that the component is the cause is one step further. */
const STEP = 0.8;

/**
 * Whom the findings point to where no failure does: a moment that somebody saved shows no faulting module, but may show
 * a driver that spins or holds a lock. The first finding decides that is no mere context; null when none names a component.
 */
export function blameFinding(theCase: Case, findings: readonly Finding[]): Blame | null {
  if (hasFailed(theCase)) return null;
  const found = findings.find(
    ({ component, confidence, pattern }) =>
      component != null &&
      confidence >= SURE &&
      pattern.severity !== 'info' &&
      !pattern.draft &&
      !isCoreModule(component.module),
  );
  if (!found?.component) return null;
  return {
    module: found.component.module,
    imageName: null,
    function: null,
    offset: null,
    reason: `${found.pattern.name}: ${found.summary}`,
    confidence: found.confidence * STEP,
  };
}

/** How debuggers stop a process to save it: STATUS_BREAKPOINT and its WOW64 kin. */
const BREAKPOINTS = new Set([0x80000003, 0x4000001f]);

/** Whether the source records a failure of its own: then only that may be blamed, and bystanders of it may not. */
function hasFailed(theCase: Case): boolean {
  const bugcheck = bugcheckFact(theCase);
  const exception = exceptionFact(theCase);
  if (bugcheck.known && bugcheck.value) return !ON_REQUEST.has(bugcheck.value.code >>> 0);
  return exception.known && exception.value !== null && !BREAKPOINTS.has(exception.value.code >>> 0);
}
