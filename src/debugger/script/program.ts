import { MemoreticsError } from '../../bytes/errors.ts';
import { type Expression, parseWhole, type Reading } from '../expression-syntax.ts';
import type { Session } from '../session.ts';
import { parseStatements, type Statement } from './statement.ts';

/** A statement made ready to run: assignments to `$t` registers need no command line. */
export type Step =
  | Statement
  | {
      readonly kind: 'assign';
      readonly register: string;
      readonly value: Expression;
      /** How the value was read: `.expr` and `n` may come before it on its line. */
      readonly reading: Reading;
      readonly text: string;
      readonly at: number;
    };

/** A loop's body is compiled once; a program has few different blocks. */
const MOST_COMPILED = 512;
/** Texts longer than these in all are not kept: they come from files, or from aliases that grow. */
const MOST_CHARACTERS = 8 << 20;
const ASSIGNMENT = /^r\s+@?(\$t1?\d)\s*=\s*(?=\S)/i;

/** Texts of commands and of conditions in the form that runs, kept for the next round of a loop. */
export class Program {
  readonly #session: Session;
  readonly #steps = new Map<string, readonly Step[]>();
  readonly #expressions = new Map<string, Expression>();
  #characters = 0;
  /** How the texts were read. */
  #radix = 0;
  #language = '';
  constructor(session: Session) {
    this.#session = session;
  }
  steps(text: string): readonly Step[] {
    return this.#kept(this.#steps, text, () =>
      parseStatements(text, this.#session.reading).map((statement) => this.#ready(statement)),
    );
  }
  expression(text: string): Expression {
    return this.#kept(this.#expressions, text, () => parseWhole(text, this.#session.reading));
  }
  #kept<T>(known: Map<string, T>, text: string, make: () => T): T {
    const { radix, language } = this.#session;
    if (radix !== this.#radix || language !== this.#language) {
      this.#forget();
      this.#radix = radix;
      this.#language = language;
    }
    const before = known.get(text);
    if (before !== undefined) return before;
    const made = make();
    if (known.size >= MOST_COMPILED || this.#characters + text.length > MOST_CHARACTERS) this.#forget();
    this.#characters += text.length;
    known.set(text, made);
    return made;
  }
  #forget(): void {
    this.#steps.clear();
    this.#expressions.clear();
    this.#characters = 0;
  }
  #ready(statement: Statement): Step {
    if (statement.kind !== 'command') return statement;
    const found = ASSIGNMENT.exec(statement.text);
    if (!found) return statement;
    const { text, at } = statement;
    try {
      const { reading } = this.#session;
      const value = parseWhole(text, reading, found[0].length);
      return { kind: 'assign', register: found[1]!.toLowerCase(), value, reading, text, at };
    } catch (error) {
      // The command itself words what is wrong, or knows a list of registers.
      if (error instanceof MemoreticsError) return statement;
      throw error;
    }
  }
}
