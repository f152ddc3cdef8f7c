import { Problems } from '../bytes/problem.ts';
import type { Source } from '../bytes/source.ts';
import { openPe, type PeImage, type PeLayout } from '../formats/pe/image.ts';
import { MemorySource } from '../memory/memory-source.ts';
import { PdbTable } from '../symbols/pdb.ts';
import type { Module } from '../target/target.ts';
import type { Session } from './session.ts';

/** An image with where its bytes come from. */
export interface ModuleImage {
  readonly image: PeImage;
  readonly from: 'memory' | 'file';
}

/** The image of a module: the one in the dump if its headers are there, else the one on disk; null without either. */
export function imageOfModule(session: Session, module: Module): ModuleImage | null {
  const mapped = tryOpen(new MemorySource(session.memory, module.base, module.size), 'mapped');
  if (mapped) return { image: mapped, from: 'memory' };
  const source = session.symbolsOf(module)?.image;
  const file = source ? tryOpen(source, 'file') : null;
  return file && { image: file, from: 'file' };
}

/** All images of a module, the one in the dump first: pages that one lacks the other may have. */
export function imagesOfModule(session: Session, module: Module): ModuleImage[] {
  const mapped = tryOpen(new MemorySource(session.memory, module.base, module.size), 'mapped');
  const source = session.symbolsOf(module)?.image;
  const file = source ? tryOpen(source, 'file') : null;
  return [
    ...(mapped ? [{ image: mapped, from: 'memory' as const }] : []),
    ...(file ? [{ image: file, from: 'file' as const }] : []),
  ];
}

export function tryOpen(source: Source, layout: PeLayout): PeImage | null {
  const quiet = new Problems();
  try {
    return openPe(source, layout, quiet);
  } catch (error) {
    quiet.catch(error, 'IMAGE_NT_HEADERS', null);
    return null;
  }
}

export type SymbolState =
  | 'deferred'
  | 'no symbols'
  | 'export symbols'
  | 'pdb symbols'
  | 'private pdb symbols'
  | 'isf symbols'
  | 'breakpad symbols';

/** What `lm` says in brackets. A PDB is private when it was not stripped and holds symbols of its modules. */
export function symbolState(session: Session, module: Module): SymbolState {
  const loaded = session.symbolsOf(module);
  if (!loaded) return 'deferred';
  const { table } = loaded;
  if (!table) return 'no symbols';
  if (table.finder === 'exports') return 'export symbols';
  if (table.finder === 'isf') return 'isf symbols';
  if (table.finder === 'breakpad') return 'breakpad symbols';
  if (!(table instanceof PdbTable)) return 'pdb symbols';
  if (table.pdb.dbi?.isStripped !== false) return 'pdb symbols';
  for (const module of table.pdb.modules?.all() ?? [])
    if (module.stream !== null && module.symbolBytes > 4) return 'private pdb symbols';
  return 'pdb symbols';
}
