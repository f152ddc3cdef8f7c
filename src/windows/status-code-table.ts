/** One named code: `value` unsigned, `text` null where none is published. */
export interface CodeEntry {
  readonly value: number;
  readonly name: string;
  readonly text: string | null;
}

/** Codes by number and by name; several names may share a number, the first is the one shown. */
export interface CodeTable {
  readonly entries: readonly CodeEntry[];
  readonly byValue: ReadonlyMap<number, CodeEntry>;
  /** Keys are upper case. */
  readonly byName: ReadonlyMap<string, readonly CodeEntry[]>;
}

/** Distinct numbers searched for before the table is parsed after all: it costs as much as about this many searches. */
const SEARCHES = 100;

/** The whole table when called, parsed when first asked for; `find` looks one number up without parsing the rest. */
export interface LazyCodeTable {
  (): CodeTable;
  readonly find: (value: number) => CodeEntry | null;
}

/**
 * A table from `number|name|text` lines (decimal, or upper-case hexadecimal). A report looks up a handful of codes out of
 * eight thousand: searching the text for them takes microseconds, parsing it all tens of milliseconds.
 */
export function codeTable(radix: 10 | 16, ...blocks: readonly string[]): LazyCodeTable {
  let table: CodeTable | undefined;
  let width = 0;
  const found = new Map<number, CodeEntry | null>();
  const whole = () => {
    table ??= parse(radix, blocks);
    return table;
  };
  const find = (value: number): CodeEntry | null => {
    if (table) return table.byValue.get(value) ?? null;
    const known = found.get(value);
    if (known !== undefined) return known;
    if (found.size >= SEARCHES) return whole().byValue.get(value) ?? null;
    width ||= radix === 16 && /^0\d/.test(blocks[0] ?? '') ? 8 : 1;
    const key = `${value.toString(radix).toUpperCase().padStart(width, '0')}|`;
    const entry = search(key, radix, blocks);
    found.set(value, entry);
    return entry;
  };
  return Object.assign(whole, { find });
}

function search(key: string, radix: 10 | 16, blocks: readonly string[]): CodeEntry | null {
  for (const block of blocks) {
    const at = block.startsWith(key) ? 0 : block.indexOf(`\n${key}`) + 1;
    if (at === 0 && !block.startsWith(key)) continue;
    const end = block.indexOf('\n', at);
    return entryOf(block.slice(at, end < 0 ? block.length : end), radix);
  }
  return null;
}

function entryOf(line: string, radix: 10 | 16): CodeEntry {
  const first = line.indexOf('|');
  const second = line.indexOf('|', first + 1);
  const text = line.slice(second + 1);
  return {
    value: Number.parseInt(line.slice(0, first), radix),
    name: line.slice(first + 1, second),
    text: text === '' ? null : text,
  };
}

function parse(radix: 10 | 16, blocks: readonly string[]): CodeTable {
  const entries: CodeEntry[] = [];
  const byValue = new Map<number, CodeEntry>();
  const byName = new Map<string, CodeEntry[]>();
  for (const block of blocks) {
    for (const line of block.split('\n')) {
      const entry = entryOf(line, radix);
      entries.push(entry);
      if (!byValue.has(entry.value)) byValue.set(entry.value, entry);
      const key = entry.name.toUpperCase();
      const same = byName.get(key);
      if (same) same.push(entry);
      else byName.set(key, [entry]);
    }
  }
  return { entries, byValue, byName };
}
