import type { ModuleSummary, UnloadedModuleSummary } from '../windows/summary.ts';
import type { LogReading } from './log-reading.ts';
import type { ModuleText } from './modules.ts';

/** Modules of all `lm` outputs and `ModLoad:` lines, by base address; details from `lmv` complete the short rows. */
export function modulesOf(reading: LogReading, mode: 'user' | 'kernel' | null): readonly ModuleSummary[] {
  const byBase = new Map<string, ModuleText>();
  for (const { value } of reading.modules) {
    for (const module of value.loaded) {
      const key = `${module.base} ${module.name.toLowerCase()}`;
      const before = byBase.get(key);
      byBase.set(key, before ? complete(before, module) : module);
    }
  }
  return [...byBase.values()]
    .sort((a, b) => (a.base < b.base ? -1 : a.base > b.base ? 1 : 0))
    .map((module) => summaryOf(module, mode));
}

/** Unloaded modules, or null when no list of them was printed. */
export function unloadedModulesOf(reading: LogReading): readonly UnloadedModuleSummary[] | null {
  const lists = reading.modules.filter(({ value }) => value.hasUnloaded);
  if (lists.length === 0) return null;
  const found = new Map<string, UnloadedModuleSummary>();
  for (const { value } of lists) {
    for (const { name, base, end } of value.unloaded)
      found.set(`${base} ${end} ${name}`, { name, base, size: Number(end - base) });
  }
  return [...found.values()];
}

function complete(a: ModuleText, b: ModuleText): ModuleText {
  return {
    ...a,
    symbolState: b.symbolState ?? a.symbolState,
    imageName: a.imageName ?? b.imageName,
    path: a.path ?? b.path,
    timestamp: a.timestamp ?? b.timestamp,
    checksum: a.checksum ?? b.checksum,
    imageSize: a.imageSize ?? b.imageSize,
    fileVersion: a.fileVersion ?? b.fileVersion,
    company: a.company ?? b.company,
    pdbPath: a.pdbPath ?? b.pdbPath,
  };
}

function summaryOf(module: ModuleText, mode: 'user' | 'kernel' | null): ModuleSummary {
  const state = module.symbolState ?? '';
  const high = module.base > 0xffff_ffffn ? module.base >= 1n << 63n : module.base >= 0x8000_0000n && mode !== 'user';
  return {
    name: module.name,
    imageName: module.imageName,
    path: module.path,
    base: module.base,
    size: module.imageSize ?? Number(module.end - module.base),
    timestamp: module.timestamp,
    checksum: module.checksum,
    version: module.fileVersion,
    pdb: pdbOf(module.pdbPath),
    symbols: /export/i.test(state) ? 'exports' : /pdb/i.test(state) ? 'pdb' : 'none',
    space: high ? 'kernel' : 'user',
    vendor: module.company,
  };
}

/** A symbol store keeps the identity in the path: `...\nt.pdb\53F12BFE149A2F50205C8D5D66290B481\nt.pdb`. */
function pdbOf(path: string | null): ModuleSummary['pdb'] {
  const found = /[\\/]([^\\/]+\.pdb)[\\/]([0-9A-F]{33,40})[\\/]/i.exec(path ?? '');
  return found ? { name: found[1]!, id: found[2]!.toUpperCase() } : null;
}
