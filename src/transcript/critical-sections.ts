import { type CriticalSection, type CriticalSections, decodeLockCount } from '../windows/critical-section.ts';
import { parseAddress } from './symbol-text.ts';

type Draft = { -readonly [Key in keyof CriticalSection]: CriticalSection[Key] };

const A = '[0-9a-f]{8}(?:`?[0-9a-f]{8})?';
/** `!locks` and `!critsec`: `CritSec ntdll!FastPebLock+0 at 77FC49E0`. */
const LISTED = new RegExp(`^\\s*CritSec (\\S.*?) at (${A})\\b`, 'i');
/** `!cs`: `Critical section   = 0x00007ff6492e5ad0 (Wait2!consoleCritSection+0x0)`. */
const SHOWN = new RegExp(`^\\s*Critical section\\s*= 0x(${A})(?:\\s+\\((.*)\\))?`, 'i');
const DEBUG_INFO = new RegExp(`^\\s*DebugInfo\\s+= 0x(${A})`, 'i');
const LABEL =
  /^\s*(WaiterWoken|LockCount|RecursionCount|OwningThread|EntryCount|ContentionCount|LockSemaphore|SpinCount)\s+(=\s*)?(\S.*)$/;
const LOCKED = /^\s*(NOT )?LOCKED\b/;
const NOTE = /^\s*(?:\*\*\* )?Note: (\S.*)$/;
const SCANNED = /^\s*Scanned (\d{1,9}) critical sections/;
const MEX_HEAD = /^\s*Name\s+Critical Section\s+Debug Info\s+State\s+Lock Count/;
const MEX_ROW = new RegExp(
  `^\\s*(\\S+)\\s+(${A})\\s+(${A})\\s+(Locked|Unlocked|Not Locked)\\s+(-?\\d+)\\s+(Yes|No)?\\s*([0-9a-f]+)\\s+(-?\\d+)\\s+([0-9a-f]+)\\s+(\\d+)`,
  'i',
);
const MOST_STRANGE = 4;

const EMPTY: CriticalSection = {
  address: 0n,
  symbol: null,
  debugInfo: null,
  lockCount: null,
  storedLockCount: null,
  locked: null,
  waiterWoken: null,
  waiters: null,
  recursionCount: null,
  owningThread: null,
  lockSemaphore: null,
  spinCount: null,
  entryCount: null,
  contentionCount: null,
  note: null,
  line: null,
};

/** The sections that user-mode `!locks`, `!critsec` and `!cs` print (and mex's table); null when there are none of them. */
export function readCriticalSections(lines: readonly string[], firstLine = 0): CriticalSections | null {
  const sections: CriticalSection[] = [];
  let scanned: number | null = null;
  let draft: Draft | null = null;
  let debugInfo: bigint | null = null;
  let strange = 0;
  let table = false;
  const close = (): void => {
    if (draft) sections.push(finish(draft));
    draft = null;
    strange = 0;
  };
  for (let i = 0; i < lines.length; i++) {
    const text = lines[i]!;
    if (text.length > 600 || text.trim() === '') continue;
    const section = beginning(text, firstLine + i);
    if (section) {
      close();
      // `!cs` for the whole list prints the debug information first.
      draft = { ...section, debugInfo };
      debugInfo = null;
      continue;
    }
    const debug = text.includes('DebugInfo') ? DEBUG_INFO.exec(text) : null;
    if (debug) {
      const value = parseAddress(debug[1]!);
      if (draft && (draft as Draft).debugInfo === null) (draft as Draft).debugInfo = value;
      else debugInfo = value;
      continue;
    }
    const count = text.includes('Scanned') ? SCANNED.exec(text) : null;
    if (count) {
      close();
      scanned = Number(count[1]);
    } else if (draft) {
      if (takeLine(draft, text)) strange = 0;
      else if (++strange > MOST_STRANGE || /^\s*-{20,}\s*$/.test(text)) close();
    } else if (text.includes('Critical Section') && MEX_HEAD.test(text)) table = true;
    else if (table && !text.includes('====')) {
      const row = mexRow(text, firstLine + i);
      if (row) sections.push(row);
      else table = false;
    }
  }
  close();
  return sections.length === 0 && scanned === null ? null : { sections, scanned, lost: null };
}

function beginning(text: string, line: number): Draft | null {
  if (!text.includes('CritSec ') && !text.includes('Critical section')) return null;
  const listed = LISTED.exec(text);
  const shown = listed ? null : SHOWN.exec(text);
  const address = parseAddress(listed?.[2] ?? shown?.[1] ?? '');
  return address === null ? null : { ...EMPTY, address, symbol: symbolIn(listed?.[1] ?? shown?.[2]), line };
}

/** Offsets are printed with and without 0x; a bare `+3a8c0e9c` repeats the address where no symbol is known. */
function symbolIn(text: string | undefined): string | null {
  const found = /^(\S+?)(?:\+(?:0x)?([0-9a-f]+))?$/i.exec(text?.trim() ?? '');
  return found && !found[1]!.startsWith('+') ? `${found[1]}+0x${(found[2] ?? '0').toLowerCase()}` : null;
}

function takeLine(draft: Draft, text: string): boolean {
  const state = LOCKED.exec(text);
  if (state) {
    draft.locked = state[1] === undefined;
    return true;
  }
  const note = NOTE.exec(text);
  if (note) {
    draft.note = note[1]!;
    return true;
  }
  if (/^\s*\*\*\* Locked/.test(text)) {
    draft.locked = true;
    return true;
  }
  const label = LABEL.exec(text);
  if (!label) return false;
  const value = label[3]!;
  // `!cs` prints hexadecimal with 0x, `!locks` its counts in decimal and the rest in hexadecimal without.
  const hex = /^(?:0x)?([0-9a-f]+)\b/i.exec(value)?.[1];
  const wide = hex === undefined ? null : parseAddress(hex);
  const decimal = /^(-?\d{1,10})\b/.exec(value)?.[1];
  const count = value.startsWith('0x')
    ? wide === null
      ? null
      : Number(wide)
    : decimal === undefined
      ? null
      : Number(decimal);
  switch (label[1]) {
    case 'WaiterWoken':
      draft.waiterWoken = /^Yes/i.test(value) ? true : /^No\b/i.test(value) ? false : null;
      break;
    case 'LockCount':
      if (/^NOT LOCKED/.test(value)) draft.locked = false;
      else draft.lockCount = count;
      break;
    case 'RecursionCount':
      draft.recursionCount = count;
      break;
    case 'OwningThread':
      draft.owningThread = wide;
      break;
    case 'EntryCount':
      draft.entryCount = wide === null ? null : Number(wide);
      break;
    case 'ContentionCount':
      draft.contentionCount = wide === null ? null : Number(wide);
      break;
    case 'LockSemaphore':
      draft.lockSemaphore = wide;
      break;
    case 'SpinCount':
      draft.spinCount = wide;
      break;
  }
  return true;
}

/** What the printed count means: waiters where the debugger says whether one was woken, else the LONG as stored. */
function finish(draft: Draft): CriticalSection {
  if (draft.lockCount === null) {
    if (draft.locked !== false) return draft;
    return { ...draft, lockCount: -1, waiters: 0 };
  }
  if (draft.waiterWoken !== null) return { ...draft, locked: draft.locked ?? true, waiters: draft.lockCount };
  const { lockCount, locked, waiterWoken, waiters } = decodeLockCount(draft.lockCount, draft.recursionCount);
  return {
    ...draft,
    lockCount,
    storedLockCount: draft.lockCount,
    locked: draft.locked ?? locked,
    waiterWoken,
    waiters,
  };
}

function mexRow(text: string, line: number): CriticalSection | null {
  const row = MEX_ROW.exec(text);
  const address = row ? parseAddress(row[2]!) : null;
  if (!row || address === null) return null;
  return finish({
    ...EMPTY,
    address,
    symbol: row[1]!.includes('!') ? symbolIn(row[1]) : null,
    debugInfo: parseAddress(row[3]!),
    locked: row[4]!.toLowerCase() === 'locked',
    lockCount: Number(row[5]),
    waiterWoken: row[6] === undefined ? null : row[6].toLowerCase() === 'yes',
    owningThread: parseAddress(row[7]!),
    recursionCount: Number(row[8]),
    spinCount: BigInt(row[10]!),
    line,
  });
}
