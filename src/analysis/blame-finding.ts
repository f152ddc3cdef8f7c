import { isCoreModule } from '../windows/microsoft-module.ts';
import type { Blame } from './blame.ts';
import type { Finding } from './judge.ts';

/** Findings less sure than this name nobody. */
const SURE = 0.7;
/** A finding concerns its component; that the component is the cause is one step further. */
const STEP = 0.8;

/**
 * Whom the findings point to where no failure does: a moment that somebody saved shows no faulting module, but may show
 * a driver that spins or holds a lock. The first finding decides that is no mere context; null when none names a component.
 */
export function blameFinding(findings: readonly Finding[]): Blame | null {
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
