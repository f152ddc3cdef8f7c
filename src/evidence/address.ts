import { readAvailable, toAddress, toUnsigned } from '../memory/space.ts';
import type { MemoryRegion, Module, Target } from '../target/target.ts';
import { fact, known, missing } from './case.ts';

/** What the dump knows about one address. */
export interface AddressInfo {
  readonly module: string | null;
  readonly offset: bigint | null;
  readonly unloadedModule: string | null;
  /** The region from the memory-information list, or null when that list is absent or does not cover the address. */
  readonly region: MemoryRegion | null;
  /** Index of the thread whose stack holds the address. */
  readonly stackOfThread: number | null;
  /** Bytes at the address are in the dump. */
  readonly readable: boolean;
  readonly canonical: boolean;
}

/** A view of memory for detectors: what is at an address, and its bytes. */
export interface AddressView {
  readonly pointerSize: 4 | 8;
  describe(address: bigint): AddressInfo;
  /** At most `length` bytes; fewer when memory ends, empty when the address is not in the dump. */
  bytes(address: bigint, length: number): Uint8Array;
  /** The list of memory regions was in the dump. */
  readonly hasRegions: boolean;
}

/** Memory of the dump, or missing for a log. */
export const addressFact = fact<AddressView>('addresses', ({ target }) =>
  target ? known(viewOf(target), 'memory of the dump') : missing('memory, which a log does not hold'),
);

function viewOf(target: Target): AddressView {
  const modules: readonly Module[] = [...target.modules].sort((a, b) => a.base - b.base);
  const within = <T extends { base: number; size: number }>(list: readonly T[], at: number) =>
    list.find((item) => at >= item.base && at < item.base + item.size) ?? null;
  return {
    pointerSize: target.pointerSize,
    hasRegions: target.memoryRegions !== null,
    describe(address) {
      const at = toAddress(target.pointerSize === 4 ? address & 0xffffffffn : address);
      const canonical = at !== null && (target.pointerSize === 4 || isCanonical(address));
      if (at === null)
        return {
          module: null,
          offset: null,
          unloadedModule: null,
          region: null,
          stackOfThread: null,
          readable: false,
          canonical,
        };
      const module = within(modules, at);
      const unloaded = module ? null : within(target.unloadedModules, at);
      const owner = module ?? unloaded;
      const thread = target.threads.find(({ stack }) => stack && at >= stack.limit && at < stack.base);
      return {
        module: module?.name ?? null,
        offset: owner ? toUnsigned(at) - toUnsigned(owner.base) : null,
        unloadedModule: unloaded?.name ?? null,
        region: target.memoryRegions ? within(target.memoryRegions, at) : null,
        stackOfThread: thread?.index ?? null,
        readable: readAvailable(target.memory, at, 1).length === 1,
        canonical,
      };
    },
    bytes(address, length) {
      const at = toAddress(address);
      return at === null ? new Uint8Array(0) : readAvailable(target.memory, at, length);
    },
  };
}

/** Bits 63..47 are all equal, as four-level paging demands; five-level addresses pass with bits 63..56. */
function isCanonical(address: bigint): boolean {
  const top = BigInt.asIntN(64, address) >> 47n;
  return top === 0n || top === -1n;
}
