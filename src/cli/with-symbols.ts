import type { Case } from '../evidence/case.ts';
import type { LocatorOptions } from '../platform/node/symbol-locator.ts';
import { complaint, withCases } from './open.ts';
import { SymbolFinder, type SymbolOptions } from './symbol-finder.ts';

/**
 * Hands each Case in `path` to `use` with a symbol finder of its own, closed afterwards whatever happens; tells on
 * standard error what could not be opened. Yields the exit status, which `use` may set.
 */
export async function withSymbols(
  path: string,
  options: SymbolOptions,
  use: (theCase: Case, finder: SymbolFinder) => Promise<number | undefined>,
  locatorOptions: LocatorOptions = {},
): Promise<number> {
  let exit = 0;
  await withCases(path, async (opened) => {
    if (!opened.opened) {
      exit = opened.refusal.exit;
      process.stderr.write(`${complaint(opened.refusal)}\n`);
      return;
    }
    const finder = new SymbolFinder(path, options, locatorOptions);
    try {
      exit = (await use(opened.theCase, finder)) ?? exit;
    } finally {
      finder.close();
    }
  });
  return exit;
}
