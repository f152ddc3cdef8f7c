import { UsageError } from '../bytes/errors.ts';
import { criticalSectionsFact } from '../evidence/critical-sections.ts';
import { isHole, toUnsigned, tryPointer } from '../memory/space.ts';
import {
  type CriticalSection,
  type CriticalSectionReader,
  type CriticalSections,
  countsWaiters,
  criticalSectionAt,
} from '../windows/critical-section.ts';
import { nameLoaded } from './names.ts';
import type { Session } from './session.ts';

/** How the session reads critical sections. */
export function sectionReader(session: Session): CriticalSectionReader {
  return {
    memory: session.memory,
    pointerSize: session.pointerSize,
    countsWaiters: countsWaiters(session.target.system),
    name: (address) => {
      const named = nameLoaded(session, address);
      return named && `${named.module}${named.name === null ? '' : `!${named.name}`}+0x${named.offset.toString(16)}`;
    },
  };
}

/** The section at an unsigned address; a UsageError when none of it can be read. */
export async function readSection(session: Session, address: bigint, command: string): Promise<CriticalSection> {
  const module = session.moduleAt(address);
  if (module) await session.needSymbols(module);
  const at = session.address(address);
  const found = at === null ? null : criticalSectionAt(sectionReader(session), at);
  if (!found) throw new UsageError(command, `the memory at 0x${address.toString(16)} is not in the dump`);
  return found;
}

/** Every critical section that the process lists; a UsageError when nothing leads to the list. */
export async function readSections(session: Session, command: string): Promise<CriticalSections> {
  const ntdll = session.moduleNamed('ntdll');
  if (ntdll) await session.needSymbols(ntdll);
  const answer = criticalSectionsFact(session.theCase);
  if (answer.known) return answer.value;
  const remedy = answer.remedy ? ` (${answer.remedy})` : '';
  throw new UsageError(command, `needs ${answer.missing}${remedy}; !cs ADDRESS shows one section`);
}

/** The section that debug information at an unsigned address belongs to; a UsageError when it leads to none. */
export async function sectionOfDebugInfo(session: Session, address: bigint, command: string): Promise<CriticalSection> {
  const at = session.address(address);
  // CriticalSection stands behind two WORDs and padding.
  const section = at === null ? null : tryPointer(session.memory, at + session.pointerSize, session.pointerSize);
  if (section === null || section === 0)
    throw new UsageError(command, `0x${address.toString(16)} leads to no critical section that is in the dump`);
  return readSection(session, toUnsigned(section), command);
}

/** The sections in `length` bytes: words whose debug information points back. Holes are passed over. */
export function sectionsInRange(session: Session, address: bigint, length: number): CriticalSection[] {
  const reader = sectionReader(session);
  const { memory, pointerSize } = session;
  const found: CriticalSection[] = [];
  const start = session.address(address);
  if (start === null) return found;
  const end = start + length;
  for (let at = start; at < end; ) {
    const answer = memory.read(at, Math.min(end - at, PIECE));
    if (isHole(answer)) {
      at += Math.max(pointerSize, answer.length);
      continue;
    }
    for (let word = at; word < at + answer.length; word += pointerSize) {
      const debug = tryPointer(memory, word, pointerSize);
      if (!debug || tryPointer(memory, debug + pointerSize, pointerSize) !== word) continue;
      const section = criticalSectionAt(reader, word);
      if (section) found.push(section);
    }
    at += Math.max(pointerSize, answer.length & -pointerSize);
  }
  return found;
}

/** Bytes that are looked at in one go. */
const PIECE = 1 << 16;
