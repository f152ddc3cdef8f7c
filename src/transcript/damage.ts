/** One kind of message by which a debugger says that its dump is damaged, incomplete, or has no context. */
export interface DamageText {
  readonly kind: DamageKind;
  readonly severity: 'total' | 'partial' | 'truncated' | 'context';
  readonly count: number;
  /** 0-based lines, in order; at most 1,000 are kept. */
  readonly lines: readonly number[];
  /** The first message, verbatim. */
  readonly sample: string;
  /** Codes printed with it, each once: `0x80070026`. */
  readonly codes: readonly string[];
}

export type DamageKind =
  | 'directory-not-present'
  | 'cannot-open-dump'
  | 'file-corrupted'
  | 'partially-corrupt'
  | 'debugger-data-block-unreadable'
  | 'module-list-unreadable'
  | 'kernel-base-below-system-range'
  | 'context-state-failed'
  | 'machine-context-unavailable'
  | 'program-counter-unavailable'
  | 'cs-descriptor-lookup-failed'
  | 'pcr-selector-unreadable'
  | 'nt-not-in-module-list'
  | 'truncated';

const CLASSES: readonly (readonly [DamageKind, DamageText['severity'], RegExp])[] = [
  ['directory-not-present', 'total', /ERROR: Directory not present in dump \(RVA 0x[0-9a-f]+\)/i],
  [
    'cannot-open-dump',
    'total',
    /Could not (?:open|find) (?:the )?dump file \[.*\],\s*(?:Win32 error|NTSTATUS|HRESULT)/i,
  ],
  [
    'file-corrupted',
    'total',
    /The file or directory is corrupted and unreadable|Invalid dump file(?: header)?|is not a valid dump file/i,
  ],
  ['partially-corrupt', 'partial', /THIS DUMP FILE IS PARTIALLY CORRUPT/],
  ['debugger-data-block-unreadable', 'partial', /KdDebuggerDataBlock is not present or unreadable/],
  ['module-list-unreadable', 'partial', /Unable to read PsLoadedModuleList/],
  ['kernel-base-below-system-range', 'partial', /KdDebuggerData\.KernBase < SystemRangeStart/],
  ['context-state-failed', 'context', /GetContextState failed, (0x[0-9A-F]+)/i],
  [
    'machine-context-unavailable',
    'context',
    /Unable to get current machine context, ((?:Win32 error 0n|NTSTATUS 0x|HRESULT 0x)[0-9A-F]+)/i,
  ],
  ['program-counter-unavailable', 'partial', /Unable to get program counter/],
  ['cs-descriptor-lookup-failed', 'partial', /CS descriptor lookup failed/],
  ['pcr-selector-unreadable', 'partial', /Unable to read selector for PCR for processor \d+/],
  [
    'nt-not-in-module-list',
    'partial',
    /Debugger could not find nt in module list(?:.{0,80}?\berror (0x[0-9A-F]{1,8}))?/i,
  ],
  ['truncated', 'truncated', /Dump file has been truncated|dump file is truncated|Dump(?: file)? is incomplete/i],
];
const ANY = /dump|Debugger could|Directory|DUMP|Unable|GetContextState|CS desc|KdDebuggerData|corrupted/;
const MOST = 1000;
/** GetContextState's answer in a live local session, where nothing is damaged. */
const NOT_IMPLEMENTED = /^0x80004001$/i;

/** The kinds of damage message met, by first occurrence, each counted. */
export function readDamage(lines: readonly string[]): readonly DamageText[] {
  const found = new Map<
    DamageKind,
    { severity: DamageText['severity']; count: number; lines: number[]; sample: string; codes: Set<string> }
  >();
  for (let line = 0; line < lines.length; line++) {
    const text = lines[line]!;
    if (text.length > 1000 || !ANY.test(text)) continue;
    for (const [kind, severity, pattern] of CLASSES) {
      const match = pattern.exec(text);
      if (!match) continue;
      let entry = found.get(kind);
      if (!entry) {
        entry = { severity, count: 0, lines: [], sample: text.trim(), codes: new Set() };
        found.set(kind, entry);
      }
      entry.count++;
      if (entry.lines.length < MOST) entry.lines.push(line);
      if (match[1] && entry.codes.size < 64) entry.codes.add(match[1]);
    }
  }
  return [...found].map(([kind, entry]) => ({ kind, ...entry, codes: [...entry.codes] }));
}

/**
 * The verdict of the messages: `total` when the dump could not be opened, `partial` when it could with losses, null when
 * nothing speaks of damage. Missing contexts alone are no damage in a live local session, nor with 0x80004001.
 */
export function damageClass(damage: readonly DamageText[], liveLocal: boolean): 'total' | 'partial' | null {
  const has = (severity: DamageText['severity']): boolean => damage.some((item) => item.severity === severity);
  if (has('partial')) return 'partial';
  if (has('total')) return 'total';
  const contexts = damage.filter(
    (item) =>
      item.severity === 'context' &&
      !(item.codes.length > 0 && item.codes.every((code) => NOT_IMPLEMENTED.test(code.replace(/^HRESULT /, '')))),
  );
  return contexts.length > 0 && !liveLocal ? 'partial' : null;
}

/** The ASCII that a damaged RVA spells, or null: `0x20202020` is four blanks, so text was written over the header. */
export function asciiOfRva(rva: number): string | null {
  const bytes = [rva & 0xff, (rva >>> 8) & 0xff, (rva >>> 16) & 0xff, rva >>> 24];
  return bytes.every((byte) => byte >= 0x20 && byte < 0x7f) ? String.fromCharCode(...bytes) : null;
}

/** One line of `!error`. */
export interface ErrorLineText {
  readonly kind: 'Win32' | 'NTSTATUS' | 'HRESULT';
  readonly code: number;
  /** The unsigned decimal in brackets; null in forms without. */
  readonly decimal: number | null;
  readonly text: string;
  readonly line: number;
}

/** Every `Error code: (HRESULT) 0x80070026 (2147942438) - text`. */
export function readErrorLines(lines: readonly string[]): readonly ErrorLineText[] {
  const found: ErrorLineText[] = [];
  for (let line = 0; line < lines.length; line++) {
    if (!lines[line]!.includes('(')) continue;
    const match =
      /^\s*Error code: \((Win32|NTSTATUS|HRESULT)\) 0x([0-9a-f]{1,8})(?: \((\d{1,10})\))? - (.*?)\s*$/i.exec(
        lines[line]!,
      );
    if (!match) continue;
    const kind =
      match[1]!.toLowerCase() === 'win32' ? 'Win32' : match[1]!.toLowerCase() === 'ntstatus' ? 'NTSTATUS' : 'HRESULT';
    found.push({
      kind,
      code: Number.parseInt(match[2]!, 16),
      decimal: match[3] === undefined ? null : Number(match[3]),
      text: match[4]!,
      line,
    });
  }
  return found;
}
