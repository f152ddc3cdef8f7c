import { Facts } from '../../src/analysis/pattern.ts';
import { type Answer, type Fact, known, missing } from '../../src/evidence/case.ts';
import { logCase } from './scene.ts';

/** Facts as a test gives them, by name; all others are missing. */
class GivenFacts extends Facts {
  readonly #given: Readonly<Record<string, unknown>>;
  readonly #kind: Facts['sourceKind'];
  constructor(given: Readonly<Record<string, unknown>>, kind: Facts['sourceKind']) {
    super(logCase('0: kd> k\n'));
    this.#given = given;
    this.#kind = kind;
  }
  override get sourceKind(): Facts['sourceKind'] {
    return this.#kind;
  }
  override ask<T>(fact: Fact<T>): Answer<T> {
    return fact.factName in this.#given
      ? known(this.#given[fact.factName] as T, 'test')
      : missing(`not given: ${fact.factName}`);
  }
  override need<T>(fact: Fact<T>): T {
    const answer = this.ask(fact);
    if (!answer.known) throw new Error(answer.missing);
    return answer.value;
  }
  override get<T>(fact: Fact<T>): T | null {
    const answer = this.ask(fact);
    return answer.known ? answer.value : null;
  }
}

/** Facts of a complete dump of a system, for detectors whose structures no small file can hold. */
export function dumpFacts(given: Readonly<Record<string, unknown>>): Facts {
  return new GivenFacts(given, 'complete-dump');
}

/** The same of a source of another kind. */
export function givenFacts(given: Readonly<Record<string, unknown>>, kind: Facts['sourceKind']): Facts {
  return new GivenFacts(given, kind);
}
