import { MemoreticsError } from '../../bytes/errors.ts';
import { printable } from '../../bytes/text.ts';
import type { SymbolTable } from '../../symbols/symbol-table.ts';
import type { Session } from '../session.ts';
import { parseNatvis } from './natvis-file.ts';
import type { NatvisFile } from './natvis-model.ts';

/** What `.nvload` loaded into a session, the latest first. */
const loaded = new WeakMap<Session, readonly NatvisFile[]>();

const NONE: readonly NatvisFile[] = [];

export function loadedFiles(session: Session): readonly NatvisFile[] {
  return loaded.get(session) ?? NONE;
}
export function setLoadedFiles(session: Session, files: readonly NatvisFile[]): void {
  loaded.set(session, [...files]);
}

const embedded = new WeakMap<SymbolTable, readonly NatvisFile[]>();

/** The files that linkers put into the symbols of a module; one that is no .natvis file shows nothing. */
function filesOf(table: SymbolTable, module: string): readonly NatvisFile[] {
  const known = embedded.get(table);
  if (known) return known;
  const files = (table.visualizers?.() ?? []).map(({ name, text }): NatvisFile => {
    const path = printable(`${module}!${name}`);
    try {
      return parseNatvis(path, text);
    } catch (error) {
      if (!(error instanceof MemoreticsError)) throw error;
      return { path, visualizers: [], ignored: [error.message] };
    }
  });
  embedded.set(table, files);
  return files;
}

/** All files by what they depend on, so that the same list stays the same object. */
const all = new WeakMap<Session, { readonly key: readonly unknown[]; readonly files: readonly NatvisFile[] }>();

/** The files that show values: those of `.nvload` before those in the symbols that are loaded, as debuggers take them. */
export function natvisFiles(session: Session): readonly NatvisFile[] {
  const own = loadedFiles(session);
  const key = [own, session.theCase.symbols];
  const before = all.get(session);
  if (before?.key.every((part, index) => part === key[index])) return before.files;
  const modules = [...session.theCase.symbols].flatMap(([{ name }, { table }]) => (table ? filesOf(table, name) : []));
  const files = [...own, ...modules];
  all.set(session, { key, files });
  return files;
}
