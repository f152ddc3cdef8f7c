import { type Address, type MemorySpace, tryPointer, tryView } from '../memory/space.ts';
import { type MemberPlace, memberPlace } from '../symbols/member-path.ts';
import type { TypeTable } from '../symbols/type.ts';

/** A walk of a list: how it ended is told, so that a cut list is never taken for a short one. */
export interface Walk {
  readonly items: readonly Address[];
  readonly broken: string | null;
}

/** Structures of one module read by member names; whatever this version has not, or the dump has not, is null. */
export class StructureReader {
  readonly memory: MemorySpace;
  readonly pointerSize: 4 | 8;
  readonly types: TypeTable;
  readonly #members = new Map<string, MemberPlace | null>();
  constructor(memory: MemorySpace, pointerSize: 4 | 8, types: TypeTable) {
    this.memory = memory;
    this.pointerSize = pointerSize;
    this.types = types;
  }
  has(structure: string): boolean {
    return this.types.type(structure)?.kind === 'struct';
  }
  sizeOf(structure: string): number | null {
    return this.types.type(structure)?.size ?? null;
  }
  /** The first of several members that the structure has: layouts that moved or were renamed. Remembered. */
  #member(structure: string, paths: readonly string[]): MemberPlace | null {
    const key = `${structure}.${paths.join('|')}`;
    let found = this.#members.get(key);
    if (found === undefined) {
      const type = this.types.type(structure);
      found = null;
      for (const path of paths) found ??= memberPlace(type, path);
      this.#members.set(key, found);
    }
    return found;
  }
  /** Bytes from the start of the structure to the first of the members that it has. */
  offset(structure: string, ...paths: readonly string[]): number | null {
    return this.#member(structure, paths)?.offset ?? null;
  }
  /** An unsigned number as wide as its member. */
  number(at: Address, structure: string, ...paths: readonly string[]): bigint | null {
    const member = this.#member(structure, paths);
    if (!member) return null;
    const { size } = member.type;
    const view = size >= 1 && size <= 8 ? tryView(this.memory, at + member.offset, size) : null;
    if (!view) return null;
    let value = 0n;
    for (let index = size - 1; index >= 0; index--) value = (value << 8n) | BigInt(view.getUint8(index));
    return value;
  }
  /** The same as a Number, for counts and flags of at most 32 bits and sizes below 2^53. */
  count(at: Address, structure: string, ...paths: readonly string[]): number | null {
    const value = this.number(at, structure, ...paths);
    return value === null || value > BigInt(Number.MAX_SAFE_INTEGER) ? null : Number(value);
  }
  pointer(at: Address, structure: string, ...paths: readonly string[]): Address | null {
    const offset = this.offset(structure, ...paths);
    return offset === null ? null : tryPointer(this.memory, at + offset, this.pointerSize);
  }
  pointerAt(at: Address): Address | null {
    return tryPointer(this.memory, at, this.pointerSize);
  }
  /** The LIST_ENTRYs behind a head; ends at the head, at a link met before or that cannot be read, and at `most`. */
  list(head: Address, most = 100_000): Walk {
    const items: Address[] = [];
    const seen = new Set<Address>([head]);
    for (let at = this.pointerAt(head); at !== head; at = this.pointerAt(at)) {
      if (at === null) return { items, broken: 'a link is not in the dump' };
      if (at === 0) return { items, broken: 'a link is null' };
      if (seen.has(at)) return { items, broken: 'a link leads back into the list' };
      if (items.length >= most) return { items, broken: `more than ${most} entries` };
      seen.add(at);
      items.push(at);
    }
    return { items, broken: null };
  }
}
