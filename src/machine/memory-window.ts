import { viewOf } from '../bytes/source.ts';
import { type Address, isHole, type MemorySpace, readAvailable, tryView } from '../memory/space.ts';

const WINDOW = 4096;

/**
 * Small reads near each other, as an unwinder makes them on a stack: the last run read stays at hand as a DataView, so
 * that most reads cost a comparison.
 */
export class MemoryWindow {
  readonly memory: MemorySpace;
  #start = 0;
  #end = 0;
  #view: DataView = new DataView(new ArrayBuffer(0));

  constructor(memory: MemorySpace) {
    this.memory = memory;
  }

  /** A view and the offset in it of `length` bytes at `address`; null when any byte is missing. */
  at(address: Address, length: number): DataView | null {
    if (address >= this.#start && address + length <= this.#end) return this.#view;
    const run = this.memory.read(address, Math.max(WINDOW, length));
    if (isHole(run)) return null;
    if (run.length < length) {
      const view = tryView(this.memory, address, length);
      if (!view) return null;
      this.#start = address;
      this.#end = address + length;
      this.#view = view;
      return view;
    }
    this.#start = address;
    this.#end = address + run.length;
    this.#view = viewOf(run);
    return this.#view;
  }

  /** Where `address` lies in the view that `at` gave last. */
  offset(address: Address): number {
    return address - this.#start;
  }

  /** A pointer as an Address; null when missing, undefined when it is not canonical within ±2^53. */
  pointer(address: Address, size: 4 | 8): Address | null | undefined {
    const view = this.at(address, size);
    if (!view) return null;
    const at = address - this.#start;
    const low = view.getUint32(at, true);
    if (size === 4) return low;
    const high = view.getInt32(at + 4, true);
    if (high < -0x200000 || high > 0x1fffff) return undefined;
    return high * 0x100000000 + low;
  }

  u32(address: Address): number | null {
    const view = this.at(address, 4);
    return view ? view.getUint32(address - this.#start, true) : null;
  }

  bytes(address: Address, length: number): Uint8Array {
    return readAvailable(this.memory, address, length);
  }
}
