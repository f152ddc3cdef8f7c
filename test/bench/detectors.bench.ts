import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { judge } from '../../src/analysis/judge.ts';
import { SymbolFinder } from '../../src/cli/symbol-finder.ts';
import { loadSymbols } from '../../src/evidence/load-symbols.ts';
import { openCase } from '../../src/evidence/open-case.ts';
import { PATTERNS } from '../../src/patterns/index.generated.ts';
import { nodeDisassembler } from '../../src/platform/node/disassembler.ts';
import { openFile } from '../../src/platform/node/file-source.ts';
import { type Figure, median } from './figure.ts';

const CORPUS = resolve('../shared/corpus');
const RUNS = 7;

/** Every detector on complete dumps, the facts once derived. */
export async function run(): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const name of ['w10-locks', 'w10-memory']) {
    const path = `${CORPUS}/forged/x64/${name}.dmp`;
    if (!existsSync(path)) continue;
    const finder = new SymbolFinder('-', { symbols: [`${CORPUS}/isf`], images: [] });
    const opened = openCase(openFile(path), path, [], nodeDisassembler);
    const theCase = await loadSymbols(opened, (module, of) => finder.find(module, of), 'failing');
    judge(theCase, PATTERNS, 'kernel');
    const times = Array.from({ length: RUNS }, () => {
      const start = performance.now();
      judge(theCase, PATTERNS, 'kernel');
      return performance.now() - start;
    });
    figures.push({
      name: `all detectors after facts, ${name}`,
      figure: median(times),
      unit: 'ms',
      target: '< 500',
      note: `${PATTERNS.length} patterns`,
    });
    finder.close();
  }
  return figures;
}
