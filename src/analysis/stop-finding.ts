import { hex } from '../bytes/hex.ts';
import { bugcheckFact } from '../evidence/bugcheck.ts';
import { currentThreadFact } from '../evidence/threads.ts';
import { bugcheckBase, bugcheckName, explainBugcheck } from '../windows/bugcheck.ts';
import { componentOn } from './component.ts';
import { ABSENT, type Component, type Evidence, type Facts, MissingFact, present, type Verdict } from './pattern.ts';

/** One bug check, or some of its kinds, as a sign of a pattern. */
export interface StopRule {
  readonly codes: readonly number[];
  /** Decides by the parameters; such a rule is unknown where a log does not show the parameters that it reads. */
  readonly when?: (parameters: readonly bigint[]) => boolean;
  /** Indexes of the parameters that `when` reads; the first where it is not said. */
  readonly reads?: readonly number[];
  readonly confidence: number;
  /** A sentence for people; the published meaning of the bug check where it is absent. */
  readonly summary?: string;
}

/** A stop that a rule fits. */
export interface StopMatch {
  readonly rule: StopRule;
  readonly code: number;
  readonly parameters: readonly bigint[];
  readonly explanation: string;
  readonly evidence: Evidence;
}

/** The rule that fits the stop of the system; null when none does, or when the system did not stop. */
export function matchStop(facts: Facts, rules: readonly StopRule[]): StopMatch | null {
  const bugcheck = facts.need(bugcheckFact);
  if (!bugcheck) return null;
  const code = bugcheckBase(bugcheck.code);
  const { parameters, unknownParameters = [] } = bugcheck;
  const candidates = rules.filter(({ codes }) => codes.includes(code));
  const isHidden = ({ when, reads = [0] }: StopRule) =>
    when && reads.some((index) => unknownParameters.includes(index));
  const rule = candidates.find(({ when }) => !when || (unknownParameters.length === 0 && when(parameters)));
  if (!rule) {
    if (candidates.some(isHidden))
      throw new MissingFact('the parameters of the bug check, which the log does not show (.bugcheck)');
    const known = candidates.find((item) => !isHidden(item) && item.when?.(parameters));
    return known ? describe(known, code, parameters) : null;
  }
  return describe(rule, code, parameters);
}

function describe(rule: StopRule, code: number, parameters: readonly bigint[]): StopMatch {
  const { explanation, parameters: told } = explainBugcheck(code, parameters);
  const kind = told.find(
    ({ role, meaning }) => (role === 'sub-type' || role === 'fast-fail-code') && meaning !== null,
  )?.meaning;
  const name = bugcheckName(code);
  return {
    rule,
    code,
    parameters,
    explanation,
    evidence: {
      statement: `stop ${hex(code)}${name ? ` ${name}` : ''} (${parameters.map(hex).join(', ')})${kind ? `; ${kind}` : ''}`,
      command: '.bugcheck',
      addresses: told.flatMap(({ role, value }) => (role === 'pool-address' && value !== 0n ? [value] : [])),
    },
  };
}

/** The verdict of a pattern that the bug check alone decides. */
export function detectStop(
  facts: Facts,
  rules: readonly StopRule[],
  more: {
    readonly evidence?: (match: StopMatch) => readonly Evidence[];
    /** The component on the failing stack, where the pattern concerns it. */
    readonly component?: (match: StopMatch) => Component | null;
  } = {},
): Verdict {
  const match = matchStop(facts, rules);
  if (!match) return ABSENT;
  return present({
    confidence: match.rule.confidence,
    basis: 'the bug check and its parameters',
    summary: match.rule.summary ?? match.explanation,
    evidence: [match.evidence, ...(more.evidence?.(match) ?? [])],
    component: more.component?.(match) ?? null,
    details: { code: hex(match.code), parameters: match.parameters.map(hex) },
  });
}

/** The innermost module on the failing stack that does not come with Windows. */
export function failingComponent(facts: Facts): Component | null {
  return componentOn(facts, facts.get(currentThreadFact)?.stack.frames ?? []);
}
