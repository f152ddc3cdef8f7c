import { toUnsigned } from '../memory/space.ts';
import type { ModuleSummary, UnloadedModuleSummary } from '../windows/summary.ts';
import { fact, known, missing } from './case.ts';
import { logFact } from './log.ts';
import { vendorOf } from './vendor.ts';

/** All loaded modules, by base address. */
export const modulesFact = fact<readonly ModuleSummary[]>('modules', (theCase) => {
  const { target } = theCase;
  if (target) {
    if (target.modules.length === 0) return missing('the module list');
    return known(
      target.modules.map((module) => ({
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
      })),
      'module list of the dump',
    );
  }
  const log = logFact(theCase);
  if (!log.known) return log;
  return log.value.modules.length > 0 ? known(log.value.modules, 'log') : missing('the module list', 'lm');
});

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
