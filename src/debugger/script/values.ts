import { MemoreticsError } from '../../bytes/errors.ts';
import { type ExpressionScope, expressionValue } from '../expression.ts';
import type { Expression } from '../expression-syntax.ts';
import { scopeOf, wideExpressionIn } from '../scope.ts';
import type { Session } from '../session.ts';

/** Values of expressions in a session, with what they may ask of it kept from one to the next. */
export class Values {
  readonly #session: Session;
  #scope: ExpressionScope | null = null;
  #context: Session['context'] | undefined;
  constructor(session: Session) {
    this.#session = session;
  }
  async of(expression: Expression): Promise<bigint> {
    return this.now(expression) ?? wideExpressionIn(this.#session, expression);
  }
  /** The value without waiting; null when symbols have to be loaded first. */
  now(expression: Expression): bigint | null {
    try {
      return expressionValue(expression, this.#current());
    } catch (error) {
      if (error instanceof MemoreticsError && error.code === 'symbol') return null;
      throw error;
    }
  }
  #current(): ExpressionScope {
    const { context, radix, language } = this.#session;
    const reading = this.#scope?.reading;
    if (!this.#scope || reading?.radix !== radix || reading.language !== language || this.#context !== context) {
      this.#scope = scopeOf(this.#session);
      this.#context = context;
    }
    return this.#scope;
  }
}
