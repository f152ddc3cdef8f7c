import { Problems } from '../bytes/problem.ts';
import { openPe } from '../formats/pe/image.ts';
import { type PeVersion, readVersion } from '../formats/pe/version-resource.ts';
import { MemorySource } from '../memory/memory-source.ts';
import type { Module } from '../target/target.ts';
import type { Case } from './case.ts';

const versions = new WeakMap<Case, Map<Module, PeVersion | null>>();

/** The version resource of a module, from its pages in the dump or its image on disk; null when neither has it. */
export function versionOf(theCase: Case, module: Module): PeVersion | null {
  let known = versions.get(theCase);
  if (!known) {
    known = new Map();
    versions.set(theCase, known);
  }
  let version = known.get(module);
  if (version === undefined) {
    version = read(theCase, module);
    known.set(module, version);
  }
  return version;
}

function read(theCase: Case, module: Module): PeVersion | null {
  const image = theCase.symbols.get(module)?.image ?? null;
  const memory = theCase.target?.memory;
  const places = [
    ...(memory ? ([[new MemorySource(memory, module.base, module.size), 'mapped']] as const) : []),
    ...(image ? ([[image, 'file']] as const) : []),
  ] as const;
  for (const [source, layout] of places) {
    // Pages that are not in the dump are the normal case, not a problem of it.
    const quiet = new Problems();
    try {
      const version = readVersion(openPe(source, layout, quiet));
      if (version) return version;
    } catch (error) {
      quiet.catch(error, 'VS_VERSIONINFO', null);
    }
  }
  return null;
}

/** The company name in the module's version resource, or null when that is not at hand. */
export function vendorOf(theCase: Case, module: Module): string | null {
  return versionOf(theCase, module)?.strings.get('CompanyName') ?? null;
}
