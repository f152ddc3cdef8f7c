import type { StackOptions } from '../target/stack.ts';
import type { Case } from './case.ts';

/** How a stack walk of this Case finds names and images: in what was loaded, never by loading more. */
export function stackOptions(theCase: Case): StackOptions {
  return {
    symbols: (module) => theCase.symbols.get(module)?.table ?? null,
    images: (module) => theCase.symbols.get(module)?.image ?? null,
  };
}
