import { type Problem, Problems } from '../bytes/problem.ts';
import {
  type Address,
  type MemorySpace,
  toUnsigned,
  tryPointer,
  tryU8,
  tryU16,
  tryU32,
  tryU64,
} from '../memory/space.ts';
import { type MemberPlace, memberPlace } from '../symbols/member-path.ts';
import type { SymbolTable } from '../symbols/symbol-table.ts';
import type { EnumType, StructType, TypeTable } from '../symbols/type.ts';
import { targetInProcess } from '../target/process-target.ts';
import type { Module, Target } from '../target/target.ts';
import { KernelObject } from './kernel-object.ts';
import { narrowPebOf } from './wow64-process.ts';

/** What the walk of a kernel list yields: how it ended is told, so that a cut list is never taken for a short one. */
export interface ListWalk {
  readonly items: readonly Address[];
  /** Null when the walk came back to its head; else why it ended early, for people. */
  readonly broken: string | null;
}

/** More entries than any list of a real machine has; a list that is longer is a cycle that misses its head. */
const MOST_ENTRIES = 1_000_000;

/**
 * The kernel of a dump through the symbols of nt: addresses of its variables, members of its structures, its lists.
 * Layout is asked by member name, never by build number: `member` is null where this kernel has no such member.
 */
export class Kernel {
  readonly target: Target;
  readonly module: Module;
  readonly symbols: SymbolTable;
  readonly types: TypeTable | null;
  readonly memory: MemorySpace;
  readonly pointerSize: 4 | 8;
  /** What was met and could not be read, by all walks so far. */
  readonly #problems: Problems;
  /** By structure, then by path: a key joined of both would be made anew for every question. */
  readonly #members = new Map<string, Map<string, MemberPlace | null>>();
  /** Asked again for every object of a long list. */
  readonly #addresses = new Map<string, Address | null>();
  readonly #processes: Map<Address, Kernel | null>;
  constructor(target: Target, module: Module, symbols: SymbolTable, from: Kernel | null = null) {
    this.target = target;
    this.module = module;
    this.symbols = symbols;
    this.types = symbols.types;
    this.memory = target.memory;
    this.pointerSize = target.pointerSize;
    this.#problems = from ? from.#problems : new Problems();
    this.#members = from ? from.#members : new Map();
    this.#processes = from ? from.#processes : new Map();
  }

  get problems(): readonly Problem[] {
    return this.#problems.list;
  }
  /** Notes that something of a structure was lost on the way, for the user to see. */
  lost(structure: string, address: Address, why: string): void {
    this.#problems.add('unreadable', structure, null, `${structure} at 0x${toUnsigned(address).toString(16)}: ${why}`);
  }

  /** Address of a variable or function of nt by its undecorated name; null when the symbols have none. */
  address(name: string): Address | null {
    let address = this.#addresses.get(name);
    if (address === undefined) {
      const found = this.symbols.find(name);
      address = found ? this.module.base + found.rva : null;
      this.#addresses.set(name, address);
    }
    return address;
  }
  /** The value of a pointer variable of nt; null when unknown or unreadable. */
  pointer(name: string): Address | null {
    const at = this.address(name);
    return at === null ? null : tryPointer(this.memory, at, this.pointerSize);
  }
  u8(name: string): number | null {
    const at = this.address(name);
    return at === null ? null : tryU8(this.memory, at);
  }
  u16(name: string): number | null {
    const at = this.address(name);
    return at === null ? null : tryU16(this.memory, at);
  }
  u32(name: string): number | null {
    const at = this.address(name);
    return at === null ? null : tryU32(this.memory, at);
  }
  u64(name: string): bigint | null {
    const at = this.address(name);
    return at === null ? null : tryU64(this.memory, at);
  }
  /** A variable as wide as a pointer (SIZE_T, ULONG_PTR), unsigned. */
  word(name: string): bigint | null {
    const at = this.address(name);
    return at === null ? null : this.wordAt(at);
  }
  wordAt(at: Address): bigint | null {
    if (this.pointerSize === 8) return tryU64(this.memory, at);
    const value = tryU32(this.memory, at);
    return value === null ? null : BigInt(value);
  }
  pointerAt(at: Address): Address | null {
    return tryPointer(this.memory, at, this.pointerSize);
  }

  /** A structure or union of nt by name (`_ETHREAD`), null when the symbols do not define it. */
  structure(name: string): StructType | null {
    const type = this.types?.type(name) ?? null;
    return type?.kind === 'struct' ? type : null;
  }
  /** Names of an enumeration's values (`_KWAIT_REASON`); null when the symbols do not define it. */
  enumeration(name: string): ReadonlyMap<number, string> | null {
    const type = this.types?.type(name) ?? null;
    if (type?.kind !== 'enum') return null;
    return new Map((type as EnumType).values().map((item) => [Number(item.value), item.name]));
  }
  /** Size in bytes, null when the symbols do not define the structure. */
  sizeOf(name: string): number | null {
    return this.structure(name)?.size ?? null;
  }
  /** The member at a dotted path (`Tcb.WaitBlockList`); null when this kernel has none. Remembered. */
  member(structure: string, path: string): MemberPlace | null {
    let known = this.#members.get(structure);
    if (!known) {
      known = new Map();
      this.#members.set(structure, known);
    }
    const before = known.get(path);
    if (before !== undefined) return before;
    const found = memberPlace(this.structure(structure), path);
    known.set(path, found);
    return found;
  }
  /** The offset of the first of several paths that this kernel has: layouts that moved or were renamed. */
  offset(structure: string, ...paths: readonly string[]): number | null {
    for (const path of paths) {
      const found = this.member(structure, path);
      if (found) return found.offset;
    }
    return null;
  }
  /** The structure at an address, whose members are read when asked for. */
  object(structure: string, address: Address): KernelObject {
    return new KernelObject(this, structure, address);
  }

  /**
   * The structures on a doubly linked list, by the LIST_ENTRY at `head` and the link member inside each. The walk ends
   * at the head, at a link that cannot be read, at an entry met before, or past a million entries. A list broken on
   * its way forward is also walked backwards from its head, so that what is behind the break is not lost.
   */
  list(head: Address, structure: string, link: string): ListWalk {
    const offset = this.offset(structure, link);
    if (offset === null) return { items: [], broken: `the symbols of nt have no ${structure}.${link}` };
    const seen = new Set<Address>([head]);
    const forward = this.#follow(head, 0, seen);
    const items = forward.entries.map((entry) => entry - offset);
    if (forward.broken === null) return { items, broken: null };
    const back = this.#follow(head, this.pointerSize, seen).entries.map((entry) => entry - offset);
    this.lost(`list of ${structure}`, head, forward.broken);
    return { items: [...items, ...back.reverse()], broken: forward.broken };
  }
  #follow(head: Address, direction: number, seen: Set<Address>): { entries: Address[]; broken: string | null } {
    const entries: Address[] = [];
    let at = head;
    for (;;) {
      const next = this.pointerAt(at + direction);
      const where = `0x${toUnsigned(at).toString(16)}`;
      if (next === null) return { entries, broken: `the link at ${where} is not in the dump` };
      if (next === head) return { entries, broken: null };
      if (next === 0) return { entries, broken: `the link at ${where} is null` };
      if (seen.has(next)) return { entries, broken: `the link at ${where} leads back into the list` };
      if (entries.length >= MOST_ENTRIES) return { entries, broken: `more than ${MOST_ENTRIES} entries` };
      seen.add(next);
      // An entry that cannot be read is no entry: nothing in it could be shown.
      if (this.pointerAt(next) === null) {
        return { entries, broken: `the entry at 0x${toUnsigned(next).toString(16)} is not in the dump` };
      }
      entries.push(next);
      at = next;
    }
  }

  /** This kernel as it looks from a process: user memory and user modules are that process's. Null when its page tables are not in the dump. */
  inProcess(process: Address): Kernel | null {
    const before = this.#processes.get(process);
    if (before !== undefined) return before;
    const target = targetInProcess(
      this.target,
      process,
      this.offset('_EPROCESS', 'Peb'),
      narrowPebOf(this.object('_EPROCESS', process)),
    );
    const kernel = target ? new Kernel(target, this.module, this.symbols, this) : null;
    this.#processes.set(process, kernel);
    return kernel;
  }
}
