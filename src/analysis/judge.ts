import { Interruption } from '../bytes/interruption.ts';
import type { Case } from '../evidence/case.ts';
import { type Detection, Facts, MissingFact, type Pattern, type Severity, type Verdict } from './pattern.ts';

/** One detection with the pattern that made it. */
export interface Finding extends Detection {
  readonly pattern: Pattern;
}

export interface Judgement {
  /** Most important first. */
  readonly findings: readonly Finding[];
  readonly absent: readonly string[];
  readonly unknown: readonly { readonly pattern: string; readonly missing: readonly string[] }[];
}

/** What was missing, each with the patterns that could not be judged for it: those that hold up most first. */
export function unknownByReason(unknown: Judgement['unknown']): readonly (readonly [string, readonly string[]])[] {
  const reasons = new Map<string, string[]>();
  for (const { pattern, missing } of unknown) {
    const key = missing.join('; ');
    const patterns = reasons.get(key);
    if (patterns) patterns.push(pattern);
    else reasons.set(key, [pattern]);
  }
  return [...reasons].sort(([, a], [, b]) => b.length - a.length);
}

const WEIGHT: Record<Severity, number> = { critical: 3, error: 2, warning: 1, info: 0 };

/**
 * Asks every pattern that applies. A detector that misses a fact or throws becomes `unknown` for itself alone; an
 * exception that is not a missing fact is named as a defect of memoretics, because that is what it is.
 */
export function judge(theCase: Case, patterns: readonly Pattern[], mode: 'user' | 'kernel' | null): Judgement {
  const findings: Finding[] = [];
  const absent: string[] = [];
  const unknown: { pattern: string; missing: readonly string[] }[] = [];
  const facts = new Facts(theCase);
  for (const pattern of patterns) {
    if (mode && !pattern.appliesTo.includes(mode)) continue;
    let verdict: Verdict;
    try {
      verdict = pattern.detect(facts);
    } catch (error) {
      if (error instanceof Interruption) throw error;
      const reason =
        error instanceof MissingFact ? error.missing : `the detector failed, a defect of memoretics: ${String(error)}`;
      verdict = { verdict: 'unknown', missing: [reason] };
    }
    if (verdict.verdict === 'present')
      for (const detection of verdict.detections) findings.push({ ...detection, pattern });
    else if (verdict.verdict === 'absent') absent.push(pattern.id);
    else unknown.push({ pattern: pattern.id, missing: verdict.missing });
  }
  return { findings: rank(findings), absent, unknown };
}

/** A consequence ranks below its cause when both were found; then severity, drafts last within it, then confidence. */
function rank(findings: readonly Finding[]): Finding[] {
  return [...findings].sort(
    (a, b) =>
      WEIGHT[b.pattern.severity] - WEIGHT[a.pattern.severity] ||
      Number(a.pattern.draft ?? false) - Number(b.pattern.draft ?? false) ||
      b.confidence - a.confidence ||
      (a.pattern.id < b.pattern.id ? -1 : a.pattern.id > b.pattern.id ? 1 : 0),
  );
}
