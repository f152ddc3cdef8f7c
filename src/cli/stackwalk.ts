import { toStackwalkJson } from '../analysis/stackwalk-json.ts';
import { loadSymbols } from '../evidence/load-symbols.ts';
import { complaint } from './analyze.ts';
import { withCases } from './open.ts';
import { SymbolFinder, type SymbolOptions } from './symbol-finder.ts';

/** Prints a user minidump in the JSON of rust-minidump's minidump-stackwalk. */
export async function runStackwalk(
  path: string,
  options: SymbolOptions & { readonly pretty?: boolean },
): Promise<number> {
  let exit = 0;
  await withCases(path, async (opened) => {
    if (!opened.opened) {
      exit = opened.refusal.exit;
      process.stderr.write(`${complaint(opened.refusal)}\n`);
      return;
    }
    const { target } = opened.theCase;
    if (target?.format !== 'MDMP') {
      process.stderr.write('memoretics: stackwalk is for user minidumps; memoretics analyze --json reads the others\n');
      exit = 1;
      return;
    }
    const finder = new SymbolFinder(path, options);
    try {
      const theCase = await loadSymbols(opened.theCase, (module, current) => finder.find(module, current), 'all');
      process.stdout.write(`${JSON.stringify(toStackwalkJson(theCase), null, options.pretty ? 2 : 0)}\n`);
    } finally {
      finder.close();
    }
  });
  return exit;
}
