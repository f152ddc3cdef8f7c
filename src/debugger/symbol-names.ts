import { poll } from '../bytes/interruption.ts';
import type { SymbolTable } from '../symbols/symbol-table.ts';

/** A kernel has some 40,000 names, which takes half a second to go through. */
const known = new WeakMap<SymbolTable, readonly string[]>();

/** All names of a symbol table in order, letters of either case alike; made when first asked for. */
export function symbolNamesOf(table: SymbolTable): readonly string[] {
  let names = known.get(table);
  if (!names) {
    names = sortedNames(table.names?.() ?? [...table.symbols()].map(({ name }) => name));
    known.set(table, names);
  }
  return names;
}

/** Each name once, in order, letters of either case alike. */
export function sortedNames(names: Iterable<string>): readonly string[] {
  const keyed = [...new Set(names)].map((name): readonly [string, string] => [name.toLowerCase(), name]);
  keyed.sort(([a], [b]) => {
    poll();
    return a < b ? -1 : a > b ? 1 : 0;
  });
  return keyed.map(([, name]) => name);
}
