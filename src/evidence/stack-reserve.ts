import { toAddress, toUnsigned } from '../memory/space.ts';
import { fact, known, missing } from './case.ts';
import { registersFact } from './registers.ts';

const MEM_RESERVE = 0x2000;

/** What is reserved below the committed part of the current thread's stack; bytes. */
export interface StackReserve {
  readonly base: bigint;
  readonly left: bigint;
}

/** The room that the stack of the failing thread had left in its reservation, by the memory-information list. */
export const stackReserveFact = fact<StackReserve>('stackReserve', (theCase) => {
  const regions = theCase.target?.memoryRegions;
  if (!regions) return missing('the list of memory regions');
  const registers = registersFact(theCase);
  if (!registers.known) return registers;
  const pointer = registers.value.get('rsp') ?? registers.value.get('esp') ?? registers.value.get('sp');
  const sp = pointer === undefined ? null : toAddress(pointer);
  const own = regions.find(({ base, size }) => sp !== null && sp >= base && sp < base + size);
  if (!own || own.allocationBase === null) return missing('the region of the stack');
  const { allocationBase } = own;
  const below = regions.filter(
    (region) => region.allocationBase === allocationBase && region.state === MEM_RESERVE && region.base < own.base,
  );
  return known(
    { base: toUnsigned(allocationBase), left: below.reduce((sum, { size }) => sum + BigInt(size), 0n) },
    'memory-information list of the dump',
  );
});
