import { resolve } from 'node:path';
import { type Analysis, analyze, toJson } from '../../src/analysis/report.ts';
import { withCases } from '../../src/cli/open.ts';
import { renderReport } from '../../src/cli/report.ts';
import { SymbolFinder } from '../../src/cli/symbol-finder.ts';
import { loadSymbols } from '../../src/evidence/load-symbols.ts';
import { PATTERNS } from '../../src/patterns/index.generated.ts';

export interface CorpusAnalysis {
  readonly analysis: Analysis;
  readonly json: Record<string, unknown>;
  readonly text: string;
}

/** Analyses a file as the command line does, with the symbols that lie beside it or in the given folders. */
export async function analysesOf(path: string, symbols: readonly string[] = []): Promise<CorpusAnalysis[]> {
  const found: CorpusAnalysis[] = [];
  await withCases(path, async (opened) => {
    if (!opened.opened) throw new Error(opened.refusal.message);
    const finder = new SymbolFinder(path, { symbols: [resolve(path, '..'), ...symbols], images: [...symbols] });
    try {
      const theCase = await loadSymbols(opened.theCase, (module, current) => finder.find(module, current), 'failing');
      const analysis = analyze(theCase, PATTERNS);
      // What reads memory must run before the file closes.
      const json = toJson(analysis, { stacks: true });
      found.push({ analysis, json, text: renderReport(analysis, { width: 100, color: false, full: true }) });
    } finally {
      finder.close();
    }
  });
  return found;
}
