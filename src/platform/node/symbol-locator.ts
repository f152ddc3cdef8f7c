import { copyFileSync, existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { MemoreticsError } from '../../bytes/errors.ts';
import { BytesSource, type Source } from '../../bytes/source.ts';
import { printable } from '../../bytes/text.ts';
import { decompressXz, isXz } from '../../formats/xz/xz.ts';
import { identifyFile, mismatch } from '../../symbols/file-identity.ts';
import { redactUrl, type SearchElement, type StoreLocation } from '../../symbols/search-path.ts';
import {
  describeFile,
  isfId,
  type StoreKey,
  type SymbolFile,
  safeFileName,
  storeKey,
  UNSAFE_NAME,
} from '../../symbols/store-key.ts';
import { localStoreFolder } from './cache-folder.ts';
import { expandFile } from './expand-file.ts';
import { openFile } from './file-source.ts';
import { type Progress, type ServerLimits, SymbolServers } from './symbol-server.ts';
import { namesIn, type StoreHit, SymbolStore, temporaryBeside } from './symbol-store.ts';

/** One place that was looked at for a file, and what came of it; `place` holds no credentials. */
export interface LookUp {
  readonly place: string;
  readonly outcome: 'found' | 'absent' | 'mismatched' | 'refused' | 'failed' | 'skipped';
  readonly reason: string;
}

/** Where a file was found, and everything that was tried. */
export interface Located {
  readonly file: SymbolFile;
  readonly path: string | null;
  /** True when the file at `path` is not the one asked for and is used by force only. */
  readonly mismatched: boolean;
  /** The first file of that name with another identity, whether or not it is used. */
  readonly mismatchedPath: string | null;
  readonly tried: readonly LookUp[];
}

export interface LocatorOptions {
  /** The default downstream store; the platform's cache folder when left out. */
  readonly store?: string;
  /** Looks into URLs only when true, which is the default; the search path must still name them. */
  readonly online?: boolean;
  readonly limits?: Partial<ServerLimits>;
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal | null;
  /** Accepts a file of the right name and wrong identity when there is no right one. */
  readonly force?: boolean;
}

/** Published tables are under 1 MB packed. */
const MOST_XZ = 64 << 20;

/** Looks for files along one search path. Each place is asked once for a file; nothing is ever tried in a loop. */
export class SymbolLocator {
  readonly #elements: readonly SearchElement[];
  readonly #options: LocatorOptions;
  readonly #defaultRoot: string;
  readonly #stores = new Map<string, SymbolStore>();
  readonly #servers = new Map<string, SymbolServers>();
  constructor(elements: readonly SearchElement[], options: LocatorOptions = {}) {
    this.#elements = elements;
    this.#options = options;
    this.#defaultRoot = options.store ?? localStoreFolder();
  }

  /** Never throws for what a disk or a server does. `imageName` tells the folder of `symbols\dll` layouts. */
  async locate(file: SymbolFile, imageName: string | null = null): Promise<Located> {
    const key = storeKey(file);
    if (key === null) {
      const tried: LookUp = { place: '(everywhere)', outcome: 'refused', reason: UNSAFE_NAME };
      return { file, path: null, mismatched: false, mismatchedPath: null, tried: [tried] };
    }
    const search = new Search(file, key, imageName);
    let cache: SymbolStore | null = null;
    for (const element of this.#elements) {
      if (search.path !== null) break;
      if (element.kind === 'cache') {
        cache = this.#store(element.path);
        this.#lookInStore(search, cache);
      } else if (element.kind === 'directory') {
        this.#lookInDirectory(search, expandHome(element.path));
        if (cache && search.path !== null) search.keepIn(cache);
      } else {
        const stores: readonly StoreLocation[] =
          element.kind === 'url' ? [{ kind: 'default' }, element] : element.stores;
        await this.#lookInServer(search, stores, cache);
      }
    }
    const forced = search.path === null && this.#options.force === true ? search.mismatchedPath : null;
    return {
      file,
      path: search.path ?? forced,
      mismatched: forced !== null,
      mismatchedPath: search.mismatchedPath,
      tried: search.tried,
    };
  }

  #store(path: string | null): SymbolStore {
    const root = path === null ? this.#defaultRoot : resolve(expandHome(path));
    let store = this.#stores.get(root);
    if (!store) {
      store = new SymbolStore(root);
      this.#stores.set(root, store);
    }
    return store;
  }

  #serversInto(store: SymbolStore): SymbolServers {
    let servers = this.#servers.get(store.root);
    if (!servers) {
      const { limits = {}, onProgress, signal = null } = this.#options;
      servers = new SymbolServers(store, limits, onProgress, signal);
      this.#servers.set(store.root, servers);
    }
    return servers;
  }

  async #lookInServer(search: Search, stores: readonly StoreLocation[], cache: SymbolStore | null): Promise<void> {
    const before: SymbolStore[] = cache ? [cache] : [];
    // A lone URL has the default store before it, as in the debuggers.
    const all: readonly StoreLocation[] =
      stores[0]?.kind === 'url' && cache === null ? [{ kind: 'default' }, ...stores] : stores;
    for (const location of all) {
      if (location.kind === 'url') await this.#lookAtUrl(search, location.url, before.at(-1) ?? this.#store(null));
      else {
        const store = this.#store(location.kind === 'default' ? null : location.path);
        this.#lookInStore(search, store);
        if (search.path === null) before.push(store);
      }
      if (search.path === null) continue;
      for (const store of before.reverse()) search.keepIn(store);
      return;
    }
  }

  async #lookAtUrl(search: Search, url: string, into: SymbolStore): Promise<void> {
    const place = redactUrl(url);
    if (this.#options.online === false) {
      search.add(place, 'skipped', 'working offline');
      return;
    }
    const fetched = await this.#serversInto(into).fetch(url, search.key, (source) =>
      verifyDownload(search.file, source),
    );
    search.add(place, fetched.outcome, fetched.reason);
    if (fetched.path !== null) search.path = fetched.path;
  }

  #lookInStore(search: Search, store: SymbolStore): void {
    if (!existsSync(store.root)) {
      search.add(store.root, 'absent', 'the store does not exist yet');
      return;
    }
    // A table may have been imported unpacked.
    const plain = search.file.kind === 'isf' ? { ...search.key, file: search.key.file.replace(/\.xz$/, '') } : null;
    const hit = store.find(search.key) ?? (plain && store.find(plain));
    if (hit === null) search.add(store.root, 'absent', 'not in this store');
    else this.#take(search, hit);
  }

  #take(search: Search, hit: StoreHit): void {
    if (hit.kind === 'file') search.tryFile(hit.path);
    else if (hit.kind === 'compressed') {
      const target = temporaryBeside(this.#store(null).place(search.key));
      const reason = expandInto(hit.path, search.key.file, target);
      if (reason !== null) search.add(hit.path, 'failed', `the compressed file cannot be used: ${reason}`);
      else if (search.tryFile(target, hit.path)) search.path = this.#store(null).adopt(search.key, target);
      else rmSync(target, { force: true });
    } else if (hit.pointer.kind === 'message') {
      search.add(hit.path, 'absent', `the store says: ${hit.pointer.text.slice(0, 200)}`);
    } else {
      const { path } = hit.pointer;
      search.tryFile(isAbsolute(path) || /^\\\\|^[A-Za-z]:/.test(path) ? path : join(dirname(hit.path), path));
    }
  }

  /** A plain directory: the file itself, the layouts of `symbols\dll`, and a store's layout below it. */
  #lookInDirectory(search: Search, folder: string): void {
    if (!existsSync(folder)) {
      search.add(folder, 'absent', 'no such directory');
      return;
    }
    const before = search.tried.length;
    // A store has folders of its files' names.
    for (const path of candidates(search, folder)) if (!isFolder(path) && search.tryFile(path)) return;
    const hit = this.#store(folder).find(search.key);
    if (hit) this.#take(search, hit);
    if (search.tried.length === before) search.add(folder, 'absent', 'no file of that name');
  }
}

/** The state of one look-up. */
class Search {
  readonly file: SymbolFile;
  readonly key: StoreKey;
  readonly imageName: string | null;
  readonly tried: LookUp[] = [];
  path: string | null = null;
  mismatchedPath: string | null = null;
  constructor(file: SymbolFile, key: StoreKey, imageName: string | null) {
    this.file = file;
    this.key = key;
    this.imageName = imageName;
  }
  add(place: string, outcome: LookUp['outcome'], reason: string): void {
    this.tried.push({ place, outcome, reason });
  }
  /** Whether the file at `path` is the one wanted; then it is the answer. */
  tryFile(path: string, shown = path): boolean {
    let reason: string | null;
    try {
      const source = openFile(path);
      try {
        reason = verify(this.file, source, path);
      } finally {
        source.close();
      }
    } catch (error) {
      if (!(error instanceof MemoreticsError)) throw error;
      this.add(shown, 'failed', error.message);
      return false;
    }
    if (reason === null) {
      this.add(shown, 'found', 'it matches');
      this.path = path;
      return true;
    }
    this.add(shown, 'mismatched', reason);
    if (shown === path) this.mismatchedPath ??= path;
    return false;
  }
  /** Copies what was found elsewhere into a store; failing to is no failure of the look-up. */
  keepIn(store: SymbolStore): void {
    const target = store.place(this.key);
    if (this.path === null || this.path === target || existsSync(target)) return;
    const temporary = temporaryBeside(target);
    try {
      mkdirSync(dirname(target), { recursive: true });
      copyFileSync(this.path, temporary);
      this.path = store.adopt(this.key, temporary);
    } catch {
      rmSync(temporary, { force: true });
      this.add(store.root, 'failed', 'what was found could not be copied into this store');
    }
  }
}

/** Why `source` is not the file wanted, or null. The name of an .xz table is its identity until it is unpacked. */
function verify(file: SymbolFile, source: Source, path = ''): string | null {
  if (file.kind === 'isf' && source.read(0, 1)[0] === 0xfd) {
    return path === '' || path.includes(isfId(file.guid, file.age)) ? null : 'its name tells another identity';
  }
  try {
    return mismatch(file, identifyFile(source));
  } catch (error) {
    if (error instanceof MemoreticsError) return `it cannot be read: ${error.message}`;
    throw error;
  }
}

/** As `verify`, but an .xz table is unpacked and asked. */
async function verifyDownload(file: SymbolFile, source: Source): Promise<string | null> {
  if (file.kind !== 'isf' || !isXz(source.read(0, 6))) return verify(file, source);
  const packed = source.read(0, MOST_XZ);
  try {
    return verify(file, new BytesSource(await decompressXz(packed, MOST_XZ * 4)));
  } catch (error) {
    if (error instanceof MemoreticsError) return `it cannot be read: ${error.message}`;
    throw error;
  }
}

/** Existing files in a directory that may be the one wanted, names in any case, best place first. */
function candidates(search: Search, folder: string): string[] {
  const { file, key } = search;
  const extension = /\.([A-Za-z0-9]{1,8})$/.exec(search.imageName ?? '')?.[1] ?? 'exe';
  const folders = [folder, below(folder, extension), below(below(folder, 'symbols'), extension)];
  const names = [key.file.toLowerCase()];
  if (file.kind === 'isf') folders.push(below(folder, key.folder), below(below(folder, 'windows'), key.folder));
  const id = file.kind === 'isf' ? isfId(file.guid, file.age).toLowerCase() : null;
  return folders.flatMap((place) =>
    place === null
      ? []
      : namesIn(place)
          .filter((name) => {
            const lower = name.toLowerCase();
            return id === null
              ? names.includes(lower)
              : lower.endsWith(`${id}.json.xz`) || lower.endsWith(`${id}.json`);
          })
          .map((name) => join(place, name)),
  );
}

function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}

function below(folder: string | null, name: string): string | null {
  if (folder === null || safeFileName(name) === null) return null;
  const found = namesIn(folder).find((entry) => entry.toLowerCase() === name.toLowerCase());
  return found === undefined ? null : join(folder, found);
}

function expandInto(path: string, name: string, target: string): string | null {
  try {
    mkdirSync(dirname(target), { recursive: true });
    const source = openFile(path);
    try {
      return expandFile(source, name, target, 8 * 2 ** 30);
    } finally {
      source.close();
    }
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function expandHome(path: string): string {
  return /^~[\\/]/.test(path) ? join(homedir(), path.slice(2)) : path;
}

/** Looks for one file along a search path; `SymbolLocator` is cheaper for many. */
export function locateSymbols(
  file: SymbolFile,
  elements: readonly SearchElement[],
  options: LocatorOptions = {},
): Promise<Located> {
  return new SymbolLocator(elements, options).locate(file);
}

/** What was tried for a file, one place a line: `!sym noisy` made readable. */
export function renderLocated(located: Located): string {
  const width = Math.max(0, ...located.tried.map(({ outcome }) => outcome.length));
  const lines = located.tried.map(
    ({ place, outcome, reason }) => `  ${outcome.padEnd(width)}  ${printable(place)}: ${printable(reason)}`,
  );
  const result =
    located.path === null
      ? 'not found'
      : located.mismatched
        ? `MISMATCHED, used by force: ${located.path}`
        : located.path;
  return [`${printable(describeFile(located.file))}: ${printable(result)}`, ...lines].join('\n');
}
