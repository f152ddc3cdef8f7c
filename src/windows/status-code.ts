/**
 * Error words: NTSTATUS, HRESULT and Win32 codes with names, texts and the rules by which one contains another
 * (Microsoft Learn "Structure of COM Error Codes"; [MS-ERREF] 2.1 to 2.3; winerror.h HRESULT_FROM_WIN32, HRESULT_FROM_NT).
 */
import { HRESULT_FACILITIES, NTSTATUS_FACILITIES, WIN32_OF_NTSTATUS } from './status-code-facility.ts';
import { HRESULT_LINES } from './status-code-hresult.ts';
import { HRESULT_FACILITY_LINES } from './status-code-hresult-facility.ts';
import { HRESULT_MANAGED_LINES } from './status-code-managed.ts';
import { NTSTATUS_LINES } from './status-code-ntstatus.ts';
import { NTSTATUS_FACILITY_LINES } from './status-code-ntstatus-facility.ts';
import { type CodeEntry, codeTable } from './status-code-table.ts';
import { WIN32_LINES } from './status-code-win32.ts';
import { WIN32_NETWORK_LINES } from './status-code-win32-network.ts';
import { WIN32_SERVICE_LINES } from './status-code-win32-service.ts';

export type ErrorKind = 'win32' | 'ntstatus' | 'hresult';

/** The same error in another code space, and how the two hang together. */
export interface ErrorEquivalent {
  readonly kind: ErrorKind;
  readonly value: number;
  readonly name: string | null;
  readonly text: string | null;
  /** `HRESULT_FROM_WIN32`, `HRESULT_FROM_NT`, `NTSTATUS_FROM_WIN32`, `RtlNtStatusToDosError`, or `same number`. */
  readonly relation: string;
}

export interface ErrorMeaning {
  /** Unsigned 32 bits. */
  readonly value: number;
  readonly kind: ErrorKind;
  /** Microsoft's name, or null when the code is not in our tables. */
  readonly name: string | null;
  /** The system's message or a short neutral one; null when unknown. `%1` and `%hs` stand for inserts. */
  readonly text: string | null;
  readonly severity: 'success' | 'informational' | 'warning' | 'error';
  readonly facility: { readonly value: number; readonly name: string | null } | null;
  /** Bit 29: the code was defined by an application, not by Microsoft. */
  readonly customer: boolean;
  readonly equivalents: readonly ErrorEquivalent[];
}

const NT_BIT = 0x1000_0000;
const CUSTOMER_BIT = 0x2000_0000;
const FACILITY_WIN32 = 7;

/** All NTSTATUS values known. */
export const ntstatusTable = codeTable(16, NTSTATUS_LINES, NTSTATUS_FACILITY_LINES);
/** All Win32 error codes known. */
export const win32Table = codeTable(10, WIN32_LINES, WIN32_SERVICE_LINES, WIN32_NETWORK_LINES);
/** All HRESULTs known, without those that merely wrap a Win32 code. */
export const hresultTable = codeTable(16, HRESULT_LINES, HRESULT_FACILITY_LINES, HRESULT_MANAGED_LINES);

const TABLES = { ntstatus: ntstatusTable, win32: win32Table, hresult: hresultTable };

/** Whether a value's facility says that its low 16 bits are a Win32 code. */
function wrapsWin32(value: number): boolean {
  return value >>> 31 === 1 && (value & CUSTOMER_BIT) === 0 && ((value >>> 16) & 0x1fff) === FACILITY_WIN32;
}

/**
 * Which of the three a bare 32-bit value most likely is, by `!error`'s rules: a small one is a Win32 code, one with the
 * N bit or with severity 3 an NTSTATUS, any other with the top bit an HRESULT; a table that knows the value decides
 * what the rules leave open.
 */
export function errorKind(value: number): ErrorKind {
  const code = value >>> 0;
  if (code <= 0xffff) return 'win32';
  if (code >>> 30 === 3) {
    return ntstatusTable.find(withoutNtBit(code)) === null && hresultTable.find(code) !== null ? 'hresult' : 'ntstatus';
  }
  if (code >>> 31 === 1) return (code & NT_BIT) !== 0 ? 'ntstatus' : 'hresult';
  if (ntstatusTable.find(withoutNtBit(code)) !== null) return 'ntstatus';
  return hresultTable.find(code) !== null ? 'hresult' : code >>> 30 === 1 ? 'ntstatus' : 'win32';
}

function withoutNtBit(value: number): number {
  return (value & ~NT_BIT) >>> 0;
}

function lookUp(kind: ErrorKind, code: number): CodeEntry | null {
  if (kind === 'ntstatus') {
    return ntstatusTable.find(withoutNtBit(code));
  }
  return TABLES[kind].find(code);
}

function equivalent(kind: ErrorKind, value: number, relation: string): ErrorEquivalent {
  const entry = lookUp(kind, value);
  return { kind, value, name: entry?.name ?? null, text: entry?.text ?? null, relation };
}

/** What an error word means, read as `kind` or, without one, as `errorKind` says. Takes any number; only its low 32 bits count. */
export function decodeErrorCode(value: number, kind?: ErrorKind): ErrorMeaning {
  const code = value >>> 0;
  const as = kind ?? errorKind(code);
  const entry = lookUp(as, code);
  const equivalents: ErrorEquivalent[] = [];
  let name = entry?.name ?? null;
  let text = entry?.text ?? null;
  if (as === 'hresult' && (code & NT_BIT) !== 0) {
    const status = equivalent('ntstatus', withoutNtBit(code), 'HRESULT_FROM_NT');
    equivalents.push(status);
    name ??= status.name && `HRESULT_FROM_NT(${status.name})`;
    text ??= status.text;
  } else if (as === 'hresult' && code >>> 30 === 2 && wrapsWin32(code)) {
    const win32 = equivalent('win32', code & 0xffff, 'HRESULT_FROM_WIN32');
    equivalents.push(win32);
    name ??= win32.name && `HRESULT_FROM_WIN32(${win32.name})`;
    text ??= win32.text;
  } else if (as === 'ntstatus' && wrapsWin32(withoutNtBit(code)) && code >>> 30 === 3) {
    const win32 = equivalent('win32', code & 0xffff, 'NTSTATUS_FROM_WIN32');
    equivalents.push(win32);
    name ??= win32.name && `NTSTATUS_FROM_WIN32(${win32.name})`;
    text ??= win32.text;
  } else if (as === 'ntstatus') {
    const win32 = WIN32_OF_NTSTATUS.get(withoutNtBit(code));
    if (win32 !== undefined) equivalents.push(equivalent('win32', win32, 'RtlNtStatusToDosError'));
  }
  if (as === 'win32' && code > 0 && code <= 0xffff) {
    equivalents.push({ ...equivalent('hresult', (0x8007_0000 | code) >>> 0, 'HRESULT_FROM_WIN32'), name, text });
  }
  if (kind === undefined) {
    for (const other of ['ntstatus', 'hresult', 'win32'] as const) {
      if (other === as || equivalents.some((item) => item.kind === other && item.value === code)) continue;
      if (lookUp(other, code) && !(other === 'ntstatus' && (code & NT_BIT) !== 0)) {
        equivalents.push(equivalent(other, code, 'same number'));
      }
    }
  }
  return {
    value: code,
    kind: as,
    name,
    text,
    severity: severityOf(as, code),
    facility: facilityOf(as, code),
    customer: as !== 'win32' && (code & CUSTOMER_BIT) !== 0,
    equivalents,
  };
}

function severityOf(kind: ErrorKind, code: number): ErrorMeaning['severity'] {
  if (kind === 'win32') return code === 0 ? 'success' : 'error';
  if (kind === 'hresult' && (code & NT_BIT) === 0) return code >>> 31 === 1 ? 'error' : 'success';
  return (['success', 'informational', 'warning', 'error'] as const)[code >>> 30] ?? 'error';
}

function facilityOf(kind: ErrorKind, code: number): ErrorMeaning['facility'] {
  if (kind === 'win32') return null;
  if (kind === 'hresult' && (code & NT_BIT) === 0) {
    const value = (code >>> 16) & 0x7ff;
    // Facilities past 2047 reach into the reserved X bit: DXGI (2170) is 0x887A.
    const wide = (code >>> 16) & 0xfff;
    const named = HRESULT_FACILITIES.has(wide) ? wide : value;
    return { value: named, name: HRESULT_FACILITIES.get(named) ?? null };
  }
  const value = (code >>> 16) & 0xfff;
  return { value, name: NTSTATUS_FACILITIES.get(value) ?? null };
}

const KIND_NAMES = { win32: 'Win32', ntstatus: 'NTSTATUS', hresult: 'HRESULT' } as const;

/** What the debugger prints where the system has no message. */
export const NO_ERROR_TEXT = '<Unable to get error code text>';

/** The message `!error` shows: the system's text, else the name when that is all we have, else the debugger's apology. */
export function errorText(meaning: ErrorMeaning): string {
  const wrapped = meaning.kind === 'hresult' ? meaning.equivalents[0] : undefined;
  const win32 = wrapped?.relation === 'HRESULT_FROM_WIN32' ? wrapped.text : null;
  return win32 ?? meaning.text ?? meaning.name ?? NO_ERROR_TEXT;
}

/** The line `!error VALUE` prints; with `kind` 'ntstatus' the one `!error VALUE 1` prints, which has no decimal for small values. */
export function errorLine(value: number, kind?: ErrorKind): string {
  const meaning = decodeErrorCode(value, kind);
  const decimal = kind === 'ntstatus' && meaning.value <= 0xffff ? '' : ` (${meaning.value})`;
  return `Error code: (${KIND_NAMES[meaning.kind]}) 0x${meaning.value.toString(16)}${decimal} - ${errorText(meaning)}`;
}

/** A status as reports show it: `STATUS_ACCESS_VIOLATION (0xc0000005)`, or only the number when it has no name. */
export function statusName(value: number): string {
  const entry = lookUp('ntstatus', value >>> 0);
  const digits = `0x${(value >>> 0).toString(16)}`;
  return entry ? `${entry.name} (${digits})` : digits;
}
