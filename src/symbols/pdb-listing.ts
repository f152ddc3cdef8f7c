import type { Pdb } from '../formats/pdb/pdb.ts';
import type { ParsedSymbol } from '../formats/pdb/symbol.ts';
import { S_PUB32, S_PUB32_ST } from '../formats/pdb/symbol-kind.ts';
import type { SymbolRecord } from '../formats/pdb/symbol-record.ts';
import { symbolRecords } from '../formats/pdb/symbol-stream.ts';
import type { SymbolInfo } from './symbol-table.ts';

type ToInfo = (parsed: ParsedSymbol) => SymbolInfo | null;
/** Runs the reading of one record; null when its bytes are damaged. */
type Guard = (structure: string, read: () => SymbolInfo | null) => SymbolInfo | null;

/** Private functions and data first, then publics at addresses that none of them has. */
export function* listSymbols(pdb: Pdb, info: ToInfo, guard: Guard): Generator<SymbolInfo> {
  const seen = new Set<number>();
  const streams = new Set<number>();
  for (const module of pdb.modules?.all() ?? []) {
    if (module.stream === null || streams.has(module.stream)) continue;
    streams.add(module.stream);
    const parts = pdb.moduleStream(module);
    if (parts === null) continue;
    for (const record of symbolRecords(parts.stream, 4, parts.symbolsEnd)) {
      const found = guard('module symbols', () => listed(record, info));
      if (found === null) continue;
      seen.add(found.rva);
      yield found;
    }
  }
  const records = pdb.symbolRecords;
  if (records === null) return;
  // Data before publics, whatever their order: the public of a variable says less than its typed symbol.
  for (const publics of [false, true]) {
    for (const record of symbolRecords(records)) {
      if ((record.kind === S_PUB32 || record.kind === S_PUB32_ST) !== publics) continue;
      const found = guard('symbol records', () => {
        const parsed = record.parse();
        return publics || (parsed.is === 'data' && parsed.isGlobal) ? info(parsed) : null;
      });
      if (found === null || (publics && seen.has(found.rva))) continue;
      if (!publics) seen.add(found.rva);
      yield found;
    }
  }
}

function listed(record: SymbolRecord, info: ToInfo): SymbolInfo | null {
  const parsed = record.parse();
  const isListed = parsed.is === 'procedure' || parsed.is === 'thunk' || (parsed.is === 'data' && !parsed.isGlobal);
  return isListed ? info(parsed) : null;
}
