import type { Source } from '../bytes/source.ts';
import { type Address, type MemorySpace, readAvailable } from './space.ts';

/** A range of memory as a Source, for format readers; a read ends early at the first hole. */
export class MemorySource implements Source {
  readonly #space: MemorySpace;
  readonly #base: Address;
  readonly size: number;
  constructor(space: MemorySpace, base: Address, size: number) {
    this.#space = space;
    this.#base = base;
    this.size = size;
  }
  read(offset: number, length: number): Uint8Array {
    if (!(offset >= 0) || offset >= this.size || !(length > 0)) return new Uint8Array(0);
    return readAvailable(this.#space, this.#base + offset, Math.min(length, this.size - offset));
  }
}
