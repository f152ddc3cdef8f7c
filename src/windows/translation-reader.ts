import { type Address, toAddress, toUnsigned, tryU32, tryU64 } from '../memory/space.ts';
import { directoryBaseOf } from '../target/process-target.ts';
import type { Target } from '../target/target.ts';
import type { Kernel } from './kernel.ts';
import { EntryReader } from './page-table-entry.ts';
import { indexIn, type PageTableShape, pageTableShape } from './page-table-shape.ts';
import type { AddressTranslation, PageTableEntry } from './translation.ts';

/** The directory base of the target's current process, else the one that the dump was opened with; null without page tables. */
export function currentDirectoryBase(target: Target): bigint | null {
  const process = target.process?.address ?? null;
  const own = process === null ? null : directoryBaseOf(target, process);
  if (own !== null) return BigInt(own);
  const opened = target.annotations.get('directory table base');
  return opened === undefined ? null : BigInt(opened);
}

/**
 * How an address is translated through the tables at a directory base, each level with its own answer; null where the
 * dump has no physical memory. With a kernel, page file numbers and masks are those of its own symbols.
 */
export function translate(
  target: Target,
  kernel: Kernel | null,
  directoryBase: bigint,
  address: Address,
): AddressTranslation | null {
  const mode = target.annotations.get('paging')?.split(' ')[0];
  const shape = pageTableShape(mode);
  const physical = target.physicalMemory;
  if (!shape || !physical) return null;
  const walk = new TableWalk(target, kernel, shape, mode === 'PAE');
  const base = directoryBase & 0xfffffffffffffn;
  return { ...walk.run(base - (base % BigInt(shape.rootAlignment)), address), directoryBase, mode: mode ?? '' };
}

type Walked = Omit<AddressTranslation, 'directoryBase' | 'mode'>;

class TableWalk {
  readonly #target: Target;
  readonly #kernel: Kernel | null;
  readonly #shape: PageTableShape;
  readonly #reader: EntryReader;
  constructor(target: Target, kernel: Kernel | null, shape: PageTableShape, narrow: boolean) {
    this.#target = target;
    this.#kernel = kernel;
    this.#shape = shape;
    this.#reader = new EntryReader(kernel, shape.entrySize);
    if (narrow) this.#reader.narrow();
  }

  run(root: bigint, address: Address): Walked {
    const virtual = toUnsigned(address);
    const { levels, entrySize } = this.#shape;
    const selfMap = this.#selfMap(root);
    const entries: PageTableEntry[] = [];
    let unusedEntry: bigint | null = null;
    const ended = (physical: bigint | null, pageSize: number | null): Walked => ({
      virtual,
      entries,
      unusedEntry,
      physical,
      pageSize,
      inDump: physical !== null && this.#has(physical),
    });
    let table = root;
    for (const [number, level] of levels.entries()) {
      const physical = table + BigInt(indexIn(level, virtual) * entrySize);
      const value = this.#read(physical);
      const place = { level: level.name, physical, address: selfMap?.(virtual, levels.length - number) ?? null };
      if (value === null) {
        entries.push({ ...place, value, ...UNREAD });
        return ended(null, null);
      }
      const last = number === levels.length - 1;
      const meaning = this.#reader.meaning(value, last ? 'PTE' : 'table');
      const span = 2n ** BigInt(level.shift);
      if (meaning.state === 'valid' && !last && number > levels.length - 4 && this.#shape.isLarge(value)) {
        entries.push({ ...place, value, ...meaning, state: 'large' });
        const base = this.#largeBase(value, meaning.frame!, span);
        unusedEntry = selfMap?.(virtual, levels.length - number - 1) ?? null;
        return ended(base + (virtual % span), Number(span));
      }
      entries.push({ ...place, value, ...meaning });
      if (last) return this.#page(meaning, virtual, entries, ended);
      // A page table can be trimmed like any page; while in transition it still serves.
      if (meaning.frame === null) return ended(null, null);
      table = meaning.frame * 0x1000n;
    }
    return ended(null, null);
  }

  #page(
    meaning: Pick<PageTableEntry, 'state' | 'frame' | 'prototype'>,
    virtual: bigint,
    entries: PageTableEntry[],
    ended: (physical: bigint | null, pageSize: number | null) => Walked,
  ): Walked {
    const within = virtual & 0xfffn;
    if (meaning.frame !== null) return ended(meaning.frame * 0x1000n + within, 0x1000);
    if (meaning.state !== 'prototype' || meaning.prototype === null) return ended(null, null);
    const prototype = this.#prototype(meaning.prototype);
    entries.push(prototype);
    return prototype.frame === null ? ended(null, null) : ended(prototype.frame * 0x1000n + within, 0x1000);
  }

  /** The prototype PTE in paged pool, read through the current address space. */
  #prototype(prototype: bigint): PageTableEntry {
    const at = toAddress(prototype);
    const value = at === null ? null : tryU64(this.#target.memory, at);
    const place = { level: 'prototype PTE', address: prototype, physical: 0n, value };
    return value === null ? { ...place, ...UNREAD } : { ...place, ...this.#reader.meaning(value, 'prototype') };
  }

  #read(physical: bigint): bigint | null {
    const space = this.#target.physicalMemory!;
    const at = Number(physical);
    if (this.#shape.entrySize === 8) return tryU64(space, at);
    const value = tryU32(space, at);
    return value === null ? null : BigInt(value);
  }

  #has(physical: bigint): boolean {
    const answer = this.#target.physicalMemory!.read(Number(physical), 1);
    return answer instanceof Uint8Array;
  }

  /** PSE-36: in 32-bit entries bits 13 to 20 are bits 32 to 39 of the address. */
  #largeBase(value: bigint, frame: bigint, span: bigint): bigint {
    if (this.#shape.entrySize === 4) return ((value >> 22n) << 22n) + (((value >> 13n) & 0xffn) << 32n);
    const base = frame * 0x1000n;
    return base - (base % span);
  }

  /**
   * Where entries lie in the map of the page tables in kernel space: `height` 1 is the PTE's. Fixed on 32-bit; on
   * 64-bit a variable of the kernel tells, else the entry of the top table that leads back to it.
   */
  #selfMap(root: bigint): ((virtual: bigint, height: number) => bigint | null) | null {
    const { entrySize, levels } = this.#shape;
    if (levels.length <= 3) {
      return (virtual, height) => {
        if (height > 2) return null;
        const shift = height === 1 ? 12n : entrySize === 4 ? 22n : 21n;
        const base = height === 1 ? 0xc0000000n : entrySize === 4 ? 0xc0300000n : 0xc0600000n;
        return base + (virtual >> shift) * BigInt(entrySize);
      };
    }
    const bits = levels.length === 5 ? 57n : 48n;
    const base = this.#pteBase(root, bits);
    if (base === null) return null;
    const mask = (1n << (bits - 9n)) - 8n;
    return (virtual, height) => {
      let at = virtual;
      for (let step = 0; step < height; step++) at = base + ((at >> 9n) & mask);
      return at;
    };
  }

  #pteBase(root: bigint, bits: bigint): bigint | null {
    const told = this.#kernel?.u64('MmPteBase');
    if (told) return told;
    for (let index = 256; index < 512; index++) {
      const value = this.#read(root + BigInt(index * 8));
      if (value === null || (value & 1n) === 0n || this.#reader.frame(value) * 0x1000n !== root) continue;
      return BigInt.asUintN(64, BigInt.asIntN(Number(bits), BigInt(index) << (bits - 9n)));
    }
    return null;
  }
}

const UNREAD = { state: 'not-in-dump', frame: null, pageFile: null, protection: null, prototype: null } as const;
