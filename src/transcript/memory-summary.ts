import { parseAddress } from './symbol-text.ts';

/** A row of `!address -summary`; bytes. */
export interface SummaryRow {
  readonly name: string;
  /** How many regions; null in the layout of old debuggers. */
  readonly regions: number | null;
  readonly size: bigint;
}

/** What `!address -summary` printed. */
export interface AddressSummaryText {
  readonly usage: readonly SummaryRow[];
  readonly type: readonly SummaryRow[];
  readonly state: readonly SummaryRow[];
  readonly protection: readonly SummaryRow[];
  readonly largest: readonly { readonly name: string; readonly base: bigint; readonly size: bigint }[];
  /** Line of the log, from 0. */
  readonly line: number;
}

/** A heap in the table of `!heap -s`; sizes in KB. Null where the table has no such column or a question mark. */
export interface HeapRow {
  readonly address: bigint;
  readonly flags: number | null;
  readonly reservedKb: bigint | null;
  readonly committedKb: bigint | null;
  readonly virtualKb: bigint | null;
  readonly freeKb: bigint | null;
  readonly freeListLength: number | null;
  readonly uncommittedRanges: number | null;
  readonly virtualBlocks: number | null;
  readonly lockContention: number | null;
  readonly frontEnd: string | null;
  /** Line of the log, from 0. */
  readonly line: number;
}

const SECTION = /^\s*-{3,}\s*(Usage|Type|State|Protect|Largest Region by Usage)\b.*-{3,}/i;
const NUMBER = '[0-9a-f]{1,16}|[0-9a-f]{1,8}`[0-9a-f]{8}';
/** `Image     1234   7ff8`a1e3d000 ( 127.971 TB)  94.21%  0.01%`. */
const ROW = new RegExp(`^\\s*(\\S.*?)\\s+(\\d{1,10})\\s+(${NUMBER})\\s+\\(\\s*[\\d.,]+\\s*\\w+\\s*\\)`);
/** `   551d000 (   87156) : 04.16%    05.85%    : RegionUsageIsVAD`. */
const OLD_ROW = new RegExp(
  `^\\s*(${NUMBER})\\s+\\(\\s*\\d+\\s*\\)\\s*:\\s*[\\d.]+%\\s*(?:[\\d.]+%)?\\s*:\\s*(\\S.*?)\\s*$`,
);
const LARGEST = new RegExp(`^\\s*(\\S.*?)\\s+(${NUMBER})\\s+(${NUMBER})\\s+\\(\\s*[\\d.,]+\\s*\\w+\\s*\\)`);
const OLD_LARGEST = new RegExp(`^\\s*Largest free region: Base (${NUMBER}) - Size (${NUMBER})`, 'i');
const FIELDS = { usage: 'usage', type: 'type', state: 'state', protect: 'protection' } as const;
const MOST_STRANGE = 8;

/** Every `!address -summary` in the order met. */
export function readAddressSummaries(lines: readonly string[], firstLine = 0): readonly AddressSummaryText[] {
  const found: {
    usage: SummaryRow[];
    type: SummaryRow[];
    state: SummaryRow[];
    protection: SummaryRow[];
    largest: { name: string; base: bigint; size: bigint }[];
    line: number;
  }[] = [];
  let part: keyof typeof FIELDS | 'largest' | null = null;
  let strange = 0;
  for (let i = 0; i < lines.length; i++) {
    const text = lines[i]!;
    if (text.length > 400 || text.trim() === '') continue;
    const head = text.includes('---') ? SECTION.exec(text)?.[1]?.toLowerCase() : undefined;
    if (head !== undefined) {
      part = head.startsWith('largest') ? 'largest' : (head as keyof typeof FIELDS);
      strange = 0;
      if (part === 'usage')
        found.push({ usage: [], type: [], state: [], protection: [], largest: [], line: firstLine + i });
      continue;
    }
    const summary = found.at(-1);
    if (!summary || part === null) continue;
    const taken = part === 'largest' ? largestIn(text) : rowIn(text);
    const old = OLD_LARGEST.exec(text);
    if (old) summary.largest.push({ name: 'Free', base: parseAddress(old[1]!)!, size: parseAddress(old[2]!)! });
    else if (taken && 'base' in taken) summary.largest.push(taken);
    else if (taken && part !== 'largest') summary[FIELDS[part]].push(taken);
    else if (++strange > MOST_STRANGE) part = null;
  }
  return found;
}

function rowIn(text: string): SummaryRow | null {
  const row = ROW.exec(text);
  if (row) return { name: row[1]!, regions: Number(row[2]), size: parseAddress(row[3]!)! };
  const old = OLD_ROW.exec(text);
  return old ? { name: old[2]!, regions: null, size: parseAddress(old[1]!)! } : null;
}

function largestIn(text: string): { name: string; base: bigint; size: bigint } | null {
  const row = LARGEST.exec(text);
  return row ? { name: row[1]!, base: parseAddress(row[2]!)!, size: parseAddress(row[3]!)! } : null;
}

const HEAP_HEAD = /^\s*Heap\s+Flags\s+Reserv\s+Commit\s+Virt\s+Free\b/;
const HEAP_ROW =
  /^\s*(?:[*+-]\s*)?([0-9a-f]{8}(?:`?[0-9a-f]{8})?)\s+([0-9a-f]{8}|\?{8})((?:\s+(?:\d+|\?)){7})\s+([0-9a-f]+|\?)(?:\s+(LFH|L|LFH\b.*))?\s*$/;

/** The rows of every `!heap -s`, in the order met. */
export function readHeapRows(lines: readonly string[], firstLine = 0): readonly HeapRow[] {
  const found: HeapRow[] = [];
  let inside = false;
  let strange = 0;
  for (let i = 0; i < lines.length; i++) {
    const text = lines[i]!;
    if (text.length > 300) continue;
    if (text.includes('Reserv') && HEAP_HEAD.test(text)) {
      inside = true;
      strange = 0;
      continue;
    }
    const row = inside ? HEAP_ROW.exec(text) : null;
    if (!row) {
      if (inside && ++strange > MOST_STRANGE) inside = false;
      continue;
    }
    strange = 0;
    const cells = row[3]!.trim().split(/\s+/);
    const big = (index: number) => (cells[index] === '?' ? null : BigInt(cells[index]!));
    const small = (index: number) => (cells[index] === '?' ? null : Number(cells[index]));
    found.push({
      address: parseAddress(row[1]!)!,
      flags: row[2]!.includes('?') ? null : Number.parseInt(row[2]!, 16),
      reservedKb: big(0),
      committedKb: big(1),
      virtualKb: big(2),
      freeKb: big(3),
      freeListLength: small(4),
      uncommittedRanges: small(5),
      virtualBlocks: small(6),
      lockContention: row[4] === '?' ? null : Number.parseInt(row[4]!, 16),
      frontEnd: row[5] ?? null,
      line: firstLine + i,
    });
  }
  return found;
}
