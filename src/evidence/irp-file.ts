import { toAddress } from '../memory/space.ts';
import { readIrp } from '../windows/irp-reader.ts';
import { contentName } from '../windows/object-content.ts';
import { fact, known } from './case.ts';
import { kernelFact } from './kernel.ts';

/** Names the file that a request is about, by the file object of its stack locations; null where none has one. */
export const irpFileFact = fact<(irp: bigint) => string | null>('irpFile', (theCase) => {
  const kernel = kernelFact(theCase);
  if (!kernel.known) return kernel;
  const { target } = kernel.value;
  return known((address) => {
    const at = toAddress(address);
    const irp = at === null ? null : readIrp({ target, kernel: kernel.value, name: () => null }, at);
    const file = irp?.locations.map((location) => location.file).findLast((value) => value !== 0n);
    const object = file === undefined ? null : toAddress(file);
    return object === null ? null : contentName(kernel.value, object, 'File');
  }, 'requests and file objects in memory');
});
