import { Kernel } from '../windows/kernel.ts';
import { type Case, fact, known, missing } from './case.ts';

/** The kernel of a kernel dump through the symbols that were loaded for nt; missing without them, or in a triage dump. */
export const kernelFact = fact<Kernel>('kernel', (theCase) => kernelOf(theCase));

function kernelOf({ target, symbols }: Case) {
  if (!target) return missing("the kernel's memory: the file is a log", null);
  if (target.kind.startsWith('user')) return missing("the kernel's memory: the dump is of one process", null);
  const module = target.modules.find(({ name, space }) => name === 'nt' && space === 'kernel');
  if (!module) return missing('the module nt: it is not among the modules of the dump', null);
  const table = symbols.get(module)?.table ?? null;
  if (!table?.types) return missing('the structures of nt: no symbols with types were found for it', 'symbols needed');
  return known(new Kernel(target, module, table), `${table.finder} symbols of nt`);
}
