import type { SymbolTable } from '../symbols/symbol-table.ts';
import { isUserMode, type Module, type Target } from '../target/target.ts';
import { Kernel } from '../windows/kernel.ts';
import { type Case, fact, known, missing } from './case.ts';

/** The kernel of a kernel dump through the symbols that were loaded for nt; missing without them, or in a triage dump. */
export const kernelFact = fact<Kernel>('kernel', (theCase) => kernelOf(theCase));

/** The module nt of a kernel dump; null where it is not among the modules. */
export function kernelModule(target: Target): Module | null {
  return target.modules.find(({ name, space }) => name === 'nt' && space === 'kernel') ?? null;
}

function kernelOf({ target, symbols }: Case) {
  if (!target) return missing("the kernel's memory: the file is a log", null);
  if (isUserMode(target)) return missing("the kernel's memory: the dump is of one process", null);
  const module = kernelModule(target);
  if (!module) return missing('the module nt: it is not among the modules of the dump', null);
  const table = symbols.get(module)?.table ?? null;
  if (!table?.types) return missing('the structures of nt: no symbols with types were found for it', 'symbols needed');
  return known(kernelWith(target, module, table), `${table.finder} symbols of nt`);
}

const kernels = new WeakMap<Target, WeakMap<SymbolTable, Kernel>>();

/** The same kernel for every Case of one dump: loading other modules' symbols changes nothing in it. */
function kernelWith(target: Target, module: Module, table: SymbolTable): Kernel {
  let known = kernels.get(target);
  if (!known) {
    known = new WeakMap();
    kernels.set(target, known);
  }
  let kernel = known.get(table);
  if (!kernel) {
    kernel = new Kernel(target, module, table);
    known.set(table, kernel);
  }
  return kernel;
}
