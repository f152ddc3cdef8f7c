import { closeSync, copyFileSync, mkdirSync, openSync, readdirSync, rmSync, statSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { MemoreticsError } from '../../bytes/errors.ts';
import { Problems } from '../../bytes/problem.ts';
import { BytesSource, type Source } from '../../bytes/source.ts';
import { baseName, printable } from '../../bytes/text.ts';
import { isCabinet } from '../../formats/cabinet/directory.ts';
import { isSzdd } from '../../formats/szdd/szdd.ts';
import { decompressXz, isXz } from '../../formats/xz/xz.ts';
import { isZip, readZipDirectory } from '../../formats/zip/directory.ts';
import { inflateZipMember } from '../../formats/zip/zip.ts';
import { type FileIdentity, identifyFile } from '../../symbols/file-identity.ts';
import { type SymbolFile, storeKey, UNSAFE_NAME } from '../../symbols/store-key.ts';
import { expandFile } from './expand-file.ts';
import { openFile } from './file-source.ts';
import { Spool, SpoolFile } from './spool-file.ts';
import { type SymbolStore, temporaryBeside } from './symbol-store.ts';

/** What became of one file of a bundle. */
export interface Imported {
  /** In the bundle, for people. */
  readonly from: string;
  readonly outcome: 'imported' | 'already there' | 'ignored' | 'failed';
  /** In the store. */
  readonly path: string | null;
  readonly reason: string;
}

/** Caps of an import: files looked at, bytes of one file, folders in each other. */
export interface ImportLimits {
  readonly maxFiles: number;
  readonly maxBytes: number;
  readonly maxDepth: number;
}
export const IMPORT_LIMITS: ImportLimits = { maxFiles: 200_000, maxBytes: 8 * 2 ** 30, maxDepth: 12 };

/**
 * Puts the symbol files and images of a directory, a zip archive or a single file into the store. Each is placed by the
 * identity that it carries, never by the folder it lies in; files of other kinds are left alone.
 */
export async function importBundle(
  bundle: string,
  store: SymbolStore,
  limits: ImportLimits = IMPORT_LIMITS,
): Promise<Imported[]> {
  const done: Imported[] = [];
  if (statSync(bundle, { throwIfNoEntry: false })?.isDirectory()) {
    for (const path of filesBelow(bundle, limits)) await importFile(path, store, limits, done);
  } else await importFile(bundle, store, limits, done);
  return done;
}

function* filesBelow(folder: string, limits: ImportLimits): Generator<string> {
  const pending = [{ folder, depth: 0 }];
  let count = 0;
  for (let next = pending.shift(); next; next = pending.shift()) {
    let entries: ReturnType<typeof list>;
    try {
      entries = list(next.folder);
    } catch {
      continue;
    }
    for (const entry of entries) {
      const path = join(next.folder, entry.name);
      if (entry.isDirectory() && next.depth < limits.maxDepth) pending.push({ folder: path, depth: next.depth + 1 });
      else if (entry.isFile() && ++count <= limits.maxFiles) yield path;
    }
  }
}

function list(folder: string) {
  return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function importFile(path: string, store: SymbolStore, limits: ImportLimits, done: Imported[]): Promise<void> {
  try {
    const source = openFile(path);
    try {
      if (isZip(source.read(0, 4))) await importZip(source, path, store, limits, done);
      else done.push(await importSource(source, path, baseName(path), store, limits, path));
    } finally {
      source.close();
    }
  } catch (error) {
    if (!(error instanceof MemoreticsError)) throw error;
    done.push({ from: path, outcome: 'failed', path: null, reason: error.message });
  }
}

async function importZip(
  source: Source,
  path: string,
  store: SymbolStore,
  limits: ImportLimits,
  done: Imported[],
): Promise<void> {
  for (const entry of readZipDirectory(source, limits.maxFiles, new Problems())) {
    if (entry.isDirectory) continue;
    const from = `${path}!${printable(entry.name)}`;
    const spool = new Spool(from, 32 << 20);
    const file = new SpoolFile(spool);
    const problems = new Problems();
    try {
      let tooLarge = false;
      inflateZipMember(
        source,
        entry,
        (bytes) => {
          tooLarge = file.size + bytes.length > limits.maxBytes;
          if (!tooLarge) file.write(bytes);
          return !tooLarge;
        },
        problems,
      );
      const reason = tooLarge ? `larger than the limit of ${limits.maxBytes} bytes` : problems.list[0]?.message;
      if (reason) done.push({ from, outcome: 'failed', path: null, reason });
      else done.push(await importSource(file.finish(), from, baseName(entry.name), store, limits, null));
    } catch (error) {
      if (!(error instanceof MemoreticsError)) throw error;
      done.push({ from, outcome: 'failed', path: null, reason: error.message });
    } finally {
      spool.close();
    }
  }
}

/** `onDisk` is a path whose whole content `source` is, which is copied faster. */
async function importSource(
  source: Source,
  from: string,
  name: string,
  store: SymbolStore,
  limits: ImportLimits,
  onDisk: string | null,
): Promise<Imported> {
  const head = source.read(0, 16);
  const ignored = (reason: string): Imported => ({ from, outcome: 'ignored', path: null, reason });
  if (isCabinet(head) || isSzdd(head)) return importCompressed(source, from, name, store, limits);
  let identity: FileIdentity | null;
  if (isXz(head)) {
    const bytes = await decompressXz(source.read(0, 64 << 20), 1 << 30);
    identity = identifyFile(new BytesSource(bytes));
    if (identity?.kind !== 'isf') return ignored('an .xz file, but no symbol table');
  } else identity = identifyFile(source);
  if (identity === null) return ignored('no symbol file or image of a known kind');
  const key = storeKey(symbolFile(identity, name));
  if (key === null) return { from, outcome: 'failed', path: null, reason: UNSAFE_NAME };
  // A plain table keeps its plain name; the look-up knows both.
  const place = identity.kind === 'isf' && !isXz(head) ? { ...key, file: key.file.replace(/\.xz$/, '') } : key;
  const hit = store.find(place);
  if (hit?.kind === 'file') return { from, outcome: 'already there', path: hit.path, reason: '' };
  const target = temporaryBeside(store.place(place));
  try {
    mkdirSync(dirname(target), { recursive: true });
    if (onDisk !== null) copyFileSync(onDisk, target);
    else copySource(source, target);
    return { from, outcome: 'imported', path: store.adopt(place, target), reason: '' };
  } catch (error) {
    rmSync(target, { force: true });
    const reason = error instanceof Error ? error.message : String(error);
    return { from, outcome: 'failed', path: null, reason };
  }
}

async function importCompressed(
  source: Source,
  from: string,
  name: string,
  store: SymbolStore,
  limits: ImportLimits,
): Promise<Imported> {
  const target = temporaryBeside(join(store.root, 'x'));
  mkdirSync(store.root, { recursive: true });
  const plain = name.replace(/\.(pd|dl|ex|sy|db)_$/i, (_, stem: string) => `.${stem}${LAST[stem.toLowerCase()] ?? ''}`);
  const reason = expandFile(source, plain, target, limits.maxBytes);
  if (reason !== null) return { from, outcome: 'failed', path: null, reason };
  try {
    const expanded = openFile(target);
    try {
      const head = expanded.read(0, 4);
      if (isCabinet(head)) return { from, outcome: 'ignored', path: null, reason: 'a cabinet in a cabinet' };
      return await importSource(expanded, from, plain, store, limits, target);
    } finally {
      expanded.close();
    }
  } finally {
    rmSync(target, { force: true });
  }
}
const LAST: Readonly<Record<string, string>> = { pd: 'b', dl: 'l', ex: 'e', sy: 's', db: 'g' };

function symbolFile(identity: FileIdentity, name: string): SymbolFile {
  switch (identity.kind) {
    case 'pdb':
      return { kind: 'pdb', name, guid: identity.guid, age: identity.age };
    case 'image':
      return { kind: 'image', name, timestamp: identity.timestamp, size: identity.size };
    case 'elf':
      return { kind: 'elf', name, buildId: identity.buildId, debug: /\.(debug|dbg)$/.test(name) };
    case 'breakpad':
    case 'isf':
      return { kind: identity.kind, name: identity.name, guid: identity.guid, age: identity.age };
  }
}

function copySource(source: Source, target: string): void {
  const descriptor = openSync(target, 'wx', 0o644);
  try {
    for (let at = 0; at < source.size; ) {
      const bytes = source.read(at, 1 << 20);
      if (bytes.length === 0) break;
      for (let done = 0; done < bytes.length; ) done += writeSync(descriptor, bytes, done, bytes.length - done);
      at += bytes.length;
    }
  } finally {
    closeSync(descriptor);
  }
}

/** What an import did: a line for each file that was of interest, and a sum. */
export function renderImport(done: readonly Imported[]): string {
  const told = done.filter(({ outcome }) => outcome !== 'ignored');
  const lines = told.map(({ from, outcome, path, reason }) =>
    printable(`${outcome}: ${from}${path ? ` -> ${path}` : `: ${reason}`}`),
  );
  const count = (outcome: Imported['outcome']) => done.filter((one) => one.outcome === outcome).length;
  return [
    ...lines,
    `${count('imported')} imported, ${count('already there')} already there, ${count('failed')} failed, ${count('ignored')} ignored`,
  ].join('\n');
}
