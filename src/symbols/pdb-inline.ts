import { inlineRanges } from '../formats/pdb/inline-annotations.ts';
import type { LineNumbers } from '../formats/pdb/line-numbers.ts';
import type { PdbModule } from '../formats/pdb/module-list.ts';
import type { Pdb } from '../formats/pdb/pdb.ts';
import type { ProcedureSymbol } from '../formats/pdb/symbol.ts';
import { closesScope, opensScope } from '../formats/pdb/symbol-kind.ts';
import type { SymbolRecord } from '../formats/pdb/symbol-record.ts';
import { symbolRecords } from '../formats/pdb/symbol-stream.ts';
import type { PdbModuleSymbols } from './pdb-module.ts';
import type { InlineSite, SourceLine } from './symbol-table.ts';

/** The path of a file of a module's checksum list, or null when either list does not hold it. */
export function fileName(pdb: Pdb, lines: LineNumbers, file: number): string | null {
  const entry = lines.file(file);
  return entry === null ? null : pdb.strings.text(entry.nameOffset);
}

/** A function id (LF_FUNC_ID, LF_MFUNC_ID) as a qualified name, or null when the index holds none. */
export function functionIdName(pdb: Pdb, id: number): string | null {
  const record = pdb.ids?.record(id)?.parse();
  if (record?.is !== 'function-id') return null;
  if (record.scope === 0) return record.name;
  let scope: string | null = null;
  if (record.isMember) {
    const owner = pdb.types?.record(record.scope)?.parse();
    scope = owner?.is === 'udt' ? owner.name : null;
  } else {
    const owner = pdb.ids?.record(record.scope)?.parse();
    scope = owner?.is === 'string-id' ? owner.text : null;
  }
  return scope === null || scope === '' ? record.name : `${scope}::${record.name}`;
}

/** Modules by lower-case name, for ids that refer across modules. */
const modulesByName = new WeakMap<Pdb, Map<string, PdbModule>>();

function moduleNamed(pdb: Pdb, name: string): PdbModule | null {
  let modules = modulesByName.get(pdb);
  if (modules === undefined) {
    modules = new Map();
    for (const module of pdb.modules?.all() ?? []) modules.set(module.name.toLowerCase(), module);
    modulesByName.set(pdb, modules);
  }
  return modules.get(name.toLowerCase()) ?? null;
}

/** Exports of the modules that others import from, kept because every inline site of a kind asks for the same. */
const exportsOf = new WeakMap<PdbModule, ReadonlyMap<number, number>>();

/**
 * The IPI index of an inlined function. Link-time code generation leaves decorated ids (bit 31, 11 bits of import, 20
 * bits of item; cvinfo.h DecoratedItemId) that name an item of another module by that module's own number; null when
 * the chain breaks.
 */
export function inlineeId(pdb: Pdb, lines: LineNumbers | null, inlinee: number): number | null {
  if (inlinee < 0x8000_0000) return inlinee;
  const source = lines?.imports[(inlinee >>> 20) & 0x7ff];
  const local = source?.ids[inlinee & 0xf_ffff];
  const name = source === undefined ? null : pdb.strings.text(source.nameOffset);
  const module = name === null ? null : moduleNamed(pdb, name);
  if (local === undefined || module === null) return null;
  let exported = exportsOf.get(module);
  if (exported === undefined) {
    exported = pdb.lineNumbers(module)?.exports ?? new Map();
    exportsOf.set(module, exported);
  }
  return exported.get(local) ?? null;
}

/** The name of an inlined function, or null when its id leads nowhere. */
export function inlineeName(pdb: Pdb, lines: LineNumbers | null, inlinee: number): string | null {
  const id = inlineeId(pdb, lines, inlinee);
  return id === null ? null : functionIdName(pdb, id);
}

/** Inline call sites at `offset` bytes into a procedure, innermost first; `line` is the place in the inlined function. */
export function inlineSitesAt(
  pdb: Pdb,
  symbols: PdbModuleSymbols,
  procedure: SymbolRecord,
  parsed: ProcedureSymbol,
  offset: number,
): InlineSite[] {
  const sites: InlineSite[] = [];
  const { lines } = symbols;
  const end = Math.min(
    symbols.stream.symbolsEnd,
    parsed.end > procedure.offset ? parsed.end : symbols.stream.symbolsEnd,
  );
  let depth = 0;
  for (const record of symbolRecords(symbols.stream.stream, procedure.offset, end)) {
    if (opensScope(record.kind)) depth++;
    else if (closesScope(record.kind) && --depth <= 0) break;
    if (record.kind !== 0x114d && record.kind !== 0x115d) continue;
    const site = record.parse();
    if (site.is !== 'inline-site') continue;
    const range = inlineRanges(site.annotations).find(({ start, end: stop }) => offset >= start && offset < stop);
    if (range === undefined) continue;
    const origin = lines?.inlinee(site.inlinee) ?? null;
    let line: SourceLine | null = null;
    if (lines !== null && origin !== null) {
      const file = fileName(pdb, lines, range.file ?? origin.file);
      if (file !== null) line = { file, line: origin.line + range.lineOffset };
    }
    // Records come outer site first.
    sites.unshift({ name: inlineeName(pdb, lines, site.inlinee) ?? `inlinee 0x${site.inlinee.toString(16)}`, line });
  }
  return sites;
}
