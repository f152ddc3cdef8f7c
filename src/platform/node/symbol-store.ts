import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { SourceError } from '../../bytes/errors.ts';
import { compressedName, type StoreKey, storePath } from '../../symbols/store-key.ts';
import { codeOf } from './file-source.ts';

/** What a store has under a key: the file itself, its compressed form, or a pointer to where it is. */
export type StoreHit =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'compressed'; readonly path: string }
  | { readonly kind: 'pointer'; readonly path: string; readonly pointer: FilePointer };

/** The content of a `file.ptr`: a path where the file is, or a message for people (Advanced SymSrv use). */
export type FilePointer =
  | { readonly kind: 'path'; readonly path: string }
  | { readonly kind: 'message'; readonly text: string };

/** `PATH:` or a bare path, or `MSG:`; null when it is neither. */
export function parseFilePointer(text: string): FilePointer | null {
  const line = text
    .replace(/^\uFEFF/, '')
    .split(/[\r\n\0]/, 1)[0]!
    .trim();
  if (/^MSG:/i.test(line)) return { kind: 'message', text: line.slice(4).trim() };
  const path = line.replace(/^PATH:/i, '').trim();
  return path === '' || path.length > 2048 ? null : { kind: 'path', path };
}

const DAY = 24 * 60 * 60 * 1000;

/**
 * A symbol store in a directory, in the layout of SymStore (one or two tiers). Names are looked up as they are and then
 * without regard to case, since stores are copied from Windows. Writes appear at once and whole, or not at all.
 */
export class SymbolStore {
  readonly root: string;
  readonly #listings = new Map<string, ReadonlyMap<string, string>>();
  constructor(root: string) {
    this.root = root;
  }
  /** Whether the directory says that it is a store: by a mark that SymStore or SymSrv leaves in one. */
  get isMarked(): boolean {
    return ['pingme.txt', 'index2.txt', '000Admin'].some((name) => existsSync(join(this.root, name)));
  }
  get isTwoTier(): boolean {
    return existsSync(join(this.root, 'index2.txt'));
  }
  find(key: StoreKey): StoreHit | null {
    for (const twoTier of this.isTwoTier ? [true, false] : [false]) {
      const path = storePath(key, twoTier);
      const folder = this.#resolve(path.slice(0, -1));
      if (folder === null) continue;
      const file = this.#entry(folder, key.file);
      if (file) return { kind: 'file', path: file };
      const compressed = this.#entry(folder, compressedName(key.file));
      if (compressed) return { kind: 'compressed', path: compressed };
      const pointerPath = this.#entry(folder, 'file.ptr');
      const pointer = pointerPath && parseFilePointer(readSmall(pointerPath));
      if (pointerPath && pointer) return { kind: 'pointer', path: pointerPath, pointer };
    }
    return null;
  }
  /** Where a file of this key is to be written. */
  place(key: StoreKey): string {
    return join(this.root, ...storePath(key, this.isTwoTier));
  }
  /** Writes a file of the store from bytes; throws SourceError when the directory cannot be written. */
  write(key: StoreKey, bytes: Uint8Array): string {
    const target = this.place(key);
    const temporary = temporaryBeside(target);
    try {
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(temporary, bytes, { flag: 'wx' });
      renameSync(temporary, target);
    } catch (error) {
      rmSync(temporary, { force: true });
      throw new SourceError(target, `cannot be written: ${codeOf(error)}`);
    }
    this.#listings.clear();
    return target;
  }
  /** Moves a finished file, on the same file system, to its place. */
  adopt(key: StoreKey, finished: string): string {
    const target = this.place(key);
    try {
      mkdirSync(dirname(target), { recursive: true });
      renameSync(finished, target);
    } catch (error) {
      // Windows refuses when another process has the same file open: then it is there, and that is all we want.
      if (!existsSync(target)) throw new SourceError(target, `cannot be written: ${codeOf(error)}`);
      rmSync(finished, { force: true });
    }
    this.#listings.clear();
    return target;
  }

  /** Until when a server's "no such file" holds, or null. `origin` is its URL; only a hash of it is kept. */
  absentUntil(origin: string, key: StoreKey, now = Date.now()): number | null {
    try {
      const until = Number(readFileSync(this.#absencePath(origin, key), 'latin1').slice(0, 20));
      return until > now && until < now + 366 * DAY ? until : null;
    } catch {
      return null;
    }
  }
  /** Remembers that a server has no such file, for `forMs` milliseconds. Failing to remember harms nobody. */
  rememberAbsence(origin: string, key: StoreKey, forMs = DAY, now = Date.now()): void {
    const path = this.#absencePath(origin, key);
    const temporary = temporaryBeside(path);
    try {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(temporary, String(now + forMs), { flag: 'wx' });
      renameSync(temporary, path);
    } catch {
      rmSync(temporary, { force: true });
    }
  }
  forgetAbsences(): void {
    rmSync(join(this.root, ABSENCES), { recursive: true, force: true });
  }
  #absencePath(origin: string, key: StoreKey): string {
    const hash = createHash('sha256')
      .update([origin, ...storePath(key)].join('\0').toLowerCase())
      .digest('hex');
    return join(this.root, ABSENCES, hash.slice(0, 32));
  }

  #resolve(parts: readonly string[]): string | null {
    let folder = this.root;
    for (const part of parts) {
      const next = this.#entry(folder, part);
      if (next === null) return null;
      folder = next;
    }
    return folder;
  }
  /** The entry of that name in a folder, in any case. */
  #entry(folder: string, name: string): string | null {
    const exact = join(folder, name);
    if (existsSync(exact)) return exact;
    let listing = this.#listings.get(folder);
    if (!listing) {
      listing = new Map(namesIn(folder).map((entry) => [entry.toLowerCase(), entry]));
      this.#listings.set(folder, listing);
    }
    const found = listing.get(name.toLowerCase());
    return found === undefined ? null : join(folder, found);
  }
}

const ABSENCES = '.absent';

/** A name beside `target` that no other process uses and no store look-up finds. */
export function temporaryBeside(target: string): string {
  return join(dirname(target), `.${randomBytes(8).toString('hex')}.tmp`);
}

/** The names in a folder; none when it cannot be listed. */
export function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function readSmall(path: string): string {
  try {
    return statSync(path).size > 1 << 16 ? '' : readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
