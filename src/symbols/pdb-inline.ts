import { inlineRanges } from '../formats/pdb/inline-annotations.ts';
import type { LineNumbers } from '../formats/pdb/line-numbers.ts';
import type { Pdb } from '../formats/pdb/pdb.ts';
import { closesScope, opensScope } from '../formats/pdb/symbol-kind.ts';
import type { ProcedureSymbol, SymbolRecord } from '../formats/pdb/symbol-record.ts';
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
    sites.unshift({ name: functionIdName(pdb, site.inlinee) ?? `inlinee 0x${site.inlinee.toString(16)}`, line });
  }
  return sites;
}
