import { MemoreticsError } from '../bytes/errors.ts';
import type { Session } from './session.ts';

/** More parts of a recorded path than people's folders are deep. */
const MOST_PARTS = 32;

/**
 * A source file that symbols name, as lines with where it was found: below the folders of
 * `.srcpath`, by ever shorter ends of its recorded path. Null where this machine has none.
 */
export function readSource(session: Session, file: string): { readonly path: string; readonly lines: string[] } | null {
  const { readText, sourcePath } = session;
  if (!readText) return null;
  const parts = file.split(/[\\/]+/).filter((part) => part !== '' && !/^[A-Za-z]:$/.test(part));
  // The recorded path comes out of a symbol file: a part that climbs would leave the folders that the user named.
  if (parts.includes('..')) return null;
  const ends = parts.slice(-MOST_PARTS).map((_, index, all) => all.slice(index).join('/'));
  const folders = sourcePath.split(';').filter((folder) => folder !== '');
  for (const path of folders.flatMap((folder) => ends.map((end) => `${folder}/${end}`))) {
    try {
      return { path, lines: readText(path).split(/\r?\n/) };
    } catch (error) {
      if (!(error instanceof MemoreticsError)) throw error;
    }
  }
  return null;
}
