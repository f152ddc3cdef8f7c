import { toAddress } from '../memory/space.ts';
import { readObject } from '../windows/object-reader.ts';
import { fact, known } from './case.ts';
import { kernelFact } from './kernel.ts';

/** Counts in the header of an executive object; null where the dump does not tell. */
export interface ObjectCounts {
  readonly handles: bigint | null;
  readonly pointers: bigint | null;
}

/** The counts of any object by the address of its body. */
export const objectCountsFact = fact<(address: bigint) => ObjectCounts | null>('objectCounts', (theCase) => {
  const kernel = kernelFact(theCase);
  if (!kernel.known) return kernel;
  return known((address) => {
    const at = toAddress(address);
    const object = at === null ? null : readObject(kernel.value, at);
    return object && { handles: object.handleCount, pointers: object.pointerCount };
  }, 'OBJECT_HEADER');
});
