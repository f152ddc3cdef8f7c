import type { Source } from '../bytes/source.ts';
import type { SymbolTable } from '../symbols/symbol-table.ts';
import { moduleIndexOf } from '../target/module-index.ts';
import { type StackOptions, walkThread } from '../target/stack.ts';
import type { Module, Target, TargetThread } from '../target/target.ts';
import type { ThreadObject } from '../windows/thread.ts';
import type { Case, ModuleSymbols } from './case.ts';
import { kernelFact, kernelModule } from './kernel.ts';
import { stackOptions } from './symbol-options.ts';
import { stackStart } from './thread-stack.ts';

/** Finds the names and the image of a module; never throws for a missing or damaged file, but says so in `note`. */
export type SymbolLoader = (
  module: Module,
  theCase: Case,
) => Promise<{ table: SymbolTable | null; image: Source | null; note: string }>;

/** Walking with better names can uncover more modules; past this many rounds nothing new comes. */
const MOST_ROUNDS = 4;

/**
 * Loads names for the modules that stacks of interest touch, and only those. The failing thread comes first; `scope`
 * decides whether the others follow. Yields a new Case.
 */
export async function loadSymbols(
  theCase: Case,
  load: SymbolLoader,
  scope: 'failing' | 'all',
  deadline = Infinity,
): Promise<Case> {
  const { target } = theCase;
  if (!target) return theCase;
  const threads = scope === 'all' || !target.currentThread ? target.threads : [target.currentThread];
  const at = target.exception?.address;
  const failing = at === undefined ? null : moduleIndexOf(target.modules).atUnsigned(at);
  // Facts of a kernel dump need the structures of nt, even where no stack leads into it.
  const nt = kernelModule(target);
  return loadTouched(theCase, load, deadline, (current) => {
    const touched = modulesOnStacks(target, threads, stackOptions(current));
    if (nt) touched.add(nt);
    if (failing) touched.add(failing);
    return new Map([...touched].map((module) => [module, target]));
  });
}

/**
 * Loads names for the modules that stacks of any threads of a kernel dump touch, in kernel and user mode. Yields a new
 * Case; the same where nothing is missing.
 */
export async function loadThreadSymbols(
  theCase: Case,
  load: SymbolLoader,
  threads: readonly ThreadObject[],
  deadline = Infinity,
): Promise<Case> {
  return loadTouched(theCase, load, deadline, (current) => {
    const kernel = kernelFact(current);
    const touched = new Map<Module, Target>();
    for (const thread of kernel.known ? threads : []) {
      const start = kernel.known ? stackStart(kernel.value, thread) : null;
      if (!start) continue;
      for (const module of modulesOnStacks(start.target, [start.thread], stackOptions(current)))
        touched.set(module, start.target);
    }
    return touched;
  });
}

/** `touched` yields modules, each with the target whose memory holds it: a process's view for its own. */
async function loadTouched(
  theCase: Case,
  load: SymbolLoader,
  deadline: number,
  touched: (theCase: Case) => ReadonlyMap<Module, Target>,
): Promise<Case> {
  let current = theCase;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const wanted = [...touched(current)].filter(([module]) => !current.symbols.has(module));
    if (wanted.length === 0) return current;
    const symbols = new Map<Module, ModuleSymbols>(current.symbols);
    // Fetching is what takes time, so several modules are asked for at once; the loader bounds its own connections.
    const base = current;
    const found = await Promise.all(
      wanted.map(
        async ([module, target]): Promise<ModuleSymbols> =>
          performance.now() > deadline
            ? { table: null, image: null, note: 'not looked for: the time for symbols was used up' }
            : load(module, { ...base, target }),
      ),
    );
    wanted.forEach(([module], index) => {
      symbols.set(module, found[index]!);
    });
    current = { ...current, symbols };
  }
  return current;
}

/** The modules that hold an address on a stack of these threads, innermost of the first thread first. */
export function modulesOnStacks(
  target: Target,
  threads: readonly TargetThread[],
  options: StackOptions = {},
): Set<Module> {
  const index = moduleIndexOf(target.modules);
  const touched = new Set<Module>();
  for (const thread of threads) {
    for (const { address } of walkThread(target, thread, options).frames) {
      const module = address === null ? null : index.atUnsigned(address);
      if (module) touched.add(module);
    }
  }
  return touched;
}
