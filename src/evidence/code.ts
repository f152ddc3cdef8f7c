import { toAddress } from '../memory/space.ts';
import { bytesOfTarget } from '../target/stack.ts';
import { fact, known, missing } from './case.ts';
import { stackOptions } from './symbol-options.ts';

/** Bytes of code: at most `length` at an unsigned address, from the dump or an image on disk; fewer where they end. */
export type CodeReader = (address: bigint, length: number) => Uint8Array;

/** Reads code; missing for a log. */
export const codeFact = fact<CodeReader>('code', (theCase) => {
  const { target } = theCase;
  if (!target) return missing('the bytes of code, which a log does not hold', 'u');
  const options = stackOptions(theCase);
  return known((address, length) => {
    const at = toAddress(address);
    return at === null ? new Uint8Array(0) : bytesOfTarget(target, at, length, options);
  }, 'memory of the dump and images');
});
