import { type Address, toUnsigned, tryU32 } from '../memory/space.ts';
import type { Kernel } from '../windows/kernel.ts';
import { fact, known, missing } from './case.ts';
import { kernelFact } from './kernel.ts';

/** More services than any version of Windows has in its own table. */
const MOST_SERVICES = 2048;
/** With fewer entries inside nt the words are not what they are taken for. */
const PLAUSIBLE = 0.9;

/** An entry of the kernel's table of system services. */
export interface SystemService {
  readonly index: number;
  /** The function that it leads to, unsigned. */
  readonly target: bigint;
  readonly inKernel: boolean;
}

/**
 * The functions of nt's own system services (KiServiceTable, KiServiceLimit): pointers on 32-bit systems, on 64-bit
 * ones distances from the table, with the number of stack arguments in the low four bits. Before Vista those bits were
 * masked, since then the word is shifted: whichever reading leads into nt is taken.
 */
export const serviceTableFact = fact<readonly SystemService[]>('serviceTable', (theCase) => {
  const kernel = kernelFact(theCase);
  if (!kernel.known) return kernel;
  const table = kernel.value.address('KiServiceTable');
  const limit = kernel.value.u32('KiServiceLimit');
  if (table === null || limit === null || limit === 0 || limit > MOST_SERVICES)
    return missing('the table of system services: KiServiceTable or KiServiceLimit is not in the dump or the symbols');
  const words = wordsAt(kernel.value, table, limit);
  if (words.length < limit) return missing('the table of system services: not all of it is in the dump');
  for (const read of readings(kernel.value, table)) {
    const services = words.map((word, index) => service(kernel.value, index, read(word)));
    if (services.filter(({ inKernel }) => inKernel).length >= PLAUSIBLE * limit)
      return known(services, 'KiServiceTable');
  }
  return missing('the table of system services: most of its entries lead nowhere in nt, so it is encoded otherwise');
});

function wordsAt(kernel: Kernel, table: Address, limit: number): number[] {
  const words: number[] = [];
  for (let index = 0; index < limit; index++) {
    const word = tryU32(kernel.memory, table + index * 4);
    if (word === null) break;
    words.push(word);
  }
  return words;
}

function readings({ pointerSize }: Kernel, table: Address): ((word: number) => Address)[] {
  if (pointerSize === 4) return [(word) => word];
  return [(word) => table + ((word | 0) >> 4), (word) => table + ((word & ~0xf) | 0)];
}

function service({ module }: Kernel, index: number, target: Address): SystemService {
  const inKernel = target >= module.base && target < module.base + module.size;
  return { index, target: toUnsigned(target), inKernel };
}
