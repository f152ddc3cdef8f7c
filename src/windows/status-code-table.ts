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

/** A table from `number|name|text` lines, parsed when first asked for: most runs never look anything up. */
export function codeTable(radix: 10 | 16, ...lines: readonly string[]): () => CodeTable {
  let table: CodeTable | undefined;
  return () => {
    table ??= parse(radix, lines);
    return table;
  };
}

function parse(radix: 10 | 16, blocks: readonly string[]): CodeTable {
  const entries: CodeEntry[] = [];
  const byValue = new Map<number, CodeEntry>();
  const byName = new Map<string, CodeEntry[]>();
  for (const block of blocks) {
    for (const line of block.split('\n')) {
      const first = line.indexOf('|');
      const second = line.indexOf('|', first + 1);
      const text = line.slice(second + 1);
      const entry: CodeEntry = {
        value: Number.parseInt(line.slice(0, first), radix),
        name: line.slice(first + 1, second),
        text: text === '' ? null : text,
      };
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
