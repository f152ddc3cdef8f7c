import { SymbolError } from '../bytes/errors.ts';

/**
 * Thrown inside a synchronous evaluation when something has to be loaded first. Whoever began the evaluation awaits
 * `supply` and evaluates again; what was supplied is then at hand, so the same need does not come twice.
 */
export class Need extends SymbolError {
  readonly supply: () => Promise<unknown>;
  constructor(of: string, supply: () => Promise<unknown>) {
    super(of, 'not loaded yet');
    this.name = 'Need';
    this.supply = supply;
  }
}

/** More rounds than an expression has names. */
const MOST_ROUNDS = 1000;

/** Evaluates, loading what turns out to be needed. */
export async function withNeeds<T>(evaluate: () => T): Promise<T> {
  for (let round = 0; ; round++) {
    try {
      return evaluate();
    } catch (error) {
      if (!(error instanceof Need) || round >= MOST_ROUNDS) throw error;
      await error.supply();
    }
  }
}
