import type { Answer, Case, Fact } from '../evidence/case.ts';

/** A statement with the command that shows it and the lines or addresses to look at. */
export interface Evidence {
  readonly statement: string;
  /** A debugger or memoretics command, or null when there is none that shows it. */
  readonly command: string | null;
  /** Addresses concerned, unsigned. */
  readonly addresses?: readonly bigint[];
  /** Lines of the log or dump text that prove it, verbatim. */
  readonly lines?: readonly string[];
}

export interface Component {
  readonly module: string;
  readonly vendor: string | null;
  readonly version: string | null;
}

export type RelationKind = 'causes' | 'specialises' | 'accompanies' | 'contradicts';

/** What a detector found. `confidence` is 0..1; `basis` says what it rests on. */
export interface Detection {
  readonly confidence: number;
  readonly basis: string;
  readonly summary: string;
  readonly evidence: readonly [Evidence, ...Evidence[]];
  readonly component?: Component | null;
  readonly relations?: readonly { readonly kind: RelationKind; readonly pattern: string }[];
  readonly advice?: readonly string[];
  /** JSON-safe facts for machines: strings, numbers, booleans, arrays and objects of them. */
  readonly details?: Readonly<Record<string, unknown>>;
}

export type Verdict =
  | { readonly verdict: 'present'; readonly detections: readonly [Detection, ...Detection[]] }
  | { readonly verdict: 'absent' }
  | { readonly verdict: 'unknown'; readonly missing: readonly string[] };

export function present(first: Detection, ...more: Detection[]): Verdict {
  return { verdict: 'present', detections: [first, ...more] };
}
export const ABSENT: Verdict = { verdict: 'absent' };
export function unknown(...missing: string[]): Verdict {
  return { verdict: 'unknown', missing };
}

/** Thrown by `Facts.need`; the engine turns it into an `unknown` verdict. */
export class MissingFact extends Error {
  readonly missing: string;
  constructor(missing: string) {
    super(missing);
    this.missing = missing;
  }
}

/** How a detector sees the Case: facts only. */
export class Facts {
  readonly #case: Case;
  constructor(theCase: Case) {
    this.#case = theCase;
  }
  /** `dump` or `log`: some patterns are about one kind only. */
  get sourceKind(): Case['source']['kind'] {
    return this.#case.source.kind;
  }
  ask<T>(fact: Fact<T>): Answer<T> {
    return fact(this.#case);
  }
  /** The fact's value; where it is missing the pattern's verdict becomes `unknown`, with the reason. */
  need<T>(fact: Fact<T>): T {
    const answer = fact(this.#case);
    if (answer.known) return answer.value;
    throw new MissingFact(answer.remedy ? `${answer.missing} (${answer.remedy})` : answer.missing);
  }
  /** The fact's value or null. */
  get<T>(fact: Fact<T>): T | null {
    const answer = fact(this.#case);
    return answer.known ? answer.value : null;
  }
}

/** `critical` stops trust or names the failure; `info` is context. Ranks findings before confidence does. */
export type Severity = 'critical' | 'error' | 'warning' | 'info';

/** One file in `patterns/`, as its default export. */
export interface Pattern {
  /** Kebab-case, equal to the file name. */
  readonly id: string;
  /** The pattern's published name: `Corrupt Dump`. */
  readonly name: string;
  /** Where it was published, e.g. `Part 43`, or null. */
  readonly part: string | null;
  readonly severity: Severity;
  /** What it means, in our own words. */
  readonly meaning: string;
  /** What to do next, in general. */
  readonly advice: readonly string[];
  /** Ids of related patterns and commands for the handbook. */
  readonly links: readonly string[];
  /** Which sources the pattern can concern; on others it is not listed at all. */
  readonly appliesTo: readonly ('user' | 'kernel')[];
  /** Set when it was never seen on real input: ranked lower. */
  readonly draft?: boolean;
  detect(facts: Facts): Verdict;
}
