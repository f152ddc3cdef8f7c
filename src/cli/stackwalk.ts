import { toStackwalkJson } from '../analysis/stackwalk-json.ts';
import { loadSymbols } from '../evidence/load-symbols.ts';
import type { SymbolOptions } from './symbol-finder.ts';
import { withSymbols } from './with-symbols.ts';

/** Prints a user minidump in the JSON of rust-minidump's minidump-stackwalk. */
export async function runStackwalk(
  path: string,
  options: SymbolOptions & { readonly pretty?: boolean },
): Promise<number> {
  return withSymbols(path, options, async (opened, finder) => {
    if (opened.target?.format !== 'MDMP') {
      process.stderr.write('memoretics: stackwalk is for user minidumps; memoretics analyze --json reads the others\n');
      return 1;
    }
    const theCase = await loadSymbols(opened, (module, current) => finder.find(module, current), 'all');
    process.stdout.write(`${JSON.stringify(toStackwalkJson(theCase), null, options.pretty ? 2 : 0)}\n`);
    return undefined;
  });
}
