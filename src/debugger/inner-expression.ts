import { ExpressionError } from './expression-syntax.ts';

/** The value of an inner expression; the column of what is wrong in it counts from the start of the outer one. */
export function placed<T>(value: () => T, start: number): T {
  try {
    return value();
  } catch (error) {
    if (!(error instanceof ExpressionError) || error.position === null) throw error;
    throw new ExpressionError(error.message, error.position + start);
  }
}
