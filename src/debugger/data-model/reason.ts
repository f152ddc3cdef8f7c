import { UnknownError, UnreadError } from '../cpp/access.ts';
import { type ModelValue, unknown } from './model-value.ts';

/** An error in the words of the data model, which has its own for memory that is not in the dump. */
export function wordsOf(error: Error): string {
  return error instanceof UnreadError
    ? `Unable to read memory at Address 0x${error.address.toString(16)}`
    : error.message;
}

/** Why a value is unknown, as it stands in the value's place. */
export function reasonOf(error: Error): string {
  return error instanceof UnknownError && !(error instanceof UnreadError) ? error.reason : wordsOf(error);
}

/** An unknown value where the dump does not hold what is asked for; an expression that is wrong stays an error. */
export function unknownOf(error: unknown): ModelValue {
  if (error instanceof UnknownError) return unknown(reasonOf(error));
  throw error;
}
