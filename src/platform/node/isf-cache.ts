import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { MemoreticsError } from '../../bytes/errors.ts';
import { encodeIsfCache, isIsfCache, openIsfCache } from '../../formats/isf/cache.ts';
import type { IsfFile } from '../../formats/isf/isf.ts';
import { cacheFolder } from './cache-folder.ts';
import { temporaryBeside } from './symbol-store.ts';

/** The cached form of the ISF file at `path`: keyed by its path, size and time of change, made again when any differs. */
function placeOf(path: string): string | null {
  try {
    const { size, mtimeMs } = statSync(path);
    const key = createHash('sha256').update(`${path}\0${size}\0${mtimeMs}`).digest('hex').slice(0, 32);
    return join(process.env['MEMORETICS_SYMBOL_STORE'] ?? cacheFolder(), 'isf', `${key}.isfcache`);
  } catch {
    return null;
  }
}

/** The file's cached form, or null when there is none or it is damaged: then it is simply made again. */
export function readIsfCache(path: string): IsfFile | null {
  const place = placeOf(path);
  if (place === null) return null;
  try {
    const bytes = readFileSync(place);
    return isIsfCache(bytes) ? openIsfCache(bytes) : null;
  } catch (error) {
    if (error instanceof MemoreticsError || (error as NodeJS.ErrnoException).code !== undefined) return null;
    throw error;
  }
}

/** Keeps the cached form; failing to (a full or read-only disk) costs only the speed of the next run. */
export function writeIsfCache(path: string, file: IsfFile): void {
  const place = placeOf(path);
  if (place === null) return;
  const temporary = temporaryBeside(place);
  try {
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(temporary, encodeIsfCache(file));
    renameSync(temporary, place);
  } catch {
    rmSync(temporary, { force: true });
  }
}
