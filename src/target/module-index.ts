import { lastStartingAt } from '../bytes/ranges.ts';
import { type Address, toAddress } from '../memory/space.ts';

/** Something at a base: an Address, or the unsigned value that people know. */
interface Placed {
  readonly base: Address | bigint;
  readonly size: number;
}

/** What lies at an address, by search among sorted bases; of several that enclose one another the innermost answers. */
export class ModuleIndex<T extends Placed> {
  readonly #sorted: readonly { readonly start: Address; readonly end: Address; readonly item: T }[];
  /** The highest end up to each entry: where it is not past an address, nothing before encloses that. */
  readonly #reach: readonly Address[];
  #last = -1;

  constructor(items: readonly T[]) {
    this.#sorted = items
      .flatMap((item) => {
        const start = typeof item.base === 'bigint' ? toAddress(item.base) : item.base;
        return start === null ? [] : [{ start, end: start + item.size, item }];
      })
      .sort((a, b) => a.start - b.start || b.end - a.end);
    let reach = -Infinity;
    this.#reach = this.#sorted.map(({ end }) => {
      reach = Math.max(reach, end);
      return reach;
    });
  }

  at(address: Address): T | null {
    const last = this.#sorted[this.#last];
    const after = this.#sorted[this.#last + 1];
    // Addresses come in company; an entry that begins later would be nearer.
    if (last && address >= last.start && address < last.end && !(after && after.start <= address)) return last.item;
    for (let index = lastStartingAt(this.#sorted, address); index >= 0 && this.#reach[index]! > address; index--) {
      if (address >= this.#sorted[index]!.end) continue;
      this.#last = index;
      return this.#sorted[index]!.item;
    }
    return null;
  }

  /** The same for an unsigned 64-bit address. */
  atUnsigned(address: bigint): T | null {
    const at = toAddress(address);
    return at === null ? null : this.at(at);
  }
}

const made = new WeakMap<readonly Placed[], ModuleIndex<Placed>>();

/** The index of a list that does not change, made when first asked for. */
export function moduleIndexOf<T extends Placed>(items: readonly T[]): ModuleIndex<T> {
  let found = made.get(items) as ModuleIndex<T> | undefined;
  if (!found) {
    found = new ModuleIndex(items);
    made.set(items, found as unknown as ModuleIndex<Placed>);
  }
  return found;
}
