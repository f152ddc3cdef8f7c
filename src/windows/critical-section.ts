import { type Address, type MemorySpace, toUnsigned, tryPointer, tryU32 } from '../memory/space.ts';
import { tryWord } from '../memory/word.ts';
import type { TargetSystem } from '../target/target.ts';

/** An RTL_CRITICAL_SECTION, from memory or from a log. Addresses are unsigned; null is unknown. */
export interface CriticalSection {
  readonly address: bigint;
  /** `ntdll!FastPebLock+0x0`, or null when no symbol covers its address. */
  readonly symbol: string | null;
  /** All bits set where the section was made without debug information. */
  readonly debugInfo: bigint | null;
  /**
   * As debuggers print it: since Windows Server 2003 SP1 the number of threads that wait, before that the LONG as
   * stored (-1 not locked, 0 locked, more for recursion and waiters).
   */
  readonly lockCount: number | null;
  /** The LONG as stored, which a log need not tell. */
  readonly storedLockCount: number | null;
  readonly locked: boolean | null;
  /** A waiter was woken and has not taken the lock yet; null where this Windows does not say. */
  readonly waiterWoken: boolean | null;
  /** Threads that wait; null when the stored count does not tell them from recursion, or is not known. */
  readonly waiters: number | null;
  readonly recursionCount: number | null;
  /** Thread id; 0 for none. */
  readonly owningThread: bigint | null;
  readonly lockSemaphore: bigint | null;
  readonly spinCount: bigint | null;
  /** Of its debug information: null where there is none or it is not in the dump. */
  readonly entryCount: number | null;
  readonly contentionCount: number | null;
  /** What of it deserves doubt, for people. */
  readonly note: string | null;
  /** Line of the log, from 0; null from memory. */
  readonly line: number | null;
}

/** The critical sections of a process. */
export interface CriticalSections {
  readonly sections: readonly CriticalSection[];
  /** How many were looked at; null when unknown. A log lists only those that are locked. */
  readonly scanned: number | null;
  /** Why the list may be incomplete, for people. */
  readonly lost: string | null;
}

/** What a stored LockCount means. */
export interface LockCount {
  readonly lockCount: number;
  readonly locked: boolean;
  readonly waiterWoken: boolean | null;
  readonly waiters: number | null;
}

/**
 * Decodes RTL_CRITICAL_SECTION.LockCount. Since Windows Server 2003 SP1 bit 0 clear means locked, bit 1 clear means
 * that a waiter was woken, and the other bits hold the ones' complement of the number of waiters (Microsoft Learn,
 * "Displaying a Critical Section"); before, -1 was free and 0 or more locked. Counts of the two ways never meet but in
 * -1, which is free in both, so the value tells which one it is.
 */
export function decodeLockCount(stored: number, recursionCount: number | null): LockCount {
  if (stored < -1) {
    const waiters = (-1 - stored) >>> 2;
    return { lockCount: waiters, locked: (stored & 1) === 0, waiterWoken: (stored & 2) === 0, waiters };
  }
  const waiters = stored < 0 ? 0 : recursionCount === null ? null : stored - recursionCount + 1;
  return {
    lockCount: stored,
    locked: stored >= 0,
    waiterWoken: null,
    waiters: waiters !== null && waiters < 0 ? null : waiters,
  };
}

/** Whether LockCount holds waiters: since Windows Server 2003 SP1 (5.2, as XP x64) and Vista; null when unknown. */
export function countsWaiters({ platform, majorVersion, minorVersion, servicePack }: TargetSystem): boolean | null {
  if (platform !== 'windows' || majorVersion === null) return null;
  if (majorVersion !== 5) return majorVersion > 5;
  if (minorVersion !== 2) return false;
  return servicePack !== null && /[1-9]/.test(servicePack);
}

/** How critical sections are read: `name` gives the symbol that covers an unsigned address. */
export interface CriticalSectionReader {
  readonly memory: MemorySpace;
  readonly pointerSize: 4 | 8;
  /** Counts are stored as waiters (Windows Server 2003 SP1 and later); null when the system does not say. */
  readonly countsWaiters: boolean | null;
  readonly name: (address: bigint) => string | null;
}

/** More sections than any process has; a list that is longer leads in circles. */
const MOST_SECTIONS = 1_000_000;

/** RTL_CRITICAL_SECTION (winnt.h), in pointers: DebugInfo, two LONGs, OwningThread, LockSemaphore, SpinCount. */
const sectionOffsets = (pointerSize: 4 | 8) => ({
  lockCount: pointerSize,
  recursionCount: pointerSize + 4,
  owningThread: pointerSize + 8,
  lockSemaphore: 2 * pointerSize + 8,
  spinCount: 3 * pointerSize + 8,
});

/** RTL_CRITICAL_SECTION_DEBUG (winnt.h): two WORDs, CriticalSection, ProcessLocksList, EntryCount, ContentionCount. */
const debugOffsets = (pointerSize: 4 | 8) => ({
  criticalSection: pointerSize,
  processLocksList: 2 * pointerSize,
  entryCount: 4 * pointerSize,
  contentionCount: 4 * pointerSize + 4,
});

/** The critical section at an address; null when none of it can be read. */
export function criticalSectionAt(reader: CriticalSectionReader, at: Address): CriticalSection | null {
  const { memory, pointerSize } = reader;
  const offsets = sectionOffsets(pointerSize);
  const word = (offset: number) => tryWord(memory, at + offset, pointerSize);
  const long = (offset: number) => {
    const value = tryU32(memory, at + offset);
    return value === null ? null : value | 0;
  };
  const debugInfo = word(0);
  const stored = long(offsets.lockCount);
  if (debugInfo === null && stored === null) return null;
  const recursionCount = long(offsets.recursionCount);
  const counted = stored === null ? null : decodeLockCount(stored, recursionCount);
  const owningThread = word(offsets.owningThread);
  const debug = debugOf(reader, at);
  const debugPlace = debug.place;
  const debugLong = (offset: number) => (debugPlace === null ? null : tryU32(memory, debugPlace + offset));
  const address = toUnsigned(at);
  return {
    address,
    symbol: reader.name(address),
    debugInfo,
    lockCount: counted?.lockCount ?? null,
    storedLockCount: stored,
    locked: counted?.locked ?? null,
    waiterWoken: counted?.waiterWoken ?? (stored === -1 && reader.countsWaiters ? false : null),
    waiters: counted?.waiters ?? null,
    recursionCount,
    owningThread,
    lockSemaphore: word(offsets.lockSemaphore),
    spinCount: word(offsets.spinCount),
    entryCount: debugLong(debugOffsets(pointerSize).entryCount),
    contentionCount: debugLong(debugOffsets(pointerSize).contentionCount),
    note: debug.note ?? doubtOf(reader, stored, counted, owningThread),
    line: null,
  };
}

/** The debug information of a section, only where it points back to it. */
function debugOf(reader: CriticalSectionReader, at: Address): { place: Address | null; note: string | null } {
  const { memory, pointerSize } = reader;
  const stored = tryWord(memory, at, pointerSize);
  const none = pointerSize === 4 ? 0xffffffffn : 0xffffffffffffffffn;
  if (stored === null || stored === 0n || stored === none) return { place: null, note: null };
  const place = tryPointer(memory, at, pointerSize);
  const back =
    place === null ? null : tryPointer(memory, place + debugOffsets(pointerSize).criticalSection, pointerSize);
  if (back === null) return { place: null, note: 'its debug information is not in the dump' };
  if (back !== at)
    return {
      place: null,
      note: 'its debug information belongs to another section: corrupt, freed or no critical section',
    };
  return { place, note: null };
}

function doubtOf(
  reader: CriticalSectionReader,
  stored: number | null,
  counted: LockCount | null,
  owner: bigint | null,
): string | null {
  if (stored === null || !counted) return 'its counts are not in the dump';
  if (reader.countsWaiters && stored >= 0)
    return 'its LockCount is not as this Windows keeps it: never initialised, corrupt, or made by another implementation';
  if (counted.locked && owner === 0n) return 'locked, but without an owner';
  return null;
}

/** The addresses of the sections on a process's list, and why there may be more. */
export interface SectionList {
  readonly places: readonly Address[];
  readonly lost: string | null;
}

/**
 * The sections that have debug information, along the list that ntdll keeps of it. `head` is RtlCriticalSectionList;
 * where that is not known, any section's own debug information leads into the ring, and the one link there that
 * belongs to no section is the head. Sections made without debug information (usual since Windows 8) are on no list.
 */
export function listCriticalSections(
  reader: CriticalSectionReader,
  from: { readonly head: Address } | { readonly section: Address },
): SectionList {
  const { memory, pointerSize } = reader;
  const { processLocksList, criticalSection } = debugOffsets(pointerSize);
  const places: Address[] = [];
  let start: Address;
  if ('head' in from) start = from.head;
  else {
    const { place, note } = debugOf(reader, from.section);
    if (place === null) return { places: [], lost: note ?? 'the loader lock has no debug information to start from' };
    start = place + processLocksList;
    places.push(from.section);
  }
  const seen = new Set<Address>([start]);
  let strangers = 0;
  for (let at = start; ; ) {
    const next = tryPointer(memory, at, pointerSize);
    const where = `0x${toUnsigned(at).toString(16)}`;
    if (next === start) return { places, lost: lostOf(strangers, 'head' in from ? 0 : 1) };
    if (next === null) return { places, lost: `the list's link at ${where} is not in the dump` };
    if (next === 0) return { places, lost: `the list's link at ${where} is null` };
    if (seen.has(next)) return { places, lost: `the list's link at ${where} leads back into the list` };
    if (places.length >= MOST_SECTIONS) return { places, lost: `more than ${MOST_SECTIONS} sections` };
    seen.add(next);
    const debug = next - processLocksList;
    const section = tryPointer(memory, debug + criticalSection, pointerSize);
    if (section !== null && tryPointer(memory, section, pointerSize) === debug) places.push(section);
    else strangers++;
    at = next;
  }
}

function lostOf(strangers: number, expected: number): string | null {
  if (strangers < expected) return 'what the loader lock is linked with does not lead through the head of the list';
  const extra = strangers - expected;
  if (extra <= 0) return null;
  return `${extra} ${extra === 1 ? 'entry of the list leads' : 'entries of the list lead'} to memory that is not in the dump or is no section`;
}
