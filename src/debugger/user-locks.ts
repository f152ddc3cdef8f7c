import { UsageError } from '../bytes/errors.ts';
import { hexPadded } from '../bytes/hex.ts';
import type { CriticalSection } from '../windows/critical-section.ts';
import { readSections } from './critical-sections.ts';
import type { Session } from './session.ts';
import type { Text } from './text.ts';

/** `!locks` of a process. */
export interface UserLocksOptions {
  /** Sections that are not locked too. */
  readonly all: boolean;
}

export interface UserLocksData {
  readonly kind: 'user';
  readonly pointerSize: 4 | 8;
  readonly sections: readonly CriticalSection[];
  readonly scanned: number | null;
  readonly lost: string | null;
}

/** Options of the user-mode form: `-v` for all sections; `-o` is taken too, since broken entries are always told. */
export function parseUserLocks(args: string): UserLocksOptions {
  const words = args.trim().split(/\s+/).filter(Boolean);
  const wrong = words.find((word) => !/^-[vo]+$/i.test(word));
  if (wrong !== undefined)
    throw new UsageError('!locks', `Syntax error: '${wrong}' is not understood; !locks [-v] [-o]`, args.indexOf(wrong));
  return { all: words.some((word) => /v/i.test(word)) };
}

export async function runUserLocks(session: Session, { all }: UserLocksOptions): Promise<UserLocksData> {
  const { sections, scanned, lost } = await readSections(session, '!locks');
  const chosen = all ? sections : sections.filter(({ locked }) => locked !== false);
  return { kind: 'user', pointerSize: session.pointerSize, sections: chosen, scanned, lost };
}

export function renderUserLocks(data: UserLocksData, text: Text): void {
  for (const section of data.sections) {
    text.line();
    writeCriticalSection(text, section, data.pointerSize);
  }
  text.line();
  if (data.lost !== null) text.line(`The list of critical sections is not complete: ${data.lost}`);
  text.line(`Scanned ${data.scanned ?? '????'} critical sections`);
}

/** One section as `!locks` and `!critsec` show it. */
export function writeCriticalSection(text: Text, section: CriticalSection, pointerSize: 4 | 8): void {
  const row = (label: string, value: string) => text.line(`${label.padEnd(18)} ${value}`);
  const shown = (value: number | bigint | null, radix: number) => (value === null ? '????' : value.toString(radix));
  const at = hexPadded(section.address, pointerSize * 2);
  text.line(`CritSec ${symbolText(section, at)} at ${at}`);
  if (section.locked && section.waiterWoken !== null) row('WaiterWoken', section.waiterWoken ? 'Yes' : 'No');
  row('LockCount', section.locked === false ? 'NOT LOCKED' : shown(section.lockCount, 10));
  row('RecursionCount', shown(section.recursionCount, 10));
  row('OwningThread', shown(section.owningThread, 16));
  if (section.entryCount !== null) row('EntryCount', shown(section.entryCount, 16));
  if (section.contentionCount !== null) row('ContentionCount', shown(section.contentionCount, 16));
  if (section.locked) text.line('*** Locked');
  if (section.note !== null) text.line(`*** Note: ${section.note}`);
}

/** `ntdll!FastPebLock+0`: this command's offsets have no 0x; a section without a name stands as `+address`. */
function symbolText({ symbol }: CriticalSection, at: string): string {
  return symbol === null ? `+${at}` : symbol.replace(/\+0x([0-9a-f]+)$/, '+$1');
}
