import type { Case } from './case.ts';
import { loadSymbols, loadThreadSymbols, type SymbolLoader } from './load-symbols.ts';
import { oddThreads } from './odd-threads.ts';

/** Symbols of one dump may take this long to find; what is missing then stays without names, and the analysis goes on. */
const SYMBOL_MS = 120_000;
/** What a hung system's other threads run in is worth less of that time than what failed. */
const OTHER_SYMBOL_MS = 20_000;

/** The Case with the names that an analysis wants: of the failing thread or of all (`scope`), then of the odd threads of a system. */
export async function loadForAnalysis(opened: Case, load: SymbolLoader, scope: 'failing' | 'all'): Promise<Case> {
  const deadline = performance.now() + SYMBOL_MS;
  const failing = await loadSymbols(opened, load, scope, deadline);
  const until = Math.min(deadline, performance.now() + OTHER_SYMBOL_MS);
  return loadThreadSymbols(failing, load, oddThreads(failing), until);
}
