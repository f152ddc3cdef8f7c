import { ExpressionError } from './expression-syntax.ts';

/** The value of an inner expression; the column of what is wrong in it counts from the start of the outer one. */
export function placed<T>(value: () => T, start: number): T {
  try {
    return value();
  } catch (error) {
    throw shifted(error, start);
  }
}

/** The same where the value comes later. */
export async function placedLater<T>(value: () => Promise<T>, start: number): Promise<T> {
  try {
    return await value();
  } catch (error) {
    throw shifted(error, start);
  }
}

function shifted(error: unknown, start: number): unknown {
  if (!(error instanceof ExpressionError) || error.position === null) return error;
  return new ExpressionError(error.message, error.position + start);
}
