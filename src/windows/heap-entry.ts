import { viewOf } from '../bytes/source.ts';
import { type Address, readAvailable, toAddress, toUnsigned, tryView } from '../memory/space.ts';
import type { Heap, HeapSegment } from './heap.ts';
import type { StructureReader } from './structure-reader.ts';

/** A block of an NT heap. Addresses are unsigned, sizes bytes. */
export interface HeapEntry {
  readonly address: bigint;
  readonly size: number;
  readonly previousSize: number;
  readonly flags: number;
  readonly busy: boolean;
  /** Bytes of `size` that the caller did not ask for, the entry included. */
  readonly unused: number;
  readonly userAddress: bigint;
  /** Null of free blocks. */
  readonly userSize: number | null;
  /** The heap took it for itself, such as a zone that the low-fragmentation heap divides. */
  readonly internal: boolean;
}

/** What the walk of a segment yields. */
export interface EntryWalk {
  readonly entries: readonly HeapEntry[];
  /** Where the walk ended before the segment did, and why; null when it came to the end. */
  readonly broken: { readonly address: bigint; readonly reason: string } | null;
}

/** _HEAP_ENTRY.Flags: busy, and the bit that marks what the heap keeps for itself. */
const BUSY = 1;
const INTERNAL = 8;
const LAST = 0x10;
/** Entries of one walk; more are not shown. */
const MOST_ENTRIES = 250_000;
/** _HEAP_ENTRY.UnusedBytes of a block that the front end handed out. */
const FRONT_END = 0x80;

/** Decodes the entries of one heap: since Vista their words are combined with a value of the heap. */
export class EntryReader {
  readonly #reader: StructureReader;
  readonly #granularity: number;
  /** The eight bytes that entries are combined with; null where they are stored as they are. */
  readonly #encoding: Uint8Array | null;
  readonly #at: number;
  /** Encoded entries carry a checksum in SmallTagIndex. */
  readonly isEncoded: boolean;
  constructor(reader: StructureReader, heap: Heap) {
    this.#reader = reader;
    this.#granularity = heap.granularity;
    this.#at = reader.offset('_HEAP_ENTRY', 'Size') ?? 0;
    const at = toAddress(heap.address) ?? 0;
    const mask = reader.count(at, '_HEAP', 'EncodeFlagMask') ?? 0;
    const encoding = reader.offset('_HEAP', 'Encoding');
    const bytes = encoding === null ? null : tryView(reader.memory, at + encoding + this.#at, 8);
    this.isEncoded = mask !== 0 && encoding !== null;
    this.#encoding = this.isEncoded && bytes ? new Uint8Array(bytes.buffer, bytes.byteOffset, 8) : null;
  }

  /** The entry at an address; text when it cannot be read or fails its checksum. */
  read(at: Address): HeapEntry | string {
    const stored = readAvailable(this.#reader.memory, at + this.#at, 8);
    if (stored.length < 8) return 'it is not in the dump';
    if (this.isEncoded && !this.#encoding) return "the heap's encoding is not in the dump";
    const bytes = Uint8Array.from(stored, (byte, index) => byte ^ (this.#encoding?.[index] ?? 0));
    const view = viewOf(bytes);
    const byte = (...names: string[]) => bytes[this.#offset(...names)] ?? 0;
    const flags = byte('Flags');
    if (this.isEncoded && (bytes[0]! ^ bytes[1]! ^ flags) !== byte('SmallTagIndex')) return 'its checksum is wrong';
    const size = view.getUint16(this.#offset('Size'), true) * this.#granularity;
    if (size === 0) return 'its size is 0';
    const busy = (flags & BUSY) !== 0;
    const unused = byte('UnusedBytes');
    const address = toUnsigned(at);
    const asked = size - unused;
    return {
      address,
      size,
      previousSize: view.getUint16(this.#offset('PreviousSize'), true) * this.#granularity,
      flags,
      busy,
      unused,
      userAddress: address + BigInt(this.#granularity),
      userSize: busy && (unused & FRONT_END) === 0 && asked >= 0 ? asked : null,
      internal: busy && (flags & INTERNAL) !== 0,
    };
  }

  #offset(...names: string[]): number {
    return Math.max(0, (this.#reader.offset('_HEAP_ENTRY', ...names) ?? this.#at) - this.#at);
  }

  /** The entries of a segment in address order, past what is uncommitted. */
  walk(segment: HeapSegment): EntryWalk {
    const entries: HeapEntry[] = [];
    const broken = (address: bigint, reason: string): EntryWalk => ({ entries, broken: { address, reason } });
    const { firstEntry, end } = segment;
    const last = segment.lastEntry ?? end;
    if (firstEntry === null) return broken(segment.address, 'its first entry is not known');
    for (let at = firstEntry; at < last && at < end; ) {
      const hole = segment.uncommitted.find(({ address, size }) => at >= address && at < address + size);
      if (hole) {
        at = hole.address + hole.size;
        continue;
      }
      const place = toAddress(at);
      const entry = place === null ? 'its address is impossible' : this.read(place);
      if (typeof entry === 'string') return broken(at, entry);
      if (entries.length >= MOST_ENTRIES) return broken(at, `more than ${MOST_ENTRIES} entries`);
      entries.push(entry);
      at += BigInt(entry.size);
      // The last entry of a committed part says so; behind it is an uncommitted range or the end.
      if ((entry.flags & LAST) !== 0 && !segment.uncommitted.some(({ address }) => address === at)) break;
    }
    return { entries, broken: null };
  }
}

/** The entry of a heap that holds an address, with its segment; null when none does or the walk does not get there. */
export function findEntry(
  reader: StructureReader,
  heap: Heap,
  address: bigint,
): { readonly segment: HeapSegment; readonly entry: HeapEntry | null; readonly broken: EntryWalk['broken'] } | null {
  const segment = heap.segments.find(({ base, end }) => address >= base && address < end);
  if (!segment) return null;
  const { entries, broken } = new EntryReader(reader, heap).walk(segment);
  const entry = entries.find((each) => address >= each.address && address < each.address + BigInt(each.size)) ?? null;
  return { segment, entry, broken: entry ? null : broken };
}
