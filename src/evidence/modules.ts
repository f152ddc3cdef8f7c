import { toUnsigned } from '../memory/space.ts';
import { moduleIndexOf } from '../target/module-index.ts';
import { isUserMode, type Module } from '../target/target.ts';
import type { ModuleSummary, UnloadedModuleSummary } from '../windows/summary.ts';
import { type Case, fact, known, missing } from './case.ts';
import { kernelFact } from './kernel.ts';
import { logFact } from './log.ts';
import { vendorOf } from './vendor.ts';

/** All loaded modules, by base address: of a kernel dump those of the kernel. */
export const modulesFact = fact<readonly ModuleSummary[]>('modules', (theCase) => {
  const { target } = theCase;
  if (target) {
    if (target.modules.length === 0) return missing('the module list');
    return known(
      target.modules.map((module) => summaryOf(theCase, module)),
      'module list of the dump',
    );
  }
  const log = logFact(theCase);
  if (!log.known) return log;
  return log.value.modules.length > 0 ? known(log.value.modules, 'log') : missing('the module list', 'lm');
});

/** The user modules of the process that a kernel dump was saved in, as its loader lists them; empty in other dumps and logs. */
export const userModulesFact = fact<readonly ModuleSummary[]>('userModules', (theCase) => {
  const address = theCase.target?.process?.address ?? null;
  if (!theCase.target || address === null || isUserMode(theCase.target)) return known([], 'dump');
  const kernel = kernelFact(theCase);
  if (!kernel.known) return kernel;
  const view = kernel.value.inProcess(address)?.target;
  if (!view) return missing('the address space of the process that the dump was saved in');
  const modules = view.modules.filter(({ space }) => space === 'user');
  if (modules.length === 0 && kernel.value.object('_EPROCESS', address).pointer('Peb') !== 0)
    return missing('the loader list of the process that the dump was saved in');
  const own = { ...theCase, target: view };
  return known(
    modules.map((module) => summaryOf(own, module)),
    'loader list of the process',
  );
});

/** What is told of a module; `theCase` is one whose memory holds it. */
function summaryOf(theCase: Case, module: Module): ModuleSummary {
  return {
    name: module.name,
    imageName: module.imageName,
    path: module.path,
    base: toUnsigned(module.base),
    size: module.size,
    timestamp: module.timestamp,
    checksum: module.checksum,
    version: module.fileVersion,
    pdb: module.pdb ? { name: module.pdb.name, id: pdbId(module.pdb.guid, module.pdb.age) } : null,
    symbols: symbolsOf(theCase.symbols.get(module)?.table?.finder ?? null),
    space: module.space,
    vendor: vendorOf(theCase, module),
  };
}

/** Modules that were unloaded before the snapshot. */
export const unloadedModulesFact = fact<readonly UnloadedModuleSummary[]>('unloadedModules', (theCase) => {
  const { target } = theCase;
  if (target) {
    if (!target.hasUnloadedModuleList) return missing('the list of unloaded modules');
    return known(
      target.unloadedModules.map(({ name, base, size }) => ({ name, base: toUnsigned(base), size })),
      'unloaded-module list of the dump',
    );
  }
  const log = logFact(theCase);
  if (!log.known) return log;
  return log.value.unloadedModules
    ? known(log.value.unloadedModules, 'log')
    : missing('the list of unloaded modules', 'lm');
});

function pdbId(guid: string, age: number): string {
  return `${guid.replaceAll('-', '').toUpperCase()}${age.toString(16).toUpperCase()}`;
}

function symbolsOf(finder: string | null): ModuleSummary['symbols'] {
  return finder === 'pdb' || finder === 'isf' || finder === 'breakpad' || finder === 'exports' ? finder : 'none';
}

/** The module that an unsigned address lies in. */
export function moduleAt(modules: readonly ModuleSummary[], address: bigint): ModuleSummary | null {
  return moduleIndexOf(modules).atUnsigned(address);
}
