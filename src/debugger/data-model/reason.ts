import { UnknownError, UnreadError } from '../cpp/access.ts';
import { type ModelValue, unknown } from './model-value.ts';

/** What an error says in the data model, which has words of its own for memory that is not in the dump. */
export function reasonOf(error: Error): string {
  return error instanceof UnreadError
    ? `Unable to read memory at Address 0x${error.address.toString(16)}`
    : error.message;
}

/** An unknown value where the dump does not hold what is asked for; an expression that is wrong stays an error. */
export function unknownOf(error: unknown): ModelValue {
  if (error instanceof UnknownError) return unknown(reasonOf(error));
  throw error;
}
