import { type Address, toAddress, tryView } from '../memory/space.ts';
import type { Kernel } from './kernel.ts';
import type { KernelObject } from './kernel-object.ts';

/** HANDLE_TABLE.TableCode keeps the number of levels above the lowest in its low bits. */
const LEVEL_BITS = 3;
const PAGE = 0x1000;
/** Handles count in fours: the low two bits of a handle belong to its user. */
const STEP = 4;
/** OBJ_PROTECT_CLOSE, OBJ_INHERIT and OBJ_AUDIT_OBJECT_CLOSE as handle attributes since Windows 8. */
const PROTECT = 1;
const INHERIT = 2;
const AUDIT = 4;
/** Up to Windows 7 the object pointer's low bits hold the attributes, the lowest being the entry's lock. */
const POINTER_FLAGS = 7;
/** ObpAccessProtectCloseBit: up to Windows 7 in the granted access. */
const PROTECT_ACCESS = 0x0200_0000;
const ACCESS_BITS = 0x01ff_ffff;

/** An entry in use. `pointer` is what it stores: an object header, in PspCidTable the object itself. */
export interface HandleSlot {
  readonly handle: number;
  readonly entry: Address;
  readonly pointer: Address;
  readonly access: number;
  readonly attributes: { readonly protected: boolean; readonly inherit: boolean; readonly audit: boolean };
}

/** All entries in use of a handle table. */
export interface HandleSlots {
  readonly slots: readonly HandleSlot[];
  readonly levels: number | null;
  /** Why entries may be missing, for people. */
  readonly lost: string | null;
}

/** Walks a HANDLE_TABLE of one, two or three levels. Work is bounded by its pages that are really in the dump. */
export function readHandleSlots(kernel: Kernel, table: Address): HandleSlots {
  return new TableWalk(kernel).read(table);
}

/** One entry by its handle value; null when it is free, beyond the table, or not in the dump. */
export function readHandleSlot(kernel: Kernel, table: Address, handle: number): HandleSlot | null {
  return new TableWalk(kernel).one(table, handle);
}

class TableWalk {
  readonly #kernel: Kernel;
  readonly #entrySize: number;
  readonly #decode: (entry: KernelObject) => Pick<HandleSlot, 'pointer' | 'access' | 'attributes'> | null;
  readonly #slots: HandleSlot[] = [];
  readonly #seen = new Set<Address>();
  #missing = 0;
  #strange = 0;
  constructor(kernel: Kernel) {
    this.#kernel = kernel;
    this.#entrySize = kernel.sizeOf('_HANDLE_TABLE_ENTRY') ?? 2 * kernel.pointerSize;
    this.#decode = kernel.member('_HANDLE_TABLE_ENTRY', 'ObjectPointerBits') ? decodeBits : decodePointer;
  }

  read(table: Address): HandleSlots {
    const code = this.#kernel.object('_HANDLE_TABLE', table).pointer('TableCode');
    if (code === null) return { slots: [], levels: null, lost: 'the handle table is not in the dump' };
    const { level, page } = split(code);
    if (level > 2) return { slots: [], levels: null, lost: `TableCode claims ${level + 1} levels` };
    this.#walk(page, level, 0);
    const lost = [
      this.#missing === 0 ? null : `${this.#missing} pages of the handle table are not in the dump`,
      this.#strange === 0 ? null : `${this.#strange} entries or pages are garbage`,
    ].filter((reason) => reason !== null);
    return { slots: this.#slots, levels: level + 1, lost: lost.length > 0 ? lost.join('; ') : null };
  }

  one(table: Address, handle: number): HandleSlot | null {
    const code = this.#kernel.object('_HANDLE_TABLE', table).pointer('TableCode');
    if (code === null || handle < 0) return null;
    let { level, page } = split(code);
    let index = Math.floor(handle / STEP);
    for (; level > 0; level--) {
      const span = this.#span(level);
      const next = Math.floor(index / span);
      if (next >= this.#perPage) return null;
      const pointer = this.#kernel.pointerAt(page + next * this.#kernel.pointerSize);
      if (pointer === null || pointer === 0) return null;
      page = pointer;
      index %= span;
    }
    return index < this.#perLeaf ? this.#entry(page + index * this.#entrySize, handle - (handle % STEP)) : null;
  }

  get #perPage(): number {
    return PAGE / this.#kernel.pointerSize;
  }
  get #perLeaf(): number {
    return Math.floor(PAGE / this.#entrySize);
  }
  /** Entries below one pointer of a page of this level. */
  #span(level: number): number {
    return this.#perLeaf * this.#perPage ** (level - 1);
  }

  #walk(page: Address, level: number, first: number): void {
    // A page that serves twice would let a few bytes stand for millions of handles.
    if (page % this.#kernel.pointerSize !== 0 || this.#seen.has(page)) {
      this.#strange++;
      return;
    }
    this.#seen.add(page);
    if (level === 0) this.#leaf(page, first);
    else if (!tryView(this.#kernel.memory, page, this.#kernel.pointerSize)) this.#missing++;
    else {
      for (let index = 0; index < this.#perPage; index++) {
        const next = this.#kernel.pointerAt(page + index * this.#kernel.pointerSize);
        if (next) this.#walk(next, level - 1, first + index * this.#span(level));
      }
    }
  }

  #leaf(page: Address, first: number): void {
    if (!tryView(this.#kernel.memory, page, PAGE)) {
      this.#missing++;
      if (!tryView(this.#kernel.memory, page, this.#entrySize)) return;
    }
    // Entry 0 of every leaf is reserved: its handle would look like null, or holds what the table needs itself.
    for (let index = 1; index < this.#perLeaf; index++) {
      const slot = this.#entry(page + index * this.#entrySize, (first + index) * STEP);
      if (slot) this.#slots.push(slot);
    }
  }

  #entry(at: Address, handle: number): HandleSlot | null {
    const decoded = this.#decode(this.#kernel.object('_HANDLE_TABLE_ENTRY', at));
    if (!decoded) return null;
    return { handle, entry: at, ...decoded };
  }
}

function split(code: Address): { level: number; page: Address } {
  const level = ((code % (LEVEL_BITS + 1)) + LEVEL_BITS + 1) % (LEVEL_BITS + 1);
  return { level, page: code - level };
}

/** Up to Windows 7: a pointer with flags in its low bits, and the granted access. */
function decodePointer(entry: KernelObject): Pick<HandleSlot, 'pointer' | 'access' | 'attributes'> | null {
  const stored = entry.pointer('Object');
  if (stored === null || stored === 0) return null;
  const flags = ((stored % (POINTER_FLAGS + 1)) + POINTER_FLAGS + 1) % (POINTER_FLAGS + 1);
  const access = entry.u32('GrantedAccess');
  if (stored - flags === 0 || access === null) return null;
  return {
    pointer: stored - flags,
    access: access & ACCESS_BITS,
    attributes: {
      protected: (access & PROTECT_ACCESS) !== 0,
      inherit: (flags & INHERIT) !== 0,
      audit: (flags & AUDIT) !== 0,
    },
  };
}

/** Since Windows 8: the pointer's upper bits without those that its alignment and the canonical form make known. */
function decodeBits(entry: KernelObject): Pick<HandleSlot, 'pointer' | 'access' | 'attributes'> | null {
  const { kernel } = entry;
  const bits = entry.value('ObjectPointerBits');
  if (bits === null || bits === 0n) return null;
  const type = kernel.member('_HANDLE_TABLE_ENTRY', 'ObjectPointerBits')?.type;
  const length = type?.kind === 'bitfield' ? type.length : 44;
  const wide = kernel.pointerSize === 8;
  const whole = bits << BigInt((wide ? 48 : 32) - length);
  const pointer = toAddress(wide ? BigInt.asIntN(48, whole) : whole);
  const access = entry.number('GrantedAccessBits');
  if (pointer === null || access === null) return null;
  // With two bits, as on 32-bit systems, the lowest is not there: ProtectFromClose has a bit of its own.
  const place = kernel.member('_HANDLE_TABLE_ENTRY', 'Attributes')?.type;
  const narrow = place?.kind === 'bitfield' && place.length === 2;
  const attributes = (entry.number('Attributes') ?? 0) << (narrow ? 1 : 0);
  return {
    pointer,
    access,
    attributes: {
      protected: (attributes & PROTECT) !== 0 || entry.number('ProtectFromClose') === 1,
      inherit: (attributes & INHERIT) !== 0,
      audit: (attributes & AUDIT) !== 0,
    },
  };
}
